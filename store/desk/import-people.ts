import type { DepartmentId, InstitutionId, PersonId } from '#domain/actor.ts'
import { readPeople, type ImportedPerson } from '#domain/people-import.ts'
import { orderBySupervisor, planImport, type KnownPerson, type PlannedRow } from '#domain/people-import-plan.ts'
import { asSystem, type Store, type Tx } from '../db.ts'
import type { Deed } from '../deed.ts'
import { addPersonIn, changePersonIn, type NewPerson } from './people.ts'
import { recordLeavingIn } from './person-changes.ts'
import { openNumbers } from './person-numbers.ts'
import { lockShared, requireNone } from './register.ts'

/** Thousands of people are entered in one transaction, so that all or none are: ms. */
const longestImport = 300_000

/** What an import did, or in a dry run would do. */
export type ImportOutcome = {
  readonly dryRun: boolean
  readonly counts: { readonly [outcome in PlannedRow['outcome']]: number }
  readonly rows: readonly Pick<PlannedRow, 'line' | 'id' | 'outcome' | 'refusals'>[]
}

/** A spreadsheet's text: UTF-8, or what Chinese spreadsheets save where they were not asked (GB 18030). */
export function decodeSpreadsheet(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/**
 * Enters and changes people as the file says, matched by their number in the house: all rows or, where one is faulty, none. A cell
 * left empty changes nothing, so the same file again finds everybody unchanged. A dry run writes nothing.
 * @throws RegisterRefusal when the file as a whole cannot be read.
 */
export async function importPeople(store: Store, deed: Deed, source: string, mode: 'dry-run' | 'write'): Promise<ImportOutcome> {
  const { refusals, rows } = readPeople(source)
  requireNone(refusals)
  const { institution, on } = deed
  const work = async (tx: Tx) => {
    if (mode === 'write') await lockShared(tx, institution, 'roles')
    const departments = (await tx.department.findMany({ where: { institutionId: institution } })).map(({ id, nameZh, nameEn }) => ({
      id: id as DepartmentId,
      nameZh,
      nameEn,
    }))
    const known = await listKnown(
      store,
      tx,
      institution,
      rows.flatMap((row) => row.person ?? []),
    )
    const plan = planImport(rows, { known, departments, today: on })
    const isFaulty = plan.some((row) => row.outcome === 'faulty')
    if (mode === 'write' && !isFaulty) for (const row of orderBySupervisor(plan)) await write(store, tx, deed, row)
    return { dryRun: mode === 'dry-run', counts: countOf(plan), rows: plan.map(shown) }
  }
  return asSystem(store, institution, work, longestImport)
}

/** The people of the file as the register has them; numbers are opened only to tell whether the file brings others. */
async function listKnown(store: Store, tx: Tx, institution: InstitutionId, people: readonly ImportedPerson[]): Promise<KnownPerson[]> {
  const named = people.flatMap(({ id, supervisor }) => (supervisor === undefined ? [id] : [id, supervisor]))
  const numbered = new Set<string>(people.filter((one) => one.identity !== undefined || one.account !== undefined).map((one) => one.id))
  const rows = await tx.person.findMany({ where: { institutionId: institution, id: { in: [...new Set(named)] } } })
  return Promise.all(
    rows.map(async (row) => {
      const { id, departmentId: department, supervisorId: supervisor, ...rest } = row
      const numbers = numbered.has(id) ? await openNumbers(store, tx, institution, id as PersonId, row) : {}
      const { name, nameLatin, relation, employerName, title, mail, nationality, language, leftOn, idType } = rest
      const fields = {
        id,
        name,
        nameLatin,
        relation,
        employerName,
        title,
        mail,
        nationality,
        language,
        leftOn,
        idType,
        department,
        supervisor,
      }
      return { ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)), ...numbers } as KnownPerson
    }),
  )
}

async function write(store: Store, tx: Tx, deed: Deed, row: PlannedRow): Promise<void> {
  const { id, person, change, outcome, leftOn } = row
  if (id === undefined || person === undefined || outcome === 'unchanged') return
  const own = (what: string): Deed => ({ ...deed, commandId: `${deed.commandId}/${id}/${what}` })
  if (outcome === 'created') await addPersonIn(store, tx, own('entered'), newPersonOf(person))
  else if (change !== undefined && Object.keys(change).length > 0) await changePersonIn(store, tx, own('changed'), id, changeOf(change))
  if (leftOn !== undefined) await recordLeavingIn(store, tx, own('left'), id, leftOn)
}

function newPersonOf({ leftOn: _, ...person }: NonNullable<PlannedRow['person']>): NewPerson {
  const isElsewhere = person.employerName !== undefined || person.relation === 'outside'
  return {
    ...person,
    employer: isElsewhere ? 'elsewhere' : 'here',
    isNaturalPerson: true,
    language: person.language ?? 'zh-CN',
  }
}

function changeOf(change: NonNullable<PlannedRow['change']>): Parameters<typeof changePersonIn>[4] {
  const employer = change.employerName === undefined ? {} : { employer: 'elsewhere' as const }
  return { ...change, ...employer } as Parameters<typeof changePersonIn>[4]
}

function countOf(plan: readonly PlannedRow[]): ImportOutcome['counts'] {
  const count = (outcome: PlannedRow['outcome']) => plan.filter((row) => row.outcome === outcome).length
  return { created: count('created'), changed: count('changed'), unchanged: count('unchanged'), faulty: count('faulty') }
}

function shown({ line, id, outcome, refusals }: PlannedRow): ImportOutcome['rows'][number] {
  return { line, outcome, refusals, ...(id === undefined ? {} : { id }) }
}
