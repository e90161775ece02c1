import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page as PageOf } from '#schemas/api/common.ts'
import { taskLists, type TaskRow } from '#schemas/api/task.ts'
import { useAnswer, useList } from '#web/api/hooks.ts'
import { useMe } from '#web/api/session.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { BulkReassign, type Chosen } from '#web/parts/BulkReassign.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Link } from '#web/parts/Link.tsx'
import { OwnMatters } from '#web/parts/OwnMatters.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Pager } from '#web/parts/Pager.tsx'
import { isNarrowed, TaskFilters } from '#web/parts/TaskFilters.tsx'
import { Tabs } from '#web/parts/Tabs.tsx'
import { TaskSheet } from '#web/parts/TaskSheet.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

type Counts = { readonly [list in TaskList]?: number }
type TaskList = (typeof taskLists)[number]

const nothing: Chosen = new Map()

function isTaskList(name: string | null): name is TaskList {
  return taskLists.some((one) => one === name)
}

/** Work that waits: mine, to be claimed, the department's, late, and what I have closed. */
export function TasksPage(): ReactElement {
  const { t } = useTranslation()
  const named = useQueryText().get('list')
  const list = isTaskList(named) ? named : 'mine'
  const counts = useAnswer<Counts>('/api/tasks/counts')
  return (
    <Page title={t('tasks.title')}>
      <Tabs label={t('tasks.title')} current={list}>
        {taskLists.map((one) => (
          <Link key={one} to={withQuery('/tasks', { list: one })} current={one === list}>
            {t(`tasks.lists.${one}`)}
            <Count of={counts.data?.[one]} isLate={one === 'overdue'} />
          </Link>
        ))}
      </Tabs>
      <TaskFilters />
      <Tasks key={list} list={list} />
      {list === 'mine' && <OwnMatters />}
    </Page>
  )
}

/** One list; what is chosen in it stays chosen from page to page and from filter to filter, and is left with the list. */
function Tasks({ list }: { readonly list: TaskList }): ReactElement {
  const query = useQueryText()
  const roles = useMe().data?.roles.map(({ key }) => key) ?? []
  const [chosen, choose] = useState(nothing)
  const tasks = useList<PageOf<TaskRow>>(withQuery('/api/tasks', { ...Object.fromEntries(query), list, limit: '50' }))
  return (
    <>
      <BulkReassign chosen={chosen} onUnselect={() => choose(nothing)} />
      <Narrowed list={list} />
      <FaultNote fault={tasks.error} onRetry={() => void tasks.refetch()} />
      {tasks.isPending && <Waiting />}
      {tasks.data !== undefined && (
        <TaskSheet
          rows={tasks.data.items}
          list={list}
          isStale={tasks.isPlaceholderData}
          isFiltered={isNarrowed(query)}
          roles={roles}
          chosen={chosen}
          onChoose={choose}
        />
      )}
      <Pager next={tasks.data?.next} />
    </>
  )
}

/** How many of the list the filters leave; of words nobody is told a number. */
function Narrowed({ list }: { readonly list: TaskList }): ReactElement | null {
  const { t } = useTranslation()
  const query = useQueryText()
  const given = ['process', 'step', 'dueBefore'].flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? ''] as const] : []))
  const isCounted = given.length > 0 && !query.has('q')
  const counts = useAnswer<Counts>(isCounted ? withQuery('/api/tasks/counts', Object.fromEntries(given)) : undefined)
  const count = counts.data?.[list]
  if (!isCounted || count === undefined) return null
  return (
    <p className="quiet" role="status">
      {t('tasks.narrowed', { count })}
    </p>
  )
}

/** How many a list has; nothing is nothing to be alarmed about. */
function Count({ of, isLate }: { readonly of: number | undefined; readonly isLate: boolean }): ReactElement {
  return <span className={isLate && of !== 0 ? 'count count-red' : 'count'}>{of ?? ''}</span>
}
