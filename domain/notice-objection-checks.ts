import type { CheckContext, FormChecks } from './checks.ts'
import type { ObjectionDecision, ObjectionLetter, ObjectionOpening } from './notice-objection-forms.ts'
import { objectionRules } from './notice-objection-rules.ts'
import { steps } from './notice-objection.ts'
import { findPersonalNumbers } from './personal-number.ts'
import { refuse, type Refusal } from './refusal.ts'
import { listResults } from './state.ts'

/** What nobody may write into an objection: numbers of people; who wants an answer says where. */
export function checkLetter(letter: ObjectionLetter): Refusal[] {
  const { objector, contactOfObjector } = letter
  const numbers = findPersonalNumbers({ grounds: letter.grounds, objector, contactOfObjector })
  const isReachable = objector === undefined || contactOfObjector !== undefined
  return [
    ...numbers.map((field) => refuse(objectionRules.personalNumber, {}, field)),
    ...(isReachable ? [] : [refuse(objectionRules.unreachable, {}, '/contactOfObjector')]),
  ]
}

/** What an objection cannot be opened with. */
export function checkOpening(opening: ObjectionOpening, { today, actor }: CheckContext): Refusal[] {
  const { receivedOn, channel } = opening
  return [
    ...checkLetter(opening),
    ...(receivedOn > today ? [refuse(objectionRules.receivedInFuture, { receivedOn, today }, '/receivedOn')] : []),
    // What an officer enters came by another way; the page alone says `online`.
    ...(channel === 'online' && actor !== undefined ? [refuse(objectionRules.onlineByOfficer, {}, '/channel')] : []),
  ]
}

/** What a decision cannot be: extended a second time, or given without hearing those it touches. */
export function checkDecision(decision: ObjectionDecision, { state, outcome }: CheckContext): Refusal[] {
  if (outcome === 'extended') {
    const before = state === undefined ? [] : listResults(state, steps.decide.name)
    return before.some((one) => one.outcome === 'extended') ? [refuse(objectionRules.extendedTwice, {}, '/outcome')] : []
  }
  const numbers = findPersonalNumbers(decision).map((field) => refuse(objectionRules.personalNumber, {}, field))
  const isReasoned = decision.reasons !== undefined && decision.findings.length > 0
  const reasons = isReasoned ? [] : [refuse(objectionRules.reasonsMissing, {}, '/reasons')]
  return [...numbers, ...reasons, ...(outcome === 'upheld' && !decision.heard ? [refuse(objectionRules.unheard, {}, '/heard')] : [])]
}

/** The law behind each form of an objection. */
export const checks = {
  'notice-objection/open': checkOpening,
  'notice-objection/decide': checkDecision,
  'notice-objection/review-late': checkDecision,
} as const satisfies FormChecks
