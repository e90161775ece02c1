import { Button, Checkbox, Input } from 'antd'
import { useId, type ReactElement, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcessRow, ProcessView } from '#schemas/api/process.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { goTo, usePath, useQueryText, withQuery } from '#web/location.ts'

type FilterProps = { readonly name: string; readonly label: string }
type Option = { readonly value: string; readonly label: string }

/** The value of one filter in the address, and a way to change it; the list then begins anew, without the filter that hangs on it. */
function useFilter(name: string, hanging?: string): readonly [string, (value: string) => void] {
  const path = usePath()
  const query = useQueryText()
  const without = { cursor: undefined, ...(hanging === undefined ? {} : { [hanging]: undefined }) }
  const change = (value: string) => goTo(withQuery(path, { ...Object.fromEntries(query), ...without, [name]: value }))
  return [query.get(name) ?? '', change]
}

type SelectFilterProps = FilterProps & { readonly options: readonly Option[]; readonly hanging?: string }

/** Narrows a list by one of several values; `hanging` names a filter that means nothing once this one has changed. */
export function SelectFilter({ name, label, options, hanging }: SelectFilterProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const [value, change] = useFilter(name, hanging)
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} className="select" value={value} onChange={(event) => change(event.target.value)}>
        <option value="">{t('common.all')}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Narrows a list to one process. */
export function ProcessFilter(): ReactElement {
  const { t } = useTranslation()
  const processes = useAnswer<{ items: readonly ProcessRow[] }>('/api/processes')
  const options = (processes.data?.items ?? []).map(({ process: value, name }) => ({ value, label: name }))
  return <SelectFilter name="process" label={t('tasks.process')} options={options} hanging="step" />
}

/** Narrows a list to one step of the process chosen; nothing where none is. */
export function StepFilter(): ReactElement | null {
  const { t } = useTranslation()
  const chosen = useQueryText().get('process')
  const path = chosen === null ? undefined : `/api/processes/${encodeURIComponent(chosen)}`
  const { data } = useAnswer<ProcessView>(path)
  if (path === undefined || data === undefined) return null
  const steps = data.steps.filter(({ word }) => word === 'user-task').map(({ name, label }) => ({ value: name, label }))
  return <SelectFilter name="step" label={t('tasks.step')} options={steps} />
}

/** Narrows a list by a day. */
export function DayFilter({ name, label, fallback = '' }: FilterProps & { readonly fallback?: string | undefined }): ReactElement {
  const id = useId()
  const [value, change] = useFilter(name)
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input id={id} type="date" value={value || fallback} onChange={(event) => change(event.target.value)} />
    </div>
  )
}

/** Narrows a list by words. */
export function WordsFilter({ name, label }: FilterProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const [value, change] = useFilter(name)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    change(String(new FormData(event.currentTarget).get(name) ?? '').trim())
  }
  return (
    <form onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <span className="filters-words">
        <Input key={value} id={id} name={name} defaultValue={value} />
        <Button htmlType="submit">{t('common.search')}</Button>
      </span>
    </form>
  )
}

/** Narrows a list to what fits a yes. */
export function YesFilter({ name, label }: FilterProps): ReactElement {
  const [value, change] = useFilter(name)
  return (
    <Checkbox checked={value === 'true'} onChange={(event) => change(event.target.checked ? 'true' : '')}>
      {label}
    </Checkbox>
  )
}
