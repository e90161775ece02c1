import { noticeOf, readNotice } from '#domain/title-grant-notice.ts'
import type { NoticeClosed } from '#domain/title-grant-forms.ts'
import { steps } from '#domain/title-grant.ts'
import type { MatterRun } from './steps/matter.ts'
import { openMatter } from './steps/open-matter.ts'
import { record } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'
import { awaitMessage } from './steps/wait.ts'

/**
 * Posts the grant in the unit as a matter of its own and waits for its end. An objection that was upheld sends the grant the way
 * of what it was about: back to the team, to the negative list, or back to the application, as does a cancelled notice.
 */
export async function holdNotice(m: MatterRun): Promise<'clear' | 'inventorship' | 'security' | 'other'> {
  await openMatter(m, steps.publicNotice, { process: 'public-notice', data: { ...noticeOf(m.state, m.policy) } })
  const heard = await awaitMessage(m, steps.noticeWatch)
  const closed = heard.data as unknown as NoticeClosed
  const { notice, number, closedOn } = closed
  const finding = await record(m, steps.noticeFinding, readNotice(closed), { notice, number, closedOn })
  if (finding.outcome === 'clear') return 'clear'
  if (finding.outcome === 'cancelled') return 'other'
  const settled = await userTask(m, steps.settleObjection, { given: { notice: number, closedOn } })
  return settled.outcome
}
