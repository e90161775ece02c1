import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { YearCalendar } from '#domain/calendar.ts'
import type { CheckContext, PersonFacts } from '#domain/checks.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Json } from '#domain/json.ts'
import type { ParameterRow } from '#domain/parameter.ts'
import type { Citation } from '#domain/refusal.ts'
import type { RegisterRow } from '#domain/register.ts'

/** Reads rows of one institution; the recording transaction and the doors each bring their own. */
export type Query = <Row extends object>(sql: string, values: readonly unknown[]) => Promise<readonly Row[]>

/**
 * The dated facts of a form's checks: calendars, parameters, the province, the people and registers' subjects its data name, and the
 * mandates of whoever hands it in.
 */
export async function gatherCheckContext(
  query: Query,
  institution: InstitutionId,
  today: PlainDay,
  data: Json,
  signer?: PersonId,
): Promise<CheckContext> {
  const named = [...new Set(stringsOf(data))]
  const people = await query<PersonRow>(selectPeople, [institution, named])
  const registers = await query<RegisterRow>(selectRegisters, [institution, named, signer ?? null])
  const [house] = await query<HouseRow>(selectHouse, [institution])
  return {
    today,
    calendar: house?.calendars ?? [],
    parameters: (house?.parameters ?? []).map(parameterOf),
    people: people.map(factsOf),
    registers,
    ...(house === undefined ? {} : { province: house.province }),
    ...(signer === undefined ? {} : { signer }),
  }
}

type PersonRow = {
  id: PersonId
  employer: PersonFacts['employer']
  relation: PersonFacts['relation']
  is_natural_person: boolean
  left_on: PlainDay | null
  supervisor_id: PersonId | null
}

type StoredParameter = {
  name: string
  value: Json
  from_day: PlainDay | null
  to_day: PlainDay | null
  province: string | null
  citations: readonly Citation[]
  note: string | null
}
type HouseRow = { province: string; calendars: YearCalendar[] | null; parameters: StoredParameter[] | null }

const selectPeople = `SELECT id, employer, relation, is_natural_person, left_on, supervisor_id FROM people
  WHERE institution_id = $1 AND id = ANY($2::text[])`

// By their keys, so that a large register is not walked through; a person's interests are named by the person or the party.
const selectRegisters = `SELECT e.register, e.id, e.body AS facts FROM register_entries e
    JOIN unnest($2::text[]) AS n (id) ON e.id = n.id
    WHERE e.institution_id = $1 AND e.register IN ('patent', 'result', 'party')
  UNION SELECT register, id, body FROM register_entries
    WHERE institution_id = $1 AND register = 'interest' AND string_to_array(id, '~') && $2::text[]
  UNION SELECT register, id, body FROM register_entries
    WHERE institution_id = $1 AND register = 'mandate' AND split_part(id, '~', 1) = $3::text
  ORDER BY register, id`

const selectHouse = `SELECT i.province,
  (SELECT jsonb_agg(jsonb_build_object('year', c.year, 'source', c.source, 'issuedOn', c.issued_on, 'invented', c.invented, 'off', to_jsonb(c.off),
    'workingWeekends', to_jsonb(c.working_weekends)) ORDER BY c.year, c.issued_on) FROM calendars c WHERE c.institution_id = i.id) AS calendars,
  (SELECT jsonb_agg(to_jsonb(p) ORDER BY p.id) FROM parameters p WHERE p.institution_id = i.id) AS parameters
  FROM institutions i WHERE i.id = $1`

function factsOf(row: PersonRow): PersonFacts {
  return {
    id: row.id,
    isNaturalPerson: row.is_natural_person,
    employer: row.employer,
    relation: row.relation,
    ...(row.left_on === null ? {} : { leftOn: row.left_on }),
    ...(row.supervisor_id === null ? {} : { supervisor: row.supervisor_id }),
  }
}

function parameterOf(row: StoredParameter): ParameterRow {
  const [first, ...others] = row.citations
  if (first === undefined) throw new Error(`Parameter ${row.name} has no citation`)
  return {
    name: row.name,
    value: row.value,
    citations: [first, ...others],
    ...(row.from_day === null ? {} : { from: row.from_day }),
    ...(row.to_day === null ? {} : { to: row.to_day }),
    ...(row.province === null ? {} : { province: row.province }),
    ...(row.note === null ? {} : { note: row.note }),
  }
}

/** Every short string in the data; the people it names are among them. */
function stringsOf(data: Json): string[] {
  if (typeof data === 'string') return data.length <= 64 ? [data] : []
  if (data === null || typeof data !== 'object') return []
  return Object.entries(data).flatMap(([key, value]) => [...(Array.isArray(data) ? [] : [key]), ...stringsOf(value)])
}
