import type { Client } from '@temporalio/client'
import { getPinned } from '#api/policy-in-force.ts'
import type { InstitutionId } from '#domain/actor.ts'
import { pack } from '#domain/pack.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import type { Store } from '#store/db.ts'
import { listOpenMatters } from '#store/lists/open-matters.ts'
import { getState } from '#store/record/read.ts'
import { workflowIdOf, workflowTypeOf, type MatterInput } from '#workflows/messages.ts'
import { findStory } from '#worker/story.ts'

export type RestartParts = {
  readonly store: Store
  readonly temporal: Client
  readonly taskQueue: string
  /** Milliseconds that the office clock is ahead of Temporal's. */
  readonly clockOffset: number
  /** `missing`: the stories that Temporal does not run; `all`: every one, where the record is older than what Temporal remembers. */
  readonly which: 'missing' | 'all'
}

/** How many matters are open, and which of them had their story begun again. */
export type Restarted = { readonly open: number; readonly restarted: readonly MatterId[] }

/**
 * Begins the stories of open matters again from what is on record, after one of the two memories was lost or brought back from a
 * backup: every step remembers, so a story that begins at any point comes to the same end.
 */
export async function restartStories(parts: RestartParts, institution: InstitutionId): Promise<Restarted> {
  const restarted: MatterId[] = []
  let open = 0
  let page = await listOpenMatters(parts.store, institution)
  while (page.length > 0) {
    open += page.length
    for (const matter of page) if (await restart(parts, institution, matter)) restarted.push(matter)
    page = await listOpenMatters(parts.store, institution, page.at(-1))
  }
  return { open, restarted }
}

async function restart(parts: RestartParts, institution: InstitutionId, matter: MatterId): Promise<boolean> {
  const { store, temporal, taskQueue, clockOffset, which } = parts
  const state = await getState(store, institution, matter)
  const workflowId = workflowIdOf(state.head.process, matter)
  if (which === 'missing' && (await findStory(temporal, workflowId))?.status === 'RUNNING') return false
  const { policy } = await getPinned(store, institution, state.head.process, state.head.policyVersion)
  await temporal.workflow.start(workflowTypeOf(state.head.process), {
    workflowId,
    taskQueue,
    args: [inputFrom(state, { policy, clockOffset })],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: which === 'all' ? 'TERMINATE_EXISTING' : 'USE_EXISTING',
  })
  return true
}

/** What a run would hand on to the next one of its matter. */
function inputFrom(state: MatterState, grounds: Pick<MatterInput['matter'], 'policy' | 'clockOffset'>): MatterInput {
  const { id, process, institution, department, openedBy, policyVersion, parent } = state.head
  const place = { ...(department === undefined ? {} : { department }), ...(parent === undefined ? {} : { parent }) }
  // The command that opened it is on record, and asked for by nobody who begins later.
  const matter = { id, process, institution, openedBy, openingCommand: `matter/${id}`, policyVersion, ...place, ...grounds }
  return { matter, packed: pack(state) }
}
