import { Button, Checkbox, Input } from 'antd'
import { useId, type ReactElement, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcessRow } from '#schemas/api/process.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { goTo, usePath, useQueryText, withQuery } from '#web/location.ts'

type FilterProps = { readonly name: string; readonly label: string }
type Option = { readonly value: string; readonly label: string }

/** The value of one filter in the address, and a way to change it; the list then begins anew. */
function useFilter(name: string): readonly [string, (value: string) => void] {
  const path = usePath()
  const query = useQueryText()
  const change = (value: string) => goTo(withQuery(path, { ...Object.fromEntries(query), [name]: value, cursor: undefined }))
  return [query.get(name) ?? '', change]
}

/** Narrows a list by one of several values. */
export function SelectFilter({ name, label, options }: FilterProps & { readonly options: readonly Option[] }): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const [value, change] = useFilter(name)
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
  return <SelectFilter name="process" label={t('tasks.process')} options={options} />
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
