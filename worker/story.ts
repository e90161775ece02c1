import { WorkflowNotFoundError, type Client } from '@temporalio/client'
import { triesBeforeIncident } from './patience.ts'

/** One deed of one run of a story. */
export type DeedAt = { readonly workflowId: string; readonly runId: string; readonly activityId: string }

/** A deed that Temporal has not seen done: how often it was begun, and why it last failed. */
export type PendingDeed = {
  readonly activityId: string
  readonly name: string
  readonly attempt: number
  readonly isRunning: boolean
  /** When its last attempt ended, ms; absent where none has, or the server does not say. */
  readonly triedAt?: number
  readonly why?: string
}

/** A story as Temporal sees it: whether it goes on, and what it waits for outside. */
export type Story = {
  readonly runId: string
  readonly status: string
  readonly deeds: readonly PendingDeed[]
  /** How often its present task was begun: once where nothing is wrong, not at all where it waits. */
  readonly attempt: number
}

/** Looks at a story, or at one run of it; undefined where Temporal keeps none. */
export async function findStory(temporal: Client, workflowId: string, runId?: string): Promise<Story | undefined> {
  try {
    const { raw, runId: run, status } = await temporal.workflow.getHandle(workflowId, runId).describe()
    const attempt = raw.pendingWorkflowTask?.attempt ?? 0
    return { runId: run, status: status.name, deeds: (raw.pendingActivities ?? []).map(deedOf), attempt }
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined
    throw error
  }
}

/** Why the story of an open matter does not go on; undefined where it does, or may yet. */
export async function findTrouble(
  temporal: Client,
  workflowId: string,
  story: Story | undefined,
  tries = triesBeforeIncident,
): Promise<string | undefined> {
  if (story === undefined) return 'the server keeps no story of it'
  if (story.status !== 'RUNNING') return `its story is over: ${story.status}`
  if (story.attempt <= tries) return undefined
  const { events } = await temporal.workflow.getHandle(workflowId, story.runId).fetchHistory()
  const last = events?.findLast((event) => event.workflowTaskFailedEventAttributes)?.workflowTaskFailedEventAttributes?.failure
  return last ? reasonOf(last) : `its task was begun ${story.attempt} times`
}

type RawDeed = NonNullable<Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['describe']>>['raw']['pendingActivities']>[number]
type RawFailure = NonNullable<RawDeed['lastFailure']>

/** PENDING_ACTIVITY_STATE_STARTED of Temporal's interface. */
const started = 2

function deedOf({ activityId, activityType, attempt, state, lastFailure, lastAttemptCompleteTime }: RawDeed): PendingDeed {
  const { seconds, nanos } = lastAttemptCompleteTime ?? {}
  return {
    activityId: activityId ?? '',
    name: activityType?.name ?? '',
    attempt: attempt ?? 1,
    isRunning: state === started,
    ...(seconds === undefined || seconds === null ? {} : { triedAt: Number(seconds) * 1000 + Math.floor((nanos ?? 0) / 1e6) }),
    ...(lastFailure ? { why: reasonOf(lastFailure) } : {}),
  }
}

function reasonOf(failure: RawFailure): string {
  const reasons: string[] = []
  for (let at: RawFailure | null | undefined = failure; at; at = at.cause) if (at.message) reasons.push(at.message)
  return [...new Set(reasons)].join(' ← ').slice(0, 1000)
}

/** How a deed ended that is pending no more. */
export type DeedEnd = { readonly isDone: boolean; readonly says: string }

/** How it ended, by the history of its run; undefined while it has not, or where the history is gone. */
export async function findDeedEnd(temporal: Client, { workflowId, runId, activityId }: DeedAt): Promise<DeedEnd | undefined> {
  const { events } = await temporal.workflow.getHandle(workflowId, runId).fetchHistory()
  let scheduled: string | undefined
  for (const event of events ?? []) {
    if (event.activityTaskScheduledEventAttributes?.activityId === activityId) scheduled = String(event.eventId)
    const done = event.activityTaskCompletedEventAttributes
    if (scheduled !== undefined && String(done?.scheduledEventId) === scheduled) return { isDone: true, says: 'done' }
    const failed = event.activityTaskFailedEventAttributes ?? event.activityTaskTimedOutEventAttributes
    if (scheduled !== undefined && String(failed?.scheduledEventId) === scheduled)
      return { isDone: false, says: failed?.failure ? reasonOf(failed.failure) : 'given up' }
  }
  return undefined
}

/** Lets a deed that waits for its next attempt be tried at once; answers false where the server knows no such request. */
export async function hurryDeed(temporal: Client, { workflowId, runId, activityId }: DeedAt): Promise<boolean> {
  const { namespace } = temporal.options
  try {
    await temporal.workflowService.resetActivity({ namespace, execution: { workflowId, runId }, id: activityId, identity: 'retry by hand' })
    return true
  } catch (error) {
    if (isNotOffered(error)) return false
    throw error
  }
}

/** gRPC's code for a function that the server does not have: the time-skipping one lacks this. */
const unimplemented = 12

function isNotOffered(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === unimplemented
}
