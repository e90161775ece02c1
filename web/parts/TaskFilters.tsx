import { Button, Input } from 'antd'
import { useId, useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcessRow } from '#schemas/api/process.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { goTo, useQueryText, withQuery } from '#web/location.ts'
import { Link } from './Link.tsx'
import { SavedFilters } from './SavedFilters.tsx'

const names = ['q', 'process', 'dueBefore'] as const

/** Narrows the list; what is chosen stands in the address, so that it can be kept and passed on. */
export function TaskFilters(): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const query = useQueryText()
  const processes = useAnswer<{ items: readonly ProcessRow[] }>('/api/processes')
  const apply = (next: { readonly [name: string]: string }) => goTo(withQuery('/tasks', { ...Object.fromEntries(query), ...next, cursor: undefined }))
  const isNarrowed = names.some((name) => query.has(name))
  return (
    <div className="filters">
      <Words key={query.get('q') ?? ''} id={`${id}-q`} words={query.get('q') ?? ''} onApply={(q) => apply({ q })} />
      <div>
        <label htmlFor={`${id}-process`}>{t('tasks.process')}</label>
        <select id={`${id}-process`} className="select" value={query.get('process') ?? ''} onChange={(event) => apply({ process: event.target.value })}>
          <option value="">{t('common.all')}</option>
          {(processes.data?.items ?? []).map(({ process: stem, name }) => (
            <option key={stem} value={stem}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}-due`}>{t('tasks.dueBefore')}</label>
        <Input id={`${id}-due`} type="date" value={query.get('dueBefore') ?? ''} onChange={(event) => apply({ dueBefore: event.target.value })} />
      </div>
      {isNarrowed && (
        <Link to={withQuery('/tasks', { list: query.get('list') ?? undefined })} className="filters-clear">
          {t('tasks.clear')}
        </Link>
      )}
      <SavedFilters list="tasks" path="/tasks" />
    </div>
  )
}

function Words({ id, words, onApply }: { readonly id: string; readonly words: string; readonly onApply: (words: string) => void }): ReactElement {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(words)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onApply(typed.trim())
  }
  return (
    <form onSubmit={submit}>
      <label htmlFor={id}>{t('tasks.words')}</label>
      <span className="filters-words">
        <Input id={id} value={typed} onChange={(event) => setTyped(event.target.value)} allowClear />
        <Button htmlType="submit">{t('common.search')}</Button>
      </span>
    </form>
  )
}
