import { Checkbox, Input } from 'antd'
import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { LabelledInput } from '#web/parts/office/LabelledInput.tsx'
import type { TakeUpDraft } from './take-up-draft.ts'

type FieldsProps = { readonly draft: TakeUpDraft; readonly onChange: (change: Partial<TakeUpDraft>) => void }

/** What a written notice says of its taker and his use, for himself and for the officer who enters his letter. */
export function TakerFields({ draft, onChange }: FieldsProps): ReactElement {
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
