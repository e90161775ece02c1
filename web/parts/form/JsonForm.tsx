import { Modal } from 'antd'
import { useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json, JsonObject } from '#domain/json.ts'
import type { FormView } from '#schemas/api/form.ts'
import { FormContext, type FormState } from './form-state.ts'
import { FormFields } from './FormFields.tsx'
import { listFields, readFormSchema, type FormSchema } from './json-schema.ts'
import { findLabel } from './labels.ts'
import { putAt } from './pointer.ts'
import { listLeftOver } from './prepare.ts'

export type JsonFormProps = {
  readonly form: FormView
  readonly values: JsonObject
  readonly onChange: (values: JsonObject, pointers: readonly string[]) => void
  readonly isReadOnly?: boolean
  readonly faults?: FormState['faults']
  readonly remarks?: FormState['remarks']
  readonly before?: FormState['before']
  readonly given?: JsonObject
  readonly names?: FormState['names']
  readonly place?: FormState['place']
}

const nothing = {}

/** A form drawn from its JSON Schema. */
export function JsonForm(props: JsonFormProps): ReactElement {
  const { form, values, onChange, isReadOnly = false } = props
  const { t } = useTranslation()
  const [modal, holder] = Modal.useModal()
  const root = useMemo(() => readFormSchema(form.schema), [form.schema])
  const set = (pointer: string, value: Json | undefined) => {
    const next = (putAt(values, pointer, value) ?? {}) as JsonObject
    const leftOver = listLeftOver(next, root)
    if (leftOver.length === 0) return onChange(next, [pointer])
    // What the new choice has no place for must not stay behind unseen: it may be what may not be kept here at all.
    void modal.confirm({
      title: t('form.leaveOutTitle'),
      content: `${t('form.leaveOut')} ${leftOver.map((name) => findLabel(form.labels, `/${name}`)?.label ?? name).join('、')}`,
      onOk: () => onChange(without(next, leftOver), [pointer, ...leftOver.map((name) => `/${name}`)]),
    })
  }
  const state: FormState = {
    form,
    root,
    values,
    set,
    isReadOnly,
    faults: props.faults ?? nothing,
    remarks: props.remarks ?? nothing,
    before: props.before ?? nothing,
    given: props.given ?? nothing,
    names: props.names ?? nothing,
    place: props.place ?? nothing,
  }
  return (
    <FormContext.Provider value={state}>
      <div className="form">{isEmptyForm(root) ? <p className="quiet">{t('form.nothingToFill')}</p> : <FormFields schema={root} pointer="" />}</div>
      {holder}
    </FormContext.Provider>
  )
}

function isEmptyForm(root: FormSchema): boolean {
  return listFields(root, root, {}).length === 0
}

function without(values: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
}
