import canonicalize from 'canonicalize'
import type { InstitutionId } from '#domain/actor.ts'
import { foldRegister } from '#domain/register-fold.ts'
import { registerNames, type RegisterFacts, type RegisterName } from '#domain/register.ts'
import { asSystem, systemViewer, type Store, type Tx } from '../db.ts'
import { listHistory } from '../lists/registers.ts'

/** Where a register's row differs from what its chain says. */
export type RegisterDifference = {
  readonly register: RegisterName
  readonly id: string
  readonly is: 'missing' | 'surplus' | 'other'
}

/**
 * Folds the chain of every subject anew and compares the registers' rows with it; with `write`, a row that is missing or differs is
 * replaced by what the chain says. A surplus row is only named: nothing says what it should be.
 */
export async function rebuildRegisters(
  store: Store,
  institution: InstitutionId,
  { write = false } = {},
): Promise<{ readonly rows: number; readonly differences: readonly RegisterDifference[] }> {
  const kept = await readRows(store, institution)
  const subjects = new Map([...(await readSubjects(store, institution)), ...kept.keys()].map((name) => [name, partsOf(name)]))
  const differences: RegisterDifference[] = []
  for (const [name, subject] of subjects) {
    const history = await listHistory(store, systemViewer(institution), subject)
    const facts = history.reduce<RegisterFacts | undefined>((before, { change }) => foldRegister(before, change), undefined)
    const row = kept.get(name)
    if (facts === undefined) differences.push({ ...subject, is: 'surplus' })
    else if (row === undefined || canonicalize(row) !== canonicalize(JSON.parse(JSON.stringify(facts)))) {
      differences.push({ ...subject, is: row === undefined ? 'missing' : 'other' })
      const last = history.at(-1)
      if (write && last !== undefined) await asSystem(store, institution, (tx) => repair(tx, institution, subject, facts, last))
    }
  }
  return { rows: kept.size, differences }
}

function partsOf(name: string): { register: RegisterName; id: string } {
  const at = name.indexOf('/')
  const register = registerNames.find((one) => one === name.slice(0, at))
  if (register === undefined) throw new Error(`${name} is on no register`)
  return { register, id: name.slice(at + 1) }
}

async function readRows(store: Store, institution: InstitutionId): Promise<Map<string, object>> {
  const rows = await asSystem(store, institution, (tx) => tx.registerEntry.findMany({ where: { institutionId: institution } }))
  return new Map(rows.map(({ register, id, body }) => [`${register}/${id}`, body as object]))
}

/** Every subject that has a chain of its own; interests lie in the chains of people, and are known by their rows. */
async function readSubjects(store: Store, institution: InstitutionId): Promise<string[]> {
  const rows = await asSystem(
    store,
    institution,
    (tx) => tx.$queryRaw<{ chain: string }[]>`SELECT chain FROM chains WHERE institution_id = ${institution} AND seq > 0
      AND split_part(chain, '/', 1) IN ('patent', 'result', 'party')`,
  )
  return rows.map(({ chain }) => chain)
}

async function repair(
  tx: Tx,
  institution: InstitutionId,
  { register, id }: { readonly register: RegisterName; readonly id: string },
  facts: RegisterFacts,
  last: { readonly seq: number; readonly at: number },
): Promise<void> {
  const kept = { body: JSON.parse(JSON.stringify(facts)) as object, seq: last.seq, at: BigInt(last.at) }
  await tx.registerEntry.upsert({
    where: { institutionId_register_id: { institutionId: institution, register, id } },
    create: { institutionId: institution, register, id, ...kept },
    update: kept,
  })
}
