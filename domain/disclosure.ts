import { userTaskStep, type ProcessDefinition, type ServiceStep } from './definition.ts'
import { decisionRules } from './disclosure-decisions.ts'
import type {
  DisputeReport,
  FormalCheck,
  OwnershipDecision,
  SecrecyRuling,
  SecrecyScreen,
  ShareConfirmation,
  ShareSettlement,
  SharesProposed,
} from './disclosure-desk-forms.ts'
import type { DisclosureOpening } from './disclosure-form.ts'
import { fundingRules } from './disclosure-funding.ts'
import { idleRules } from './disclosure-idle.ts'
import { inventorRules } from './disclosure-inventors.ts'
import { materialRules } from './disclosure-materials.ts'
import { noveltyRules } from './disclosure-novelty.ts'
import { ownershipRules } from './disclosure-ownership-rules.ts'
import { shareRules } from './disclosure-shares.ts'
import { listPeople, titleOf } from './disclosure-state.ts'
import type { Rule } from './refusal.ts'
import { findResult } from './state.ts'

function service(name: string, word: ServiceStep['word']): ServiceStep {
  return { word, name, party: 'office' }
}

/** Every stop of a disclosure, in the order of the story. */
export const steps = {
  handoverNotice: service('handover-notice', 'document'),
  noveltyClock: service('novelty-clock', 'service'),
  findSimilar: service('find-similar', 'service'),
  formalCheck: userTaskStep<FormalCheck>()({
    name: 'formal-check',
    party: 'office',
    act: 'decides',
    roles: ['dept_admin', 'ipo_officer'],
    form: 'disclosure/formal-check',
    outcomes: ['accepted', 'returned', 'duplicate', 'referred'],
    reasonFor: ['returned', 'duplicate', 'referred'],
    due: { workingDays: 5, class: 'service' },
    escalatesTo: ['asset'],
  }),
  revise: userTaskStep<DisclosureOpening>()({
    name: 'revise',
    party: 'inventor',
    act: 'declares',
    roles: [],
    form: 'disclosure/revise',
    outcomes: ['resubmitted'],
    due: { workingDays: 20, class: 'service' },
  }),
  secrecyScreen: userTaskStep<SecrecyScreen>()({
    name: 'secrecy-screen',
    party: 'office',
    act: 'decides',
    roles: ['secrecy'],
    form: 'disclosure/secrecy-screen',
    outcomes: ['none', 'trade-secret', 'state-secret', 'doubtful'],
    due: { workingDays: 5, class: 'service' },
    escalatesTo: ['committee'],
  }),
  secrecyRuling: userTaskStep<SecrecyRuling>()({
    name: 'secrecy-ruling',
    party: 'outside',
    act: 'decides',
    roles: ['secrecy'],
    form: 'disclosure/secrecy-ruling',
    outcomes: ['none', 'trade-secret', 'state-secret'],
    due: { workingDays: 30, class: 'service' },
    escalatesTo: ['committee'],
  }),
  secrecyOpinion: service('secrecy-opinion', 'document'),
  ownershipProposal: service('ownership-proposal', 'service'),
  ownershipFinding: userTaskStep<OwnershipDecision>()({
    name: 'ownership-finding',
    party: 'office',
    act: 'decides',
    roles: ['legal'],
    form: 'disclosure/ownership-finding',
    outcomes: ['service', 'non-service', 'joint', 'commissioned', 'agreement', 'disputed'],
    reasonFor: ['disputed'],
    due: { workingDays: 10, class: 'service' },
    separateFrom: ['formal-check'],
    escalatesTo: ['committee'],
  }),
  ownershipDispute: userTaskStep<DisputeReport>()({
    name: 'ownership-dispute',
    party: 'outside',
    act: 'decides',
    roles: ['legal'],
    form: 'disclosure/ownership-dispute',
    outcomes: ['resolved', 'protect-filing-date'],
    reasonFor: ['resolved', 'protect-filing-date'],
    separateFrom: ['formal-check'],
  }),
  protectFilingDate: service('protect-filing-date', 'opens-matter'),
  ownershipPaper: service('ownership-paper', 'document'),
  releaseLetter: service('release-letter', 'document'),
  proposeShares: userTaskStep<SharesProposed>()({
    name: 'propose-shares',
    party: 'inventor',
    act: 'declares',
    roles: [],
    form: 'disclosure/propose-shares',
    outcomes: ['proposed'],
    due: { workingDays: 10, class: 'service' },
    each: true,
    private: true,
  }),
  confirmShare: userTaskStep<ShareConfirmation>()({
    name: 'confirm-share',
    party: 'inventor',
    act: 'declares',
    roles: [],
    form: 'disclosure/confirm-share',
    outcomes: ['confirmed', 'declined'],
    reasonFor: ['declined'],
    due: { workingDays: 10, class: 'service' },
    each: true,
  }),
  settleShares: userTaskStep<ShareSettlement>()({
    name: 'settle-shares',
    party: 'office',
    act: 'decides',
    roles: ['ipo_officer'],
    form: 'disclosure/settle-shares',
    outcomes: ['mediated', 'determined'],
    reasonFor: ['determined'],
    due: { workingDays: 15, class: 'service' },
    escalatesTo: ['legal'],
  }),
  recordShares: service('record-shares', 'service'),
  disclosurePaper: service('disclosure-paper', 'document'),
  contributionPaper: service('contribution-paper', 'document'),
  docketResult: service('docket-result', 'docket'),
  openAssessment: service('open-assessment', 'opens-matter'),
} as const

/** 成果披露: from an inventor's report to a docketed result with confirmed ownership and shares. */
export const definition: ProcessDefinition = {
  stem: 'disclosure',
  code: 'CP',
  opens: { roles: ['inventor'], form: 'disclosure/open' },
  steps,
  outcomes: ['docketed', 'released', 'owned-by-other', 'handed-to-secrecy-office', 'duplicate', 'referred-to-discipline'],
  messages: {},
  // Once docketed, the university acts on the result; a docketed result is not taken back, it is released or corrected.
  mayWithdraw: (state) => findResult(state, 'docket-result') === undefined,
  title: titleOf,
  people: listPeople,
  documents: [
    'disclosure/disclosure-form',
    'disclosure/contribution-confirmation',
    'disclosure/ownership-finding',
    'disclosure/secrecy-opinion',
    'disclosure/release-letter',
    'disclosure/secret-handover',
  ],
}

/** Every rule a disclosure can be refused or decided by. */
export const rules: readonly Rule[] = [
  inventorRules,
  fundingRules,
  noveltyRules,
  materialRules,
  decisionRules,
  ownershipRules,
  shareRules,
  idleRules,
].flatMap((group): readonly Rule[] => Object.values(group))
