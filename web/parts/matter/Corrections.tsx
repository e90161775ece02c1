import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterView } from '#schemas/api/matter.ts'
import { usePost } from '#web/api/hooks.ts'
import { namesOfMatter } from '#web/api/matters.ts'
import { Facts } from '#web/parts/Facts.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { LabelledInput } from '#web/parts/office/LabelledInput.tsx'
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
  const { by, on, reason, task, data, decide } = correction
  const now = matter.results.find((result) => result.id === task)?.data
  return (
    <div className="stack">
      <h3>{correction.step.label}</h3>
      <p>{t('matter.correctionBy', { name: by.name, date: describeDay(on, i18n.language), reason })}</p>
      <div className="side-by-side">
        <div>
          <h4>{t('task.before')}</h4>
          {now !== undefined && <Facts value={now} names={namesOfMatter(matter)} />}
        </div>
        <div>
          <h4>{t('task.now')}</h4>
          {data !== undefined && <Facts value={data} names={namesOfMatter(matter)} />}
        </div>
      </div>
      {decide.may && <DecideButtons matter={matter} correction={correction} />}
      {decide.whyNot !== undefined && <RefusalNote refusal={decide.whyNot} />}
    </div>
  )
}

function DecideButtons({ matter, correction }: { readonly matter: MatterView; readonly correction: Correction }): ReactElement {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const deed = usePost<object, unknown>(`/api/matters/${encodeURIComponent(matter.id)}/correct`)
  const why = reason.trim() === '' ? {} : { reason: reason.trim() }
  return (
    <>
      <LabelledInput label={t('common.reason')} value={reason} onChange={setReason} />
      <FaultNote fault={deed.error} />
      <UnderWay deed={deed} />
      <div className="buttons">
        <Button
          type="primary"
          loading={deed.isPending}
          onClick={() => deed.mutate({ do: 'decide', correction: correction.id, approved: true, ...why })}
        >
          {t('matter.approve')}
        </Button>
        <Button
          danger
          loading={deed.isPending}
          onClick={() => deed.mutate({ do: 'decide', correction: correction.id, approved: false, ...why })}
        >
          {t('matter.decline')}
        </Button>
      </div>
    </>
  )
}
