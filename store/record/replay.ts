import type { Action } from '#domain/action.ts'
import { applyAction } from '#domain/apply.ts'
import type { ProcessDefinition, Telling } from '#domain/definition.ts'
import { projectAction, type MatterRow, type OutboxDraft, type Rows } from '#domain/project.ts'
import type { MatterState } from '#domain/state.ts'
import { listRows, type ListRows } from './list-rows.ts'
import type { FiledPaper, Publication } from './write-lists.ts'

/** What one action has told: `tells` to other matters, `outbox` to people and programs. */
export type Told = { readonly seq: number; readonly outbox: readonly OutboxDraft[]; readonly tells: readonly Telling[] }

/** All that actions of a matter come to: its state, and every list row they made as it now stands. */
export type Replayed = {
  readonly state: MatterState
  readonly matter: MatterRow
  readonly lists: ListRows
  readonly papers: readonly FiledPaper[]
  readonly subjects: readonly string[]
  readonly publication: Publication | undefined
  readonly told: readonly Told[]
  readonly last: Action
}

/** Folds and projects actions of a matter, those that follow `from` or all there are: so they are recorded, and so rebuilt. Throws when there are none. */
export function replay(definition: ProcessDefinition, actions: readonly Action[], from?: MatterState): Replayed {
  const tasks = new Map<string, ListRows['tasks'][number]>()
  const candidates = new Map<string, ListRows['candidates']>()
  const deadlines = new Map<string, ListRows['deadlines'][number]>()
  const papers: FiledPaper[] = []
  const subjects = new Set<string>()
  const told: Told[] = []
  let publication: Publication | undefined
  let state = from
  let latest: { rows: Rows; lists: ListRows; action: Action } | undefined
  for (const action of actions) {
    const before = state
    state = applyAction(before, action)
    const rows = projectAction(definition, before, state, action)
    const lists = listRows(state, rows)
    for (const task of lists.tasks) {
      tasks.set(task.id, task)
      candidates.set(
        task.id,
        lists.candidates.filter((one) => one.task_id === task.id),
      )
    }
    for (const deadline of lists.deadlines) deadlines.set(`${deadline.source}/${deadline.code}`, deadline)
    papers.push(...rows.papers.map((paper) => ({ ...paper, seq: action.seq })))
    for (const subject of rows.subjects) subjects.add(subject)
    told.push({ seq: action.seq, outbox: rows.outbox, tells: rows.tells })
    publication = rows.published && { kind: state.head.process, since: publication?.since ?? action.on, body: rows.published }
    latest = { rows, lists, action }
  }
  if (state === undefined || latest === undefined) throw new Error('A matter without actions')
  const { people, tokens } = latest.lists
  const lists = {
    people,
    tokens,
    tasks: [...tasks.values()],
    candidates: [...candidates.values()].flat(),
    deadlines: [...deadlines.values()],
  }
  return { state, matter: latest.rows.matter, lists, papers, subjects: [...subjects], publication, told, last: latest.action }
}
