import type { ActorRef, DepartmentId, PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import { deskRules } from './desk-rules.ts'
import { byDesign, refuse, type Citation, type Refusal, type Rule } from './refusal.ts'
import { departmentRoles, guardedRoles, type Role, type RoleKey } from './role.ts'

/** Separation of duties: nobody grants, confirms or keeps open a door for himself. */
const separation: Citation = { law: 'policy', article: 'separation-of-duties', sure: 'design' }

/** Rules of the house's own order: who belongs to it, who holds which role, who stands in for whom. */
export const organisationRules = {
  lastAdministrator: { code: 'role/last-administrator', citations: [byDesign] },
  ownGrant: { code: 'role/own-grant', citations: [separation] },
  roleHeld: { code: 'role/held-already', citations: [byDesign] },
  rolePeriod: { code: 'role/period-reversed', citations: [byDesign] },
  roleUnknown: { code: 'role/unknown', citations: [byDesign] },
  roleNotInForce: { code: 'role/not-in-force', citations: [byDesign] },
  personLeft: { code: 'person/left', citations: [byDesign] },
  personProposed: { code: 'person/not-confirmed', citations: [byDesign] },
  leavingAhead: { code: 'person/leaving-ahead', citations: [byDesign] },
  ownSupervisor: { code: 'person/own-supervisor', citations: [byDesign] },
  departmentKnown: { code: 'department/known', citations: [byDesign] },
  departmentCircle: { code: 'department/circle', citations: [byDesign] },
  deputyCircle: { code: 'deputy/circle', citations: [separation] },
  deputyAppointsHimself: { code: 'deputy/self-appointed', citations: [separation] },
  deputyGuarded: { code: 'deputy/guarded-role', citations: [separation] },
  deputyUnknown: { code: 'deputy/unknown', citations: [byDesign] },
  deputyRevoked: { code: 'deputy/revoked', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }

export const rules: readonly Rule[] = Object.values(organisationRules)

/** A role held, or proposed to be held, from and to these days, both included; open when `to` is absent. */
export type Holding = {
  readonly id: string
  readonly person: PersonId
  readonly role: Role
  readonly key: RoleKey
  readonly from: PlainDay
  readonly to?: PlainDay
  readonly status: 'proposed' | 'active' | 'declined'
  readonly grantedBy: string
}

/** What a grant rests on: who is to hold what from when, and what he holds already. */
export type GrantQuestion = {
  readonly role: Role
  readonly key: RoleKey
  readonly department?: DepartmentId
  readonly from: PlainDay
  readonly to?: PlainDay
  readonly by: ActorRef
  readonly person: { readonly id: PersonId; readonly status: 'active' | 'proposed'; readonly leftOn?: PlainDay }
  readonly held: readonly Holding[]
}

/** Whether the role may be granted: no refusals, fine. */
export function checkGrant({ role, key, department, from, to, by, person, held }: GrantQuestion): Refusal[] {
  const refusals: Refusal[] = []
  if (departmentRoles.includes(role) && department === undefined)
    refusals.push(refuse(deskRules.roleNeedsDepartment, { role }, '/department'))
  if (to !== undefined && to < from) refusals.push(refuse(organisationRules.rolePeriod, { from, to }, '/to'))
  if (person.status === 'proposed') refusals.push(refuse(organisationRules.personProposed, { person: person.id }, '/person'))
  if (person.leftOn !== undefined && (to === undefined || to > person.leftOn))
    refusals.push(refuse(organisationRules.personLeft, { person: person.id, on: person.leftOn }, '/person'))
  if (needsSecondPerson(role, by) && by.is === 'person' && by.person === person.id)
    refusals.push(refuse(organisationRules.ownGrant, { role }, '/person'))
  const same = held.find(
    (one) => one.key === key && one.status !== 'declined' && overlaps(one, { from, ...(to === undefined ? {} : { to }) }),
  )
  if (same !== undefined) refusals.push(refuse(organisationRules.roleHeld, { role, from: same.from, to: same.to ?? null }))
  return refusals
}

/** Whether a grant waits for a second person: the guarded roles, unless the installation itself grants. */
export function needsSecondPerson(role: Role, by: ActorRef): boolean {
  return guardedRoles.includes(role) && by.is === 'person'
}

/** Whether this person may confirm or decline a proposed grant: another than who granted it and who receives it. */
export function checkDecision(holding: Holding, by: ActorRef): Refusal[] {
  if (holding.status !== 'proposed') return [refuse(deskRules.roleDecided, { status: holding.status })]
  const person = by.is === 'person' ? [by.person, by.onBehalfOf] : []
  const concerned = person.some((one) => one !== undefined && (one === holding.person || one === holding.grantedBy))
  return concerned ? [refuse(deskRules.secondPerson, { role: holding.role })] : []
}

/** Whether a holding can end on `on` (its last day): it must be in force then or later. */
export function checkEnd(holding: Holding, on: PlainDay): Refusal[] {
  const over = holding.status !== 'active' || on < holding.from || (holding.to !== undefined && holding.to <= on)
  return over ? [refuse(organisationRules.roleNotInForce, { role: holding.role, from: holding.from, to: holding.to ?? null, on })] : []
}

/**
 * Whether an administrator remains when these holdings no longer count: one in force without an end from the day after `lastDay`.
 * `usable` are the active holdings of `sysadmin` whose holders can sign in.
 */
export function checkAdministratorRemains(usable: readonly Holding[], leaving: readonly string[], lastDay: PlainDay): Refusal[] {
  const goes = usable.some((one) => leaving.includes(one.id))
  const remains = usable.some((one) => !leaving.includes(one.id) && one.to === undefined && one.from <= lastDay)
  return goes && !remains ? [refuse(organisationRules.lastAdministrator, { on: lastDay })] : []
}

/** A time in which one person stands in for another. */
export type Standing = { readonly person: PersonId; readonly deputy: PersonId; readonly from: PlainDay; readonly to: PlainDay }

/** Whether the deputyship may be: in a forward period, of another person, and not closing a circle on any day. */
export function checkDeputyship(wanted: Standing, others: readonly Standing[]): Refusal[] {
  const { person, deputy, from, to } = wanted
  if (to < from) return [refuse(deskRules.deputyPeriod, { from, to }, '/to')]
  if (person === deputy) return [refuse(deskRules.deputyOneself, {}, '/deputy')]
  const circle = findCircle(wanted, others)
  return circle === undefined ? [] : [refuse(organisationRules.deputyCircle, { people: circle }, '/deputy')]
}

/**
 * Whether somebody else may appoint a deputy for the absent person: never himself, and never with a guarded role, which takes
 * two people to grant; whoever holds one lends it himself.
 */
export function checkAppointer({ person, deputy }: Standing, lent: readonly Role[], by: ActorRef): Refusal[] {
  if (by.is !== 'person' || by.person === person) return []
  if (by.person === deputy) return [refuse(organisationRules.deputyAppointsHimself, {}, '/deputy')]
  const guarded = lent.filter((role) => guardedRoles.includes(role))
  return guarded.length > 0 ? [refuse(organisationRules.deputyGuarded, { roles: guarded }, '/roles')] : []
}

/** The people through whom work would come back to whom it left, on some day of the period. */
function findCircle({ person, deputy, from, to }: Standing, others: readonly Standing[]): readonly PersonId[] | undefined {
  const look = (at: PersonId, days: { from: PlainDay; to: PlainDay }, path: readonly PersonId[]): readonly PersonId[] | undefined => {
    if (at === person) return path
    for (const next of others.filter((one) => one.person === at && overlaps(one, days) && !path.includes(one.deputy))) {
      const common = { from: next.from > days.from ? next.from : days.from, to: next.to < days.to ? next.to : days.to }
      const found = look(next.deputy, common, [...path, next.deputy])
      if (found !== undefined) return found
    }
    return undefined
  }
  return look(deputy, { from, to }, [deputy])
}

/** Whether two periods, both ends included and open without `to`, share a day. */
export function overlaps(
  a: { readonly from: PlainDay; readonly to?: PlainDay },
  b: { readonly from: PlainDay; readonly to?: PlainDay },
): boolean {
  return (a.to === undefined || b.from <= a.to) && (b.to === undefined || a.from <= b.to)
}

/** A number with its middle hidden: the first `head` and last `tail` characters stay; all of a short one is hidden. */
export function maskNumber(value: string, head: number, tail: number): string {
  const characters = [...value.replaceAll(/\s/g, '')]
  const hidden = characters.length - head - tail
  if (hidden < 4) return '*'.repeat(characters.length)
  return [...characters.slice(0, head), '*'.repeat(hidden), ...characters.slice(characters.length - tail)].join('')
}
