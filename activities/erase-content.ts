import { activityInfo, getClient } from '@temporalio/activity'
import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { reportIncident } from '#store/desk/incidents.ts'
import { eraseBeside } from '#store/record/erase.ts'
import type { ActivityDependencies } from './dependencies.ts'
import { deleteEarlierRuns } from './earlier-runs.ts'

/**
 * Deletes what lies beside the record of a matter whose content may not be kept, and the histories of the story's earlier runs,
 * which hold its forms; safe to repeat. The run that asks for it holds none: it began after the erasure. Where the server cannot
 * delete histories, an incident says so.
 */
export function createEraseContentActivity({ store }: ActivityDependencies) {
  return async function eraseContent({ institution, matter }: { institution: InstitutionId; matter: MatterId }): Promise<void> {
    await eraseBeside(store, institution, matter)
    const { workflowExecution } = activityInfo()
    if (workflowExecution === undefined) throw new Error('Content is erased by the story whose content it is')
    if ((await deleteEarlierRuns(getClient(), workflowExecution)) === 'deleted') return
    const problem = 'The server cannot delete histories: those of this matter stay until their retention ends'
    const detail = { workflow: workflowExecution.workflowId, problem }
    await reportIncident(store, institution, { id: `history/${matter}`, kind: 'history-not-erased', matter, detail })
  }
}
