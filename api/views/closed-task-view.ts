import { isOwnStatement } from '#domain/own-statement.ts'
import { refuse } from '#domain/refusal.ts'
import { taskRules } from '#domain/task-rules.ts'
import type { TaskRow, TaskView } from '#schemas/api/task.ts'
import { viewRefusal, type Names } from '../refusal-view.ts'
import { findStep, mayReadOutcome } from '../visibility.ts'
import { viewForm } from './form-view.ts'
import type { MatterSight } from './result-view.ts'
import { viewOutcomes } from './task-view.ts'

/** A task that is done or dropped: what it asked, and that nothing more can be done on it. */
export function viewClosedTask(sight: MatterSight, row: TaskRow, names: Names): TaskView {
  const { definition, state, words } = sight
  const step = findStep(definition, row.step.name)
  const id = row.occurrence
  const hears = mayReadOutcome(definition, state, id, sight.reader)
  const result = hears ? state.results[id] : undefined
  const said = result === undefined ? { task: row.occurrence } : { task: row.occurrence, outcome: result.outcome, on: result.on }
  const whyNot = viewRefusal(refuse(taskRules.notOpen, said), words, names, definition.stem)
  const no = { may: false, whyNot }
  const outcomes: readonly string[] = step?.word === 'user-task' ? step.outcomes : []
  const { outcome: _, reason: __, citations: ___, ...sealed } = row
  return {
    ...(hears ? row : sealed),
    form: viewForm(definition.stem, step?.word === 'user-task' ? step.form : '', words),
    outcomes: viewOutcomes(sight, row.step.name, outcomes),
    ...no,
    verbs: { claim: no, release: no, delegate: no, resolve: no, reassign: no, complete: no },
    alarms: [],
    private: step?.word === 'user-task' && step.private === true,
    ownStatement: step?.word === 'user-task' && isOwnStatement(step),
  }
}
