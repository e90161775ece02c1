import type { DepartmentId, PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Party } from '#domain/definition.ts'
import type { MatterId } from '#domain/state.ts'
import { tiedTo } from './task-rows.ts'

/** A matter as lists show it. */
export type MatterSummary = {
  readonly id: MatterId
  readonly number: string
  readonly process: string
  readonly title: string
  /** Names of the steps now open. */
  readonly stage: readonly string[]
  readonly standing: 'open' | 'suspended' | 'closed'
  readonly turn: Party | 'nobody'
  readonly outcome?: string
  readonly openedOn: PlainDay
  readonly closedOn?: PlainDay
  readonly openedBy?: PersonId
  readonly department?: DepartmentId
  readonly parent?: MatterId
  readonly policyVersion: string
  readonly seq: number
  /** When something last happened: office clock, ms, and its day. */
  readonly lastAt: number
  readonly lastOn: PlainDay
  readonly erasedOn?: PlainDay
  /** Whether the viewer himself is tied to it, may take or holds one of its tasks, or closed one. */
  readonly tied: boolean
}

/** The columns `matterOf` reads; `m` is the matter. */
export const selectMatter = `${tiedTo('m')} AS tied, m.id, m.number, m.process, m.title, m.stage, m.standing, m.turn, m.outcome,
  m.opened_on AS "openedOn", m.closed_on AS "closedOn", m.opened_by AS "openedBy", m.department_id AS department, m.parent_id AS parent,
  m.policy_version AS "policyVersion", m.seq, m.last_at::text AS "lastAt", m.last_on AS "lastOn", m.erased_on AS "erasedOn"`

/** A row as a matter; what is null in the table is absent. */
export function matterOf(row: object): MatterSummary {
  const given = Object.entries(row).filter(([, value]) => value !== null)
  return { ...(Object.fromEntries(given) as MatterSummary), lastAt: Number((row as { lastAt: string }).lastAt) }
}
