import type { TFunction } from 'i18next'
import { Checkbox } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { taskLists, TaskRow } from '#schemas/api/task.ts'
import type { Chosen } from './BulkReassign.tsx'
import { ClaimButton } from './ClaimButton.tsx'
import { DayText } from './DayText.tsx'
import { DueText } from './DueText.tsx'
import { Link } from './Link.tsx'
import { Sheet, type Column } from './Sheet.tsx'
import { Tag } from './Tag.tsx'
import { Holder } from './Holder.tsx'
import { describeDay } from '#web/words/days.ts'

type TaskSheetProps = {
  readonly rows: readonly TaskRow[]
  readonly list: (typeof taskLists)[number]
  readonly isStale: boolean
  readonly isFiltered: boolean
  /** Keys of the roles the reader holds. */
  readonly roles: readonly string[]
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
}

/** Tasks as a list, the most urgent first as the server sorts them. */
export function TaskSheet(props: TaskSheetProps): ReactElement {
  const { rows, list, isStale, isFiltered } = props
  const { t } = useTranslation()
  const columns = list === 'done' ? [what(t), where(t), ...doneColumns(t)] : [picker(t, props), what(t), where(t), ...openColumns(t, props)]
  return (
    <Sheet
      caption={t(`tasks.lists.${list}`)}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      empty={<p>{isFiltered ? t('tasks.emptyFiltered') : t(`tasks.empty.${list}`)}</p>}
      isStale={isStale}
    />
  )
}

function picker(t: TFunction, { rows, chosen, onChoose }: TaskSheetProps): Column<TaskRow> {
  const isAll = rows.length > 0 && rows.every((row) => chosen.has(row.id))
  // Only the rows of this page come and go; those chosen on other pages stay.
  const put = (some: readonly TaskRow[], isChosen: boolean) => {
    const others = [...chosen].filter(([id]) => !some.some((row) => row.id === id))
    onChoose(new Map([...others, ...(isChosen ? some.map((row) => [row.id, row] as const) : [])]))
  }
  return {
    key: 'pick',
    title: (
      <Checkbox
        checked={isAll}
        aria-label={t('tasks.selectAll')}
        indeterminate={!isAll && rows.some((row) => chosen.has(row.id))}
        onChange={() => put(rows, !isAll)}
      />
    ),
    cell: (row) => (
      <Checkbox
        checked={chosen.has(row.id)}
        aria-label={t('tasks.select', { name: `${row.step.label} ${row.matter.number}` })}
        onChange={() => put([row], !chosen.has(row.id))}
      />
    ),
  }
}

function what(t: TFunction): Column<TaskRow> {
  return {
    key: 'task',
    title: t('tasks.task'),
    isMain: true,
    cell: (row) => (
      <>
        <Link to={`/tasks/${encodeURIComponent(row.id)}`} className="strong">
          {row.step.label}
        </Link>
        <div className="under">{row.matter.title ?? t('tasks.untitled')}</div>
      </>
    ),
  }
}

function where(t: TFunction): Column<TaskRow> {
  return {
    key: 'matter',
    title: t('tasks.matter'),
    cell: (row) => (
      <>
        <Link to={`/matters/${encodeURIComponent(row.matter.id)}`} className="number">
          {row.matter.number}
        </Link>
        <div className="under">{row.matter.process.label}</div>
        {row.matter.standing === 'suspended' && <Tag tone="amber">{t('tasks.suspended')}</Tag>}
      </>
    ),
  }
}

function openColumns(t: TFunction, { list, roles }: TaskSheetProps): Column<TaskRow>[] {
  // Whom the list itself offers a task may take it; elsewhere whoever holds one of its roles.
  const mayClaim = (row: TaskRow) =>
    row.assignee === undefined && row.people.length === 0 && (list === 'group' || row.roles.some(({ name }) => roles.includes(name)))
  return [
    { key: 'holder', title: t('tasks.holder'), cell: (row) => <Holder task={row} /> },
    { key: 'opened', title: t('tasks.opened'), cell: (row) => <DayText day={row.openedOn} /> },
    {
      key: 'due',
      title: t('tasks.due'),
      cell: (row) => (
        <>
          <DueText dueOn={row.dueOn} provisional={row.provisional} />
          {row.followUpOn !== undefined && (
            <div className="under">
              <FollowUp day={row.followUpOn} />
            </div>
          )}
        </>
      ),
    },
    {
      key: 'claim',
      title: <span className="unseen">{t('common.verbs')}</span>,
      cell: (row) => (mayClaim(row) ? <ClaimButton task={row} /> : null),
    },
  ]
}

function FollowUp({ day }: { readonly day: string }): ReactElement {
  const { t, i18n } = useTranslation()
  return <>{t('tasks.followUp', { date: describeDay(day, i18n.language) })}</>
}

function doneColumns(t: TFunction): Column<TaskRow>[] {
  return [
    {
      key: 'outcome',
      title: t('tasks.outcome'),
      cell: (row) => (
        <>
          <Tag tone="ink">{row.outcome?.label ?? ''}</Tag>
          {row.reason !== undefined && <div className="under">{row.reason}</div>}
        </>
      ),
    },
    { key: 'closed', title: t('tasks.closed'), cell: (row) => (row.closedOn === undefined ? null : <DayText day={row.closedOn} />) },
  ]
}
