import { Input } from 'antd'
import { useState, type ReactElement } from 'react'
import type { Json } from '#domain/json.ts'

type NumberInputProps = {
  readonly id: string
  readonly value: Json | undefined
  readonly onChange: (value: Json | undefined) => void
  readonly format: (value: number) => string
  readonly parse: (text: string) => number | undefined
  readonly complaint: string
  readonly unit?: string
  readonly isReadOnly: boolean
  readonly label?: string
  readonly isFaulty?: boolean
}

/** A number as people write it. What cannot be read stays as text: a draft keeps what was typed. */
export function NumberInput(props: NumberInputProps): ReactElement {
  const { id, value, onChange, format, parse, complaint, unit, isReadOnly, label, isFaulty } = props
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? (typeof value === 'number' ? format(value) : typeof value === 'string' ? value : '')
  const isUnreadable = shown !== '' && parse(shown) === undefined
  const change = (text: string) => {
    setTyped(text)
    onChange(text.trim() === '' ? undefined : (parse(text) ?? text))
  }
  return (
    <span className="number-input">
      <Input
        id={id}
        inputMode="decimal"
        value={shown}
        suffix={unit}
        readOnly={isReadOnly}
        {...(label === undefined ? {} : { 'aria-label': label })}
        aria-invalid={isUnreadable || isFaulty === true}
        status={isUnreadable ? 'error' : ''}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setTyped(undefined)}
      />
      {isUnreadable && typed === undefined && (
        <span className="field-fault" role="alert">
          {complaint}
        </span>
      )}
    </span>
  )
}
