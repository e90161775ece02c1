import { listSigners, readTeam } from '#domain/title-grant-facts.ts'
import type { PersonId } from '#domain/actor.ts'
import type { NoticeOverturned } from '#domain/title-grant-forms.ts'
import { steps } from '#domain/title-grant.ts'
import type { MatterEnd } from './messages.ts'
import { everybody } from './steps/everybody.ts'
import type { MatterRun } from './steps/matter.ts'
import { record } from './steps/service.ts'
import { awaitMessage } from './steps/wait.ts'
import { considerOverturned } from './title-grant-overturned.ts'

/**
 * Tells the main story while the withdrawal is listened for beside it. What interrupts one interrupts both; the main story first
 * comes to rest, so that nothing of it is written after the end.
 */
export async function besideWithdrawal(m: MatterRun, main: Promise<MatterEnd>): Promise<MatterEnd> {
  try {
    return await Promise.race([main, watchWithdrawal(m)])
  } catch (error) {
    if (m.isInterrupted()) await main.catch(() => undefined)
    throw error
  }
}

/**
 * The representative proposes to take the application back, and every member answers; with all consents on record he may withdraw.
 * A late objection that was upheld is heard here too, as long as the grant lasts.
 */
async function watchWithdrawal(m: MatterRun): Promise<never> {
  for (;;) {
    const heard = await awaitMessage(m, steps.withdrawalWatch)
    if (heard.name === 'notice-overturned') await considerOverturned(m, heard.data as unknown as NoticeOverturned)
    if (heard.name !== 'propose-withdrawal') continue
    const { reason } = heard.data
    const round = await record(m, steps.withdrawalRound, 'proposed', { people: listSigners(readTeam(m.state)), reason: reason ?? '' })
    const people = round.data['people'] as unknown as readonly PersonId[]
    await everybody(m, steps.consentWithdrawal, people, { given: { reason: reason ?? '' } })
  }
}
