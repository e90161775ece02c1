import { daysBetween } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import { nextLook, offerDeadlines } from '#domain/open-licence-docket.ts'
import { findOwnEnd, type OfferEnd } from '#domain/open-licence-end.ts'
import { findStandard, findWithdrawal, getSnapshot, listConsented } from '#domain/open-licence-facts.ts'
import type { AnnouncedStandard, EligibilityRecord } from '#domain/open-licence-forms.ts'
import { steps } from '#domain/open-licence.ts'
import type { PatentStatus } from '#domain/register.ts'
import type { MatterEnd } from './messages.ts'
import { docket } from './steps/docket.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { callService, record } from './steps/service.ts'
import { givenOf, sealPaper } from './steps/signing.ts'
import { userTask } from './steps/user-task.ts'
import { awaitMessage } from './steps/wait.ts'

type Looked = EligibilityRecord & { readonly status: PatentStatus }

/** Keeps an announced offer: looks at it every year and whenever its patent changes, until it ends or is withdrawn. */
export async function keepOffer(m: MatterRun): Promise<MatterEnd> {
  const standard = getStandard(m)
  await docket(m, steps.docketOffer, offerDeadlines(standard, getSnapshot(m.state)))
  for (;;) {
    const rule = { days: daysBetween(m.today(), nextLook(standard, m.today())), lastDay: 'keep' } as const
    const heard = await awaitMessage(m, steps.offer, { until: { rule, class: 'service', from: m.today(), trigger: 'offer' } })
    const isWithdrawn = heard.name === 'withdraw-declaration' && (await withdraw(m))
    const end = isWithdrawn ? withdrawalOf(m) : await lookAtOffer(m, standard, heard.name)
    if (end !== undefined) return endOffer(m, end)
  }
}

function getStandard(m: MatterRun): AnnouncedStandard {
  const standard = findStandard(m.state)
  if (standard === undefined) throw new Error(`The declaration ${m.seed.id} is not announced`)
  return standard
}

/** How patent and offer stand now; bars that came up since are somebody's to cure, and each year somebody looks in any case. */
async function lookAtOffer(m: MatterRun, standard: AnnouncedStandard, heard: string): Promise<OfferEnd | undefined> {
  const needsRecordedLicence = m.policy.numbers?.['reliefNeedsRecordedLicence'] !== 0
  const input = { patent: standard.patent, consented: listConsented(m.state), needsRecordedLicence }
  const { data, on } = await callService(m, steps.standing, 'examinePatent', input)
  const { status, findings } = data as unknown as Looked
  // The day on which it was looked: told again later, the story must find the same.
  const end = findOwnEnd(standard, status, on)
  if (end !== undefined) return end
  const wrong = findings.filter(({ standing }) => standing !== 'clear')
  if (heard !== 'due' && wrong.length === 0) return undefined
  const { takers = null, annuity = null } = data
  await userTask(m, steps.yearlyCheck, { given: { findings: wrong, takers, annuity } as unknown as JsonObject })
  return undefined
}

/** True when the office has announced the withdrawal; until then the declaration binds and takers are admitted. */
async function withdraw(m: MatterRun): Promise<boolean> {
  const { reason = '' } = m.state.messages.findLast(({ name }) => name === 'withdraw-declaration')?.data ?? {}
  const approval = await userTask(m, steps.approveWithdrawal, { given: { reason } })
  if (approval.outcome === 'refused') return false
  const paper = await issueDocument(m, steps.withdrawalSheet, 'open-licence/withdrawal-sheet')
  const signed = await userTask(m, steps.signWithdrawal, { given: givenOf(paper) })
  if (signed.outcome === 'refused') return false
  await sealPaper(m, steps.sealWithdrawal, paper, { task: signed.id, capacity: '专利权人', house: {} })
  const filed = await userTask(m, steps.fileWithdrawal)
  if (filed.outcome === 'given-up') return false
  const reply = await userTask(m, steps.withdrawalReply)
  return reply.outcome === 'announced'
}

function withdrawalOf(m: MatterRun): OfferEnd {
  const withdrawal = findWithdrawal(m.state)
  if (withdrawal === undefined) throw new Error(`The withdrawal of ${m.seed.id} is not announced`)
  return { cause: 'withdrawn', endedOn: withdrawal.announcedOn, announcementNumber: withdrawal.announcementNumber }
}

const endings = { withdrawn: 'withdrawal-announced', expired: 'expired', lapsed: 'patent-ended', invalidated: 'patent-ended' } as const

/** Ends the offer on the patent's register first, then tells every taker who still waits for something, then explains. */
async function endOffer(m: MatterRun, end: OfferEnd): Promise<MatterEnd> {
  const { cause, ...facts } = end
  await record(m, steps.offerEnded, cause, facts)
  await callService(m, steps.tellTakers, 'tellTakers', { cause, ...facts })
  await issueDocument(m, steps.endLetter, 'open-licence/end-explanation')
  return { outcome: endings[cause], reason: cause }
}
