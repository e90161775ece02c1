import { describe, expect, it } from 'vitest'
import { advanceClocks, daysSpent, startClocks, whoseTurn } from '#domain/clocks.ts'
import { listAlarms } from '#domain/alarms.ts'
import { instantOfDayStart, plainDay } from '#domain/day.ts'
import { computeDue } from '#domain/deadline.ts'
import type { RoleKey } from '#domain/role.ts'
import type { Task, TaskId } from '#domain/state.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'

const day = 86_400_000

function task(id: string, party: Task['party'], more: Partial<Task> = {}): Task {
  return {
    id: id as TaskId,
    step: id,
    act: 'decides',
    party,
    roles: [],
    people: [],
    barred: [],
    form: 'f',
    outcomes: [],
    openedOn: plainDay('2026-03-02'),
    reminders: [],
    escalatedTo: [],
    ...more,
  }
}

function state(...tasks: Task[]) {
  return { tasks: Object.fromEntries(tasks.map((one) => [one.id, one])), waits: {}, standing: { is: 'open' as const } }
}

describe('whose turn it is', () => {
  it('is the office while it has anything to do, else the inventors, else the outside', () => {
    expect(whoseTurn(state(task('a', 'inventor'), task('b', 'office')))).toBe('office')
    expect(whoseTurn(state(task('a', 'inventor'), task('b', 'outside')))).toBe('inventor')
    expect(whoseTurn(state(task('b', 'outside')))).toBe('outside')
    expect(whoseTurn({ ...state(task('a', 'office')), standing: { is: 'suspended', reason: 'r', since: plainDay('2026-03-02') } })).toBe(
      'nobody',
    )
  })

  it('lets one say 18 days ours, 31 days yours', () => {
    const start = startClocks(0)
    const yours = advanceClocks(start, state(task('a', 'inventor')), 18 * day)
    const ours = advanceClocks(yours, state(task('b', 'office')), 49 * day)
    expect(daysSpent(ours, 49 * day)).toEqual({ office: 18, inventor: 31, outside: 0 })
    expect(daysSpent(ours, 51 * day).office).toBe(20)
  })
})

describe('the alarms of a task', () => {
  const due = computeDue({ workingDays: 5 }, plainDay('2026-03-02'), [calendar2026])
  const open = task('review', 'office', { due, class: 'service' })

  it('are visible before they fire: reminders, the due day, escalation after its end', () => {
    expect(due.on).toBe('2026-03-09')
    const alarms = listAlarms(open, { remindBefore: { '*': [2] } }, ['legal' as RoleKey])
    expect(alarms.map((one) => one.name)).toEqual(['remind-2@2026-03-09', 'remind-0@2026-03-09', 'escalate@2026-03-09'])
    expect(alarms.at(-1)?.at).toBe(instantOfDayStart(plainDay('2026-03-10')) + 1)
  })

  it('never sound twice, and follow the due day when it moves', () => {
    const reminded = { ...open, reminders: ['remind-2@2026-03-09'] }
    expect(listAlarms(reminded, { remindBefore: { '*': [2] } }, []).map((one) => one.name)).toEqual(['remind-0@2026-03-09'])
    const moved = { ...reminded, due: { ...due, on: plainDay('2026-03-12') } }
    expect(listAlarms(moved, { remindBefore: { '*': [2] } }, []).map((one) => one.name)).toEqual([
      'remind-2@2026-03-12',
      'remind-0@2026-03-12',
    ])
  })
})
