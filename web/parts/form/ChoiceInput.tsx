import { Radio } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

export type Choice = { readonly value: string; readonly label: string }

type ChoiceInputProps = {
  readonly id: string
  readonly labelId: string
  readonly choices: readonly Choice[]
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly isReadOnly: boolean
  readonly mayBeEmpty: boolean
}

/** Up to so many choices are all shown at once. */
const mostShown = 4

/** One of several values: side by side where they are few, in a list where they are many. */
export function ChoiceInput({ id, labelId, choices, value, onChange, isReadOnly, mayBeEmpty }: ChoiceInputProps): ReactElement {
  const { t } = useTranslation()
  if (choices.length <= mostShown) {
    return (
      <Radio.Group
        id={id}
        aria-labelledby={labelId}
        className="choices"
        value={value ?? null}
        disabled={isReadOnly}
        onChange={(event) => onChange(String(event.target.value))}
        options={choices.map((one) => ({ value: one.value, label: one.label }))}
      />
    )
  }
  return (
    <select
      id={id}
      className="select"
      value={value ?? ''}
      disabled={isReadOnly}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="" disabled={!mayBeEmpty}>
        {mayBeEmpty ? t('form.undecided') : t('form.choose')}
      </option>
      {choices.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  )
}
