import type { DepartmentId, PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import { deskRules } from './desk-rules.ts'
import { organisationRules } from './organisation.ts'
import { findDepartment, importRules, type ImportedPerson, type ImportRow, type NamedDepartment } from './people-import.ts'
import { refuse, type Refusal } from './refusal.ts'

/** A person as the register has him, with his numbers where the file gives any: only in memory, never kept or shown. */
export type KnownPerson = { readonly id: PersonId; readonly leftOn?: PlainDay } & {
  readonly [Field in keyof ImportedPerson]?: ImportedPerson[Field]
}

/** What a row will do: enter somebody, change these fields of somebody, let somebody leave; nothing where all is known. */
export type PlannedRow = {
  readonly line: number
  readonly id?: PersonId
  readonly outcome: 'created' | 'changed' | 'unchanged' | 'faulty'
  readonly refusals: readonly Refusal[]
  readonly person?: ImportedPerson & { readonly department?: DepartmentId }
  readonly change?: { readonly [Field in Changeable]?: ImportedPerson[Field] }
  readonly leftOn?: PlainDay
}

type Changeable = Exclude<keyof ImportedPerson, 'id' | 'leftOn'>

const changeable: readonly Changeable[] = [
  ...(['name', 'nameLatin', 'department', 'relation', 'employerName', 'title', 'mail', 'supervisor'] as const),
  ...(['nationality', 'language', 'idType', 'identity', 'account'] as const),
]

export type ImportGround = {
  readonly known: readonly KnownPerson[]
  readonly departments: readonly NamedDepartment[]
  readonly today: PlainDay
}

/** What each row will do with the register as it stands; a second run of the same file finds everything unchanged. */
export function planImport(rows: readonly ImportRow[], ground: ImportGround): PlannedRow[] {
  const known = new Map(ground.known.map((one) => [one.id as string, one]))
  const inFile = new Map(rows.flatMap((row) => (row.person === undefined ? [] : [[row.person.id as string, row.person] as const])))
  return rows.map((row) => planRow(row, ground, known, inFile))
}

/** The rows in an order in which every supervisor is entered before whom he supervises. */
export function orderBySupervisor(rows: readonly PlannedRow[]): PlannedRow[] {
  const byId = new Map(rows.flatMap((row) => (row.id === undefined ? [] : [[row.id as string, row] as const])))
  const ordered = new Set<PlannedRow>()
  const place = (row: PlannedRow): void => {
    const path: PlannedRow[] = []
    for (
      let one: PlannedRow | undefined = row;
      one !== undefined && !ordered.has(one) && !path.includes(one);
      one = byId.get(one.person?.supervisor ?? '')
    )
      path.push(one)
    for (const one of path.toReversed()) ordered.add(one)
  }
  rows.forEach(place)
  return [...ordered]
}

function planRow(
  row: ImportRow,
  ground: ImportGround,
  known: ReadonlyMap<string, KnownPerson>,
  inFile: ReadonlyMap<string, ImportedPerson>,
): PlannedRow {
  const { line, person: read } = row
  if (read === undefined)
    return { line, ...(row.id === undefined ? {} : { id: row.id as PersonId }), outcome: 'faulty', refusals: row.refusals }
  const department = read.department === undefined ? undefined : findDepartment(ground.departments, read.department)
  const before = known.get(read.id)
  const refusals = [...checkLinks(read, department, known, inFile), ...checkLeaving(read, before, ground.today)]
  if (refusals.length > 0) return { line, id: read.id, outcome: 'faulty', refusals }
  const { department: _, ...rest } = read
  const person = { ...rest, ...(department === undefined ? {} : { department: department.id }) }
  const leaves = read.leftOn !== undefined && before?.leftOn === undefined ? { leftOn: read.leftOn } : {}
  if (before === undefined) return { line, id: read.id, outcome: 'created', refusals, person, ...leaves }
  const change = changeOf(person, before)
  const isChanged = Object.keys(change).length > 0 || 'leftOn' in leaves
  return { line, id: read.id, outcome: isChanged ? 'changed' : 'unchanged', refusals, person, change, ...leaves }
}

function checkLinks(
  person: ImportedPerson,
  department: NamedDepartment | undefined,
  known: ReadonlyMap<string, KnownPerson>,
  inFile: ReadonlyMap<string, ImportedPerson>,
): Refusal[] {
  const refusals: Refusal[] = []
  const { supervisor } = person
  if (person.department !== undefined && department === undefined)
    refusals.push(refuse(deskRules.departmentUnknown, { department: person.department }))
  if (supervisor === undefined) return refusals
  if (supervisor === person.id) refusals.push(refuse(organisationRules.ownSupervisor, { person: person.id }))
  else if (!known.has(supervisor) && !inFile.has(supervisor)) refusals.push(refuse(deskRules.personUnknown, { person: supervisor }))
  else if (!known.has(person.id) && isInCircle(person, known, inFile))
    refusals.push(refuse(importRules.supervisorCircle, { person: person.id, supervisor }))
  return refusals
}

/** Whether among the people yet to be entered somebody comes to supervise himself. */
function isInCircle(person: ImportedPerson, known: ReadonlyMap<string, KnownPerson>, inFile: ReadonlyMap<string, ImportedPerson>): boolean {
  const seen = new Set<string>()
  for (let at = person.supervisor; at !== undefined && !known.has(at) && !seen.has(at); at = inFile.get(at)?.supervisor) {
    if (at === person.id) return true
    seen.add(at)
  }
  return false
}

function checkLeaving({ id, leftOn }: ImportedPerson, before: KnownPerson | undefined, today: PlainDay): Refusal[] {
  // An older list run again brings nobody back who has left since; whoever comes back is entered by hand.
  if (leftOn === undefined)
    return before?.leftOn === undefined ? [] : [refuse(organisationRules.personLeft, { person: id, on: before.leftOn })]
  if (leftOn > today) return [refuse(organisationRules.leavingAhead, { on: leftOn, today })]
  if (before?.leftOn !== undefined && before.leftOn !== leftOn)
    return [refuse(organisationRules.personLeft, { person: id, on: before.leftOn })]
  return []
}

/** The fields in which the file says something else; of who has left the relation stays `left` while the file still says when. */
function changeOf(person: ImportedPerson, before: KnownPerson): NonNullable<PlannedRow['change']> {
  const hasLeft = before.leftOn !== undefined && person.leftOn !== undefined
  const fields = changeable.filter(
    (field) => person[field] !== undefined && person[field] !== before[field] && !(field === 'relation' && hasLeft),
  )
  return Object.fromEntries(fields.map((field) => [field, person[field]]))
}
