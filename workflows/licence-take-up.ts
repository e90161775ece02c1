import { verdictOf } from '#domain/licence-take-up-facts.ts'
import { definition } from '#domain/licence-take-up.ts'
import { unreachable } from '#domain/unreachable.ts'
import { confirmLicence, recordLicence } from './licence-take-up-licence.ts'
import { admitNotice, awaitFee, endUnpaid, mayBeExported } from './licence-take-up-notice.ts'
import { runLicence } from './licence-take-up-running.ts'
import { answerGone, decide, mayBeAskedAgain, review } from './licence-take-up-decision.ts'
import type { MatterEnd, MatterInput } from './messages.ts'
import { runMatter, type MatterRun } from './steps/matter.ts'

/** 实施开放许可: one taker's notice, his payment, and the licence that follows from both without anybody's leave. */
export async function licenceTakeUp(input: MatterInput): Promise<MatterEnd> {
  return runMatter(definition, input, story)
}

async function story(m: MatterRun): Promise<MatterEnd> {
  await admitNotice(m)
  if (verdictOf(m.state).verdict !== 'offer-gone' && !(await mayBeExported(m))) return { outcome: 'export-barred' }
  for (;;) {
    if ((await awaitFee(m)) === 'overdue') return endUnpaid(m)
    const { verdict } = await decide(m)
    switch (verdict) {
      case 'waiting':
        continue
      case 'legal-review':
        if ((await review(m, 'licensed')) === 'licensed') break
        await answerGone(m)
        return { outcome: 'offer-gone' }
      case 'offer-gone':
        await answerGone(m)
        if ((await mayBeAskedAgain(m)) === 'taken-up-again') continue
        return { outcome: 'offer-gone' }
      case 'licensed':
        break
      default:
        return unreachable(verdict)
    }
    await confirmLicence(m)
    await recordLicence(m)
    return runLicence(m)
  }
}
