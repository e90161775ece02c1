import type { Actor } from '#domain/actor.ts'
import { listAlarms } from '#domain/alarms.ts'
import type { PlainDay } from '#domain/day.ts'
import type { ProcessPolicy } from '#domain/policy-slice.ts'
import { isOwnStatement } from '#domain/own-statement.ts'
import { interestedPeople } from '#domain/project.ts'
import { roleKey } from '#domain/role.ts'
import type { Task } from '#domain/state.ts'
import { mayAct, type TaskVerb } from '#domain/who-may.ts'
import type { Verdict } from '#schemas/api/refusal.ts'
import type { TaskRow, TaskView } from '#schemas/api/task.ts'
import { viewRefusal, type Names } from '../refusal-view.ts'
import { findStep, mayReadTask } from '../visibility.ts'
import { viewDue } from './due-view.ts'
import { viewForm } from './form-view.ts'
import { viewPrevious } from './previous-view.ts'
import type { MatterSight } from './result-view.ts'

export type TaskDraft = NonNullable<TaskView['draft']>

export type TaskParts = {
  readonly sight: MatterSight
  readonly row: TaskRow
  readonly task: Task
  readonly actor: Actor
  readonly policy: ProcessPolicy
  readonly names: Names
  readonly knows: boolean
  readonly draft?: TaskDraft
  readonly today: PlainDay
}

/** An open task as its worker's page shows it: the form, what it answers, whether the reader may, and when it is due and why. */
export function viewTask(parts: TaskParts): TaskView {
  const { sight, row, task, draft, knows } = parts
  const { definition, words } = sight
  const verbs = viewVerbs(parts)
  const { may, whyNot } = verbs.complete
  const reads = knows && mayReadTask(task, sight.reader, mayWork(parts))
  const previous = viewPrevious(sight, task, draft?.data, reads)
  return {
    ...row,
    form: viewForm(definition.stem, task.form, words),
    outcomes: viewOutcomes(sight, task.step, task.outcomes),
    ...(task.given === undefined || !reads ? {} : { given: task.given }),
    ...(task.remarks === undefined || !reads ? {} : { remarks: task.remarks.map((one) => ({ ...one })) }),
    ...(previous === undefined ? {} : { previous }),
    ...(draft === undefined ? {} : { draft }),
    may,
    ...(whyNot === undefined ? {} : { whyNot }),
    verbs,
    ...(task.due === undefined ? {} : { due: viewDue(task.due) }),
    alarms: viewAlarms(parts),
    private: task.private === true,
    ownStatement: isOwnStatement(task),
  }
}

/** The outcomes to choose from, and which of them want a reason. */
export function viewOutcomes(
  { definition, words }: Pick<MatterSight, 'definition' | 'words'>,
  name: string,
  outcomes: readonly string[],
): TaskView['outcomes'] {
  const step = findStep(definition, name)
  const wants: readonly string[] = step?.word === 'user-task' ? (step.reasonFor ?? []) : []
  return outcomes.map((outcome) => ({
    name: outcome,
    label: words.outcome(definition.stem, name, outcome),
    reasonRequired: wants.includes(outcome),
  }))
}

/** Whether the reader is somebody who could do this task, whoever has it in hand now. */
export function mayWork({ sight, task, actor, today }: Pick<TaskParts, 'sight' | 'task' | 'actor' | 'today'>): boolean {
  return mayAct({ verb: 'follow-up', task, actor, interested: interestedPeople(sight.definition, sight.state), on: today }).may
}

function viewVerbs({ sight, task, actor, names, today }: TaskParts): TaskView['verbs'] {
  const interested = interestedPeople(sight.definition, sight.state)
  const judge = (verb: TaskVerb): Verdict => {
    const verdict = mayAct({ verb, task, actor, interested, on: today })
    return verdict.may ? { may: true } : { may: false, whyNot: viewRefusal(verdict.refusal, sight.words, names, sight.definition.stem) }
  }
  return {
    claim: judge('claim'),
    release: judge('release'),
    delegate: judge('delegate'),
    resolve: judge('resolve'),
    reassign: judge('reassign'),
    complete: judge('complete'),
  }
}

/** The reminders and the escalation still to come: visible before they fire. */
function viewAlarms({ sight, task, policy }: TaskParts): TaskView['alarms'] {
  const step = findStep(sight.definition, task.step)
  const roles = step?.word === 'user-task' ? (step.escalatesTo ?? []) : []
  const keys = roles.map((role) => roleKey(role, sight.state.head.department))
  return listAlarms(task, policy, keys).map(({ name, what, at }) => ({ name, what, at: new Date(at).toISOString() }))
}
