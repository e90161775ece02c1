import type { PoolClient } from 'pg'
import type { InstitutionId } from '#domain/actor.ts'
import type { Json, JsonObject } from '#domain/json.ts'
import type { MatterId } from '#domain/state.ts'
import type { Replayed } from './replay.ts'

/** The tables beside the record, and what names a row within a matter. */
export const listTables = {
  tasks: ['id'],
  task_candidates: ['task_id', 'candidate'],
  deadlines: ['source', 'code'],
  matter_people: ['person_id', 'relation'],
  matter_tokens: ['token'],
  documents: ['id'],
  document_readings: ['document_id', 'language'],
  matter_subjects: ['subject'],
  publications: ['kind'],
} as const

export type ListTable = keyof typeof listTables

/** Rows of every list table, as JSON, without the matter's own two keys. */
export type KeptRows = { readonly [table in ListTable | 'matters']: readonly JsonObject[] }

/** The rows that a matter's actions should have made. */
export function rowsExpected({ state, matter, lists, papers, subjects, publication, last }: Replayed): KeptRows {
  const { head } = state
  const performers = new Set(lists.tasks.map((task) => task.closed_by).filter((one) => one !== null))
  const documents = papers.map(({ on, readings: _, ...paper }) => ({ ...paper, issued_on: on }))
  const row = {
    number: head.number,
    process: head.process,
    title: matter.title,
    stage: matter.stage,
    standing: matter.standing,
    turn: matter.turn,
    outcome: matter.outcome ?? null,
    opened_on: head.openedOn,
    closed_on: matter.closedOn ?? null,
    opened_by: head.openedBy.is === 'person' ? head.openedBy.person : null,
    department_id: head.department ?? null,
    parent_id: head.parent ?? null,
    policy_version: head.policyVersion,
    seq: state.seq,
    last_at: last.at,
    last_on: last.on,
  }
  const performed = [...performers].map((person) => ({ person_id: person, relation: 'performer', share_bp: null }))
  return asJson({
    matters: [row],
    tasks: lists.tasks,
    task_candidates: lists.candidates,
    deadlines: lists.deadlines,
    matter_people: [...lists.people, ...performed],
    matter_tokens: lists.tokens.map((token) => ({ token })),
    documents,
    document_readings: papers.flatMap((paper) =>
      paper.readings.map(({ language, sha256 }) => ({ document_id: paper.id, language, sha256 })),
    ),
    matter_subjects: subjects.map((subject) => ({ subject })),
    publications: publication === undefined ? [] : [publication],
  })
}

/** The same through JSON, so that absent and null, numbers and their texts compare as the database gives them. */
function asJson(rows: { readonly [table in keyof KeptRows]: unknown }): KeptRows {
  return JSON.parse(JSON.stringify(rows)) as KeptRows
}

/** The rows as they are kept, with the columns that `rowsExpected` knows. */
export async function readKeptRows(
  client: PoolClient,
  institution: InstitutionId,
  matter: MatterId,
  expected: KeptRows,
): Promise<KeptRows> {
  const kept: [string, readonly JsonObject[]][] = []
  for (const table of Object.keys(listTables) as ListTable[]) {
    const sql = `SELECT to_jsonb(t) - 'institution_id' - 'matter_id' AS row FROM ${table} t WHERE institution_id = $1 AND matter_id = $2`
    const { rows } = await client.query<{ row: JsonObject }>(sql, [institution, matter])
    kept.push([table, rows.map(({ row }) => row)])
  }
  const { rows } = await client.query<{ row: JsonObject }>(
    `SELECT to_jsonb(m) AS row FROM matters m WHERE institution_id = $1 AND id = $2`,
    [institution, matter],
  )
  const columns = Object.keys(expected.matters[0] ?? {})
  const matters = rows.map(({ row }) => Object.fromEntries(columns.map((column): [string, Json] => [column, row[column] ?? null])))
  return { ...(Object.fromEntries(kept) as KeptRows), matters }
}
