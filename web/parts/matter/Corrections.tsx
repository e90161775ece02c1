import { Button, Input } from 'antd'
import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterView } from '#schemas/api/matter.ts'
import { usePost } from '#web/api/hooks.ts'
import { namesOfMatter } from '#web/api/matters.ts'
import { Facts } from '#web/parts/Facts.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { RefusalNote } from '#web/parts/RefusalNote.tsx'
import { UnderWay } from '#web/parts/UnderWay.tsx'
import { describeDay } from '#web/words/days.ts'

type Correction = MatterView['corrections'][number]

/** Corrections that wait for the second person. */
export function Corrections({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { t } = useTranslation()
  if (matter.corrections.length === 0) return null
  return (
    <section className="block">
      <h2>{t('matter.corrections')}</h2>
      {matter.corrections.map((correction) => (
        <Decide key={correction.id} matter={matter} correction={correction} />
      ))}
    </section>
  )
}

function Decide({ matter, correction }: { readonly matter: MatterView; readonly correction: Correction }): ReactElement {
  const { t, i18n } = useTranslation()
  const id = useId()
  const [reason, setReason] = useState('')
  const deed = usePost<object, unknown>(`/api/matters/${encodeURIComponent(matter.id)}/correct`)
  const now = matter.results.find((result) => result.id === correction.task)?.data
  const decide = (approved: boolean) =>
    deed.mutate({ do: 'decide', correction: correction.id, approved, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) })
  return (
    <div className="stack">
      <h3>{correction.step.label}</h3>
      <p>{t('matter.correctionBy', { name: correction.by.name, date: describeDay(correction.on, i18n.language), reason: correction.reason })}</p>
      <div className="side-by-side">
        <div>
          <h4>{t('task.before')}</h4>
          {now !== undefined && <Facts value={now} names={namesOfMatter(matter)} />}
        </div>
        <div>
          <h4>{t('task.now')}</h4>
          {correction.data !== undefined && <Facts value={correction.data} names={namesOfMatter(matter)} />}
        </div>
      </div>
      {correction.decide.may ? (
        <>
          <label htmlFor={id}>{t('common.reason')}</label>
          <Input id={id} value={reason} onChange={(event) => setReason(event.target.value)} />
          <FaultNote fault={deed.error} />
          <UnderWay deed={deed} />
          <div className="buttons">
            <Button type="primary" loading={deed.isPending} onClick={() => decide(true)}>
              {t('matter.approve')}
            </Button>
            <Button danger loading={deed.isPending} onClick={() => decide(false)}>
              {t('matter.decline')}
            </Button>
          </div>
        </>
      ) : (
        correction.decide.whyNot !== undefined && <RefusalNote refusal={correction.decide.whyNot} />
      )}
    </div>
  )
}
