import { userTaskStep } from './definition.ts'
import type { ProcessDefinition } from './definition.ts'
import type { Abandonment, Approval, CoOwnerConsents, FilingRecord, RewardPayments } from './pre-filing-assessment-forms.ts'

/** What follows a decision to protect: approval, filing, watch and reward; or secrecy, or publication. */
export const filingSteps = {
  approveFiling: userTaskStep<Approval>()({
    name: 'approve-filing',
    party: 'office',
    act: 'decides',
    roles: ['asset', 'committee'],
    form: 'pre-filing-assessment/approve-filing',
    outcomes: ['approved', 'refused', 'returned'],
    reasonFor: ['refused', 'returned'],
    due: { workingDays: 3, class: 'service' },
    separateFrom: ['decide', 'cost-estimate'],
  }),
  filingForm: { word: 'document', name: 'filing-form', party: 'office' },
  filingConsents: userTaskStep<CoOwnerConsents>()({
    name: 'filing-consents',
    party: 'outside',
    act: 'declares',
    roles: ['ipo_officer', 'legal'],
    form: 'pre-filing-assessment/filing-consents',
    outcomes: ['consented', 'objected'],
    reasonFor: ['objected'],
    due: { workingDays: 10, class: 'service' },
  }),
  recordFiling: userTaskStep<FilingRecord>()({
    name: 'record-filing',
    party: 'office',
    act: 'declares',
    roles: ['ipo_officer'],
    form: 'pre-filing-assessment/record-filing',
    outcomes: ['filed'],
    due: { workingDays: 20, class: 'service' },
    escalatesTo: ['asset'],
  }),
  docketFiling: { word: 'docket', name: 'docket-filing', party: 'office' },
  filingWatch: { word: 'wait', name: 'filing-watch', party: 'outside', messages: ['record-office-event'] },
  docketEvent: { word: 'docket', name: 'docket-event', party: 'office' },
  abandonUtilityModel: userTaskStep<Abandonment>()({
    name: 'abandon-utility-model',
    party: 'office',
    act: 'decides',
    roles: ['ipo_officer'],
    form: 'pre-filing-assessment/abandon-utility-model',
    outcomes: ['abandoned', 'kept'],
    reasonFor: ['kept'],
    due: { workingDays: 10, class: 'service' },
    escalatesTo: ['legal'],
  }),
  grantReward: { word: 'service', name: 'grant-reward', party: 'office' },
  rewardNotice: { word: 'document', name: 'reward-notice', party: 'office' },
  payReward: userTaskStep<RewardPayments>()({
    name: 'pay-reward',
    party: 'office',
    act: 'declares',
    roles: ['finance'],
    form: 'pre-filing-assessment/pay-reward',
    outcomes: ['paid'],
    // 实施细则 93: within three months of the announcement; the docket keeps the exact day, counted from it.
    due: { months: 3, class: 'statutory' },
    escalatesTo: ['ipo_officer'],
  }),
  secrecyDecision: { word: 'document', name: 'secrecy-decision', party: 'office' },
  docketSecrecy: { word: 'docket', name: 'docket-secrecy', party: 'office' },
  publicationDecision: { word: 'document', name: 'publication-decision', party: 'office' },
} as const satisfies ProcessDefinition['steps']
