import type { PoolClient } from 'pg'
import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { RecordRefusal } from './record-refusal.ts'

/** What a guard may look at, under the locks of the recording transaction. */
export type GuardView = {
  readonly institution: InstitutionId
  readonly matter: MatterId
  readonly on: PlainDay
  /** Absent while the matter is being opened. */
  readonly state: MatterState | undefined
  /** Reads rows of this institution as they stand now. */
  query<Row extends object>(sql: string, values: readonly unknown[]): Promise<readonly Row[]>
}

/** A rule over more than one matter; it re-reads the facts under lock. No refusals: fine. */
export type Guard = (view: GuardView) => Promise<readonly Refusal[]>

/** Asks every guard and throws all their refusals together. */
export async function askGuards(client: PoolClient, guards: readonly Guard[], view: Omit<GuardView, 'query'>): Promise<void> {
  const query: GuardView['query'] = async (sql, values) => (await client.query({ text: sql, values: [...values] })).rows
  const refusals: Refusal[] = []
  for (const guard of guards) refusals.push(...(await guard({ ...view, query })))
  if (refusals.length > 0) throw new RecordRefusal(refusals)
}
