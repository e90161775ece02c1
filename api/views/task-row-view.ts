import type { PlainDay } from '#domain/day.ts'
import { taskAddress } from '#schemas/api/task-address.ts'
import type { TaskRow } from '#schemas/api/task.ts'
import type { TaskSummary } from '#store/lists/task-rows.ts'
import { labelled, type Words } from '../words.ts'
import type { Lookup } from './lookup.ts'

/** Everybody a task names. */
export function peopleOfTask(task: TaskSummary): string[] {
  return [...task.people, ...[task.assignee, task.owner, task.closedBy].filter((one) => one !== undefined)]
}

/** A task as lists show it; the title only where the reader may know it. */
export function viewTaskRow(task: TaskSummary, words: Words, lookup: Lookup, today: PlainDay, knows: boolean): TaskRow {
  const { process: stem } = task
  return {
    id: taskAddress(task.matter, task.id),
    occurrence: task.id,
    matter: {
      id: task.matter,
      number: task.number,
      title: knows ? task.title : null,
      process: labelled(stem, words.process(stem)),
      standing: task.standing,
    },
    step: labelled(task.step, words.step(stem, task.step)),
    status: task.status,
    act: task.act,
    party: task.party,
    roles: task.roles.map((key) => labelled(key, words.role(key))),
    people: task.people.map((id) => lookup.person(id)),
    openedOn: task.openedOn,
    ...peopleFields(task, lookup),
    ...dueFields(task, today),
    ...closingFields(task, words, lookup, knows),
  }
}

function peopleFields(task: TaskSummary, lookup: Lookup): Pick<TaskRow, 'assignee' | 'owner' | 'department'> {
  return {
    ...(task.assignee === undefined ? {} : { assignee: lookup.person(task.assignee) }),
    ...(task.owner === undefined ? {} : { owner: lookup.person(task.owner) }),
    ...(task.department === undefined ? {} : { department: lookup.department(task.department) }),
  }
}

function dueFields(task: TaskSummary, today: PlainDay): Pick<TaskRow, 'dueOn' | 'class' | 'provisional' | 'late' | 'followUpOn'> {
  // A suspended matter stops the service days; the others run on and are late when they are late.
  const stopped = task.standing === 'suspended' && (task.class === undefined || task.class === 'service')
  const late = task.status === 'open' && task.due !== undefined && task.due.on < today && !stopped
  return {
    late,
    ...(task.due === undefined ? {} : { dueOn: task.due.on, provisional: task.due.provisional }),
    ...(task.class === undefined ? {} : { class: task.class }),
    ...(task.followUpOn === undefined ? {} : { followUpOn: task.followUpOn }),
  }
}

function closingFields(
  task: TaskSummary,
  words: Words,
  lookup: Lookup,
  knows: boolean,
): Pick<TaskRow, 'outcome' | 'reason' | 'citations' | 'closedOn' | 'closedBy'> {
  return {
    ...(task.outcome === undefined ? {} : { outcome: labelled(task.outcome, words.outcome(task.process, task.step, task.outcome)) }),
    ...(task.reason === undefined || !knows ? {} : { reason: task.reason }),
    ...(task.citations === undefined ? {} : { citations: [...task.citations] }),
    ...(task.closedOn === undefined ? {} : { closedOn: task.closedOn }),
    ...(task.closedBy === undefined ? {} : { closedBy: lookup.person(task.closedBy) }),
  }
}
