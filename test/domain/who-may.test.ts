import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor, Deputyship, PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import { isOwnStatement, isPersonal } from '#domain/own-statement.ts'
import type { RoleKey } from '#domain/role.ts'
import type { Task, TaskId } from '#domain/state.ts'
import { mayAct, mayReceive, type TaskVerb } from '#domain/who-may.ts'

const today = plainDay('2026-03-10')
const people = ['ann', 'bo', 'chen', 'du'] as PersonId[]
const keys = ['inventor', 'ipo_officer', 'legal', 'committee', 'dept_admin@cs', 'dept_admin@bio', 'sysadmin'] as RoleKey[]
const verbs: TaskVerb[] = ['claim', 'release', 'delegate', 'resolve', 'reassign', 'complete', 'follow-up']

const person = fc.constantFrom(...people)
const roleKeys = fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 3 })
const deputyship: fc.Arbitrary<Deputyship> = fc.record({
  person,
  roles: roleKeys,
  from: fc.constantFrom(plainDay('2026-03-01'), plainDay('2026-03-11')),
  to: fc.constantFrom(plainDay('2026-03-09'), plainDay('2026-03-31')),
})
const actor: fc.Arbitrary<Extract<Actor, { is: 'person' }>> = fc.record({
  is: fc.constant('person' as const),
  person,
  roles: roleKeys,
  deputyFor: fc.array(deputyship, { maxLength: 2 }),
})
const task: fc.Arbitrary<Task> = fc
  .record({
    act: fc.constantFrom('decides' as const, 'declares' as const, 'advises' as const),
    party: fc.constantFrom('office' as const, 'inventor' as const, 'outside' as const),
    roles: roleKeys,
    people: fc.uniqueArray(person, { maxLength: 2 }),
    barred: fc.uniqueArray(person, { maxLength: 2 }),
    assignee: fc.option(person),
    owner: fc.option(person),
  })
  .map(({ assignee, owner, ...rest }) => ({
    id: 'review#1' as TaskId,
    step: 'review',
    form: 'sample/review',
    outcomes: ['approved'],
    openedOn: today,
    reminders: [],
    escalatedTo: [],
    ...rest,
    ...(assignee === null ? {} : { assignee, assignedAt: 0 }),
    ...(owner === null || assignee === null ? {} : { owner }),
  }))
const question = fc.record({
  verb: fc.constantFrom(...verbs),
  task,
  actor,
  interested: fc.uniqueArray(person, { maxLength: 3 }),
  on: fc.constant(today),
})

