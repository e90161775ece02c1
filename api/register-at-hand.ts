import type { ActorRef } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import { deskRules } from '#domain/desk-rules.ts'
import type { JsonObject } from '#domain/json.ts'
import {
  registerChange,
  subjectOf,
  type RegisterEvent,
  type RegisterEventFacts,
  type RegisterFactsOf,
  type RegisterName,
} from '#domain/register.ts'
import { refuse } from '#domain/refusal.ts'
import { officeRoles, type Role } from '#domain/role.ts'
import { changeRegisterEntry } from '#store/desk/registers.ts'
import {
  findEntry,
  knownOn,
  listEntries,
  listHistory,
  listMattersAbout,
  type HistoryEntry,
  type RegisterEntry,
} from '#store/lists/registers.ts'
import { findCursorValues, pageOf, type Page } from '#store/lists/cursor.ts'
import { actingAs, actingSelf, deedOf } from './duty.ts'
import { loadNames } from './names.ts'
import { notFound, refusedBy } from './problem.ts'
import type { PeopleCall } from './route.ts'
import { peopleOfActor } from './views/actor-view.ts'
import { viewHistoryEntry, type Beside } from './views/register-view.ts'
import { holdsAny } from './visibility.ts'

/** Who keeps the registers. */
export const registrars: readonly Role[] = ['ipo_officer', 'legal', 'asset']

/** Whether the caller keeps the registers. */
export function keepsRegisters({ who }: Pick<PeopleCall, 'who'>): boolean {
  return holdsAny({ person: who.person, roles: who.roles }, registrars)
}

/** Whether the caller is of the office. */
export function isOfOffice({ who }: Pick<PeopleCall, 'who'>): boolean {
  return holdsAny({ person: who.person, roles: who.roles }, officeRoles)
}

/** A subject as the register said on a day. */
export type AtHand<Name extends RegisterName> = { readonly facts: RegisterFactsOf[Name]; readonly on: PlainDay }

/** The subject that an address names, as it is or as it was known on a day. Throws 404 for what the caller may not see. */
export async function takeSubject<Name extends RegisterName>(
  { deps, who, today }: PeopleCall,
  register: Name,
  id: string,
  knownDay?: PlainDay,
): Promise<AtHand<Name>> {
  const entry = await findEntry(deps.store, who.viewer, register, id)
  if (entry === undefined) throw notFound()
  if (knownDay === undefined || knownDay >= today) return { facts: entry.facts, on: today }
  const facts = knownOn(await listHistory(deps.store, who.viewer, { register, id }), knownDay)
  if (facts === undefined) throw notFound()
  return { facts: facts as RegisterFactsOf[Name], on: knownDay }
}

/** What stands beside the facts of a patent or result. */
export async function besideOf(
  call: PeopleCall,
  register: 'patent' | 'result',
  id: string,
  on: PlainDay,
  people: readonly string[],
): Promise<Beside> {
  const { deps, who, words } = call
  const matters = await listMattersAbout(deps.store, who.viewer, subjectOf({ register, id }))
  const { lookup } = await loadNames(deps, who, people, words)
  return { on, mayChange: keepsRegisters(call), matters, words, lookup }
}

/** The history of a subject which the caller may see. */
export async function describeHistory(call: PeopleCall, register: RegisterName, id: string) {
  const { deps, who, words } = call
  await takeSubject(call, register, id)
  const history = await listHistory(deps.store, who.viewer, { register, id })
  const { lookup } = await loadNames(deps, who, history.flatMap(peopleOf), words)
  const place = isOfOffice(call) ? 'office' : 'outside'
  return { items: history.map((entry) => viewHistoryEntry(entry, words, lookup, place)) }
}

function peopleOf({ actor }: HistoryEntry): string[] {
  return peopleOfActor(actor)
}

type Asked = { readonly q?: string | undefined; readonly of?: string | undefined; readonly inventor?: string | undefined }

/** One page of a register. */
export async function readPage<Name extends RegisterName>(
  { deps, who, query }: PeopleCall<Asked & { readonly limit: number; readonly cursor?: string | undefined }>,
  register: Name,
): Promise<Page<RegisterEntry<Name>>> {
  const { q, of, inventor, limit, cursor } = query
  const after = cursor === undefined ? undefined : findCursorValues(cursor, 1)?.[0]
  const rows = await listEntries(deps.store, who.viewer, register, {
    limit: limit + 1,
    ...(q === undefined || q === '' ? {} : { text: q }),
    ...(of === undefined ? {} : { of }),
    ...(inventor === undefined ? {} : { inventor: inventor as never }),
    ...(after === undefined ? {} : { after: String(after) }),
  })
  return pageOf(
    rows,
    limit,
    (row) => row,
    (row) => [row.id],
  )
}

/** What is entered: its kind, its facts and whence they are known. */
export type Entering = { readonly kind: RegisterEvent; readonly facts: object; readonly source: string }

/** Enters a change under the command `id`; by whoever keeps the registers, unless said otherwise. */
export async function enter(
  call: PeopleCall,
  command: string,
  subject: { readonly register: RegisterName; readonly id: string },
  { kind, facts, source }: Entering,
  actor: ActorRef = actingAs(call, registrars),
): Promise<JsonObject> {
  await checkShare(call, subject, facts)
  const deed = deedOf(call, command, actor)
  // The route's own shape read the facts; the kind decides it.
  const change = registerChange(subject, kind, facts as RegisterEventFacts[typeof kind], { source, on: deed.on })
  return changeRegisterEntry(call.deps.store, deed, change)
}

/** Whoever made a patent or a result has a share in it, and enters nothing of it, neither when it is new. Throws 403. */
async function checkShare(
  { deps, who }: PeopleCall,
  { register, id }: { readonly register: RegisterName; readonly id: string },
  facts: object,
) {
  if (register !== 'patent' && register !== 'result') return
  const known = await findEntry(deps.store, who.viewer, register, id)
  const said = 'inventors' in facts && Array.isArray(facts.inventors) ? facts.inventors : []
  if ([...(known?.facts.inventors ?? []), ...said].includes(who.person)) throw refusedBy([refuse(deskRules.registerOwn, { id })])
}

/**
 * By whom an interest is entered, or its end: another's by whoever keeps the registers, one's own by oneself, unless the office
 * entered it: who has a conflict may tell of it and may not talk it away. Throws 403.
 */
export async function actingOnInterest(call: PeopleCall, person: string, id: string): Promise<ActorRef> {
  if (person !== call.who.person) return actingAs(call, registrars)
  if (await isEnteredByOffice(call, person, id)) throw refusedBy([refuse(deskRules.interestOffice)])
  return actingSelf(call)
}

/** Whether the caller may enter the end of an interest, by the same rule. */
export async function mayEndInterest(call: PeopleCall, person: string, id: string): Promise<boolean> {
  return person === call.who.person ? !(await isEnteredByOffice(call, person, id)) : keepsRegisters(call)
}

async function isEnteredByOffice({ deps, who }: PeopleCall, person: string, id: string): Promise<boolean> {
  const history = await listHistory(deps.store, who.viewer, { register: 'interest', id })
  const declared = history.findLast(({ kind }) => kind === 'InterestDeclared')?.actor
  return declared !== undefined && !(declared.is === 'person' && declared.person === person && declared.as === 'self')
}
