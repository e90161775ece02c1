import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json, JsonObject } from '#domain/json.ts'
import { FieldNotes } from './FieldNotes.tsx'
import { idOf } from './FieldRow.tsx'
import { kindOf } from './field-kind.ts'
import { FormFields } from './FormFields.tsx'
import { useForm, type FormState } from './form-state.ts'
import { below, findAt } from './pointer.ts'
import { resolveSchema, type FormSchema } from './json-schema.ts'
import type { FieldLabel } from './labels.ts'
import { ShareSum } from './ShareSum.tsx'

type RowsFieldProps = { readonly pointer: string; readonly schema: FormSchema; readonly label: FieldLabel; readonly isRequired: boolean }

/** A list of entries, each a card of fields; where entries have a share, its running sum. */
export function RowsField({ pointer, schema, label, isRequired }: RowsFieldProps): ReactElement {
  const { t } = useTranslation()
  const form = useForm()
  const { set, isReadOnly } = form
  const rows = rowsAt(form, pointer)
  const item = resolveSchema(schema.items ?? {}, form.root)
  const shareName = Object.entries(item.properties ?? {}).find(
    ([name, one]) => kindOf(name, resolveSchema(one, form.root), form.root) === 'share',
  )?.[0]
  const remove = (index: number) => set(pointer, rows.toSpliced(index, 1))
  const isFull = rows.length >= (schema.maxItems ?? Infinity)
  return (
    <fieldset className="group rows" id={idOf(pointer)} data-pointer={pointer}>
      <legend>
        {label.label}
        {!isRequired && <span className="field-optional">{t('common.optional')}</span>}
      </legend>
      {label.help !== undefined && <p className="field-help">{label.help}</p>}
      <FieldNotes pointer={pointer} />
      {rows.length === 0 && <p className="rows-none">{t('form.noRows')}</p>}
      {rows.map((_, index) => (
        <Row key={index} pointer={below(pointer, index)} n={index + 1} schema={item} label={label.label} onRemove={() => remove(index)} />
      ))}
      {shareName !== undefined && rows.length > 0 && <ShareSum shares={rows.map((row) => (row as JsonObject)[shareName])} />}
      {!isReadOnly && !isFull && <Button onClick={() => set(pointer, [...rows, {}])}>{t('form.addRow')}</Button>}
    </fieldset>
  )
}

type RowProps = {
  readonly pointer: string
  readonly n: number
  readonly schema: FormSchema
  readonly label: string
  readonly onRemove: () => void
}

function Row({ pointer, n, schema, label, onRemove }: RowProps): ReactElement {
  const { t } = useTranslation()
  const { isReadOnly } = useForm()
  return (
    <section className="row-card" data-pointer={pointer} aria-label={t('form.item', { label, n })}>
      <header>
        <strong>{t('form.row', { n })}</strong>
        {!isReadOnly && (
          <Button type="text" size="small" danger onClick={onRemove} aria-label={t('form.removeRow', { n })}>
            {t('common.remove')}
          </Button>
        )}
      </header>
      <FieldNotes pointer={pointer} />
      <FormFields schema={schema} pointer={pointer} />
    </section>
  )
}

function rowsAt({ values }: FormState, pointer: string): Json[] {
  const rows = findAt(values, pointer)
  return Array.isArray(rows) ? [...(rows as readonly Json[])] : []
}
