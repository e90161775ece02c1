import { userTaskStep } from './definition.ts'
import type { ProcessDefinition } from './definition.ts'
import type { GrantApplication, Remarks, SplitStatement, TeamRevision } from './title-grant-forms.ts'

/** The team agrees among itself and applies; all along it may take the application back together. */
export const teamSteps = {
  ground: { word: 'service', name: 'ground', party: 'office' },
  agreeSplit: userTaskStep<SplitStatement>()({
    name: 'agree-split',
    party: 'inventor',
    act: 'declares',
    roles: [],
    form: 'title-grant/agree-split',
    outcomes: ['signed', 'declined'],
    reasonFor: ['declined'],
    due: { workingDays: 10, class: 'service' },
    escalatesTo: ['ipo_officer'],
    each: true,
  }),
  reviseTeam: userTaskStep<TeamRevision>()({
    name: 'revise-team',
    party: 'inventor',
    act: 'declares',
    roles: [],
    form: 'title-grant/revise-team',
    outcomes: ['resubmitted', 'given-up'],
    reasonFor: ['given-up'],
    due: { workingDays: 20, class: 'service' },
    escalatesTo: ['ipo_officer'],
  }),
  splitAgreement: { word: 'document', name: 'split-agreement', party: 'inventor' },
  apply: userTaskStep<GrantApplication>()({
    name: 'apply',
    party: 'inventor',
    act: 'declares',
    roles: [],
    form: 'title-grant/apply',
    outcomes: ['ownership', 'use-right'],
    due: { workingDays: 20, class: 'service' },
    escalatesTo: ['ipo_officer'],
  }),
  applicationForm: { word: 'document', name: 'application-form', party: 'inventor' },
  transformationPlan: { word: 'document', name: 'transformation-plan', party: 'inventor' },
  withdrawalWatch: { word: 'wait', name: 'withdrawal-watch', party: 'inventor', messages: ['propose-withdrawal', 'notice-overturned'] },
  withdrawalRound: { word: 'service', name: 'withdrawal-round', party: 'office' },
  consentWithdrawal: userTaskStep<Remarks>()({
    name: 'consent-withdrawal',
    party: 'inventor',
    act: 'declares',
    roles: [],
    form: 'title-grant/consent-withdrawal',
    outcomes: ['consented', 'refused'],
    due: { workingDays: 10, class: 'service' },
    each: true,
  }),
} as const satisfies ProcessDefinition['steps']
