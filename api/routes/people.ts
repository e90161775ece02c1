import { createHash, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { DepartmentId, PersonId } from '#domain/actor.ts'
import type { Json, JsonObject } from '#domain/json.ts'
import type { Role } from '#domain/role.ts'
import { emptyBody } from '#schemas/api/common.ts'
import {
  importOutcome,
  importQuery,
  newPerson,
  outsideProposal,
  personChange,
  personPage,
  personQuery,
  personRow,
  personView,
} from '#schemas/api/person.ts'
import { decodeSpreadsheet, importPeople } from '#store/desk/import-people.ts'
import { findPerson, listPeople, type Person } from '#store/desk/people-lists.ts'
import { addPerson, changePerson, proposePerson } from '#store/desk/people.ts'
import { confirmPerson, recordLeaving } from '#store/desk/person-changes.ts'
import { listAssignments } from '#store/desk/roles.ts'
import { actingAs, actingSelf, deedOf } from '../duty.ts'
import { loadNames } from '../names.ts'
import { doOnce } from '../once.ts'
import { notFound } from '../problem.ts'
import { viewRefusal } from '../refusal-view.ts'
import { created, ok, peopleRoute, type PeopleCall, type Route } from '../route.ts'
import { deedId } from '../send-command.ts'
import { isOffice } from '../visibility.ts'
import { viewPerson, viewPersonRow } from '../views/person-view.ts'

const tag = 'People'

/** Who keeps the register; a department's secretary keeps that of his department. */
const registrars: readonly Role[] = ['ipo_officer', 'hr', 'sysadmin', 'dept_admin']

/** What anybody may change of what the register says of himself. */
const ownFields = ['nameLatin', 'mail', 'language', 'identity', 'idType', 'account']

/** The register of people. */
export const peopleRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/people',
      tag,
      summary: 'People by name',
      query: personQuery,
      answers: { 200: { says: 'A page of people', shape: personPage } },
    },
    async (call) => {
      const { q, department, role, status, limit, cursor } = call.query
      const { items, next } = await listPeople(call.deps.store, call.who.viewer, {
        limit,
        ...(q === undefined ? {} : { text: q }),
        ...(department === undefined ? {} : { department: department as DepartmentId }),
        ...(role === undefined ? {} : { role: { role, on: call.today } }),
        ...(status === undefined ? {} : { status }),
        ...(cursor === undefined ? {} : { cursor }),
      })
      const { lookup } = await loadNames(call.deps, call.who, [], call.words)
      return ok({ items: items.map((one) => viewPersonRow(one, call.words, lookup)), next: next ?? null })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/people/{id}',
      tag,
      summary: 'A person; more of him to the office and to himself',
      answers: { 200: { says: 'The person', shape: personView } },
    },
    async (call) => ok(await describePerson(call, call.params['id'] ?? '')),
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/people',
      tag,
      summary: 'Enter a person',
      body: newPerson,
      answers: { 201: { says: 'Entered', shape: personView } },
    },
    async (call) => {
      const { id, department, ...entry } = call.body
      const actor = actingAs(call, registrars, department)
      return doOnce(call, 'add-person', withoutNumbers(call.body), async (command) => {
        const person = (id ?? `p-${command.slice(0, 13).replace('-', '')}`) as PersonId
        const given = defined({ ...entry, ...(department === undefined ? {} : { department: department as DepartmentId }) })
        await addPerson(call.deps.store, deedOf(call, command, actor), { ...given, id: person })
        return created(await describePerson(call, person), `/api/people/${person}`)
      })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/people/outside',
      tag,
      summary: 'Name a co-inventor from outside; the office confirms him',
      body: outsideProposal,
      answers: { 201: { says: 'Proposed', shape: personRow } },
    },
    async (call) =>
      doOnce(call, 'propose-person', call.body as Json, async (command) => {
        const id = `x-${command.slice(0, 13).replace('-', '')}` as PersonId
        await proposePerson(call.deps.store, deedOf(call, command, actingSelf(call)), { ...defined(call.body), id })
        const { lookup } = await loadNames(call.deps, call.who, [], call.words)
        return created(viewPersonRow(await getPerson(call, id), call.words, lookup), `/api/people/${id}`)
      }),
  ),
  peopleRoute(
    {
      method: 'patch',
      path: '/api/people/{id}',
      tag,
      summary: 'Change what the register says of a person',
      body: personChange,
      answers: { 200: { says: 'Changed', shape: personView } },
    },
    async (call) => change(call),
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/people/{id}/confirm',
      tag,
      summary: 'Confirm a proposed person',
      body: emptyBody,
      answers: { 200: { says: 'Confirmed', shape: personView } },
    },
    async (call) => {
      const { id } = await getPerson(call, call.params['id'] ?? '')
      await confirmPerson(call.deps.store, deedOf(call, deedId(call, `confirm/${id}`, {}), actingAs(call, ['ipo_officer'])), id)
      return ok(await describePerson(call, id))
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/people/import',
      tag,
      summary: 'Enter and change people from CSV: all rows or none',
      query: importQuery,
      bytes: ['text/csv'],
      answers: { 200: { says: 'What became of each row, or would', shape: importOutcome } },
    },
    async (call) => {
      const actor = actingAs(call, ['ipo_officer', 'hr', 'sysadmin'])
      const bytes = call.bytes ?? Buffer.alloc(0)
      const asked = { dryRun: call.query.dryRun, sha256: createHash('sha256').update(bytes).digest('hex') }
      return doOnce(call, 'import-people', asked, async (command) =>
        ok(await runImport(call, deedOf(call, command, actor), bytes, call.query.dryRun === 'true')),
      )
    },
  ),
]

