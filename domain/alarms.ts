import { addDays, instantOfDayEnd, instantOfDayStart } from './day.ts'
import type { ProcessPolicy } from './policy-slice.ts'
import type { RoleKey } from './role.ts'
import type { Task } from './state.ts'

/** A timer of a task, visible before it fires: a reminder to its holder, or escalation after the due day. */
export type Alarm = { readonly name: string; readonly what: 'remind' | 'escalate'; readonly at: number }

/** Office hours begin: reminders of a day go out then. */
const openingHour = 9 * 3_600_000

/** Every alarm of an open task still to come, earliest first; `at` in ms of the office clock. */
export function listAlarms(task: Task, policy: ProcessPolicy, escalatesTo: readonly RoleKey[]): Alarm[] {
  if (task.due === undefined) return []
  const { on } = task.due
  const days = policy.remindBefore?.[task.step] ?? policy.remindBefore?.['*'] ?? [1]
  const reminders = [...days, 0]
    .map((before): Alarm => ({ name: `remind-${before}@${on}`, what: 'remind', at: instantOfDayStart(addDays(on, -before)) + openingHour }))
    .filter((alarm) => !task.reminders.includes(alarm.name))
    .filter((alarm) => alarm.at >= instantOfDayStart(task.openedOn) + openingHour)
  const overdue: Alarm[] =
    escalatesTo.length === 0 || task.escalatedTo.length > 0
      ? []
      : [{ name: `escalate@${on}`, what: 'escalate', at: instantOfDayEnd(on) + 1 }]
  return [...reminders, ...overdue].sort((a, b) => a.at - b.at)
}
