import type { JsonObject } from '#domain/json.ts'
import { explainChoices, findPanelFacts, isOverturned, listPanelGrounds } from '#domain/pre-filing-assessment-decision.ts'
import { recordDiligence } from '#domain/pre-filing-assessment-diligence.ts'
import { findForm } from '#domain/pre-filing-assessment-facts.ts'
import type { AssessmentDecision, DecisionForm } from '#domain/pre-filing-assessment-forms.ts'
import { steps } from '#domain/pre-filing-assessment.ts'
import { laneDue } from './pre-filing-assessment-evidence.ts'
import { committee } from './steps/committee.ts'
import type { MatterRun } from './steps/matter.ts'
import { record } from './steps/service.ts'
import { userTask, type Completed } from './steps/user-task.ts'

export type Decided = Completed<DecisionForm, AssessmentDecision>

/**
 * The office decides with reasons; an exception goes to the committee, and one it does not carry comes back. What shows
 * the decision-makers' care is put on record as soon as the decision stands.
 */
export async function decideWithPanel(m: MatterRun): Promise<Decided> {
  for (;;) {
    const decided = await userTask(m, steps.decide, { ...laneDue(m, 'decide'), given: givenForDecision(m) })
    const goesToPanel = decided.outcome !== 'more-data' && decided.data.panel.length > 0
    await record(m, steps.exception, goesToPanel ? 'panel' : 'none', { decision: decided.outcome, grounds: groundsOf(m, decided) })
    if (decided.outcome === 'more-data') return decided
    if (goesToPanel && !(await isCarried(m, decided))) continue
    await record(m, steps.diligenceRecord, 'recorded', recordDiligence(m.state))
    return decided
  }
}

function panelFactsOf(m: MatterRun) {
  // Whether novelty is lost turns on no holiday, so no calendar is needed here.
  return findPanelFacts(m.state, { today: m.today(), calendar: [] })
}

function groundsOf(m: MatterRun, decided: Decided): string[] {
  const facts = panelFactsOf(m)
  return facts === undefined ? [] : listPanelGrounds(decided.outcome, facts)
}

/** What the form opens with: the scores, what each decision costs and needs, and what came back to be decided again. */
function givenForDecision(m: MatterRun): JsonObject {
  const facts = panelFactsOf(m)
  const reply = findForm(m.state, steps.reply)
  const approval = findForm(m.state, steps.approveFiling)
  const objection = findForm(m.state, steps.filingConsents)
  return {
    ...(facts === undefined ? {} : { summary: facts.summary, choices: explainChoices(facts), novelty: facts.novelty }),
    ...(reply?.data.statement === undefined ? {} : { statement: reply.data.statement }),
    ...(approval?.outcome === 'returned' && approval.reason !== undefined ? { returned: approval.reason } : {}),
    ...(objection?.outcome === 'objected' && objection.reason !== undefined ? { objection: objection.reason } : {}),
    overturned: isOverturned(m.state),
  }
}

async function isCarried(m: MatterRun, decided: Decided): Promise<boolean> {
  const minutes = { step: steps.panelMinutes, template: 'pre-filing-assessment/panel-minutes' }
  const question = { decision: decided.outcome, reasons: decided.data.reasons, grounds: groundsOf(m, decided) }
  const { outcome } = await committee(m, { vote: steps.panelVote, minutes }, { members: decided.data.panel, question })
  return outcome === 'carried'
}
