import type { FormChecks } from './checks.ts'
import {
  checkAgreement,
  checkChangeFiling,
  checkOfficeReply,
  checkSignature,
  checkTaxReview,
  checkUniversitySignature,
} from './title-grant-agreement.ts'
import { checkApplication } from './title-grant-application.ts'
import {
  checkAnnualReport,
  checkExtensionDecision,
  checkExtensionRequest,
  checkRecoveryReview,
  checkTermination,
} from './title-grant-monitoring.ts'
import { checkOverturned } from './title-grant-overturned.ts'
import {
  checkAppealPanel,
  checkApproval,
  checkFormalCheck,
  checkOwnership,
  checkPanel,
  checkReviewRequest,
  checkSecrecy,
  checkSettlement,
} from './title-grant-review.ts'
import { checkOpening, checkRevision, checkStatement, checkWithdrawal } from './title-grant-team.ts'

/** The law behind each form of the title grant. */
export const checks = {
  'title-grant/open': checkOpening,
  'title-grant/agree-split': checkStatement,
  'title-grant/revise-team': checkRevision,
  'title-grant/apply': checkApplication,
  'title-grant/formal-check': checkFormalCheck,
  'title-grant/ownership-check': checkOwnership,
  'title-grant/secrecy-check': checkSecrecy,
  'title-grant/convene-review': checkPanel,
  'title-grant/approve': checkApproval,
  'title-grant/ask-review': checkReviewRequest,
  'title-grant/convene-appeal': checkAppealPanel,
  'title-grant/settle-objection': checkSettlement,
  'title-grant/consider-overturned': checkOverturned,
  'title-grant/draft-terms': checkAgreement,
  'title-grant/tax-review': checkTaxReview,
  'title-grant/sign-member': checkSignature,
  'title-grant/sign-university': checkUniversitySignature,
  'title-grant/file-change': checkChangeFiling,
  'title-grant/office-reply': checkOfficeReply,
  'title-grant/annual-report': checkAnnualReport,
  'title-grant/recovery-review': checkRecoveryReview,
  'title-grant/extension-request': checkExtensionRequest,
  'title-grant/decide-extension': checkExtensionDecision,
  'title-grant/propose-withdrawal': checkWithdrawal,
  'title-grant/terminate': checkTermination,
} as const satisfies FormChecks
