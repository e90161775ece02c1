import { daysBetween, type PlainDay } from '#domain/day.ts'
import { getForm, getGround, readOpening } from '#domain/title-grant-facts.ts'
import { listRegistrable } from '#domain/title-grant-agreement.ts'
import { getSchedule } from '#domain/title-grant-monitoring.ts'
import { steps } from '#domain/title-grant.ts'
import { unreachable } from '#domain/unreachable.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { record } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'

type Registered = 'registered' | 'not-needed' | 'given-up'

/** A share of a registered right passes when the office has registered it (专利法 10(3)); a use right and know-how need no register. */
export async function registerGrant(m: MatterRun): Promise<Registered> {
  const { mode, signedOn } = getSchedule(m.state)
  const numbers = listRegistrable(readOpening(m.state).results)
  const isNeeded = mode === 'ownership' && numbers.length > 0
  const found = await record(m, steps.rightsChange, isNeeded ? 'needed' : 'not-needed', { numbers })
  return found.outcome === 'needed' ? carryThrough(m, signedOn) : 'not-needed'
}

/** The share goes back when a grant of ownership is recovered or ended, where the agreement says so. */
export async function returnTitle(m: MatterRun): Promise<Registered> {
  const { mode } = getSchedule(m.state)
  const numbers = listRegistrable(readOpening(m.state).results)
  const isNeeded = mode === 'ownership' && numbers.length > 0 && getForm(m.state, steps.draftTerms).data.titleReturns
  const found = await record(m, steps.titleReturn, isNeeded ? 'needed' : 'not-needed', { numbers })
  return found.outcome === 'needed' ? carryThrough(m, found.on) : 'not-needed'
}

/** Files the change and hears the office, until it is registered or legal gives it up. */
async function carryThrough(m: MatterRun, from: PlainDay): Promise<Registered> {
  for (;;) {
    await issueDocument(m, steps.changeSheet, 'title-grant/change-sheet')
    const left = getGround(m.state).recordChangeDays - daysBetween(from, m.today())
    await userTask(m, steps.fileChange, { due: { days: Math.max(0, left) } })
    const reply = await userTask(m, steps.officeReply)
    switch (reply.outcome) {
      case 'registered':
        return 'registered'
      case 'correction':
        continue
      case 'refused':
        if ((await userTask(m, steps.changeRefused)).outcome === 'given-up') return 'given-up'
        continue
      default:
        return unreachable(reply.outcome)
    }
  }
}
