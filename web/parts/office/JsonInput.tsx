import { Input } from 'antd'
import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json } from '#domain/json.ts'

type JsonInputProps = { readonly label: string; readonly help: string; readonly value: string; readonly onChange: (value: string) => void }

/** The value a text says in JSON, or why it says none. */
export function readJson(text: string): { readonly value: Json } | { readonly fault: string } {
  try {
    return { value: JSON.parse(text) as Json }
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) }
  }
}

/** A text in JSON; what cannot be read is told at once. */
export function JsonInput({ label, help, value, onChange }: JsonInputProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const said = value.trim() === '' ? undefined : readJson(value)
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        className="mono"
        spellCheck={false}
        autoSize={{ minRows: 2, maxRows: 24 }}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="field-help">{help}</p>
      {said !== undefined && 'fault' in said && <p className="field-fault">{t('office.policies.notJson', { why: said.fault })}</p>}
    </div>
  )
}
