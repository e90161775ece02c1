import type { Action } from '#domain/action.ts'
import { applyAction } from '#domain/apply.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import { projectAction, type MatterRow, type Rows } from '#domain/project.ts'
import type { MatterState } from '#domain/state.ts'
import { listRows, type ListRows } from './list-rows.ts'
import type { FiledPaper, Publication } from './write-lists.ts'

/** All that a matter's actions come to: its state, and every list row they ever made as it now stands. */
export type Replayed = {
  readonly state: MatterState
  readonly matter: MatterRow
  readonly lists: ListRows
  readonly papers: readonly FiledPaper[]
  readonly subjects: readonly string[]
  readonly publication: Publication | undefined
  readonly last: Action
}

/** Folds and projects a matter's actions from the first, with the same functions that recorded them. Throws when there are none. */
export function replay(definition: ProcessDefinition, actions: readonly Action[]): Replayed {
  const tasks = new Map<string, ListRows['tasks'][number]>()
  const candidates = new Map<string, ListRows['candidates']>()
  const deadlines = new Map<string, ListRows['deadlines'][number]>()
  const papers: FiledPaper[] = []
  const subjects = new Set<string>()
  let publication: Publication | undefined
  let state: MatterState | undefined
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
  return { state, matter: latest.rows.matter, lists, papers, subjects: [...subjects], publication, last: latest.action }
}
