import { Button, Checkbox, Input } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldNotes } from './FieldNotes.tsx'
import { idOf } from './FieldRow.tsx'
import { useForm } from './form-state.ts'
import { below, findAt } from './pointer.ts'
import { listChoices, resolveSchema, type FormSchema } from './json-schema.ts'
import type { FieldLabel } from './labels.ts'

type LinesFieldProps = {
  readonly pointer: string
  readonly schema: FormSchema
  readonly label: FieldLabel
  readonly isRequired: boolean
  readonly isChoice: boolean
}

/** A list of short texts, or several of the values offered. */
export function LinesField({ pointer, schema, label, isRequired, isChoice }: LinesFieldProps): ReactElement {
  const { t } = useTranslation()
  const { values, root } = useForm()
  const held = findAt(values, pointer)
  const lines = Array.isArray(held) ? held.map(String) : []
  const item = resolveSchema(schema.items ?? {}, root)
  return (
    <fieldset className="group lines" id={idOf(pointer)} data-pointer={pointer}>
      <legend>
        {label.label}
        {!isRequired && <span className="field-optional">{t('common.optional')}</span>}
      </legend>
      {label.help !== undefined && <p className="field-help">{label.help}</p>}
      <FieldNotes pointer={pointer} />
      {isChoice ? (
        <Several pointer={pointer} held={lines} choices={listChoices(item)} />
      ) : (
        <Lines pointer={pointer} lines={lines} label={label.label} most={schema.maxItems ?? 100} item={item} />
      )}
    </fieldset>
  )
}

function Several({
  pointer,
  held,
  choices,
}: {
  readonly pointer: string
  readonly held: readonly string[]
  readonly choices: readonly string[]
}): ReactElement {
  const { form, set, isReadOnly } = useForm()
  return (
    <Checkbox.Group
      value={[...held]}
      disabled={isReadOnly}
      options={choices.map((one) => ({ value: one, label: form.values[one] ?? one }))}
      onChange={(next) => set(pointer, next.map(String))}
    />
  )
}

type LinesProps = {
  readonly pointer: string
  readonly lines: readonly string[]
  readonly label: string
  readonly most: number
  readonly item: FormSchema
}

function Lines({ pointer, lines, label, most, item }: LinesProps): ReactElement {
  const { t } = useTranslation()
  const { set, isReadOnly } = useForm()
  return (
    <>
      {lines.map((line, index) => (
        <div key={index} className="line" data-pointer={below(pointer, index)}>
          <Input
            id={idOf(below(pointer, index))}
            aria-label={t('form.item', { label, n: index + 1 })}
            value={line}
            readOnly={isReadOnly}
            {...(item.maxLength === undefined ? {} : { maxLength: item.maxLength })}
            onChange={(event) => set(pointer, lines.toSpliced(index, 1, event.target.value))}
          />
          {!isReadOnly && (
            <Button
              type="text"
              danger
              onClick={() => set(pointer, lines.toSpliced(index, 1))}
              aria-label={t('form.removeRow', { n: index + 1 })}
            >
              {t('common.remove')}
            </Button>
          )}
          <FieldNotes pointer={below(pointer, index)} />
        </div>
      ))}
      {!isReadOnly && lines.length < most && <Button onClick={() => set(pointer, [...lines, ''])}>{t('form.addLine')}</Button>}
    </>
  )
}
