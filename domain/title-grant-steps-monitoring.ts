import { userTaskStep } from './definition.ts'
import type { ProcessDefinition } from './definition.ts'
import type { AnnualReport, ExtensionDecision, ExtensionRequest, RecoveryReview, Remarks } from './title-grant-forms.ts'

/** The years of the grant: reports, the look at whether it brought anything, extension, and its end. */
export const monitoringSteps = {
  monitoring: { word: 'wait', name: 'monitoring', party: 'inventor', messages: ['terminate', 'fact-changed'] },
  nextDuty: { word: 'service', name: 'next-duty', party: 'office' },
  annualReport: userTaskStep<AnnualReport>()({
    name: 'annual-report',
    party: 'inventor',
    act: 'declares',
    roles: [],
    form: 'title-grant/annual-report',
    outcomes: ['reported', 'overdue'],
    due: { days: 30, class: 'contractual' },
    escalatesTo: ['ipo_officer'],
  }),
  annualReportPaper: { word: 'document', name: 'annual-report-paper', party: 'inventor' },
  recoveryReview: userTaskStep<RecoveryReview>()({
    name: 'recovery-review',
    party: 'office',
    act: 'decides',
    roles: ['committee'],
    form: 'title-grant/recovery-review',
    outcomes: ['kept', 'recovered'],
    reasonFor: ['kept', 'recovered'],
    due: { workingDays: 30, class: 'service' },
    escalatesTo: ['ipo_officer'],
  }),
  recoveryDecision: { word: 'document', name: 'recovery-decision', party: 'office' },
  extensionRequest: userTaskStep<ExtensionRequest>()({
    name: 'extension-request',
    party: 'inventor',
    act: 'declares',
    roles: [],
    form: 'title-grant/extension-request',
    outcomes: ['extend', 'let-end'],
    due: { days: 90, class: 'contractual' },
  }),
  decideExtension: userTaskStep<ExtensionDecision>()({
    name: 'decide-extension',
    party: 'office',
    act: 'decides',
    roles: ['committee'],
    form: 'title-grant/decide-extension',
    outcomes: ['extended', 'refused'],
    reasonFor: ['refused'],
    due: { workingDays: 30, class: 'service' },
    escalatesTo: ['ipo_officer'],
  }),
  extensionDecision: { word: 'document', name: 'extension-decision', party: 'office' },
  considerChange: userTaskStep<Remarks>()({
    name: 'consider-change',
    party: 'office',
    act: 'decides',
    roles: ['ipo_officer', 'legal'],
    form: 'title-grant/consider-change',
    outcomes: ['noted', 'ended'],
    reasonFor: ['ended'],
    due: { workingDays: 10, class: 'service' },
  }),
  titleReturn: { word: 'service', name: 'title-return', party: 'office' },
} as const satisfies ProcessDefinition['steps']
