import type { DueRequest } from '#domain/action.ts'
import { addDays, daysBetween } from '#domain/day.ts'
import { listSigners } from '#domain/title-grant-facts.ts'
import { findNextDuty, type Duty } from '#domain/title-grant-monitoring.ts'
import { steps } from '#domain/title-grant.ts'
import { unreachable } from '#domain/unreachable.ts'
import type { MatterEnd } from './messages.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { record } from './steps/service.ts'
import { userTaskOrSilence } from './steps/silence.ts'
import { userTask } from './steps/user-task.ts'
import { awaitMessage } from './steps/wait.ts'
import { returnTitle } from './title-grant-registration.ts'
import type { Team } from './title-grant-team.ts'

type Heard = Duty | 'terminated' | 'change'

/** What ends the waiting before the day of the next duty. */
const meanings: { readonly [heard: string]: Heard } = {
  terminate: 'terminated',
  'fact-changed': 'change',
  'recovery-asked': 'recovery-review',
}

/** The years of the grant: each duty on its day, until the term, a recovery, a termination or the end of the right ends it. */
export async function monitor(m: MatterRun, team: Team): Promise<MatterEnd> {
  for (;;) {
    const heard = await hearNext(m)
    switch (heard) {
      case 'annual-report':
        await takeReport(m, team)
        break
      case 'recovery-review':
        if (await isRecovered(m)) return giveBack(m, 'recovered')
        break
      case 'extension':
        await askForExtension(m, team)
        break
      case 'change':
        if ((await userTask(m, steps.considerChange)).outcome === 'ended') return { outcome: 'right-ended' }
        break
      case 'terminated':
        return giveBack(m, 'terminated')
      case 'term-end':
        return { outcome: 'term-ended' }
      default:
        return unreachable(heard)
    }
  }
}

/** Waits for the day of the next duty, or for what is told before it; what was waited for stays on record. */
async function hearNext(m: MatterRun): Promise<Heard> {
  const { duty, on } = findNextDuty(m.state)
  // A duty begins with its day; the grant ends when its last day is over.
  const days = Math.max(0, daysBetween(m.today(), duty === 'term-end' ? on : addDays(on, -1)))
  const until: DueRequest = { rule: { days, lastDay: 'keep' }, class: 'contractual', from: m.today(), trigger: `title-grant/${duty}` }
  const heard = await awaitMessage(m, steps.monitoring, { until })
  const meaning = meanings[heard.name] ?? duty
  // Told again from the record, what was heard must give the same answer: the day is that of the record, not the day of the next duty now.
  const { outcome } = await record(m, steps.nextDuty, meaning, { on: m.state.results[heard.id]?.on ?? on })
  // Only a meaning was ever recorded here.
  return outcome as Heard
}

/** Any member may report; a year without a report is on record as one, and the next follows. */
async function takeReport(m: MatterRun, team: Team): Promise<void> {
  const report = await userTaskOrSilence(m, steps.annualReport, {
    people: listSigners(team),
    silence: { outcome: 'overdue', data: { transformations: [] } },
  })
  if (report.outcome === 'reported') await issueDocument(m, steps.annualReportPaper, 'title-grant/annual-report')
}

async function isRecovered(m: MatterRun): Promise<boolean> {
  const review = await userTask(m, steps.recoveryReview)
  await issueDocument(m, steps.recoveryDecision, 'title-grant/recovery-decision')
  return review.outcome === 'recovered'
}

/** The team is asked once before each end; silence lets it end, for nothing renews itself. */
async function askForExtension(m: MatterRun, team: Team): Promise<void> {
  const asked = await userTaskOrSilence(m, steps.extensionRequest, {
    people: listSigners(team),
    silence: { outcome: 'let-end', data: {} },
  })
  if (asked.outcome === 'let-end') return
  const { years } = asked.data
  await userTask(m, steps.decideExtension, { given: years === undefined ? {} : { years } })
  await issueDocument(m, steps.extensionDecision, 'title-grant/extension-decision')
}

async function giveBack(m: MatterRun, outcome: 'recovered' | 'terminated'): Promise<MatterEnd> {
  const returned = await returnTitle(m)
  return { outcome, ...(returned === 'given-up' ? { reason: 'title-not-returned' } : {}) }
}
