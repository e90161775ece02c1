import { daysBetween, type PlainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import { findLicence, findToldEnd, getStandardRead, nextReportEnd, royaltyStanding, verdictOf } from '#domain/licence-take-up-facts.ts'
import { steps } from '#domain/licence-take-up.ts'
import { answerGone, review } from './licence-take-up-decision.ts'
import type { MatterEnd } from './messages.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { userTask } from './steps/user-task.ts'
import { awaitMessage } from './steps/wait.ts'

/** While the licence runs: royalties are reported by their months, the end of the offer is explained, until the term is over. */
export async function runLicence(m: MatterRun): Promise<MatterEnd> {
  const { endsOn } = licenceOf(m)
  for (;;) {
    const reportOn = nextReportEnd(m.state)
    if (reportOn === undefined && m.today() > endsOn) return { outcome: 'ended', reason: 'term-over' }
    const heard = await hear(m, reportOn ?? endsOn)
    if (heard === 'due' && reportOn !== undefined) await reportRoyalty(m, reportOn)
    const end = heard === 'offer-ended' ? await hearOfEnd(m) : undefined
    if (end !== undefined) return end
  }
}

function licenceOf(m: MatterRun): { readonly beginsOn: PlainDay; readonly endsOn: PlainDay } {
  const licence = findLicence(m.state)
  if (licence === undefined) throw new Error(`Take-up ${m.seed.id} is no licence`)
  return licence
}

async function hear(m: MatterRun, until: PlainDay): Promise<string> {
  const rule = { days: Math.max(0, daysBetween(m.today(), until)), lastDay: 'keep' } as const
  const { name } = await awaitMessage(m, steps.running, { until: { rule, class: 'contractual', from: m.today(), trigger: 'running' } })
  return name
}

/** What the licensee sold or earned in the period, and what he owes of it by the announced rate. */
async function reportRoyalty(m: MatterRun, to: PlainDay): Promise<void> {
  const { fee } = getStandardRead(m.state).standard
  const { royaltyBp = 0, royaltyBase = 'net-sales' } = fee
  await userTask(m, steps.royaltyReport, { given: { to, royaltyBp, royaltyBase, ...royaltyStanding(m.state) } as unknown as JsonObject })
  await issueDocument(m, steps.royaltyPaper, 'licence-take-up/royalty-report')
}

/** The offer ended while this licence ran: by withdrawal it stays (专利法 50(2)); with its patent it ends. */
async function hearOfEnd(m: MatterRun): Promise<MatterEnd | undefined> {
  const end = findToldEnd(m.state)
  if (end?.cause === 'withdrawn' && verdictOf(m.state).verdict !== 'licensed' && (await review(m, 'licensed')) === 'not-licensed') {
    await answerGone(m)
    return { outcome: 'offer-gone' }
  }
  await issueDocument(m, steps.explanation, 'licence-take-up/withdrawal-explanation')
  if (end?.cause === 'lapsed' || end?.cause === 'invalidated') return { outcome: 'ended', reason: end.cause }
  return undefined
}
