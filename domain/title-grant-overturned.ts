import type { CheckContext } from './checks.ts'
import type { JsonObject } from './json.ts'
import { refuse, type Refusal } from './refusal.ts'
import { findResult, stepOfTask, type MatterState, type TaskId } from './state.ts'
import { findForm, isConcluded, type FormResult } from './title-grant-facts.ts'
import type { NoticeOverturned, ObjectionSettlement } from './title-grant-forms.ts'
import { lateObjection } from './title-grant-law.ts'
import { monitoringRules } from './title-grant-rules.ts'
import { monitoringSteps } from './title-grant-steps-monitoring.ts'
import { reviewSteps } from './title-grant-steps-review.ts'

/**
 * What it means that a late objection set a notice aside: before the signatures the agreement is not signed (its checks say so);
 * afterwards somebody must say what becomes of it. Of a notice that another followed nothing follows.
 */
export function weighOverturned(state: MatterState, { notice }: NoticeOverturned): 'in-force' | 'not-in-force' {
  const latest = findResult(state, reviewSteps.noticeFinding.name)?.data['notice']
  return notice === latest && isConcluded(state) ? 'in-force' : 'not-in-force'
}

/** What legal is shown: the notice that was set aside, and what the law says of an agreement that rests on it. */
export function showOverturned({ notice, number, on }: NoticeOverturned): JsonObject {
  return { notice, number, on, citations: lateObjection }
}

/** Security grounds put the result on the negative list; an agreement that touches one does not stand. */
export function checkOverturned({ touches }: ObjectionSettlement, { outcome }: CheckContext): Refusal[] {
  return outcome === 'stands' && touches.length > 0 ? [refuse(monitoringRules.overturnedStands, { touches }, '/touches')] : []
}

type Asked = FormResult<ObjectionSettlement, 'stands' | 'recover'>

/** Legal's word that the committee is to look at recovery, and how often the committee has looked since. */
function findAsked(state: MatterState): { readonly asked: Asked; readonly reviews: number } | undefined {
  const asked = findForm(state, monitoringSteps.considerOverturned)
  if (asked?.outcome !== 'recover') return undefined
  const steps = Object.keys(state.results).map((id) => stepOfTask(id as TaskId))
  const since = steps.slice(steps.lastIndexOf(monitoringSteps.considerOverturned.name))
  return { asked, reviews: since.filter((step) => step === monitoringSteps.recoveryReview.name).length }
}

/** The recovery that legal has asked for, as long as the committee has not answered. */
export function findAskedRecovery(state: MatterState): Asked | undefined {
  const found = findAsked(state)
  return found?.reviews === 0 ? found.asked : undefined
}

/** Why the committee has looked at recovery the last time, where it was legal's word after a late objection and not the months agreed. */
export function findRecoveryGround(state: MatterState): Asked | undefined {
  const found = findAsked(state)
  return found?.reviews === 1 ? found.asked : undefined
}
