import { personalDataArticle } from './disclosure-law.ts'
import { noticeRules } from './public-notice-rules.ts'
import { byDesign, type Rule } from './refusal.ts'

/** Every rule of an objection; that there is a procedure is law, its days and steps are the unit's (rules 1.3). */
export const objectionRules = {
  receivedInFuture: { code: 'objection/received-in-future', citations: [byDesign] },
  onlineByOfficer: { code: 'objection/online-by-officer', citations: [byDesign] },
  personalNumber: { code: 'objection/personal-number', citations: noticeRules.personalNumber.citations },
  unreachable: { code: 'objection/objector-unreachable', citations: [personalDataArticle('17')] },
  tooManyPending: { code: 'objection/too-many-pending', citations: [byDesign] },
  noticeEnded: { code: 'objection/notice-ended', citations: [byDesign] },
  evidenceGone: { code: 'objection/evidence-gone', citations: [byDesign] },
  extendedTwice: { code: 'objection/extended-twice', citations: [byDesign] },
  reasonsMissing: { code: 'objection/reasons-missing', citations: [byDesign] },
  unheard: { code: 'objection/unheard', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }
