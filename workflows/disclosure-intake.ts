import { steps } from '#domain/disclosure.ts'
import { coachDisclosure } from '#domain/disclosure-coach.ts'
import { listFilingDuties } from '#domain/disclosure-filing.ts'
import { findNovelty } from '#domain/disclosure-novelty.ts'
import { readDisclosurePolicy } from '#domain/disclosure-policy.ts'
import { getDisclosure, holdsNoContent, listApplicants } from '#domain/disclosure-state.ts'
import type { MatterRun } from './steps/matter.ts'
import { callService, record } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'

/** How the intake ended; the reason names the other result or the suspicion. */
export type Intake = { readonly outcome: 'accepted' | 'duplicate' | 'referred' | 'state-secret'; readonly reason?: string }

/** Novelty clock, search for similar results, formal check; a returned report comes back from its applicant and is checked again. */
export async function takeIn(m: MatterRun): Promise<Intake> {
  for (;;) {
    const check = await checkForm(m)
    if (check.outcome !== 'returned') return { outcome: check.outcome, ...(check.reason === undefined ? {} : { reason: check.reason }) }

    await userTask(m, steps.revise, {
      people: listApplicants(m.state),
      given: { ...getDisclosure(m.state) },
      remarks: check.remarks ?? [],
      repeats: check.id,
    })
    // The revision may say for the first time that the result is a state secret.
    if (holdsNoContent(m.state)) return { outcome: 'state-secret' }
  }
}

async function checkForm(m: MatterRun) {
  const report = getDisclosure(m.state)
  const novelty = findNovelty(report, m.today())
  await record(m, steps.noveltyClock, novelty.is, { ...novelty, duties: listFilingDuties(report) })

  // The activity compares and answers with numbers and likeness alone: another result's title is not this matter's to keep.
  const similar = await callService(m, steps.findSimilar, 'findSimilar', {
    title: report.titleZh,
    inventors: report.inventors.map((one) => one.person),
    leastBp: readDisclosurePolicy(m.policy).similarLeastBp,
  })

  const completeness = coachDisclosure(report)
  return userTask(m, steps.formalCheck, {
    given: { novelty: { ...novelty }, similar: similar.data['similar'] ?? [], completeness: completeness.score },
  })
}
