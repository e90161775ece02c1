import { Input } from 'antd'
import { useId, type ReactElement } from 'react'

type LabelledInputProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'date' | 'email' | 'password' | 'number'
  readonly help?: string
  readonly fault?: string | undefined
  readonly autoComplete?: string
}

/** A line with its name above it. */
export function LabelledInput({
  label,
  value,
  onChange,
  type = 'text',
  help,
  fault,
  autoComplete = 'off',
}: LabelledInputProps): ReactElement {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type={type}
        value={value}
        autoComplete={autoComplete}
        aria-invalid={fault !== undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {help !== undefined && <p className="field-help">{help}</p>}
      {fault !== undefined && <p className="field-fault">{fault}</p>}
    </div>
  )
}

type LabelledSelectProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly empty?: string
}

/** A choice with its name above it; `empty` names the choice of nothing. */
export function LabelledSelect({ label, value, onChange, options, empty }: LabelledSelectProps): ReactElement {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} className="select" value={value} onChange={(event) => onChange(event.target.value)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  )
}
