import type { JsonObject } from '#domain/json.ts'
import { foldRegister } from '#domain/register-fold.ts'
import { checkRegisterChange } from '#domain/register-rules.ts'
import { subjectOf, type RegisterChange, type RegisterFacts } from '#domain/register.ts'
import type { Store, Tx } from '../db.ts'
import type { Deed } from '../deed.ts'
import { chainFacts, newsSql } from '../record/subjects.ts'
import { changeRegister, requireNone } from './register.ts'

/**
 * Enters a change in a register: checks it on what the register says under the lock of the subject's chain, appends to the chain,
 * folds the row, and tells every open matter about the subject. Answers what the chain keeps of it.
 * @throws RegisterRefusal when the register does not take it; nothing is then written.
 */
export async function changeRegisterEntry(store: Store, deed: Deed, change: RegisterChange): Promise<JsonObject> {
  return changeRegister(store, deed, subjectOf(change), async (tx, seq) => {
    const { register, id } = change
    const where = { institutionId_register_id: { institutionId: deed.institution, register, id } }
    const row = await tx.registerEntry.findUnique({ where, select: { body: true } })
    const before = row === null ? undefined : (row.body as unknown as RegisterFacts)
    requireNone(checkRegisterChange(before, change))
    const body = JSON.parse(JSON.stringify(foldRegister(before, change))) as object
    const kept = { body, seq, at: BigInt(deed.at) }
    const made = { institutionId: deed.institution, register, id, ...kept }
    await tx.registerEntry.upsert({ where, create: made, update: kept })
    await tellMatters(tx, deed, change, seq)
    return { kind: change.kind, facts: chainFacts(change) }
  })
}

async function tellMatters(tx: Tx, { institution }: Deed, change: RegisterChange, seq: number): Promise<void> {
  const news = JSON.stringify([{ subject: subjectOf(change), seq, kind: change.kind }])
  await tx.$executeRawUnsafe(newsSql('$1', '$2', '$3'), institution, news, '')
}
