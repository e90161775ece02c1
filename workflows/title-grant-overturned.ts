import type { NoticeOverturned } from '#domain/title-grant-forms.ts'
import { findAskedRecovery, showOverturned, weighOverturned } from '#domain/title-grant-overturned.ts'
import { steps } from '#domain/title-grant.ts'
import type { MatterRun } from './steps/matter.ts'
import { record } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'
import { endWait } from './steps/wait.ts'

/**
 * A late objection to the grant's notice was upheld. What is not yet signed is no longer signed; once it is, legal says whether the
 * agreement stands or the committee is to look at recovery, which then is the next duty of the grant's years.
 */
export async function considerOverturned(m: MatterRun, told: NoticeOverturned): Promise<void> {
  const { outcome } = await record(m, steps.lateFinding, weighOverturned(m.state, told), { ...told })
  if (outcome === 'not-in-force') return
  await userTask(m, steps.considerOverturned, { given: showOverturned(told) })
  if (findAskedRecovery(m.state) !== undefined) await endWait(m, steps.monitoring, 'recovery-asked')
}
