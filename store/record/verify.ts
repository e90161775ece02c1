import type { ActorRef, InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import { systemViewer, type Store } from '../db.ts'
import { readAs } from '../reading.ts'
import { chainStart, hashStored, type StoredAction } from './stored.ts'

/** What is wrong with a chain, at which action first. */
export type ChainFault = {
  readonly chain: string
  readonly seq?: number
  readonly what: 'gap' | 'previous-hash' | 'content' | 'truncated' | 'no-head' | 'head-differs'
}

export type ChainHead = { readonly chain: string; readonly seq: number; readonly hash: string }

/** What verifying came to: every chain's first fault, and the heads to be kept elsewhere (hashes hexadecimal). */
export type Verification = {
  readonly ok: boolean
  readonly chains: number
  readonly actions: number
  readonly faults: readonly ChainFault[]
  readonly heads: readonly ChainHead[]
}

type Row = {
  chain: string
  seq: number
  command_id: string
  kind: string
  actor: ActorRef
  at: string
  on_day: PlainDay
  facts: Buffer
  key_generation: number
  policy_version: string | null
  prev_hash: Buffer
  hash: Buffer
}

type Head = { chain: string; seq: number; head_hash: Buffer }

const batch = 1000

const selectActions = `SELECT chain, seq, command_id, kind, actor, at, on_day, facts, key_generation, policy_version, prev_hash, hash FROM actions
  WHERE institution_id = $1 AND ($2::text IS NULL OR chain = $2) AND (chain, seq) > ($3, $4) ORDER BY chain, seq LIMIT $5`

const selectHeads = `SELECT 'matter/' || id AS chain, seq, head_hash FROM matters WHERE institution_id = $1 AND ($2::text IS NULL OR 'matter/' || id = $2)
  UNION ALL SELECT chain, seq, head_hash FROM chains WHERE institution_id = $1 AND seq > 0 AND ($2::text IS NULL OR chain = $2)`

/**
 * Recomputes the hashes of every chain of an institution, or of one, and compares them with each other and with the heads. What was
 * changed, taken out, put in or cut off is named by the first action it shows at. Erased facts verify like all others: the hash
 * covers what is sealed.
 */
export async function verifyRecord(store: Store, institution: InstitutionId, chain?: string): Promise<Verification> {
  const viewer = systemViewer(institution)
  // The heads first: what is appended while the actions are read then lies beyond its head, and is no fault.
  const heads = await readAs(store, viewer, 'verify-heads', (ask) => ask<Head>(selectHeads, [institution, chain ?? null]))
  const known = new Map(heads.map((head) => [head.chain, head]))
  const walk = createWalk(institution, known)
  let last = { chain: '', seq: 0 }
  for (;;) {
    const values = [institution, chain ?? null, last.chain, last.seq, batch]
    const rows = await readAs(store, viewer, 'verify-actions', (ask) => ask<Row>(selectActions, values))
    for (const row of rows) walk.step(row)
    const end = rows.at(-1)
    if (end === undefined || rows.length < batch) break
    last = { chain: end.chain, seq: end.seq }
  }
  return walk.end()
}

type Walk = { step(row: Row): void; end(): Verification }

/** Walks through actions in the order of chain and seq, keeping what the next one must follow. */
function createWalk(institution: InstitutionId, heads: ReadonlyMap<string, Head>): Walk {
  const faults = new Map<string, ChainFault>()
  const ends = new Map<string, { seq: number; hash: Buffer }>()
  let actions = 0
  const blame = (fault: ChainFault): void => {
    if (!faults.has(fault.chain)) faults.set(fault.chain, fault)
  }
  return {
    step(row) {
      actions += 1
      const { chain, seq } = row
      const before = ends.get(chain) ?? { seq: 0, hash: chainStart }
      if (seq !== before.seq + 1) blame({ chain, seq: before.seq + 1, what: 'gap' })
      else if (!before.hash.equals(row.prev_hash)) blame({ chain, seq, what: 'previous-hash' })
      if (!hashStored(storedOf(institution, row), row.prev_hash).equals(row.hash)) blame({ chain, seq, what: 'content' })
      const head = heads.get(chain)
      if (head?.seq === seq && !head.head_hash.equals(row.hash)) blame({ chain, seq, what: 'head-differs' })
      ends.set(chain, { seq, hash: row.hash })
    },
    end() {
      for (const { chain, seq } of heads.values()) {
        const reached = ends.get(chain)?.seq ?? 0
        if (reached < seq) blame({ chain, seq: reached + 1, what: 'truncated' })
      }
      // A chain that has no head, yet begins, was begun while this was reading; one that has come further was not.
      for (const [chain, { seq }] of ends) if (!heads.has(chain) && seq > 1) blame({ chain, what: 'no-head' })
      const found = [...heads.values()].map(({ chain, seq, head_hash }) => ({ chain, seq, hash: head_hash.toString('hex') }))
      return { ok: faults.size === 0, chains: ends.size, actions, faults: [...faults.values()], heads: found }
    },
  }
}

function storedOf(institution: InstitutionId, row: Row): StoredAction {
  return {
    institution,
    chain: row.chain,
    seq: row.seq,
    kind: row.kind,
    actor: row.actor,
    facts: row.facts,
    commandId: row.command_id,
    at: Number(row.at),
    on: row.on_day,
    keyGeneration: row.key_generation,
    policyVersion: row.policy_version,
  }
}
