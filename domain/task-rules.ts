import { byDesign, type Citation, type Rule } from './refusal.ts'

/** Separation of duties: an inventor or an interested leader may never approve or vote where he shares. */
const separation: Citation = { law: 'policy', article: 'separation-of-duties', sure: 'design' }

/** Rules of people's work that all processes share. */
export const taskRules = {
  matterClosed: { code: 'matter/closed', citations: [byDesign] },
  contentErased: { code: 'matter/content-erased', citations: [byDesign] },
  matterSuspended: { code: 'matter/suspended', citations: [byDesign] },
  notSuspended: { code: 'matter/not-suspended', citations: [byDesign] },
  mayNotWithdraw: { code: 'matter/past-withdrawal', citations: [byDesign] },
  notApplicant: { code: 'matter/not-applicant', citations: [byDesign] },
  notOfficer: { code: 'matter/not-officer', citations: [byDesign] },
  unknownMessage: { code: 'matter/message-not-awaited', citations: [byDesign] },
  mayNotSend: { code: 'matter/message-not-yours', citations: [byDesign] },
  interestedInMatter: { code: 'matter/interested', citations: [separation] },
  noSuchResult: { code: 'correction/no-such-step', citations: [byDesign] },
  sameCorrector: { code: 'correction/second-person', citations: [separation] },
  notCorrectable: { code: 'correction/not-correctable', citations: [separation] },
  noSuchCorrection: { code: 'correction/unknown', citations: [byDesign] },
  notOpen: { code: 'task/not-open', citations: [byDesign] },
  notCandidate: { code: 'task/not-candidate', citations: [byDesign] },
  interested: { code: 'task/interested', citations: [separation] },
  deputyForInterested: { code: 'task/deputy-for-interested', citations: [separation] },
  fourEyes: { code: 'task/four-eyes', citations: [separation] },
  ownStatement: { code: 'task/own-statement', citations: [separation] },
  personalDuty: { code: 'task/personal-duty', citations: [separation] },
  receiverNoCandidate: { code: 'task/receiver-not-candidate', citations: [byDesign] },
  receiverInterested: { code: 'task/receiver-interested', citations: [separation] },
  receiverFourEyes: { code: 'task/receiver-four-eyes', citations: [separation] },
  sealed: { code: 'task/sealed', citations: [byDesign] },
  held: { code: 'task/held-by-other', citations: [byDesign] },
  notHeld: { code: 'task/not-held', citations: [byDesign] },
  notDelegated: { code: 'task/not-delegated', citations: [byDesign] },
  linkBound: { code: 'task/link-for-another', citations: [byDesign] },
  unknownOutcome: { code: 'task/unknown-outcome', citations: [byDesign] },
  reasonMissing: { code: 'task/reason-missing', citations: [byDesign] },
  roleNotHeld: { code: 'record/role-not-held', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }

export const rules: readonly Rule[] = Object.values(taskRules)
