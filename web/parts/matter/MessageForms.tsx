import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { JsonObject } from '#domain/json.ts'
import type { MatterView } from '#schemas/api/matter.ts'
import { usePost } from '#web/api/hooks.ts'
import { namesOfMatter } from '#web/api/matters.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { faultsByField } from '#web/parts/form/faults.ts'
import { JsonForm } from '#web/parts/form/JsonForm.tsx'
import { readFormSchema } from '#web/parts/form/json-schema.ts'
import { prepareForm } from '#web/parts/form/prepare.ts'
import { useKept } from '#web/parts/kept.ts'
import { RefusalNote } from '#web/parts/RefusalNote.tsx'
import { UnderWay } from '#web/parts/UnderWay.tsx'

type Message = MatterView['messages'][number]

/** What the matter waits to be told, each with its form. */
export function MessageForms({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { t } = useTranslation()
  if (matter.messages.length === 0) return null
  return (
    <section className="block">
      <h2>{t('matter.messages')}</h2>
      {matter.messages.map((message) => (
        <MessageForm key={message.name} matter={matter} message={message} />
      ))}
    </section>
  )
}

function MessageForm({ matter, message }: { readonly matter: MatterView; readonly message: Message }): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const [values, setValues] = useKept<JsonObject>(`message.${matter.id}.${message.name}`, {})
  const send = usePost<object, unknown>(`/api/matters/${encodeURIComponent(matter.id)}/messages/${message.name}`)
  const schema = readFormSchema(message.form.schema)
  if (!message.verdict.may) {
    return (
      <details className="why-not">
        <summary>{message.label}</summary>
        {message.verdict.whyNot !== undefined && <RefusalNote refusal={message.verdict.whyNot} />}
      </details>
    )
  }
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{message.label}</Button>
  return (
    <div className="stack">
      <h3>{message.label}</h3>
      <JsonForm
        form={message.form}
        values={values}
        onChange={setValues}
        faults={faultsByField(send.error, '/data')}
        names={namesOfMatter(matter)}
        place={{ matter: matter.id }}
      />
      <FaultNote fault={send.error} />
      <UnderWay deed={send} />
      <Button type="primary" loading={send.isPending} onClick={() => send.mutate({ data: prepareForm(values, schema) })}>
        {t('common.send')}
      </Button>
    </div>
  )
}