async function runImport({ deps, words }: PeopleCall, deed: ReturnType<typeof deedOf>, bytes: Buffer, isDry: boolean) {
  const outcome = await importPeople(deps.store, deed, decodeSpreadsheet(bytes), isDry ? 'dry-run' : 'write')
  const rows = outcome.rows.map(({ refusals, ...row }) => ({
    ...row,
    ...(refusals.length === 0 ? {} : { refusals: refusals.map((one) => viewRefusal(one, words, new Map())) }),
  }))
  return { ...outcome, rows }
}

async function getPerson({ deps, who }: PeopleCall, id: string): Promise<Person> {
  const person = await findPerson(deps.store, who.viewer, id as PersonId)
  if (person === undefined) throw notFound()
  return person
}

async function describePerson(call: PeopleCall, id: string) {
  const { deps, who, words } = call
  const person = await getPerson(call, id)
  const assignments = await listAssignments(deps.store, who.viewer, { person: person.id })
  const { lookup } = await loadNames(deps, who, person.supervisor === undefined ? [] : [person.supervisor], words)
  const reader = { person: who.person, roles: who.roles }
  const whole = person.id === who.person || isOffice(reader) || who.roles.some((key) => key === 'sysadmin')
  return whole ? viewPerson(person, assignments, words, lookup) : { ...viewPersonRow(person, words, lookup), roles: [] }
}

async function change(call: PeopleCall<unknown, z.output<typeof personChange>>) {
  const { deps, who, body } = call
  const { id, department: present } = await getPerson(call, call.params['id'] ?? '')
  const { leftOn, department, ...rest } = body
  const own = id === who.person && Object.keys(body).every((field) => ownFields.includes(field))
  // Whoever changes where somebody's money goes answers for pay, not for the register.
  const isMoney = body.account !== undefined || body.identity !== undefined
  const actor = own ? actingSelf(call) : actingAs(call, isMoney ? ['hr', 'finance'] : registrars, present)
  // A number has too few digits for a hash to hide it: such a change is its own deed each time.
  const command = isMoney ? randomUUID() : deedId(call, `change-person/${id}`, body as Json)
  const given = defined({ ...rest, ...(department === undefined ? {} : { department: department as DepartmentId }) })
  if (Object.keys(given).length > 0) await changePerson(deps.store, deedOf(call, command, actor), id, given)
  if (leftOn !== undefined)
    await recordLeaving(deps.store, deedOf(call, `${command}/left`, actingAs(call, ['hr', 'ipo_officer', 'sysadmin'])), id, leftOn)
  return ok(await describePerson(call, id))
}

/** The request as its hash may be kept: numbers have too few digits for a hash to hide them. */
function withoutNumbers({ identity, account, ...rest }: z.output<typeof newPerson>): JsonObject {
  return { ...defined(rest), numbers: [identity === undefined ? '' : 'identity', account === undefined ? '' : 'account'] }
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> }

/** Without the fields that were not given. */
function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>
}
