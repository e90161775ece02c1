import type { Tx } from '../db.ts'
import type { Deed } from '../deed.ts'
import type { OpenKey } from '../keys.ts'
import { entryAfter, type RegisterFacts } from './chain-entry.ts'
import { chainStart } from './stored.ts'

/**
 * Records a change of a register in the chain of its subject (`person/<id>`, `policy/<process>`, `calendar/<year>` …), within the
 * transaction that changes the rows; `key` seals facts about a person. False when the command is on record already: the caller
 * then changes nothing. Needs the system's view.
 */
export async function appendTo(tx: Tx, chain: string, deed: Deed, happened: RegisterFacts, key?: OpenKey): Promise<boolean> {
  const { institution, commandId, at, on } = deed
  await tx.$executeRaw`INSERT INTO chains (institution_id, chain, seq, head_hash) VALUES (${institution}, ${chain}, 0, ${chainStart}) ON CONFLICT DO NOTHING`
  const [head] = await tx.$queryRaw<{ seq: number; head_hash: Uint8Array }[]>`
    SELECT seq, head_hash FROM chains WHERE institution_id = ${institution} AND chain = ${chain} FOR UPDATE`
  if (head === undefined) throw new Error(`Chain ${chain} cannot be locked`)
  const known = await tx.action.findUnique({
    where: { institutionId_chain_commandId: { institutionId: institution, chain, commandId } },
    select: { seq: true },
  })
  if (known !== null) return false
  const { stored, previous, hash } = entryAfter({ seq: head.seq, hash: Buffer.from(head.head_hash) }, chain, deed, happened, key)
  const { seq, kind, actor, keyGeneration, facts } = stored
  const row = { institutionId: institution, chain, seq, commandId, kind, actor: { ...actor }, at: BigInt(at), onDay: on, keyGeneration }
  await tx.action.create({ data: { ...row, facts: bytes(facts), prevHash: bytes(previous), hash: bytes(hash) } })
  await tx.chain.update({ where: { institutionId_chain: { institutionId: institution, chain } }, data: { seq, headHash: bytes(hash) } })
  return true
}

/** Bytes as Prisma takes them. */
function bytes(buffer: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(buffer)
}
