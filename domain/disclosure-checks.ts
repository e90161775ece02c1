import type { CheckContext, FormChecks } from './checks.ts'
import { checkClassifiedMarks } from './classified-mark.ts'
import {
  checkDisputeReport,
  checkFormalCheck,
  checkOwnershipDecision,
  checkSecrecyRuling,
  checkSecrecyScreen,
} from './disclosure-decisions.ts'
import type { Disclosure, DisclosureOpening } from './disclosure-form.ts'
import { checkFunding } from './disclosure-funding.ts'
import { checkInventors } from './disclosure-inventors.ts'
import { checkMaterials, checkPlansAndInterests } from './disclosure-materials.ts'
import { checkPublications } from './disclosure-novelty.ts'
import { checkConfirmation, checkProposal, checkSettlement } from './disclosure-shares.ts'
import { isSecretStub } from './disclosure-state.ts'
import type { JsonObject } from './json.ts'
import type { Refusal } from './refusal.ts'

/**
 * Leaves of a state secret only that it is one: storing or processing it in a system that is not classified is forbidden
 * (保守国家秘密法 31(iii)). Every other form passes as it came. To be called before anything of the form is kept or logged.
 */
export function strip(data: JsonObject): JsonObject {
  return isSecretStub(data) ? { secrecyLevel: 'state-secret' } : data
}

/** Checks a whole report; a stub has nothing to check. */
export function checkOpening(opening: DisclosureOpening, context: CheckContext): Refusal[] {
  return opening.secrecyLevel === 'state-secret' ? [] : checkDisclosure(opening, context)
}

function checkDisclosure(disclosure: Disclosure, context: CheckContext): Refusal[] {
  const marks = checkClassifiedMarks(disclosure)
  // Nothing else is said about a text that may not be here.
  if (marks.length > 0) return marks
  return [
    ...checkInventors(disclosure, context),
    ...checkFunding(disclosure, context.today),
    ...checkPublications(disclosure, context.today),
    ...checkMaterials(disclosure, context.today),
    ...checkPlansAndInterests(disclosure),
  ]
}

/** The checks of this process by form key. */
export const checks = {
  'disclosure/open': checkOpening,
  'disclosure/revise': checkOpening,
  'disclosure/formal-check': checkFormalCheck,
  'disclosure/secrecy-screen': checkSecrecyScreen,
  'disclosure/secrecy-ruling': checkSecrecyRuling,
  'disclosure/ownership-finding': checkOwnershipDecision,
  'disclosure/ownership-dispute': checkDisputeReport,
  'disclosure/propose-shares': checkProposal,
  'disclosure/confirm-share': checkConfirmation,
  'disclosure/settle-shares': checkSettlement,
} satisfies FormChecks
