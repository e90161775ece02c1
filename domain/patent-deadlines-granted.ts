import { addYears } from './day.ts'
import { grantRewardCitations } from './grant-reward.ts'
import { patentLawArticle, patentRulesArticle, verifiedBy } from './patent-citations.ts'
import { findRowDay } from './patent-deadline-row.ts'
import type { DeadlineRow } from './patent-deadline-row.ts'
import { termYears } from './patent-time-facts.ts'
import type { PatentTimeFacts } from './patent-time-facts.ts'

const reexamination: DeadlineRow = {
  code: 're-examination',
  counts: ({ facts }) => [{ rule: { months: 3 }, from: facts.rejectionReceivedOn }],
  citations: [patentLawArticle('41')],
  notes: ['fee-in-the-same-period'],
}

/** Granted more than four years after filing and three after the request; never after a same-day dual filing (实施细则 78(4)). */
function isGrantedLate(facts: PatentTimeFacts): boolean {
  const { type, filedOn, examinationRequestedOn, grantedOn } = facts
  if (type !== 'invention' || facts.isSameDayDual === true) return false
  if (filedOn === undefined || examinationRequestedOn === undefined || grantedOn === undefined) return false
  return grantedOn > addYears(filedOn, 4) && grantedOn > addYears(examinationRequestedOn, 3)
}

/** From rejection or grant to the end of the right, without annuities. */
export const grantRows: readonly DeadlineRow[] = [
  reexamination,
  {
    code: 're-examination-restoration',
    // Here the two months run from the end of the period itself, not from a notice.
    counts: (times) => [{ rule: { months: 2 }, from: findRowDay(reexamination, times) }],
    citations: [patentRulesArticle('6(2)')],
    notes: ['good-reason-needed', 'restoration-fee'],
  },
  {
    code: 're-examination-court',
    counts: ({ facts }) => [{ rule: { months: 3 }, from: facts.reexaminationDecisionReceivedOn }],
    citations: [patentLawArticle('41')],
  },
  {
    code: 'registration',
    counts: ({ facts }) => [{ rule: { months: 2 }, from: facts.grantedOn === undefined ? facts.grantNoticeReceivedOn : undefined }],
    citations: [patentRulesArticle('60'), patentRulesArticle('114'), patentLawArticle('43')],
    notes: ['annuity-of-grant-year-with-it'],
  },
  {
    code: 'evaluation-report',
    counts: ({ facts: { type, evaluationRequested, grantedOn } }) => {
      if (type === 'invention' || evaluationRequested === undefined) return []
      return [{ rule: { months: 2 }, from: evaluationRequested.at === 'registration' ? grantedOn : evaluationRequested.on }]
    },
    citations: [patentRulesArticle('62-63')],
    notes: ['office-acts'],
  },
  {
    code: 'term-end',
    counts: ({ facts: { type, filedOn } }) => [
      { rule: { years: filedOn === undefined ? 0 : termYears(type, filedOn), lastDay: 'keep' }, from: filedOn },
    ],
    citations: [patentLawArticle('42(1)'), verifiedBy('S14', '专利法', '42(1)')],
    notes: ['not-restorable', 'not-extended-by-holidays'],
  },
  {
    code: 'term-compensation',
    counts: ({ facts }) => [{ rule: { months: 3 }, from: isGrantedLate(facts) ? facts.grantedOn : undefined }],
    citations: [patentLawArticle('42(2)'), patentRulesArticle('77-79')],
  },
  {
    code: 'drug-term-compensation',
    counts: ({ facts }) => [{ rule: { months: 3 }, from: facts.type === 'invention' ? facts.marketingApprovedOn : undefined }],
    citations: [patentLawArticle('42(3)'), patentRulesArticle('80-82')],
    notes: ['at-most-five-years', 'at-most-fourteen-years-after-approval'],
  },
  {
    code: 'grant-reward',
    counts: ({ facts }) => [{ rule: { months: 3 }, from: facts.grantedOn }],
    citations: grantRewardCitations,
    notes: ['only-without-rule-or-agreement'],
  },
  {
    code: 'non-use',
    counts: ({ facts: { type, filedOn, grantedOn } }) =>
      type === 'design' || filedOn === undefined || grantedOn === undefined
        ? []
        : [
            { rule: { years: 3, lastDay: 'keep' }, from: grantedOn },
            { rule: { years: 4, lastDay: 'keep' }, from: filedOn },
          ],
    citations: [patentLawArticle('53(i)')],
    notes: ['compulsory-licence-possible-from-then', 'later-of-two'],
  },
]
