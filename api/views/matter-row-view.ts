import type { MatterId } from '#domain/state.ts'
import type { PlainDay } from '#domain/day.ts'
import type { MatterRow } from '#schemas/api/matter.ts'
import { labelled, type Words } from '../words.ts'
import type { Lookup } from './lookup.ts'

/** A matter's row as it is stored. */
export type StoredMatterRow = {
  readonly id: MatterId
  readonly number: string
  readonly process: string
  readonly title: string
  readonly stage: readonly string[]
  readonly standing: 'open' | 'suspended' | 'closed'
  readonly turn: 'office' | 'inventor' | 'outside' | 'nobody'
  readonly since?: PlainDay
  readonly outcome?: string
  readonly openedOn: PlainDay
  readonly closedOn?: PlainDay
  readonly openedBy?: string
  readonly department?: string
  readonly parent?: MatterId
  readonly lastOn: PlainDay
}

/** A matter as lists show it; the title only to who may know it. */
export function viewMatterRow(row: StoredMatterRow, words: Words, lookup: Lookup, knows: boolean): MatterRow {
  const { process: stem } = row
  return {
    id: row.id,
    number: row.number,
    process: labelled(stem, words.process(stem)),
    title: knows ? row.title : null,
    standing: row.standing,
    stage: row.stage.map((step) => labelled(step, words.step(stem, step))),
    turn: row.turn,
    openedOn: row.openedOn,
    lastOn: row.lastOn,
    ...(row.since === undefined ? {} : { since: row.since }),
    ...(row.outcome === undefined ? {} : { outcome: labelled(row.outcome, words.ending(stem, row.outcome)) }),
    ...(row.closedOn === undefined ? {} : { closedOn: row.closedOn }),
    ...(row.openedBy === undefined ? {} : { openedBy: lookup.person(row.openedBy) }),
    ...(row.department === undefined ? {} : { department: lookup.department(row.department) }),
    ...(row.parent === undefined ? {} : { parent: row.parent }),
  }
}
