import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Json } from '#domain/json.ts'
import type { ProcessPolicy } from '#domain/policy-slice.ts'
import type { PartyFacts, RegisterRow } from '#domain/register.ts'
import type { MatterId, MatterState, TaskId } from '#domain/state.ts'
import type { PersonFacts } from '#domain/checks.ts'
import { gatherCheckContext, type Query } from '../check-context.ts'
import { asSystem, type Store, type Tx } from '../db.ts'
import { readMandates } from './mandates.ts'
import { getState } from './read.ts'

export type PaperRequest = {
  readonly institution: InstitutionId
  readonly matter: MatterId
  readonly step: TaskId
  readonly on: PlainDay
  readonly number: string
}

/** A person as a paper may show him; numbers masked. */
export type PaperPerson = {
  readonly id: PersonId
  readonly name: string
  readonly nameLatin?: string
  readonly department?: string
  readonly departmentEn?: string
  readonly employer: string
  readonly employerEn?: string
  readonly post?: string
  readonly nationality?: string
  readonly idType?: string
  readonly idNumberMasked?: string
  readonly relation: PersonFacts['relation']
}

/** All a paper draws on: the state as recorded, everybody it names joined from the register, the institution, dated facts. */
export async function gatherPaperContext(store: Store, request: PaperRequest) {
  const { institution, matter, on, number, step } = request
  const state = await getState(store, institution, matter)
  return asSystem(store, institution, async (tx) => {
    const house = await tx.institution.findUniqueOrThrow({ where: { id: institution } })
    const names = { nameZh: house.nameZh, nameEn: house.nameEn, province: house.province }
    const query = <Row extends object>(sql: string, values: readonly unknown[]) => tx.$queryRawUnsafe<Row[]>(sql, ...values)
    const mandates = await readMandates(tx, institution)
    const pinned = await tx.policy.findUnique({
      where: { institutionId_hash: { institutionId: institution, hash: state.head.policyVersion } },
    })
    const own = await findHouseParty(query, institution, names.nameZh)
    const { calendar, parameters, registers } = await gatherCheckContext(query, institution, on, state.data)
    return {
      state,
      people: await joinPeople(tx, institution, [state, mandates], names),
      institution: names,
      on,
      number,
      step,
      calendar,
      parameters,
      registers,
      mandates,
      ...(pinned === null ? {} : { policy: pinned.body as ProcessPolicy }),
      ...(own === undefined ? {} : { house: own }),
    }
  })
}

/** The university's own row in its register of parties: the one that says so, or the one of its name. */
async function findHouseParty(query: Query, institution: InstitutionId, name: string): Promise<PartyFacts | undefined> {
  const sql = `SELECT body FROM register_entries WHERE institution_id = $1 AND register = 'party'
    AND (body->>'isHouse' = 'true' OR body->>'name' = $2) ORDER BY body->>'isHouse', id LIMIT 1`
  const [row] = await query<{ body: PartyFacts }>(sql, [institution, name])
  return row?.body
}

// Far longer than any id, and short enough to leave out what people wrote.
const longestId = 64

/** Every text that stands anywhere in a value, names of fields included, once. */
function stringsIn(value: Json, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value === 'string') found.add(value)
  if (value === null || typeof value !== 'object') return found
  for (const [name, part] of Object.entries(value)) {
    found.add(name)
    stringsIn(part, found)
  }
  return found
}

async function joinPeople(
  tx: Tx,
  institution: InstitutionId,
  said: readonly [MatterState, readonly RegisterRow[]],
  house: { readonly nameZh: string; readonly nameEn: string },
): Promise<{ [person: string]: PaperPerson }> {
  // Ids are looked for wherever they may stand: forms, results, signatures. What is no person's id finds nobody.
  const ids = [...stringsIn(said as unknown as Json)].filter((said) => said.length <= longestId)
  const rows = await tx.person.findMany({ where: { institutionId: institution, id: { in: ids } } })
  const departments = new Map((await tx.department.findMany({ where: { institutionId: institution } })).map((one) => [one.id, one]))
  return Object.fromEntries(
    rows.map((row) => {
      // Of somebody employed elsewhere the department is where he is a guest, no part of his employer.
      const department = row.departmentId === null || row.employer !== 'here' ? undefined : departments.get(row.departmentId)
      const person: PaperPerson = {
        id: row.id as PersonId,
        name: row.name,
        employer: row.employer === 'here' ? house.nameZh : (row.employerName ?? ''),
        relation: row.relation as PersonFacts['relation'],
        ...(row.nameLatin === null ? {} : { nameLatin: row.nameLatin }),
        ...(row.employer === 'here' ? { employerEn: house.nameEn } : {}),
        ...(department === undefined ? {} : { department: department.nameZh, departmentEn: department.nameEn }),
        ...(row.title === null ? {} : { post: row.title }),
        ...(row.nationality === null ? {} : { nationality: row.nationality }),
        ...(row.idType === null ? {} : { idType: row.idType }),
        ...(row.identityMasked === null ? {} : { idNumberMasked: row.identityMasked }),
      }
      return [row.id, person]
    }),
  )
}
