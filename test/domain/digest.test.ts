import { describe, expect, it } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import { addDays, plainDay, type PlainDay } from '#domain/day.ts'
import { digestParts, findDigest, listMarkedDays, type DigestReader, type DigestTask, type MorningNews } from '#domain/digest.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterId, TaskId } from '#domain/state.ts'

const today = plainDay('2026-03-09')
const span = { from: plainDay('2026-03-06'), today, soon: plainDay('2026-03-11') }
const person = (name: string) => name as PersonId
const role = (name: string) => name as RoleKey

function task(number: string, more: Partial<DigestTask> = {}): DigestTask {
  const matter = { matter: `m-${number}` as MatterId, process: 'disclosure', number, title: '一种方法' }
  const whose = { roles: [role('ipo_officer')], people: [], barred: [] }
  return {
    ...matter,
    ...whose,
    task: 'formal-check#1' as TaskId,
    step: 'formal-check',
    act: 'decides',
    party: 'office',
    openedOn: plainDay('2026-03-07'),
    ...more,
  }
}

const quiet: MorningNews = { tasks: [], assignments: [], deadlines: [], closed: [] }
const officer: DigestReader = { person: person('officer'), roles: [role('ipo_officer')], standsInFor: [] }

function told(reader: DigestReader, news: Partial<MorningNews>): { [part: string]: string[] } {
  const digest = findDigest({ ...quiet, ...news }, reader, span)
  const parts = digestParts.map((part) => [part, (digest?.[part] ?? []).map((line) => line.number)] as const)
  return Object.fromEntries(parts.filter(([, numbers]) => numbers.length > 0))
}

describe('the mail of a morning', () => {
  it('is not written where there is nothing to tell', () => {
    expect(findDigest(quiet, officer, span)).toBeUndefined()
    expect(findDigest({ ...quiet, tasks: [task('1', { roles: [role('legal')] })] }, officer, span)).toBeUndefined()
  })

  it('tells a task once, under the gravest of its parts', () => {
    const tasks = [
      task('late', { dueOn: addDays(today, -1) }),
      task('soon', { dueOn: addDays(today, 2) }),
      task('new', { dueOn: addDays(today, 3) }),
      task('old', { openedOn: plainDay('2026-03-05') }),
      task('given', { openedOn: plainDay('2026-03-05'), assignee: person('officer') }),
    ]
    const assignments = ['late', 'given'].map((number) => ({
      matter: `m-${number}` as MatterId,
      task: 'formal-check#1' as TaskId,
      to: person('officer'),
    }))
    expect(told(officer, { tasks, assignments })).toEqual({ overdue: ['late'], 'due-soon': ['soon'], assigned: ['given'], new: ['new'] })
  })

  it('tells each day of opening on exactly one morning', () => {
    const days = ['2026-03-05', '2026-03-06', '2026-03-08', '2026-03-09'].map(plainDay)
    const tasks = days.map((openedOn) => task(openedOn, { openedOn }))
    expect(told(officer, { tasks })).toEqual({ new: ['2026-03-06', '2026-03-08'] })
    const next = { from: today, today: addDays(today, 1), soon: addDays(today, 3) }
    expect(findDigest({ ...quiet, tasks }, officer, next)?.new.map((line) => line.number)).toEqual(['2026-03-09'])
  })

  it('goes to whoever holds a task, and to the candidates only while nobody does', () => {
    const tasks = [task('1', { assignee: person('other') })]
    expect(told(officer, { tasks })).toEqual({})
    expect(told({ ...officer, person: person('other') }, { tasks })).toEqual({ new: ['1'] })
  })

  it('tells nobody of a task that he may not take', () => {
    const barred = [task('1', { barred: [person('officer')], people: [person('officer')] })]
    expect(told(officer, { tasks: barred })).toEqual({})
  })

  it('does not spread a task open to all inventors', () => {
    const inventor: DigestReader = { person: person('ann'), roles: [role('inventor')], standsInFor: [] }
    expect(told(inventor, { tasks: [task('1', { roles: [role('inventor')] })] })).toEqual({})
    expect(told(inventor, { tasks: [task('1', { roles: [role('inventor')], people: [person('ann')] })] })).toEqual({ new: ['1'] })
  })

  it('tells a deputy of the tasks of whoever he stands in for, but for own statements and where that one has an interest', () => {
    const deputy: DigestReader = {
      person: person('deputy'),
      roles: [],
      standsInFor: [{ person: person('officer'), roles: [role('ipo_officer')] }],
    }
    const tasks = [
      task('1'),
      task('2', { assignee: person('officer') }),
      task('3', { act: 'declares', party: 'inventor', roles: [], people: [person('officer')] }),
      task('4', { barred: [person('officer')] }),
    ]
    expect(told(deputy, { tasks })).toEqual({ new: ['1', '2'] })
  })

  it('tells the end of a matter to those who are tied to it, and docketed deadlines to the office', () => {
    const { matter, process, number, title } = task('1')
    const head = { matter, process, number, title }
    const news = {
      deadlines: [{ ...head, code: 'priority', dueOn: addDays(today, 30) }],
      closed: [{ ...head, outcome: 'docketed', people: [person('ann')] }],
    }
    expect(told(officer, news)).toEqual({ deadlines: ['1'] })
    expect(told({ person: person('ann'), roles: [role('inventor')], standsInFor: [] }, news)).toEqual({ closed: ['1'] })
  })
})

describe('the marks of a docketed deadline', () => {
  const isTold = (dueOn: PlainDay, last: PlainDay, now: PlainDay) => listMarkedDays(last, now).includes(dueOn)

  it('are 90, 30, 7 and 1 days before, and the day after it was missed', () => {
    const due = plainDay('2026-06-07')
    const told = Array.from({ length: 100 }, (_, back) => addDays(due, 5 - back)).filter((day) => isTold(due, addDays(day, -1), day))
    expect(told).toEqual([1, -1, -7, -30, -90].map((days) => addDays(due, days)))
  })

  it('are not lost when they fall on days without a round', () => {
    const sunday = plainDay('2026-03-08')
    expect(isTold(addDays(sunday, 7), plainDay('2026-03-06'), today)).toBe(true)
    expect(isTold(addDays(sunday, 7), today, addDays(today, 1))).toBe(false)
  })
})
