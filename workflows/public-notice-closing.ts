import { keptAsLongAsNeeded } from '#domain/public-notice-rules.ts'
import { findUpheldAfter, listObjections, takingDown } from '#domain/public-notice-state.ts'
import { steps } from '#domain/public-notice.ts'
import { findResult } from '#domain/state.ts'
import type { MatterEnd } from './messages.ts'
import type { Ended } from './public-notice-running.ts'
import { docket } from './steps/docket.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { record } from './steps/service.ts'
import { awaitMessage } from './steps/wait.ts'

/** Records the end, of which the parent is told, and draws its paper; after a good end the names wait for their day. */
export async function closeNotice(m: MatterRun, ended: Ended | 'exempt'): Promise<MatterEnd> {
  await record(m, steps.close, ended, reasonOf(m))
  if (ended === 'exempt' || ended === 'cancelled') return { outcome: ended }
  if (ended === 'closed-upheld') {
    await issueDocument(m, steps.statement, 'public-notice/statement')
    return { outcome: ended }
  }
  const hasObjections = listObjections(m.state).some(({ late }) => !late)
  await (hasObjections
    ? issueDocument(m, steps.statement, 'public-notice/statement')
    : issueDocument(m, steps.certificate, 'public-notice/certificate'))
  return outliveNames(m)
}

/** Why the office took it back, as everybody may read it. */
function reasonOf(m: MatterRun): { reason?: string } {
  const cancelled = m.state.messages.findLast(({ name }) => name === 'cancel-notice')
  const reason = cancelled?.data['reason']
  return typeof reason === 'string' ? { reason } : {}
}

/** Names come down on their day. Late objections hold nothing up; one that is upheld overturns the notice. */
async function outliveNames(m: MatterRun): Promise<MatterEnd> {
  const rule = { days: m.policy.numbers?.['namesStayDays'] ?? 30, lastDay: 'keep' } as const
  const days = { from: m.today(), rule, class: 'notice', trigger: 'notice-closed' } as const
  await docket(m, steps.docketNames, [{ ...days, code: takingDown, citations: [keptAsLongAsNeeded] }])
  for (;;) {
    const isDown = findResult(m.state, steps.takeDown.name) !== undefined
    if (isDown && listObjections(m.state).every(({ outcome }) => outcome !== undefined)) return { outcome: 'closed-ok' }
    const due = m.state.docket[takingDown]?.due
    const heard = await awaitMessage(m, steps.aftermath, isDown || due === undefined ? {} : { until: { ...days, from: due.from } })
    if (heard.name === 'due') await record(m, steps.takeDown, 'taken-down', {})
    if (findUpheldAfter(m.state) === undefined) continue
    await record(m, steps.overturn, 'overturned', {})
    await issueDocument(m, steps.statement, 'public-notice/statement')
    return { outcome: 'closed-upheld', reason: 'late-objection' }
  }
}
