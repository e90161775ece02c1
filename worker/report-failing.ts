import type { ActivityInterceptorsFactory } from '@temporalio/worker'
import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import type { Store } from '#store/db.ts'
import { reportIncident } from '#store/desk/incidents.ts'
import { refusalType } from '#workflows/messages.ts'
import { explain } from './explain.ts'
import { incidentOfDeed } from './incident-ids.ts'
import { triesBeforeIncident } from './patience.ts'

/** What every deed is told first, as far as an incident needs it. */
type About = { readonly institution?: InstitutionId; readonly matter?: MatterId; readonly parent?: MatterId; readonly step?: string }

/** A deed that has failed too often is an incident with its own words, and is tried on all the same. */
export function reportFailing(store: Store, tries = triesBeforeIncident): ActivityInterceptorsFactory {
  return ({ info, cancellationSignal }) =>
    info.isLocal
      ? {}
      : {
          inbound: {
            async execute(input, next) {
              try {
                return await next(input)
              } catch (error) {
                const [about] = input.args as [About?]
                const isCounted = info.attempt >= tries && !cancellationSignal.aborted && !isRefusal(error)
                // What the deed failed of is not to be hidden by what the report fails of: the watch finds it later.
                if (isCounted && about !== undefined) await report(store, info, about, error).catch(() => undefined)
                throw error
              }
            },
          },
        }
}

type Deed = Parameters<ActivityInterceptorsFactory>[0]['info']

async function report(store: Store, info: Deed, about: About, error: unknown): Promise<void> {
  const { activityId, activityType, attempt, workflowExecution } = info
  const { institution, step, matter = about.parent } = about
  if (institution === undefined || workflowExecution === undefined) return
  const { workflowId, runId } = workflowExecution
  const detail = { activity: activityType, attempts: attempt, why: explain(error), ...(step === undefined ? {} : { step }) }
  const id = incidentOfDeed({ workflowId, runId, activityId })
  await reportIncident(store, institution, { id, kind: 'activity-failing', detail, ...(matter === undefined ? {} : { matter }) })
}

/** A lawful no is no failure: it is told to whoever asked. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'type' in error && error.type === refusalType
}
