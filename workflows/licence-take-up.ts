import { groundOf, newCourse, verdictOf } from '#domain/licence-take-up-facts.ts'
import { definition } from '#domain/licence-take-up.ts'
import { unreachable } from '#domain/unreachable.ts'
import { answerGone, decide, listenOn, review } from './licence-take-up-decision.ts'
import { confirmLicence, recordLicence } from './licence-take-up-licence.ts'
import { admitNotice, awaitFee, endUnpaid, mayBeExported, type Told } from './licence-take-up-notice.ts'
import { runLicence } from './licence-take-up-running.ts'
import type { MatterEnd, MatterInput } from './messages.ts'
import { runMatter, type MatterRun } from './steps/matter.ts'

/** 实施开放许可: one taker's notice, his payment, and the licence that follows from both without anybody's leave. */
export async function licenceTakeUp(input: MatterInput): Promise<MatterEnd> {
  return runMatter(definition, input, story)
}

const gone: MatterEnd = { outcome: 'offer-gone' }

async function story(m: MatterRun): Promise<MatterEnd> {
  const ended = await admitNotice(m)
  const told: Told = { ground: groundOf(m.state), course: { ...newCourse, ...(ended === undefined ? {} : { ended }) } }
  if (verdictOf(told.ground, told.course).verdict !== 'offer-gone' && !(await mayBeExported(m))) return { outcome: 'export-barred' }
  for (;;) {
    if ((await awaitFee(m, told)) === 'overdue') return endUnpaid(m, told)
    const { verdict } = await decide(m, told)
    switch (verdict) {
      case 'waiting':
        continue
      case 'legal-review':
        if ((await review(m, told, 'licensed')) === 'licensed') break
        await answerGone(m, told)
        return gone
      case 'offer-gone':
        if ((await listenOn(m, told, await answerGone(m, told))) === 'gone') return gone
        continue
      case 'licensed':
        break
      default:
        return unreachable(verdict)
    }
    const licence = await confirmLicence(m, told)
    await recordLicence(m)
    return runLicence(m, told, licence)
  }
}
