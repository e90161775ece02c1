import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/api/session.ts'
import { daysBetween } from '#web/words/days.ts'
import { DayText } from './DayText.tsx'
import { Tag } from './Tag.tsx'

type DueTextProps = { readonly dueOn: string | undefined; readonly provisional?: boolean | undefined; readonly isOpen?: boolean }

const soonDays = 3

/** A due day, and how far it is by the office's day. */
export function DueText({ dueOn, provisional = false, isOpen = true }: DueTextProps): ReactElement {
  const { t } = useTranslation()
  const { data: me } = useMe()
  if (dueOn === undefined) return <span className="quiet">{t('tasks.noDue')}</span>
  const left = me === undefined || !isOpen ? undefined : daysBetween(me.today, dueOn)
  return (
    <span className="due">
      <DayText day={dueOn} />
      {left !== undefined && <Tag tone={left < 0 ? 'red' : left <= soonDays ? 'amber' : 'plain'}>{describeLeft(left)}</Tag>}
      {provisional && <Tag tone="amber">{t('tasks.provisional')}</Tag>}
    </span>
  )

  function describeLeft(days: number): string {
    if (days === 0) return t('tasks.dueToday')
    return days > 0 ? t('tasks.leftDays', { count: days }) : t('tasks.lateDays', { count: -days })
  }
}
