import type { ActionFacts, ActionKind } from '#domain/action.ts'
import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { asSystem, type Store } from '../db.ts'
import { findMatterKey, unwrapKey } from '../keys.ts'
import { unsealJson } from '../seal.ts'
import type { Recorded } from './append.ts'
import { factsPlace, statePlace } from './stored.ts'

type Row = { seq: number; key_generation: number; state: Buffer; wrapped: Buffer | null }

/** The matter's folded state as recorded; undefined where there is no such matter. */
export async function findState(store: Store, institution: InstitutionId, matter: MatterId): Promise<MatterState | undefined> {
  const { rows } = await store.pool.query<Row>({
    name: 'record_read',
    text: 'SELECT * FROM record_read($1, $2)',
    values: [institution, matter],
  })
  const [row] = rows
  if (row === undefined) return undefined
  if (row.wrapped === null) throw new Error(`Matter ${matter} has no key`)
  const { key } = unwrapKey(store, institution, `matter/${matter}`, row.key_generation, row.wrapped)
  return unsealJson<MatterState>(key, statePlace(institution, matter, row.seq), row.state)
}

/** The matter's folded state as recorded. Throws where there is no such matter. */
export async function getState(store: Store, institution: InstitutionId, matter: MatterId): Promise<MatterState> {
  const state = await findState(store, institution, matter)
  if (state === undefined) throw new Error(`No matter ${matter}`)
  return state
}

/** What a command became, if it was carried out; undefined also where its facts were erased since. */
export async function findRecorded(
  store: Store,
  institution: InstitutionId,
  matter: MatterId,
  commandId: string,
): Promise<Recorded | undefined> {
  return asSystem(store, institution, async (tx) => {
    const chain = `matter/${matter}`
    const row = await tx.action.findUnique({ where: { institutionId_chain_commandId: { institutionId: institution, chain, commandId } } })
    if (row === null) return undefined
    const key = await findMatterKey(store, tx, institution, matter, row.keyGeneration)
    if (key === undefined) return undefined
    const facts = unsealJson<ActionFacts[ActionKind]>(key.key, factsPlace(institution, chain, row.seq), row.facts)
    return { seq: row.seq, kind: row.kind as ActionKind, on: row.onDay as PlainDay, at: Number(row.at), facts }
  })
}
