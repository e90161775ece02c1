import { Button, Input } from 'antd'
import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { JsonObject } from '#domain/json.ts'
import type { MatterView, ResultView } from '#schemas/api/matter.ts'
import type { ProcessView } from '#schemas/api/process.ts'
import { useAnswer, usePost } from '#web/api/hooks.ts'
import { namesOfMatter } from '#web/api/matters.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { faultsByField } from '#web/parts/form/faults.ts'
import { JsonForm } from '#web/parts/form/JsonForm.tsx'
import { readFormSchema } from '#web/parts/form/json-schema.ts'
import { prepareForm } from '#web/parts/form/prepare.ts'
import { UnderWay } from '#web/parts/UnderWay.tsx'
import { describeDay } from '#web/words/days.ts'

/** Proposes that a step's result be corrected; somebody else decides. */
export function OfferCorrection({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { t, i18n } = useTranslation()
  const id = useId()
  const [chosen, choose] = useState('')
  const offered = matter.results.filter(({ correctable, data }) => correctable && data !== undefined)
  const result = offered.find((one) => one.id === chosen)
  if (offered.length === 0) return null
  return (
    <section className="block">
      <h2>{t('matter.correct')}</h2>
      <p>{t('matter.correctLead')}</p>
      <div className="stack">
        <div>
          <label htmlFor={id}>{t('matter.correctStep')}</label>
          <select id={id} className="select" value={chosen} onChange={(event) => choose(event.target.value)}>
            <option value="">{t('form.choose')}</option>
            {offered.map((one) => (
              <option key={one.id} value={one.id}>
                {one.step.label} · {one.outcome.label} · {one.by.name} · {describeDay(one.on, i18n.language)}
              </option>
            ))}
          </select>
        </div>
        {result !== undefined && <Offer key={result.id} matter={matter} result={result} />}
      </div>
    </section>
  )
}

function Offer({ matter, result }: { readonly matter: MatterView; readonly result: ResultView }): ReactElement | null {
  const { t } = useTranslation()
  const id = useId()
  const definition = useAnswer<ProcessView>(`/api/processes/${matter.process.name}`)
  const [values, setValues] = useState<JsonObject>(result.data ?? {})
  const [reason, setReason] = useState('')
  const deed = usePost<object, unknown>(`/api/matters/${encodeURIComponent(matter.id)}/correct`)
  const form = definition.data?.steps.find(({ name }) => name === result.step.name)?.form
  if (form === undefined) return null
  const offer = () =>
    deed.mutate({ do: 'propose', step: result.id, data: prepareForm(values, readFormSchema(form.schema)), reason: reason.trim() })
  return (
    <>
      <h3>{t('matter.correctData')}</h3>
      <JsonForm
        form={form}
        values={values}
        onChange={setValues}
        faults={faultsByField(deed.error, '/data')}
        names={namesOfMatter(matter)}
        place={{ matter: matter.id }}
      />
      <div>
        <label htmlFor={id}>{t('common.reason')}</label>
        <Input.TextArea id={id} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <FaultNote fault={deed.error} />
      <UnderWay deed={deed} />
      {deed.isSuccess && <p role="status">{t('common.done')}</p>}
      <Button type="primary" disabled={reason.trim() === ''} loading={deed.isPending} onClick={offer}>
        {t('common.send')}
      </Button>
    </>
  )
}
