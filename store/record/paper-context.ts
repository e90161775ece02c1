import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Json } from '#domain/json.ts'
import type { ProcessPolicy } from '#domain/policy-slice.ts'
import type { PartyFacts, RegisterRow } from '#domain/register.ts'
import type { MatterId, MatterState, TaskId } from '#domain/state.ts'
import type { PersonFacts } from '#domain/checks.ts'
import { gatherCheckContext } from '../check-context.ts'
import { systemViewer, type Store } from '../db.ts'
import { readAs, type Ask } from '../reading.ts'
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
  return readAs(store, systemViewer(institution), 'paper-context', async (ask) => {
    const [found] = await ask<House>(selectHouse, [institution, state.head.policyVersion])
    if (found === undefined) throw new Error(`No institution ${institution}`)
    const { policy, ...names } = found
    const mandates = await readMandates(ask, institution)
    const own = await findHouseParty(ask, institution, names.nameZh)
    const { calendar, parameters, registers } = await gatherCheckContext(ask, institution, on, state.data)
    return {
      state,
      people: await joinPeople(ask, institution, [state, mandates], names),
      institution: names,
      on,
      number,
      step,
      calendar,
      parameters,
      registers,
      mandates,
      ...(policy === null ? {} : { policy }),
      ...(own === undefined ? {} : { house: own }),
    }
  })
}

type HouseNames = { readonly nameZh: string; readonly nameEn: string; readonly province: string }
type House = HouseNames & { readonly policy: ProcessPolicy | null }

/** The institution, and the policy that was pinned. */
const selectHouse = `SELECT i.name_zh AS "nameZh", i.name_en AS "nameEn", i.province,
  (SELECT p.body FROM policies p WHERE p.institution_id = i.id AND p.hash = $2) AS policy FROM institutions i WHERE i.id = $1`

/** The university's own row in its register of parties: the one that says so, or the one of its name. */
async function findHouseParty(ask: Ask, institution: InstitutionId, name: string): Promise<PartyFacts | undefined> {
  const sql = `SELECT body FROM register_entries WHERE institution_id = $1 AND register = 'party'
    AND (body->>'isHouse' = 'true' OR body->>'name' = $2) ORDER BY body->>'isHouse', id LIMIT 1`
  const [row] = await ask<{ body: PartyFacts }>(sql, [institution, name])
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

// Of somebody employed elsewhere the department is where he is a guest, no part of his employer.
const selectPeople = `SELECT p.id, p.name, p.name_latin, p.employer, p.employer_name, p.relation, p.title, p.nationality, p.id_type,
    p.identity_masked, d.name_zh AS department, d.name_en AS department_en
  FROM people p LEFT JOIN departments d ON d.institution_id = p.institution_id AND d.id = p.department_id AND p.employer = 'here'
  WHERE p.institution_id = $1 AND p.id = ANY ($2::text[]) ORDER BY p.id`

type PersonRow = Pick<PaperPerson, 'id' | 'name' | 'relation'> & { readonly employer: string } & {
  readonly [
    column in 'name_latin' | 'employer_name' | 'title' | 'nationality' | 'id_type' | 'identity_masked' | 'department' | 'department_en'
  ]: string | null
}

async function joinPeople(
  ask: Ask,
  institution: InstitutionId,
  said: readonly [MatterState, readonly RegisterRow[]],
  house: HouseNames,
): Promise<{ [person: string]: PaperPerson }> {
  // Ids are looked for wherever they may stand: forms, results, signatures. What is no person's id finds nobody.
  const ids = [...stringsIn(said as unknown as Json)].filter((said) => said.length <= longestId)
  const rows = await ask<PersonRow>(selectPeople, [institution, ids])
  return Object.fromEntries(rows.map((row) => [row.id, personOf(row, house)]))
}

function personOf(row: PersonRow, house: HouseNames): PaperPerson {
  return {
    id: row.id,
    name: row.name,
    employer: row.employer === 'here' ? house.nameZh : (row.employer_name ?? ''),
    relation: row.relation,
    ...(row.name_latin === null ? {} : { nameLatin: row.name_latin }),
    ...(row.employer === 'here' ? { employerEn: house.nameEn } : {}),
    ...(row.department === null ? {} : { department: row.department }),
    ...(row.department_en === null ? {} : { departmentEn: row.department_en }),
    ...(row.title === null ? {} : { post: row.title }),
    ...(row.nationality === null ? {} : { nationality: row.nationality }),
    ...(row.id_type === null ? {} : { idType: row.id_type }),
    ...(row.identity_masked === null ? {} : { idNumberMasked: row.identity_masked }),
  }
}
