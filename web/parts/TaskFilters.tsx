import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useQueryText, withQuery } from '#web/location.ts'
import { DayFilter, ProcessFilter, StepFilter, WordsFilter } from './Filters.tsx'
import { Link } from './Link.tsx'
import { SavedFilters } from './SavedFilters.tsx'

const names = ['q', 'process', 'step', 'dueBefore'] as const

/** Whether the address narrows the list at all. */
export function isNarrowed(query: URLSearchParams): boolean {
  return names.some((name) => query.has(name))
}

/** Narrows the list; what is chosen stands in the address, so that it can be kept and passed on. */
export function TaskFilters(): ReactElement {
  const { t } = useTranslation()
  const query = useQueryText()
  return (
    <div className="filters">
      <WordsFilter name="q" label={t('tasks.words')} />
      <ProcessFilter />
      <StepFilter />
      {query.get('list') !== 'done' && <DayFilter name="dueBefore" label={t('tasks.dueBefore')} />}
      {isNarrowed(query) && (
        <Link to={withQuery('/tasks', { list: query.get('list') ?? undefined })} className="filters-clear">
          {t('tasks.clear')}
        </Link>
      )}
      <SavedFilters list="tasks" path="/tasks" />
    </div>
  )
}
