import type { Client } from '@temporalio/client'
import type { InstitutionId } from '#domain/actor.ts'
import type { RecurringInput } from '#workflows/steps/recurring.ts'

/** Lets the office day of every institution begin; where it runs already it is left alone. */
export async function startOfficeDays(
  client: Client,
  {
    institutions,
    taskQueue,
    clockOffset,
  }: { readonly institutions: readonly InstitutionId[]; readonly taskQueue: string; readonly clockOffset: number },
): Promise<void> {
  for (const institution of institutions) {
    const input: RecurringInput = { institution, clockOffset }
    await client.workflow.start('officeDay', {
      workflowId: `office-day/${institution}`,
      taskQueue,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
    })
  }
}
