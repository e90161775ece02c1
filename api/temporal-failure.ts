import { ApplicationFailure, isGrpcDeadlineError, WorkflowNotFoundError } from '@temporalio/client'
import type { Refusal } from '#domain/refusal.ts'
import { refusalType } from '#workflows/messages.ts'

/** The lawful no inside a failure, however deep: a handler's own, or one that the recording transaction said. */
export function findRefusals(error: unknown): readonly Refusal[] | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 10; at = at.cause, depth += 1) {
    if (at instanceof ApplicationFailure && at.type === refusalType) return (at.details ?? []).flat() as Refusal[]
  }
  return undefined
}

/** Whether there is no such run, or it is over. */
export function isGone(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 10; at = at.cause, depth += 1) {
    if (at instanceof WorkflowNotFoundError) return true
    // The story ended while the update was in its hands: the server says so by the failure's type.
    if (at instanceof ApplicationFailure && at.type === 'AcceptedUpdateCompletedWorkflow') return true
    if (/workflow execution already completed|workflow not found/i.test(at.message)) return true
  }
  return false
}

/** Whether no answer came within the deadline. */
export function isTooLate(error: unknown): boolean {
  const isLate: (one: unknown) => boolean = isGrpcDeadlineError
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 10; at = at.cause, depth += 1) if (isLate(at)) return true
  return false
}

/** What a failure says, for the log and for incidents; never what was sent. */
export function describeFailure(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
