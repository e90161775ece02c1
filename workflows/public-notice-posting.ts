import type { PersonId } from '#domain/actor.ts'
import type { DocketRequest } from '#domain/complete-facts.ts'
import type { JsonObject } from '#domain/json.ts'
import type { FreezeOrder } from '#domain/public-notice-freeze.ts'
import { closing, contentAt, getVersion, proposedSource, readNotice } from '#domain/public-notice-state.ts'
import { steps } from '#domain/public-notice.ts'
import { docket } from './steps/docket.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { callService } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'

/** Until somebody other than who wrote it posts the notice, or the office gives it up. */
export async function postFirst(m: MatterRun): Promise<boolean> {
  const { openedBy } = m.state.head
  const barred: PersonId[] = openedBy.is === 'person' ? [openedBy.person] : []
  for (;;) {
    const source = proposedSource(m.state)
    const content = contentAt(m.state, source) as unknown as JsonObject
    const answer = await userTask(m, steps.approve, { barred, given: { kind: readNotice(m.state).kind, ...content } })
    if (answer.outcome === 'given-up') return false
    if (answer.outcome === 'post') {
      await post(m, { source, material: [] })
      return true
    }
    const more = answer.remarks === undefined ? {} : { remarks: answer.remarks }
    await userTask(m, steps.revise, { ...more, given: { reason: answer.reason ?? '', ...content } })
  }
}

/** Freezes and hashes the content, draws the paper, and enters the day on which the notice closes. */
export async function post(m: MatterRun, version: Pick<FreezeOrder, 'source' | 'material'>): Promise<void> {
  const { numbers, texts } = m.policy
  const unitDays = numbers?.[`days${readNotice(m.state).kind}`] ?? 0
  const procedure = texts?.['procedure'] ?? ''
  const order: FreezeOrder = { ...version, unitDays, procedure, procedureEn: texts?.['procedureEn'] ?? procedure }
  await callService(m, steps.freeze, 'freezeNotice', order)
  await issueDocument(m, steps.announcement, 'public-notice/announcement')
  await docket(m, steps.docketClosing, [closingRequest(m)])
}

/** The closing day counted from the day of posting; the end of a delayed decision is entered by itself. */
function closingRequest(m: MatterRun): DocketRequest {
  const { term, postedOn } = getVersion(m.state)
  return {
    code: closing,
    class: 'notice',
    from: postedOn,
    rule: term.rule,
    trigger: 'notice-posted',
    citations: term.citations,
    metBy: ['close'],
  }
}
