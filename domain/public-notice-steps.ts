import { userTaskStep } from './definition.ts'
import type { ProcessDefinition } from './definition.ts'
import type { JsonObject } from './json.ts'
import type { NoticeContent } from './public-notice-content.ts'
import type { Posting, SecrecyRelease } from './public-notice-forms.ts'

/** Every stop of a public notice. */
export const steps = {
  secrecyRelease: userTaskStep<SecrecyRelease>()({
    name: 'secrecy-release',
    party: 'office',
    act: 'decides',
    roles: ['secrecy'],
    form: 'public-notice/secrecy-release',
    outcomes: ['released', 'withheld'],
    reasonFor: ['withheld'],
    due: { workingDays: 3, class: 'service' },
    escalatesTo: ['ipo_officer'],
  }),
  approve: userTaskStep<Posting>()({
    name: 'approve',
    party: 'office',
    act: 'decides',
    roles: ['ipo_officer', 'asset'],
    form: 'public-notice/approve',
    outcomes: ['post', 'returned', 'given-up'],
    reasonFor: ['returned', 'given-up'],
    due: { workingDays: 2, class: 'service' },
    separateFrom: ['revise'],
    escalatesTo: ['legal'],
  }),
  revise: userTaskStep<NoticeContent & JsonObject>()({
    name: 'revise',
    party: 'office',
    act: 'declares',
    roles: ['ipo_officer'],
    form: 'public-notice/revise',
    outcomes: ['revised'],
    due: { workingDays: 3, class: 'service' },
    escalatesTo: ['asset'],
  }),
  freeze: { word: 'service', name: 'freeze', party: 'office' },
  announcement: { word: 'document', name: 'announcement', party: 'office' },
  docketClosing: { word: 'docket', name: 'docket-closing', party: 'office' },
  running: {
    word: 'wait',
    name: 'running',
    party: 'outside',
    messages: ['objection-lodged', 'objection-decided', 'change-content', 'cancel-notice'],
  },
  weighObjection: { word: 'service', name: 'weigh-objection', party: 'office' },
  approveChange: userTaskStep<Posting>()({
    name: 'approve-change',
    party: 'office',
    act: 'decides',
    roles: ['ipo_officer', 'asset'],
    form: 'public-notice/approve-change',
    outcomes: ['post', 'refused'],
    reasonFor: ['refused'],
    due: { workingDays: 2, class: 'service' },
    escalatesTo: ['legal'],
  }),
  settle: { word: 'wait', name: 'settle', party: 'office', messages: ['objection-lodged', 'objection-decided', 'cancel-notice'] },
  weighLetter: { word: 'service', name: 'weigh-letter', party: 'office' },
  close: { word: 'service', name: 'close', party: 'office' },
  certificate: { word: 'document', name: 'certificate', party: 'office' },
  statement: { word: 'document', name: 'statement', party: 'office' },
  docketNames: { word: 'docket', name: 'docket-names', party: 'office' },
  aftermath: { word: 'wait', name: 'aftermath', party: 'outside', messages: ['objection-lodged', 'objection-decided'] },
  weighLate: { word: 'service', name: 'weigh-late', party: 'office' },
  takeDown: { word: 'service', name: 'take-down', party: 'office' },
  overturn: { word: 'service', name: 'overturn', party: 'office' },
} as const satisfies ProcessDefinition['steps']