describe('who may act', () => {
  it('lets nobody with an interest do the office’s work, through no role, deputyship, delegation or reassignment', () => {
    fc.assert(
      fc.property(question, (asked) => {
        fc.pre(!isOwnStatement(asked.task) && asked.interested.includes(asked.actor.person))
        expect(mayAct(asked)).toMatchObject({ may: false, refusal: { code: 'task/interested' } })
        for (const how of ['delegate', 'reassign'] as const) expect(mayReceive(how, asked).may).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('hears whoever has an interest in statements of his own alone, and never in a role of the office', () => {
    fc.assert(
      fc.property(question, (asked) => {
        fc.pre(asked.interested.includes(asked.actor.person))
        const verdict = mayAct(asked)
        if (!verdict.may || verdict.by.is !== 'person') return
        expect(isOwnStatement(asked.task)).toBe(true)
        expect(asked.verb).not.toBe('reassign')
        expect(['self', 'inventor']).toContain(verdict.by.as)
        expect(verdict.by.onBehalfOf).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('lets nobody whom four eyes bar act, whatever roles he holds', () => {
    fc.assert(
      fc.property(question, (asked) => {
        fc.pre(asked.task.barred.includes(asked.actor.person))
        expect(mayAct(asked).may).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('lets no deputy act for a colleague who would himself be barred', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const verdict = mayAct(asked)
        if (!verdict.may || verdict.by.is !== 'person' || verdict.by.onBehalfOf === undefined) return
        const principal = verdict.by.onBehalfOf
        expect(asked.interested).not.toContain(principal)
        expect(asked.task.barred).not.toContain(principal)
        expect(isOwnStatement(asked.task)).toBe(false)
        const deputyships = asked.actor.deputyFor.filter((one) => one.person === principal && one.from <= today && one.to >= today)
        expect(deputyships.length).toBeGreaterThan(0)
      }),
      { numRuns: 1000 },
    )
  })

  it('lets only the holder or his deputy complete a task that is held', () => {
    fc.assert(
      fc.property(question, (asked) => {
        fc.pre(asked.verb === 'complete' && asked.task.assignee !== undefined)
        const verdict = mayAct(asked)
        if (!verdict.may || verdict.by.is !== 'person') return
        expect(verdict.by.onBehalfOf ?? verdict.by.person).toBe(asked.task.assignee)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives one reason with a citation for every no', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const verdict = mayAct(asked)
        if (verdict.may) return
        expect(verdict.refusal.citations.length).toBeGreaterThan(0)
        expect(verdict.refusal.code).toMatch(/^task\//)
      }),
      { numRuns: 500 },
    )
  })

  it('never takes a right away from a candidate by giving him one role more', () => {
    fc.assert(
      fc.property(question, fc.constantFrom(...keys), (asked, extra) => {
        fc.pre(mayAct(asked).may)
        expect(mayAct({ ...asked, actor: { ...asked.actor, roles: [...asked.actor.roles, extra] } }).may).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('leaves a vote or a score that was asked of somebody by name to nobody else: no delegate, no deputy, nobody whom it escalates to', () => {
    const member = 'ann' as PersonId
    const vote: Task = { ...sampleTask(), people: [member], escalatedTo: ['ipo_officer' as RoleKey] }
    const act = (verb: TaskVerb, actor: Omit<Extract<Actor, { is: 'person' }>, 'is'>) =>
      mayAct({ verb, task: vote, actor: { is: 'person', ...actor }, interested: [], on: today })
    const bo = 'bo' as PersonId
    const term = { from: plainDay('2026-03-01'), to: plainDay('2026-03-31') }
    expect(act('complete', { person: member, roles: [], deputyFor: [] }).may).toBe(true)
    expect(act('delegate', { person: member, roles: [], deputyFor: [] })).toMatchObject({ refusal: { code: 'task/personal-duty' } })
    const deputy = { person: bo, roles: [], deputyFor: [{ person: member, roles: [], ...term }] }
    expect(act('complete', deputy)).toMatchObject({ refusal: { code: 'task/personal-duty' } })
    expect(act('complete', { person: bo, roles: ['ipo_officer' as RoleKey], deputyFor: [] }).may).toBe(false)
    const receiver: Actor = { is: 'person', person: bo, roles: ['committee' as RoleKey], deputyFor: [] }
    for (const how of ['delegate', 'reassign'] as const)
      expect(mayReceive(how, { task: vote, actor: receiver, interested: [], on: today })).toMatchObject({
        refusal: { code: 'task/personal-duty' },
      })
  })

  it('puts what is personal into the hands of none but whom it names', () => {
    fc.assert(
      fc.property(question, (asked) => {
        fc.pre(isPersonal(asked.task) && asked.task.roles.length === 0)
        const { people, assignee, owner } = asked.task
        const named = [...people, assignee, owner].includes(asked.actor.person)
        for (const how of ['delegate', 'reassign'] as const) if (mayReceive(how, asked).may) expect(named).toBe(true)
        const verdict = mayAct(asked)
        if (verdict.may && asked.verb !== 'reassign') expect(named).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('refuses a one-time link that was made for another task', () => {
    const linked: Actor = { is: 'person', person: 'ann' as PersonId, roles: [], deputyFor: [], link: { task: 'confirm#1/ann' } }
    const asked = fc.sample(question, 1)[0]
    if (asked === undefined) throw new Error('no sample')
    expect(mayAct({ ...asked, actor: linked })).toMatchObject({ may: false, refusal: { code: 'task/link-for-another' } })
  })

  it('tells the loser of a claim who holds the task and since when', () => {
    const held: Task = { ...sampleTask(), roles: ['ipo_officer' as RoleKey], assignee: 'bo' as PersonId, assignedAt: 1_772_000_000_000 }
    const officer: Actor = { is: 'person', person: 'ann' as PersonId, roles: ['ipo_officer' as RoleKey], deputyFor: [] }
    expect(mayAct({ verb: 'claim', task: held, actor: officer, interested: [], on: today })).toMatchObject({
      may: false,
      refusal: { code: 'task/held-by-other', fact: { holder: 'bo', since: 1_772_000_000_000 } },
    })
  })

  it('keeps a department to its own secretary', () => {
    const ours: Task = { ...sampleTask(), roles: ['dept_admin@cs' as RoleKey] }
    const of = (key: string): Actor => ({ is: 'person', person: 'du' as PersonId, roles: [key as RoleKey], deputyFor: [] })
    expect(mayAct({ verb: 'claim', task: ours, actor: of('dept_admin@cs'), interested: [], on: today }).may).toBe(true)
    expect(mayAct({ verb: 'claim', task: ours, actor: of('dept_admin@bio'), interested: [], on: today }).may).toBe(false)
  })
})

function sampleTask(): Task {
  return {
    id: 'review#1' as TaskId,
    step: 'review',
    act: 'decides',
    party: 'office',
    roles: [],
    people: [],
    barred: [],
    form: 'sample/review',
    outcomes: ['approved'],
    openedOn: today,
    reminders: [],
    escalatedTo: [],
  }
}
