import type { PersonId } from '#domain/actor.ts'
import type { MatterId, TaskId } from '#domain/state.ts'

/** What is being drafted: the form of a task, which whoever works on it shares, or somebody's start form of a process. */
export type DraftSubject = { readonly matter: MatterId; readonly task: TaskId } | { readonly process: string; readonly person: PersonId }

/** The name its draft is kept under. */
export function draftSubject(subject: DraftSubject): string {
  return 'matter' in subject ? `task/${subject.matter}/${subject.task}` : `start/${subject.process}/${subject.person}`
}
