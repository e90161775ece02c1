import { Modal } from 'antd'
import { useMemo, useRef, type ReactElement } from 'react'
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
  const { t } = useTranslation()
  const { form, values } = props
  const root = useMemo(() => readFormSchema(form.schema), [form.schema])
  const [set, holder] = useSetter(props, root)
  const {
    isReadOnly = false,
    faults = nothing,
    remarks = nothing,
    before = nothing,
    given = nothing,
    names = nothing,
    place = nothing,
  } = props
  const state: FormState = { form, root, values, set, isReadOnly, faults, remarks, before, given, names, place }
  return (
    <FormContext.Provider value={state}>
      <div className="form">
        {isEmptyForm(root) ? <p className="quiet">{t('form.nothingToFill')}</p> : <FormFields schema={root} pointer="" />}
      </div>
      {holder}
    </FormContext.Provider>
  )
}

/** Puts a value into the form; what a new choice leaves no place for is removed after a question. */
function useSetter({ form, values, onChange }: JsonFormProps, root: FormSchema): readonly [FormState['set'], ReactElement] {
  const { t } = useTranslation()
  const [modal, holder] = Modal.useModal()
  // A file that was long under way is put into what stands here then, not into what stood here when it left.
  const latest = useRef(values)
  latest.current = values
  const put = (next: JsonObject, pointers: readonly string[]) => {
    latest.current = next
    onChange(next, pointers)
  }
  const set = (pointer: string, value: Json | undefined) => {
    const next = (putAt(latest.current, pointer, value) ?? {}) as JsonObject
    const leftOver = listLeftOver(next, root)
    if (leftOver.length === 0) return put(next, [pointer])
    // What the new choice has no place for must not stay behind unseen: it may be what may not be kept here at all.
    void modal.confirm({
      title: t('form.leaveOutTitle'),
      content: `${t('form.leaveOut')} ${leftOver.map((name) => findLabel(form.labels, `/${name}`)?.label ?? name).join(t('common.comma'))}`,
      onOk: () => put(without(next, leftOver), [pointer, ...leftOver.map((name) => `/${name}`)]),
    })
  }
  return [set, holder]
}

function isEmptyForm(root: FormSchema): boolean {
  return listFields(root, root, {}).length === 0
}

function without(values: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
}
