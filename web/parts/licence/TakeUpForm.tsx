import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewTakeUp, OfferView, TakeUpReceipt } from '#schemas/api/open-licence.ts'
import { usePost } from '#web/api/hooks.ts'
import { Derivation } from '#web/parts/Derivation.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { describeDay } from '#web/words/days.ts'
import { formatYuan } from '../form/numbers.ts'
import { emptyTakeUp, isComplete, takeUpOf } from './take-up-draft.ts'
import { TakerFields } from './TakerFields.tsx'

/** Where anybody gives written notice that he takes up the offer. */
export function TakeUpForm({ offer }: { readonly offer: OfferView }): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(emptyTakeUp)
  const take = usePost<NewTakeUp, TakeUpReceipt>(`/api/open-licences/${offer.id}/take-ups`)
  if (take.data !== undefined) return <Arrived receipt={take.data} />
  return (
    <section className="block notice-screen">
      <h2>{t('licence.take')}</h2>
      <p>{t('licence.takeLead')}</p>
      <div className="stack">
        <TakerFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
        <FaultNote fault={take.error} />
        {take.isUnderWay && <p role="status">{t('licence.underWay')}</p>}
        <Button type="primary" disabled={!isComplete(draft)} loading={take.isPending} onClick={() => take.mutate(takeUpOf(draft))}>
          {t('licence.send')}
        </Button>
      </div>
    </section>
  )
}

function Arrived({ receipt }: { readonly receipt: TakeUpReceipt }): ReactElement {
  const { t, i18n } = useTranslation()
  const { number, arrivedOn, reference, amountFen, payBy, due, account } = receipt
  return (
    <section className="notice notice-done" role="status">
      <h2>{t('licence.arrived')}</h2>
      <p>{t('licence.arrivedLead', { number, day: describeDay(arrivedOn, i18n.language) })}</p>
      {amountFen === 0 ? (
        <p>{t('licence.payNothing')}</p>
      ) : (
        <>
          <p>{t('licence.payLead', { day: describeDay(payBy, i18n.language), amount: formatYuan(amountFen), account })}</p>
          <Derivation due={due} />
          <p>
            <strong className="number">{reference}</strong>
          </p>
        </>
      )}
      <p>{t('licence.confirmation')}</p>
    </section>
  )
}
