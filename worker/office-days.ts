import type { Client } from '@temporalio/client'
import type { Logger } from 'pino'
import type { InstitutionId } from '#domain/actor.ts'
import type { RecurringInput } from '#workflows/steps/recurring.ts'
import type { Store } from '#store/db.ts'
import { listInstitutions } from '#store/desk/institutions.ts'

export type OfficeDayParts = {
  readonly store: Store
  readonly temporal: Client
  readonly taskQueue: string
  /** Milliseconds that the office clock is ahead of Temporal's. */
  readonly clockOffset: number
  readonly log: Pick<Logger, 'warn'>
  /** Milliseconds after which institutions that have come since are looked for. */
  readonly pause?: number
}

/** Lets the office day of every institution begin, and of those that come later; answers how to stop looking for them. */
export function keepOfficeDays(parts: OfficeDayParts): { stop(): Promise<void> } {
  const look = () => startAll(parts).catch((error: unknown) => parts.log.warn({ error: String(error) }, 'office days not started'))
  let looking = look()
  const timer = setInterval(() => {
    looking = look()
  }, parts.pause ?? 300_000)
  return {
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}

async function startAll({ store, temporal, taskQueue, clockOffset }: OfficeDayParts): Promise<void> {
  for (const { id } of await listInstitutions(store)) await startOfficeDay(temporal, { institution: id, taskQueue, clockOffset })
}

/** The workflow id of an institution's office day. */
export function officeDayOf(institution: InstitutionId): string {
  return `office-day/${institution}`
}

/** Lets the office day of an institution begin; where it runs already it is left alone. */
export async function startOfficeDay(
  temporal: Client,
  {
    institution,
    taskQueue,
    clockOffset,
  }: { readonly institution: InstitutionId; readonly taskQueue: string; readonly clockOffset: number },
): Promise<void> {
  const input: RecurringInput = { institution, clockOffset }
  await temporal.workflow.start('officeDay', {
    workflowId: officeDayOf(institution),
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
  })
}
