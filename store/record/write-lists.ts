import type { PlainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import type { Rows } from '#domain/project.ts'
import type { MatterState } from '#domain/state.ts'
import type { ListRows } from './list-rows.ts'
import type { Told } from './replay.ts'
import { ofMatter, type Bind, type Statement } from './statement.ts'

/** A paper, and the action by which it was issued. */
export type FiledPaper = Rows['papers'][number] & { readonly seq: number }

const taskTypes = `id text, process text, step text, status text, party text, act text, form text, roles text[], people text[], barred text[],
  assignee text, owner text, department_id text, opened_on text, due_on text, due jsonb, deadline_class text, follow_up_on text, outcome text,
  reason text, citations jsonb, closed_on text, closed_by text, closed_as text, seq integer`
const taskColumns = columnsOf(taskTypes)

const deadlineTypes = `source text, code text, deadline_class text, due_on text, provisional boolean, due jsonb, citations jsonb, notes jsonb, closed_on text`
const deadlineColumns = columnsOf(deadlineTypes)

function columnsOf(types: string): string[] {
  return types.split(',').map((column) => column.trim().split(' ')[0] ?? '')
}

function excluded(columns: readonly string[]): string {
  return columns.map((column) => `${column} = excluded.${column}`).join(', ')
}

/** Every row of a recordset under the matter's two keys. */
function recordset(bind: Bind, { head }: MatterState, columns: readonly string[], types: string, rows: unknown): string {
  return `SELECT ${bind(head.institution)}::text, ${bind(head.id)}::text, ${columns.map((column) => `r.${column}`).join(', ')}
    FROM jsonb_to_recordset(${bind(JSON.stringify(rows))}::jsonb) AS r (${types})`
}

/** Task rows with the keys they are found by. */
export function addTasks(statement: Statement, state: MatterState, { tasks, candidates }: ListRows): void {
  statement.add(
    'task_rows',
    (bind) => `INSERT INTO tasks (institution_id, matter_id, ${taskColumns.join(', ')})
    ${recordset(bind, state, taskColumns, taskTypes, tasks)} ON CONFLICT (institution_id, matter_id, id) DO UPDATE SET ${excluded(taskColumns.slice(1))}`,
  )
  // Rows that stay are updated and the others deleted: within one statement no row may be touched twice.
  statement.add(
    'candidates_gone',
    (bind) => `DELETE FROM task_candidates WHERE ${ofMatter(bind, state)} AND task_id = ANY (${bind(tasks.map((task) => task.id))}::text[])
    AND (task_id, candidate) NOT IN (SELECT r.task_id, r.candidate FROM jsonb_to_recordset(${bind(JSON.stringify(candidates))}::jsonb) AS r (task_id text, candidate text))`,
  )
  const types = 'task_id text, candidate text, assigned boolean, due_sort text'
  statement.add(
    'candidates',
    (bind) => `INSERT INTO task_candidates (institution_id, matter_id, ${columnsOf(types).join(', ')})
    ${recordset(bind, state, columnsOf(types), types, candidates)}
    ON CONFLICT (institution_id, candidate, matter_id, task_id) DO UPDATE SET assigned = excluded.assigned, due_sort = excluded.due_sort`,
  )
}

/** Whoever closed a task has taken part, and goes on seeing the matter. */
export function addPerformers(statement: Statement, state: MatterState, { tasks }: ListRows): void {
  const performers = [...new Set(tasks.map((task) => task.closed_by).filter((one) => one !== null))]
  if (performers.length === 0) return
  statement.add(
    'performers',
    (bind) => `INSERT INTO matter_people (institution_id, matter_id, person_id, relation)
    SELECT ${bind(state.head.institution)}::text, ${bind(state.head.id)}::text, unnest(${bind(performers)}::text[]), 'performer' ON CONFLICT DO NOTHING`,
  )
}

/** Deadlines of the docket and due days of tasks, with their derivations. */
export function addDeadlines(statement: Statement, state: MatterState, deadlines: ListRows['deadlines']): void {
  statement.add(
    'deadline_rows',
    (bind) => `INSERT INTO deadlines (institution_id, matter_id, ${deadlineColumns.join(', ')})
    ${recordset(bind, state, deadlineColumns, deadlineTypes, deadlines)}
    ON CONFLICT (institution_id, matter_id, source, code) DO UPDATE SET ${excluded(deadlineColumns.slice(2))}`,
  )
}

/** Everybody tied to the matter, as the state now names them. */
export function replacePeople(statement: Statement, state: MatterState, people: ListRows['people']): void {
  const types = 'person_id text, relation text, share_bp integer'
  statement.add(
    'people_gone',
    (bind) => `DELETE FROM matter_people WHERE ${ofMatter(bind, state)} AND relation <> 'performer'
    AND (person_id, relation) NOT IN (SELECT r.person_id, r.relation FROM jsonb_to_recordset(${bind(JSON.stringify(people))}::jsonb) AS r (person_id text, relation text))`,
  )
  statement.add(
    'people_rows',
    (bind) => `INSERT INTO matter_people (institution_id, matter_id, ${columnsOf(types).join(', ')})
    ${recordset(bind, state, columnsOf(types), types, people)}
    ON CONFLICT (institution_id, matter_id, person_id, relation) DO UPDATE SET share_bp = excluded.share_bp`,
  )
}

/** What the matter is searched by. */
export function replaceTokens(statement: Statement, state: MatterState, tokens: readonly string[]): void {
  statement.add(
    'tokens_gone',
    (bind) => `DELETE FROM matter_tokens WHERE ${ofMatter(bind, state)} AND NOT token = ANY (${bind(tokens)}::text[])`,
  )
  statement.add(
    'tokens',
    (bind) => `INSERT INTO matter_tokens (institution_id, matter_id, token)
    SELECT ${bind(state.head.institution)}::text, ${bind(state.head.id)}::text, unnest(${bind(tokens)}::text[]) ON CONFLICT DO NOTHING`,
  )
}

/** The papers issued; their bytes were filed before. */
export function addPapers(statement: Statement, state: MatterState, papers: readonly FiledPaper[]): void {
  const documents = papers.map((paper) => ({ ...paper, issued_on: paper.on }))
  const types = 'id text, template text, number text, sha256 text, step text, issued_on text, seq integer'
  statement.add(
    'documents_issued',
    (bind) => `INSERT INTO documents (institution_id, matter_id, ${columnsOf(types).join(', ')})
    ${recordset(bind, state, columnsOf(types), types, documents)} ON CONFLICT DO NOTHING`,
  )
  const readings = papers.flatMap((paper) => paper.readings.map((reading) => ({ document_id: paper.id, ...reading })))
  const readingTypes = 'document_id text, language text, sha256 text'
  statement.add(
    'readings',
    (bind) => `INSERT INTO document_readings (institution_id, matter_id, ${columnsOf(readingTypes).join(', ')})
    ${recordset(bind, state, columnsOf(readingTypes), readingTypes, readings)} ON CONFLICT DO NOTHING`,
  )
}

/** Tellings for the relay, one row each however often written. */
export function addOutbox(statement: Statement, state: MatterState, told: readonly Told[]): void {
  const keyOf = (seq: number, index: number) => `matter/${state.head.id}/${seq}/${index}`
  const rows = told.flatMap(({ seq, outbox }) => outbox.map((body, index) => ({ kind: body.kind, key: keyOf(seq, index), body })))
  const types = 'kind text, key text, body jsonb'
  statement.add(
    'tellings',
    (bind) => `INSERT INTO outbox (institution_id, matter_id, ${columnsOf(types).join(', ')})
    ${recordset(bind, state, columnsOf(types), types, rows)} ON CONFLICT (institution_id, key) DO NOTHING`,
  )
}

/** What the matter is about; it stays about it. */
export function addSubjects(statement: Statement, state: MatterState, subjects: readonly string[]): void {
  statement.add(
    'subjects',
    (bind) => `INSERT INTO matter_subjects (institution_id, matter_id, subject)
    SELECT ${bind(state.head.institution)}::text, ${bind(state.head.id)}::text, unnest(${bind(subjects)}::text[]) ON CONFLICT DO NOTHING`,
  )
}

/** What a matter shows to everybody, and since when. */
export type Publication = { readonly kind: string; readonly since: PlainDay; readonly body: JsonObject }

/** Shows it, changes what is shown and leaves the day from which it was, or takes it down. */
export function replacePublication(statement: Statement, state: MatterState, publication: Publication | undefined): void {
  statement.add(publication === undefined ? 'taken_down' : 'published', (bind) => {
    if (publication === undefined) return `DELETE FROM publications WHERE ${ofMatter(bind, state)}`
    const { kind, since, body } = publication
    const row = [state.head.institution, state.head.id, kind, since, JSON.stringify(body)].map(bind)
    return `INSERT INTO publications (institution_id, matter_id, kind, since, body) VALUES (${row.join(', ')})
      ON CONFLICT (institution_id, matter_id) DO UPDATE SET body = excluded.body`
  })
}
