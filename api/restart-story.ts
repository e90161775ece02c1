import type { Client, WorkflowIdConflictPolicy } from '@temporalio/client'
import type { InstitutionId } from '#domain/actor.ts'
import { pack } from '#domain/pack.ts'
import type { RunMemo } from '#domain/run-memo.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { systemViewer, type Store } from '#store/db.ts'
import { findMatter } from '#store/lists/matters.ts'
import { workflowIdOf, workflowTypeOf, type MatterInput } from '#workflows/messages.ts'
import { getPinned } from './policy-in-force.ts'
import { isGone } from './temporal-failure.ts'

export type StoryGrounds = {
  readonly store: Store
  readonly temporal: Client
  readonly taskQueue: string
  /** Milliseconds that the office clock is ahead of Temporal's. */
  readonly clockOffset: number
}

/**
 * Begins a matter's story again from what is on record: every step remembers, so it goes on where it was, and one that is over ends
 * again as it ended unless there is still something to be taken out of it. The new run knows the last one before it, of which
 * Temporal does not see that it goes on: when content is erased, the histories of all are.
 */
export async function restartStory(
  { store, temporal, taskQueue, clockOffset }: StoryGrounds,
  institution: InstitutionId,
  matter: MatterId,
  workflowIdConflictPolicy: WorkflowIdConflictPolicy = 'USE_EXISTING',
): Promise<void> {
  const found = await findMatter(store, systemViewer(institution), matter)
  if (found === undefined) throw new Error(`There is no matter ${matter}`)
  const { process, policyVersion } = found.state.head
  const workflowId = workflowIdOf(process, matter)
  const { policy } = await getPinned(store, institution, process, policyVersion)
  const follows = await findLastRun(temporal, workflowId)
  await temporal.workflow.start(workflowTypeOf(process), {
    workflowId,
    taskQueue,
    args: [inputFrom(found.state, { policy, clockOffset })],
    ...(follows === undefined ? {} : { memo: { follows } satisfies RunMemo }),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy,
  })
}

async function findLastRun(temporal: Client, workflowId: string): Promise<string | undefined> {
  try {
    return (await temporal.workflow.getHandle(workflowId).describe()).runId
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}

/** What a run would hand on to the next one of its matter. */
function inputFrom(state: MatterState, grounds: Pick<MatterInput['matter'], 'policy' | 'clockOffset'>): MatterInput {
  const { id, process, institution, department, openedBy, policyVersion, parent } = state.head
  const place = { ...(department === undefined ? {} : { department }), ...(parent === undefined ? {} : { parent }) }
  // The command that opened it is on record, and asked for by nobody who begins later.
  const matter = { id, process, institution, openedBy, openingCommand: `matter/${id}`, policyVersion, ...place, ...grounds }
  return { matter, packed: pack(state) }
}
