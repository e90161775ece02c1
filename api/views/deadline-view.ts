import type { PlainDay } from '#domain/day.ts'
import { stepOfTask, type TaskId } from '#domain/state.ts'
import type { DeadlineView } from '#schemas/api/deadline.ts'
import { taskAddress } from '#schemas/api/task-address.ts'
import type { DeadlineSummary } from '#store/lists/deadlines.ts'
import { labelled, type Words } from '../words.ts'
import { viewDue } from './due-view.ts'

/** A deadline: of a suspended matter the service days stand still, all others run on. */
export function viewDeadline(row: DeadlineSummary, words: Words, today: PlainDay, knows: boolean): DeadlineView {
  const suspended = row.standing === 'suspended'
  const service = row.class === undefined || row.class === 'service'
  const open = row.closedOn === undefined
  return {
    matter: { id: row.matter, number: row.number, title: knows ? row.title : null },
    source: row.source,
    code: row.code,
    label: row.source === 'task' ? words.step(row.process, stepOfTask(row.code as TaskId)) : words.deadline(row.process, row.code),
    ...(row.class === undefined ? {} : { class: row.class }),
    due: viewDue(row.due),
    late: open && row.due.on < today && !(suspended && service),
    runsOn: open && suspended && !service,
    citations: [...row.citations],
    notes: row.notes.map((note) => words.values(row.process)[note] ?? note),
    ...(row.closedOn === undefined ? {} : { closedOn: row.closedOn }),
    ...taskFields(row, words),
  }
}

function taskFields({ source, code, matter, process }: DeadlineSummary, words: Words): Pick<DeadlineView, 'task' | 'step'> {
  if (source !== 'task') return {}
  const step = stepOfTask(code as TaskId)
  return { task: taskAddress(matter, code as TaskId), step: labelled(step, words.step(process, step)) }
}
