import { Button, Input } from 'antd'
import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterView } from '#schemas/api/matter.ts'
import type { Verdict } from '#schemas/api/refusal.ts'
import { usePost } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { RefusalNote } from '#web/parts/RefusalNote.tsx'
import { UnderWay } from '#web/parts/UnderWay.tsx'
import { Corrections } from './Corrections.tsx'
import { MessageForms } from './MessageForms.tsx'
import { OfferCorrection } from './OfferCorrection.tsx'
import { ReportSecret } from './ReportSecret.tsx'

type ActProps = { readonly matter: MatterView; readonly verb: 'suspend' | 'resume' | 'withdraw'; readonly verdict: Verdict }

/** What may be done to the matter as a whole, and why not the rest. */
export function MatterActions({ matter }: { readonly matter: MatterView }): ReactElement {
  const { t } = useTranslation()
  const { may } = matter
  return (
    <>
      <MessageForms matter={matter} />
      <Corrections matter={matter} />
      {may.correct.may && <OfferCorrection matter={matter} />}
      <Act matter={matter} verb="suspend" verdict={may.suspend} />
      <Act matter={matter} verb="resume" verdict={may.resume} />
      <Act matter={matter} verb="withdraw" verdict={may.withdraw} />
      <ReportSecret matter={matter} />
      {!may.correct.may && may.correct.whyNot !== undefined && <Denied title={t('matter.correct')} verdict={may.correct} />}
    </>
  )
}

function Act({ matter, verb, verdict }: ActProps): ReactElement | null {
  const { t } = useTranslation()
  const id = useId()
  const [reason, setReason] = useState('')
  const deed = usePost<object, unknown>(`/api/matters/${encodeURIComponent(matter.id)}/${verb}`)
  if (!verdict.may) return <Denied title={t(`matter.${verb}`)} verdict={verdict} />
  const needsReason = verb !== 'resume'
  return (
    <section className="block">
      <h2>{t(`matter.${verb}`)}</h2>
      {verb === 'suspend' && <p>{t('matter.suspendLead')}</p>}
      {verb === 'withdraw' && <p>{t('matter.withdrawLead')}</p>}
      <div className="stack">
        {needsReason && (
          <div>
            <label htmlFor={id}>{t('common.reason')}</label>
            <Input.TextArea id={id} value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
          </div>
        )}
        <FaultNote fault={deed.error} />
        <UnderWay deed={deed} />
        <Button
          danger={verb === 'withdraw'}
          disabled={needsReason && reason.trim() === ''}
          loading={deed.isPending}
          onClick={() => deed.mutate(needsReason ? { reason: reason.trim() } : {})}
        >
          {t(`matter.${verb}`)}
        </Button>
      </div>
    </section>
  )
}

function Denied({ title, verdict }: { readonly title: string; readonly verdict: Verdict }): ReactElement | null {
  const { t } = useTranslation()
  if (verdict.whyNot === undefined) return null
  return (
    <details className="block why-not">
      <summary>
        {title}
        {t('common.colon')}
        {t('refusal.whyNot')}
      </summary>
      <RefusalNote refusal={verdict.whyNot} />
    </details>
  )
}
