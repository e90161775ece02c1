import { definition } from '#domain/pre-filing-assessment.ts'
import { unreachable } from '#domain/unreachable.ts'
import type { MatterEnd, MatterInput } from './messages.ts'
import { decideWithPanel, type Decided } from './pre-filing-assessment-decision.ts'
import { findCoOwnership, gatherEvidence, nameAssessors, openLane, type Evidence } from './pre-filing-assessment-evidence.ts'
import { fileAndWatch, keepSecret, publishResult } from './pre-filing-assessment-filing.ts'
import { refuseToFile } from './pre-filing-assessment-appeal.ts'
import { runMatter, type MatterRun } from './steps/matter.ts'

/** 专利申请前评估: from an accepted disclosure to a reasoned decision, and on to grant, secrecy, publication or hand-over. */
export async function preFilingAssessment(input: MatterInput): Promise<MatterEnd> {
  return runMatter(definition, input, story)
}

async function story(m: MatterRun): Promise<MatterEnd> {
  await openLane(m)
  await findCoOwnership(m)
  let evidence = await gatherEvidence(m, await nameAssessors(m, {}))
  for (;;) {
    const decided = await decideWithPanel(m)
    if (decided.outcome === 'more-data') {
      evidence = await gatherEvidence(m, evidence.team)
      continue
    }
    const end = await carryOut(m, decided, evidence)
    if (end !== 'decide-again') return end
  }
}

/** What a settled decision leads to; a filing that was not approved and an appeal that was upheld come back to decide again. */
async function carryOut(m: MatterRun, decided: Decided, evidence: Evidence): Promise<MatterEnd | 'decide-again'> {
  switch (decided.outcome) {
    case 'file-cn':
    case 'file-cn-pct':
    case 'same-day-dual': {
      const filed = await fileAndWatch(m, decided, evidence)
      return filed === 'refused' ? refuseToFile(m, decided) : filed
    }
    case 'keep-secret':
      return keepSecret(m, decided)
    case 'publish':
      return publishResult(m)
    case 'not-file':
    case 'reject':
      return refuseToFile(m, decided)
    case 'more-data':
      throw new Error('Wanting more data settles nothing')
    default:
      return unreachable(decided.outcome)
  }
}
