import type { JsonObject } from '#domain/json.ts'
import type { Tx } from '../db.ts'
import type { Deed } from '../deed.ts'
import type { OpenKey } from '../keys.ts'
import { sealJson } from '../seal.ts'
import { chainStart, factsPlace, hashStored, type StoredAction } from './stored.ts'

/** What happened to a register's subject: past tense, e.g. `RoleGranted`. */
export type RegisterFacts = { readonly kind: string; readonly facts: JsonObject }

/**
 * Records a change of a register in the chain of its subject (`person/<id>`, `policy/<process>`, `calendar/<year>` …), within the
 * transaction that changes the rows; `key` seals facts about a person. False when the command is on record already: the caller
 * then changes nothing. Needs the system's view.
 */
export async function appendTo(tx: Tx, chain: string, deed: Deed, { kind, facts }: RegisterFacts, key?: OpenKey): Promise<boolean> {
  const { institution, commandId, actor, at, on } = deed
  await tx.$executeRaw`INSERT INTO chains (institution_id, chain, seq, head_hash) VALUES (${institution}, ${chain}, 0, ${chainStart}) ON CONFLICT DO NOTHING`
  const [head] = await tx.$queryRaw<{ seq: number; head_hash: Uint8Array }[]>`
    SELECT seq, head_hash FROM chains WHERE institution_id = ${institution} AND chain = ${chain} FOR UPDATE`
  if (head === undefined) throw new Error(`Chain ${chain} cannot be locked`)
  const known = await tx.action.findUnique({
    where: { institutionId_chain_commandId: { institutionId: institution, chain, commandId } },
    select: { seq: true },
  })
  if (known !== null) return false
  const seq = head.seq + 1
  const sealed = key === undefined ? Buffer.from(JSON.stringify(facts)) : sealJson(key.key, factsPlace(institution, chain, seq), facts)
  const keyGeneration = key?.generation ?? 0
  const previous = head.seq === 0 ? chainStart : Buffer.from(head.head_hash)
  const stored: StoredAction = {
    institution,
    chain,
    seq,
    commandId,
    kind,
    actor,
    at,
    on,
    facts: sealed,
    keyGeneration,
    policyVersion: null,
  }
  const hash = hashStored(stored, previous)
  const row = { institutionId: institution, chain, seq, commandId, kind, actor: { ...actor }, at: BigInt(at), onDay: on, keyGeneration }
  await tx.action.create({ data: { ...row, facts: bytes(sealed), prevHash: bytes(previous), hash: bytes(hash) } })
  await tx.chain.update({ where: { institutionId_chain: { institutionId: institution, chain } }, data: { seq, headHash: bytes(hash) } })
  return true
}

/** Bytes as Prisma takes them. */
function bytes(buffer: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(buffer)
}
