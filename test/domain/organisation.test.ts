import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ActorRef, DepartmentId, PersonId } from '#domain/actor.ts'
import { addDays, plainDay, type PlainDay } from '#domain/day.ts'
import {
  checkAdministratorRemains,
  checkAppointer,
  checkDecision,
  checkDeputyship,
  checkEnd,
  checkGrant,
  maskNumber,
  needsSecondPerson,
  overlaps,
  type GrantQuestion,
  type Holding,
  type Standing,
} from '#domain/organisation.ts'
import { guardedRoles, roleKey, roles, type Role } from '#domain/role.ts'

const an = 'an' as PersonId
const bo = 'bo' as PersonId
const chu = 'chu' as PersonId
const program: ActorRef = { is: 'system', name: 'process' }
const day = (text: string) => plainDay(`2026-${text}`)

function by(person: PersonId, onBehalfOf?: PersonId): ActorRef {
  return { is: 'person', person, as: roleKey('sysadmin'), ...(onBehalfOf === undefined ? {} : { onBehalfOf }) }
}

function holding(role: Role, more: Partial<Holding> = {}): Holding {
  return { id: `${role}-1`, person: an, role, key: roleKey(role), from: day('01-01'), status: 'active', grantedBy: 'boot', ...more }
}

function grant(more: Partial<GrantQuestion> = {}): GrantQuestion {
  const role = more.role ?? 'legal'
  return { role, key: roleKey(role), from: day('03-02'), by: by(bo), person: { id: an, status: 'active' }, held: [], ...more }
}

const codes = (refusals: readonly { code: string }[]) => refusals.map((one) => one.code)

test.each(roles)('%s waits for a second person exactly when a rule of separation names it', (role) => {
  expect(needsSecondPerson(role, by(bo))).toBe(guardedRoles.includes(role))
  expect(needsSecondPerson(role, program)).toBe(false)
})

test('nobody grants a guarded role to himself, an unguarded one he may', () => {
  expect(codes(checkGrant(grant({ role: 'finance', by: by(an) })))).toEqual(['role/own-grant'])
  expect(checkGrant(grant({ role: 'finance', by: by(bo) }))).toEqual([])
  expect(checkGrant(grant({ role: 'legal', by: by(an) }))).toEqual([])
})

test("a department's role is granted for a department, in a forward period, to somebody confirmed who is still here", () => {
  expect(codes(checkGrant(grant({ role: 'dept_admin' })))).toEqual(['role/department-missing'])
  expect(checkGrant(grant({ role: 'dept_admin', department: 'cs' as DepartmentId }))).toEqual([])
  expect(codes(checkGrant(grant({ to: day('03-01') })))).toEqual(['role/period-reversed'])
  expect(codes(checkGrant(grant({ person: { id: an, status: 'proposed' } })))).toEqual(['person/not-confirmed'])
  expect(codes(checkGrant(grant({ person: { id: an, status: 'active', leftOn: day('02-01') } })))).toEqual(['person/left'])
})

test('one role is not held twice on any day, and may be held again afterwards', () => {
  const held = [holding('legal', { to: day('03-31') })]
  expect(codes(checkGrant(grant({ held, from: day('03-31') })))).toEqual(['role/held-already'])
  expect(checkGrant(grant({ held, from: day('04-01') }))).toEqual([])
  expect(checkGrant(grant({ held: [holding('legal', { status: 'declined' })] }))).toEqual([])
  expect(codes(checkGrant(grant({ held: [holding('legal', { status: 'proposed' })] })))).toEqual(['role/held-already'])
})

test('neither the grantor nor the receiver confirms a proposed role, nor anybody in their place', () => {
  const proposed = holding('finance', { status: 'proposed', grantedBy: bo })
  expect(codes(checkDecision(proposed, by(bo)))).toEqual(['role/second-person'])
  expect(codes(checkDecision(proposed, by(an)))).toEqual(['role/second-person'])
  expect(codes(checkDecision(proposed, by(chu, bo)))).toEqual(['role/second-person'])
  expect(checkDecision(proposed, by(chu))).toEqual([])
  expect(codes(checkDecision(holding('finance'), by(chu)))).toEqual(['role/decided'])
})

test('a role ends only while it is in force or still to come', () => {
  expect(checkEnd(holding('legal'), day('03-02'))).toEqual([])
  expect(codes(checkEnd(holding('legal', { to: day('03-02') }), day('03-02')))).toEqual(['role/not-in-force'])
  expect(codes(checkEnd(holding('legal', { from: day('04-01') }), day('03-02')))).toEqual(['role/not-in-force'])
  expect(codes(checkEnd(holding('legal', { status: 'proposed' }), day('03-02')))).toEqual(['role/not-in-force'])
})

