import { keptAsLongAsNeeded } from '#domain/public-notice-rules.ts'
import { listObjections, takingDown, weighAfterwards, type Weighed } from '#domain/public-notice-state.ts'
import { steps } from '#domain/public-notice.ts'
import type { MatterEnd } from './messages.ts'
import type { Ended } from './public-notice-running.ts'
import { docket } from './steps/docket.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { record } from './steps/service.ts'
import { awaitMessage } from './steps/wait.ts'

/** Records the end, of which the parent is told, and draws its paper; after a good end the names wait for their day. */
export async function closeNotice(m: MatterRun, ended: Ended | 'exempt'): Promise<MatterEnd> {
  const inTime = listObjections(m.state).filter(({ late }) => !late).length
  const { data } = await record(m, steps.close, ended, { objections: inTime, ...reasonOf(m) })
  if (ended === 'exempt' || ended === 'cancelled') return { outcome: ended }
  if (ended === 'closed-upheld') {
    await issueDocument(m, steps.statement, 'public-notice/statement')
    return { outcome: ended }
  }
  await (data['objections'] === 0
    ? issueDocument(m, steps.certificate, 'public-notice/certificate')
    : issueDocument(m, steps.statement, 'public-notice/statement'))
  return outliveNames(m)
}

/** Why the office took it back, as everybody may read it. */
function reasonOf(m: MatterRun): { reason?: string } {
  const cancelled = m.state.messages.findLast(({ name }) => name === 'cancel-notice')
  const reason = cancelled?.data['reason']
  return typeof reason === 'string' ? { reason } : {}
}

/** Names come down on their day. Late objections hold nothing up; one that is upheld sets the notice aside. */
async function outliveNames(m: MatterRun): Promise<MatterEnd> {
  const rule = { days: m.policy.numbers?.['namesStayDays'] ?? 30, lastDay: 'keep' } as const
  const days = { from: m.today(), rule, class: 'notice', trigger: 'notice-closed' } as const
  await docket(m, steps.docketNames, [{ ...days, code: takingDown, citations: [keptAsLongAsNeeded], metBy: ['take-down'] }])
  let isDown = false
  for (;;) {
    const from = m.state.docket[takingDown]?.due.from ?? days.from
    const heard = await awaitMessage(m, steps.aftermath, isDown ? {} : { until: { ...days, from } })
    const weighed = await (heard.name === 'due' ? takeDown(m) : weighAgain(m))
    isDown = isDown || heard.name === 'due'
    if (weighed === 'upheld') return setAside(m)
    if (isDown && weighed === 'clear') return { outcome: 'closed-ok' }
  }
}

async function takeDown(m: MatterRun): Promise<Weighed> {
  const { data } = await record(m, steps.takeDown, 'taken-down', { objections: weighAfterwards(m.state) })
  return data['objections'] as Weighed
}

async function weighAgain(m: MatterRun): Promise<Weighed> {
  return (await record(m, steps.weighLate, weighAfterwards(m.state), {})).outcome as Weighed
}

async function setAside(m: MatterRun): Promise<MatterEnd> {
  await record(m, steps.overturn, 'overturned', {})
  await issueDocument(m, steps.statement, 'public-notice/statement')
  return { outcome: 'closed-upheld', reason: 'late-objection' }
}
