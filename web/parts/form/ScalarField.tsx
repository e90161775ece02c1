import { Input } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json } from '#domain/json.ts'
import { ChoiceInput, type Choice } from './ChoiceInput.tsx'
import type { FieldKind } from './field-kind.ts'
import { FieldRow, idOf } from './FieldRow.tsx'
import { useForm } from './form-state.ts'
import { findAt } from './pointer.ts'
import { listChoices, type FormField } from './json-schema.ts'
import type { FieldLabel } from './labels.ts'
import { NumberInput } from './NumberInput.tsx'
import { formatShare, formatYuan, parseShare, parseWhole, parseYuan } from './numbers.ts'

type ScalarKind = Exclude<
  FieldKind,
  'rows' | 'group' | 'lines' | 'choices' | 'shares-by-person' | 'numbers-by-name' | 'attachments' | 'person' | 'people' | 'matter' | 'paper'
>
type ScalarFieldProps = { readonly field: FormField; readonly pointer: string; readonly label: FieldLabel; readonly kind: ScalarKind }
type ControlProps = ScalarFieldProps & {
  readonly value: Json | undefined
  readonly onChange: (value: Json | undefined) => void
  readonly isReadOnly: boolean
}

/** A field of one value. */
export function ScalarField(props: ScalarFieldProps): ReactElement {
  const { field, pointer, label, kind } = props
  const { values, set, isReadOnly } = useForm()
  const isSingle = kind !== 'yes-no' && !(kind === 'choice' && listChoices(field.schema).length <= 4)
  const control = { ...props, value: findAt(values, pointer), onChange: (value: Json | undefined) => set(pointer, value), isReadOnly }
  return (
    <FieldRow pointer={pointer} id={idOf(pointer)} label={label} isRequired={field.isRequired} isSingle={isSingle}>
      <Control {...control} />
    </FieldRow>
  )
}

function Control(props: ControlProps): ReactElement {
  switch (props.kind) {
    case 'choice':
    case 'yes-no':
      return <ChoiceControl {...props} />
    case 'whole':
    case 'share':
    case 'amount':
      return <NumberControl {...props} />
    case 'paragraph':
      return <Paragraph {...props} />
    default:
      return <Line {...props} />
  }
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function Line({ pointer, kind, field, value, onChange, isReadOnly }: ControlProps): ReactElement {
  return (
    <Input
      id={idOf(pointer)}
      type={kind === 'day' ? 'date' : 'text'}
      className={kind === 'day' ? 'day-input' : ''}
      value={textOf(value)}
      readOnly={isReadOnly}
      {...(field.schema.maxLength === undefined ? {} : { maxLength: field.schema.maxLength })}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    />
  )
}

function Paragraph({ pointer, field, value, onChange, isReadOnly }: ControlProps): ReactElement {
  const { t } = useTranslation()
  const most = field.schema.maxLength ?? 0
  const text = textOf(value)
  return (
    <>
      <Input.TextArea
        id={idOf(pointer)}
        value={text}
        readOnly={isReadOnly}
        autoSize={{ minRows: 3, maxRows: 14 }}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
      {most > 0 && (
        <span className={text.length > most ? 'field-count field-count-over' : 'field-count'}>
          {t('form.characters', { n: text.length, most })}
        </span>
      )}
    </>
  )
}

const numberForms = {
  whole: { format: String, parse: parseWhole, complaint: 'form.notWhole' },
  share: { format: formatShare, parse: parseShare, complaint: 'form.notShare', unit: 'form.percent' },
  amount: { format: formatYuan, parse: parseYuan, complaint: 'form.notAmount', unit: 'form.yuan' },
} as const

function NumberControl({ pointer, kind, value, onChange, isReadOnly }: ControlProps): ReactElement {
  const { t } = useTranslation()
  const form = numberForms[kind as keyof typeof numberForms]
  const unit = 'unit' in form ? { unit: t(form.unit) } : {}
  return (
    <NumberInput
      id={idOf(pointer)}
      value={value}
      onChange={onChange}
      format={form.format}
      parse={form.parse}
      complaint={t(form.complaint)}
      isReadOnly={isReadOnly}
      {...unit}
    />
  )
}

function ChoiceControl({ pointer, kind, field, value, onChange, isReadOnly }: ControlProps): ReactElement {
  const { t } = useTranslation()
  const { form } = useForm()
  const id = idOf(pointer)
  const isTruth = kind === 'yes-no'
  const choices: readonly Choice[] = isTruth
    ? [
        { value: 'true', label: t('common.yes') },
        { value: 'false', label: t('common.no') },
      ]
    : listChoices(field.schema).map((one) => ({ value: one, label: form.values[one] ?? one }))
  const change = (next: string | undefined) => onChange(isTruth ? next === 'true' : next)
  return (
    <ChoiceInput
      id={id}
      labelId={`${id}-label`}
      choices={choices}
      value={value === undefined || value === null ? undefined : String(value)}
      onChange={change}
      isReadOnly={isReadOnly}
      mayBeEmpty={!field.isRequired}
    />
  )
}