test('the last administrator who stays without an end is not removed', () => {
  const first = holding('sysadmin', { id: '1' })
  const second = holding('sysadmin', { id: '2', person: bo })
  const today = day('03-02')
  expect(codes(checkAdministratorRemains([first], ['1'], today))).toEqual(['role/last-administrator'])
  expect(checkAdministratorRemains([first, second], ['1'], today)).toEqual([])
  expect(codes(checkAdministratorRemains([first, second], ['1', '2'], today))).toEqual(['role/last-administrator'])
  expect(codes(checkAdministratorRemains([first, { ...second, to: day('12-31') }], ['1'], today))).toEqual(['role/last-administrator'])
  expect(codes(checkAdministratorRemains([first, { ...second, from: day('04-01') }], ['1'], today))).toEqual(['role/last-administrator'])
  expect(checkAdministratorRemains([first], ['another'], today)).toEqual([])
})

function stands(deputy: PersonId, person: PersonId, from = '03-02', to = '03-13'): Standing {
  return { deputy, person, from: day(from), to: day(to) }
}

test('nobody is his own deputy, and no period runs backwards', () => {
  expect(codes(checkDeputyship(stands(an, an), []))).toEqual(['deputy/oneself'])
  expect(codes(checkDeputyship(stands(bo, an, '03-13', '03-02'), []))).toEqual(['deputy/period-reversed'])
})

test('deputyships close no circle on any day, through however many hands', () => {
  expect(checkDeputyship(stands(bo, an), [stands(an, bo)])).toMatchObject([{ code: 'deputy/circle', fact: { people: [bo, an] } }])
  expect(checkDeputyship(stands(bo, an), [stands(chu, bo), stands(an, chu, '03-13', '03-20')])).toMatchObject([
    { code: 'deputy/circle', fact: { people: [bo, chu, an] } },
  ])
})

test('deputyships that never run on one day make no circle', () => {
  expect(checkDeputyship(stands(bo, an), [stands(an, bo, '03-14', '03-20')])).toEqual([])
  // Each of the two shares days with the new one, but not one day in common with both.
  expect(checkDeputyship(stands(bo, an), [stands(chu, bo, '03-02', '03-05'), stands(an, chu, '03-06', '03-20')])).toEqual([])
})

test('two periods overlap exactly when some day lies in both', () => {
  const somePeriod = fc.tuple(fc.nat(20), fc.option(fc.nat(20))).map(([from, length]) => {
    const first = addDays(day('03-01'), from)
    return length === null ? { from: first } : { from: first, to: addDays(first, length) }
  })
  const lies = (period: { from: PlainDay; to?: PlainDay }, on: PlainDay) =>
    period.from <= on && (period.to === undefined || on <= period.to)
  const days = Array.from({ length: 60 }, (_, index) => addDays(day('03-01'), index))
  fc.assert(
    fc.property(somePeriod, somePeriod, (a, b) => {
      expect(overlaps(a, b)).toBe(days.some((on) => lies(a, on) && lies(b, on)))
    }),
  )
})

test('a masked number keeps its length and shows its ends, or nothing of a short one', () => {
  expect(maskNumber('990000198001010010', 3, 4)).toBe('990***********0010')
  expect(maskNumber('6222 0000 1234', 0, 4)).toBe('********1234')
  expect(maskNumber('E12345678', 3, 4)).toBe('*********')
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Z]{1,40}$/), (number) => {
      const masked = maskNumber(number, 3, 4)
      expect(masked).toHaveLength(number.length)
      expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(7)
      expect(masked.split('*').length - 1).toBeGreaterThanOrEqual(Math.min(4, number.length))
    }),
  )
})

test('nobody makes himself another person’s deputy, and a guarded role is lent by its holder alone', () => {
  const wanted = { person: an, deputy: bo, from: day('03-02'), to: day('03-06') }
  expect(codes(checkAppointer(wanted, ['legal'], by(bo)))).toEqual(['deputy/self-appointed'])
  expect(codes(checkAppointer(wanted, ['legal', 'finance'], by(chu)))).toEqual(['deputy/guarded-role'])
  expect(checkAppointer(wanted, ['legal'], by(chu))).toEqual([])
  expect(checkAppointer(wanted, ['finance'], by(an))).toEqual([])
  expect(checkAppointer(wanted, ['finance'], program)).toEqual([])
})
