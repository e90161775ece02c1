import type { MatterId, TaskId } from '#domain/state.ts'
import type { DeedAt } from './story.ts'

// What an incident is about is told by its id, so that a failure seen from two sides is one incident.

/** A deed that fails again and again. */
export function incidentOfDeed({ workflowId, runId, activityId }: DeedAt): string {
  return `activity/${workflowId}/${runId}/${activityId}`
}

/** The deed that an incident is about, if it is about one. */
export function findDeed(id: string): DeedAt | undefined {
  const [, workflowId, runId, activityId] = /^activity\/(.+)\/([^/]+)\/([^/]+)$/.exec(id) ?? []
  return workflowId === undefined || runId === undefined || activityId === undefined ? undefined : { workflowId, runId, activityId }
}

/** A command that nobody answers. */
export function incidentOfCommand(id: string): string {
  return `command/${id}`
}

/** A telling that does not arrive; a letter is named as the mail log names it. */
export function incidentOfTelling(key: string, isLetter: boolean): string {
  return `${isLetter ? 'mail' : 'telling'}/${key}`
}

/** A task that nobody may do. */
export function incidentOfTask(matter: MatterId, task: TaskId): string {
  return `task/${matter}/${task}`
}

/** A story that does not go on though its matter is open. */
export function incidentOfStory(workflowId: string): string {
  return `story/${workflowId}`
}

/** The matter of a story, by its workflow id. */
export function matterOf(workflowId: string): MatterId {
  return workflowId.slice(workflowId.indexOf('/') + 1) as MatterId
}
