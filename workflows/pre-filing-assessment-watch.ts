import { listEventDocket } from '#domain/pre-filing-assessment-docket.ts'
import { readOpening } from '#domain/pre-filing-assessment-facts.ts'
import type { FilingRecord, OfficeEvent } from '#domain/pre-filing-assessment-forms.ts'
import { computeGrantReward, type GrantReward } from '#domain/pre-filing-assessment-reward.ts'
import { readEvent, standingAfter } from '#domain/pre-filing-assessment-watch.ts'
import { steps } from '#domain/pre-filing-assessment.ts'
import { unreachable } from '#domain/unreachable.ts'
import type { MatterEnd } from './messages.ts'
import { docket } from './steps/docket.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { record } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'
import { awaitMessage } from './steps/wait.ts'

/** Whether a grant is the matter's only one, or the first or second of an invention filed twice. */
type GrantPlace = 'only' | 'first' | 'second'

/**
 * Watches the applications until none is pending. Rewards are paid one after the other beside the watch, so that an event
 * of the other application is heard while finance still pays.
 */
export async function watchFiling(m: MatterRun, filing: FilingRecord): Promise<MatterEnd> {
  let rewards: Promise<void> = Promise.resolve()
  let fail: (error: unknown) => void = () => undefined
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  const onGrant = (event: OfficeEvent, place: GrantPlace) => {
    rewards = rewards.then(() => rewardGrant(m, filing, event, place))
    rewards.catch(fail)
  }
  const end = await Promise.race([listen(m, filing, onGrant), failed])
  await rewards
  return end
}

async function listen(m: MatterRun, filing: FilingRecord, onGrant: (event: OfficeEvent, place: GrantPlace) => void): Promise<MatterEnd> {
  const events: OfficeEvent[] = []
  for (;;) {
    const heard = await awaitMessage(m, steps.filingWatch)
    const event = heard.data as unknown as OfficeEvent
    events.push(event)
    const meaning = readEvent(filing, events)
    await record(m, steps.noteEvent, meaning, { event: event.event, on: event.on, standing: standingAfter(filing, events) })
    await docket(m, steps.docketEvent, listEventDocket(m.state, event, isStatutory(m, filing, event)))
    switch (meaning) {
      case 'noted':
        break
      case 'abandonment':
        await userTask(m, steps.abandonUtilityModel, { given: { ...event } })
        break
      case 'granted-first':
        onGrant(event, 'first')
        break
      case 'granted-second':
        onGrant(event, 'second')
        return { outcome: 'granted' }
      case 'granted-only':
        onGrant(event, 'only')
        return { outcome: 'granted' }
      case 'ended-granted':
        return { outcome: 'granted' }
      case 'ended':
        return { outcome: 'filing-ended', reason: event.event }
      default:
        return unreachable(meaning)
    }
  }
}

function isStatutory(m: MatterRun, filing: FilingRecord, event: OfficeEvent): boolean {
  return event.event === 'grant-announced' && rewardOf(m, filing, event).basis === 'statute'
}

function rewardOf(m: MatterRun, filing: FilingRecord, event: OfficeEvent): GrantReward {
  return computeGrantReward(event, filing, readOpening(m.state).inventors, m.policy)
}

/** The inventors' reward for a grant: computed, told to them, and confirmed by finance when paid. */
async function rewardGrant(m: MatterRun, filing: FilingRecord, event: OfficeEvent, place: GrantPlace): Promise<void> {
  const reward = rewardOf(m, filing, event)
  await record(m, steps.grantReward, place, reward)
  await issueDocument(m, steps.rewardNotice, 'pre-filing-assessment/reward-notice')
  // 实施细则 93: within three months of the announcement, whenever the office learnt of it.
  await userTask(m, steps.payReward, { given: { ...reward }, due: { months: 3, from: event.on } })
}
