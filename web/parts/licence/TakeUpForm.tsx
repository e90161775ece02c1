import { Button, Checkbox, Input } from 'antd'
import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewTakeUp, OfferView, TakeUpReceipt } from '#schemas/api/open-licence.ts'
import { usePost } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { LabelledInput } from '#web/parts/office/LabelledInput.tsx'
import { describeDay } from '#web/words/days.ts'
import { formatYuan } from '../form/numbers.ts'
import { emptyTakeUp, isComplete, takeUpOf, type TakeUpDraft } from './take-up-draft.ts'

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

type FieldsProps = { readonly draft: TakeUpDraft; readonly onChange: (change: Partial<TakeUpDraft>) => void }

function TakerFields({ draft, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  return (
    <>
      <Identity draft={draft} onChange={onChange} />
      <LabelledInput
        label={t('licence.address')}
        value={draft.address}
        onChange={(address) => onChange({ address })}
        autoComplete="street-address"
      />
      <LabelledInput
        label={t('licence.email')}
        value={draft.email}
        onChange={(email) => onChange({ email })}
        type="email"
        autoComplete="email"
      />
      <div>
        <label htmlFor={id}>{t('licence.use')}</label>
        <Input.TextArea id={id} rows={4} maxLength={500} value={draft.use} onChange={(event) => onChange({ use: event.target.value })} />
      </div>
      <LabelledInput label={t('licence.startsOn')} value={draft.startsOn} onChange={(startsOn) => onChange({ startsOn })} type="date" />
      <Checkbox checked={draft.termsAccepted} onChange={(event) => onChange({ termsAccepted: event.target.checked })}>
        {t('licence.accept')}
      </Checkbox>
    </>
  )
}

/** Who takes the licence: by his code in China, by the register of his country elsewhere. */
function Identity({ draft, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <LabelledInput label={t('licence.name')} value={draft.name} onChange={(name) => onChange({ name })} autoComplete="organization" />
      <LabelledInput
        label={t('licence.country')}
        value={draft.country}
        onChange={(country) => onChange({ country: country.toUpperCase() })}
        help={t('licence.countryHelp')}
      />
      {draft.country === 'CN' ? (
        <LabelledInput label={t('licence.code')} value={draft.code} onChange={(code) => onChange({ code })} />
      ) : (
        <LabelledInput
          label={t('licence.registration')}
          value={draft.registration}
          onChange={(registration) => onChange({ registration })}
        />
      )}
    </>
  )
}

function Arrived({ receipt }: { readonly receipt: TakeUpReceipt }): ReactElement {
  const { t, i18n } = useTranslation()
  const { number, arrivedOn, reference, amountFen, payBy, account } = receipt
  return (
    <section className="notice notice-done" role="status">
      <h2>{t('licence.arrived')}</h2>
      <p>{t('licence.arrivedLead', { number, day: describeDay(arrivedOn, i18n.language) })}</p>
      {amountFen === 0 ? (
        <p>{t('licence.payNothing')}</p>
      ) : (
        <>
          <p>{t('licence.payLead', { day: describeDay(payBy, i18n.language), amount: formatYuan(amountFen), account })}</p>
          <p>
            <strong className="number">{reference}</strong>
          </p>
        </>
      )}
      <p>{t('licence.confirmation')}</p>
    </section>
  )
}
