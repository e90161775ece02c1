import type { JsonObject } from '#domain/json.ts'
import { fen } from '#domain/money.ts'
import { getProposal, getSnapshot, readOpening } from '#domain/open-licence-facts.ts'
import { priceNoticeOf } from '#domain/open-licence-notice.ts'
import { steps } from '#domain/open-licence.ts'
import { findForm } from '#domain/pre-filing-assessment-facts.ts'
import { approveByMatrix } from './steps/approval.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { openMatter } from './steps/open-matter.ts'
import { callService, record } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'
import { awaitMessage } from './steps/wait.ts'

/** The fee with its estimate beside the house's own earlier offers, until the unit approves it or lets the matter go. */
export async function decideOnPrice(m: MatterRun): Promise<'approved' | 'refused' | 'given-up'> {
  for (;;) {
    const { data: comparables } = await callService(m, steps.comparables, 'listComparables', {})
    const price = await userTask(m, steps.price, { given: { comparables, ...returnedWith(m) } })
    if (price.outcome === 'given-up') return 'given-up'
    await issueDocument(m, steps.estimatePaper, 'open-licence/fee-estimate')
    const { fee, termEnd, justification } = price.data
    const given = { fee, termEnd, ...(justification === undefined ? {} : { justification }) } as unknown as JsonObject
    const { outcome } = await approveByMatrix(m, steps.approve, { amount: fee.fixedFen ?? fen(0), given })
    if (outcome !== 'returned') return outcome
  }
}

function returnedWith(m: MatterRun): JsonObject {
  const approval = findForm(m.state, steps.approve)
  return approval?.outcome === 'returned' && approval.reason !== undefined ? { returned: approval.reason } : {}
}

/** Posts the fee in the unit where its policy says so; an objection that is upheld brings it back. */
export async function postPrice(m: MatterRun): Promise<'posted' | 'price-again' | 'notice-cancelled'> {
  if (m.policy.numbers?.['priceNotice'] !== 1) return 'posted'
  const data = priceNoticeOf({
    proposal: getProposal(m.state),
    patent: getSnapshot(m.state),
    number: readOpening(m.state).patent,
    policy: m.policy,
  })
  await openMatter(m, steps.priceNotice, {
    process: 'public-notice',
    data: { ...data, parentNumber: m.state.head.number },
  })
  const closed = await awaitMessage(m, steps.noticeClosed)
  switch (closed.data['outcome']) {
    case 'closed-upheld':
      await dropDeclaration(m, 'objection-upheld')
      return 'price-again'
    case 'cancelled':
      return 'notice-cancelled'
    default:
      return 'posted'
  }
}

/** The unit's decision comes off the patent's register: it may be granted otherwise again. */
export async function dropDeclaration(m: MatterRun, cause: string): Promise<void> {
  await record(m, steps.declarationDropped, 'dropped', { cause })
}
