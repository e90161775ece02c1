import type { FormChecks } from './checks.ts'
import { checkDecision } from './pre-filing-assessment-decision.ts'
import {
  checkAssignment,
  checkCostEstimate,
  checkInterview,
  checkNoveltySearch,
  checkOpening,
  checkScore,
} from './pre-filing-assessment-evidence.ts'
import { checkFilingRecord } from './pre-filing-assessment-filing.ts'
import {
  checkAppealPanel,
  checkConfirmation,
  checkConsents,
  checkHandOverTerms,
  checkReply,
  checkSeal,
  checkTaxReview,
} from './pre-filing-assessment-hand-over.ts'
import { checkRewardPayments } from './pre-filing-assessment-reward.ts'
import { checkAbandonment, checkOfficeEvent } from './pre-filing-assessment-watch.ts'

/** The law behind each form of the assessment. */
export const checks = {
  'pre-filing-assessment/open': checkOpening,
  'pre-filing-assessment/assign': checkAssignment,
  'pre-filing-assessment/novelty-search': checkNoveltySearch,
  'pre-filing-assessment/interview': checkInterview,
  'pre-filing-assessment/score': checkScore,
  'pre-filing-assessment/cost-estimate': checkCostEstimate,
  'pre-filing-assessment/decide': checkDecision,
  'pre-filing-assessment/filing-consents': checkConsents,
  'pre-filing-assessment/record-filing': checkFilingRecord,
  'pre-filing-assessment/record-office-event': checkOfficeEvent,
  'pre-filing-assessment/abandon-utility-model': checkAbandonment,
  'pre-filing-assessment/pay-reward': checkRewardPayments,
  'pre-filing-assessment/reply': checkReply,
  'pre-filing-assessment/convene-appeal': checkAppealPanel,
  'pre-filing-assessment/co-owner-consents': checkConsents,
  'pre-filing-assessment/hand-over-terms': checkHandOverTerms,
  'pre-filing-assessment/tax-review': checkTaxReview,
  'pre-filing-assessment/sign-hand-over': checkConfirmation,
  'pre-filing-assessment/seal-hand-over': checkSeal,
} as const satisfies FormChecks
