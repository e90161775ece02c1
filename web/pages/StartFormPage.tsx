import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { openedMatter } from '#schemas/api/matter.ts'
import type { ProcessView } from '#schemas/api/process.ts'
import { useAnswer, useDeed } from '#web/api/hooks.ts'
import { send } from '#web/api/request.ts'
import { useMe } from '#web/api/session.ts'
import { goTo } from '#web/location.ts'
import { DraftNote } from '#web/parts/form/DraftNote.tsx'
import { useDraft } from '#web/parts/form/draft.ts'
import { faultsByField, focusFirstFault, listDrawn } from '#web/parts/form/faults.ts'
import { JsonForm } from '#web/parts/form/JsonForm.tsx'
import { readFormSchema } from '#web/parts/form/json-schema.ts'
import { prepareForm } from '#web/parts/form/prepare.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Page } from '#web/parts/Page.tsx'
import { RefusalNote } from '#web/parts/RefusalNote.tsx'
import { UnderWay } from '#web/parts/UnderWay.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

type Opened = z.infer<typeof openedMatter>

/** The start form of one process, kept as a draft until it is sent. */
export function StartFormPage({ process: stem }: { readonly process: string }): ReactElement {
  const { t } = useTranslation()
  const definition = useAnswer<ProcessView>(`/api/processes/${encodeURIComponent(stem)}`)
  if (definition.data === undefined)
    return definition.error === null ? <Waiting /> : <FaultNote fault={definition.error} onRetry={() => void definition.refetch()} />
  const { name, purpose, start, steps } = definition.data
  return (
    <Page title={t('matter.start', { name })} lead={`${purpose} ${t('matter.startSteps', { count: steps.length })}`}>
      {start.may ? <StartForm definition={definition.data} /> : <Denied definition={definition.data} />}
    </Page>
  )
}

function Denied({ definition }: { readonly definition: ProcessView }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="notice notice-no">
      <h2>{t('matter.mayNotStart')}</h2>
      {definition.start.whyNot !== undefined && <RefusalNote refusal={definition.start.whyNot} />}
    </section>
  )
}

/** Where a filled form is sent to open its matter: to the process's own door, where it has one, as it is. */
function openingOf({ process: stem, door }: ProcessView, data: object): [path: string, body: object] {
  return door === undefined ? ['/api/matters', { process: stem, data }] : [door, data]
}

function StartForm({ definition }: { readonly definition: ProcessView }): ReactElement {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const stem = definition.process
  const schema = readFormSchema(definition.form.schema)
  const draft = useDraft(`/api/processes/${encodeURIComponent(stem)}/draft`, definition.draft?.data ?? {}, definition.draft)
  const [drawn, setDrawn] = useState<readonly string[]>([])
  const open = useDeed<object, Opened>(async (_, press) => {
    await draft.flush()
    return send('POST', ...openingOf(definition, prepareForm(draft.values, schema)), press)
  })
  const submit = async () => {
    try {
      const { id } = await open.mutateAsync({})
      goTo(`/matters/${encodeURIComponent(id)}`)
    } catch (fault) {
      const wrong = faultsByField(fault, '/data')
      setDrawn(listDrawn(wrong))
      requestAnimationFrame(() => focusFirstFault(wrong))
    }
  }
  const names = me === undefined ? {} : { [me.person.id]: me.person.name }
  return (
    <section className="block form-page">
      <JsonForm
        form={definition.form}
        values={draft.values}
        onChange={draft.change}
        faults={faultsByField(open.error, '/data')}
        names={names}
      />
      <DraftNote draft={draft} />
      <FaultNote fault={open.error} hideFields={drawn} />
      <UnderWay deed={open} />
      <Button type="primary" size="large" loading={open.isPending} onClick={() => void submit()}>
        {t('matter.startSend')}
      </Button>
    </section>
  )
}
