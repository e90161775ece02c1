import { minDay } from './day.ts'
import type { PlainDay } from './day.ts'
import type { DueRule } from './deadline.ts'
import { patentLawArticle, patentRulesArticle, recalled, verifiedBy } from './patent-citations.ts'
import { findRowDay } from './patent-deadline-row.ts'
import type { DeadlineRow } from './patent-deadline-row.ts'
import { findLegalFilingDay } from './patent-time-facts.ts'
import type { Disclosure, DisclosureKind, PatentTimeFacts } from './patent-time-facts.ts'

const graceKinds: readonly DisclosureKind[] = ['state-emergency', 'recognised-exhibition', 'prescribed-meeting', 'without-consent']

/**
 * Six months back from the filing day (专利法 24). The day counted back to is a disclosure, no last day for an act, so nothing
 * is added for a holiday.
 */
export const graceRule: DueRule = { months: 6, lastDay: 'keep' }

export const graceCitations = [patentLawArticle('24'), patentRulesArticle('12'), patentRulesArticle('33')] as const

/** Whether the disclosure is one of the four that 专利法 24 forgives for six months. */
export function isGraceCase(disclosure: Disclosure): boolean {
  return graceKinds.includes(disclosure.kind)
}

/** Twelve months for inventions and utility models, six for designs (专利法 29). */
function priorityPeriod(facts: PatentTimeFacts): DueRule {
  return facts.type === 'design' ? { months: 6 } : { months: 12 }
}

/** `day` where the application is for an invention or a utility model. */
function unlessDesign(facts: PatentTimeFacts, day: PlainDay | undefined): PlainDay | undefined {
  return facts.type === 'design' ? undefined : day
}

/** The first disclosure of these kinds, where there is one. */
function findFirst(facts: PatentTimeFacts, isWanted: (disclosure: Disclosure) => boolean): PlainDay | undefined {
  const [first, ...others] = (facts.disclosures ?? []).filter(isWanted).map((disclosure) => disclosure.on)
  return first === undefined ? undefined : minDay(first, ...others)
}

const foreignPriority: DeadlineRow = {
  code: 'foreign-priority',
  counts: ({ facts }) => [{ rule: priorityPeriod(facts), from: facts.filedOn === undefined ? facts.firstFiledAbroadOn : undefined }],
  citations: [patentLawArticle('29(1)')],
}

/** What was claimed as a base cannot be claimed again, nor what is granted or divided out (实施细则 35). */
const domesticPriority: DeadlineRow = {
  code: 'domestic-priority',
  counts: ({ facts }) => {
    const isBarred = facts.priority !== undefined || facts.grantedOn !== undefined || facts.isDivisional === true
    return [{ rule: priorityPeriod(facts), from: isBarred ? undefined : facts.filedOn }]
  },
  citations: [patentLawArticle('29(2)'), patentRulesArticle('35')],
  notes: ['earlier-application-deemed-withdrawn'],
}

const pctFiling: DeadlineRow = {
  code: 'pct-filing',
  counts: ({ facts }) => [
    { rule: { months: 12 }, from: facts.pct === undefined ? unlessDesign(facts, findLegalFilingDay(facts)) : undefined },
  ],
  citations: [recalled('专利合作条约')],
  notes: ['confidentiality-examination-first'],
}

const restorePriority = { months: 2 } as const

/** Grace and priority: what a first filing starts, here and abroad. */
export const priorityRows: readonly DeadlineRow[] = [
  {
    code: 'grace-filing',
    counts: ({ facts }) => [{ rule: graceRule, from: findLegalFilingDay(facts) === undefined ? findFirst(facts, isGraceCase) : undefined }],
    citations: graceCitations,
    notes: ['not-restorable', 'not-extended-by-holidays'],
  },
  {
    code: 'grace-proof',
    counts: ({ facts }) => {
      const shown = findFirst(facts, ({ kind }) => kind === 'recognised-exhibition' || kind === 'prescribed-meeting')
      return [{ rule: { months: 2 }, from: shown === undefined ? undefined : facts.filedOn }]
    },
    citations: [patentRulesArticle('33')],
    notes: ['declared-at-filing'],
  },
  {
    code: 'grace-unconsented-proof',
    counts: ({ facts }) =>
      (facts.disclosures ?? []).map((leak) => ({
        rule: { months: 2 },
        from: leak.kind === 'without-consent' ? leak.learnedOn : undefined,
      })),
    binds: 'earlier',
    citations: [patentRulesArticle('33'), verifiedBy('S16', '专利审查指南')],
    notes: ['proof-when-asked'],
  },
  foreignPriority,
  {
    code: 'foreign-priority-restoration',
    counts: (times) => [{ rule: restorePriority, from: unlessDesign(times.facts, findRowDay(foreignPriority, times)) }],
    citations: [patentRulesArticle('36')],
    notes: ['good-reason-needed'],
  },
  domesticPriority,
  {
    code: 'domestic-priority-restoration',
    counts: (times) => [{ rule: restorePriority, from: unlessDesign(times.facts, findRowDay(domesticPriority, times)) }],
    citations: [patentRulesArticle('36')],
    notes: ['good-reason-needed'],
  },
  {
    code: 'filing-abroad',
    counts: ({ facts }) => [{ rule: priorityPeriod(facts), from: facts.pct === undefined ? findLegalFilingDay(facts) : undefined }],
    citations: [recalled('保护工业产权巴黎公约', '4')],
    notes: ['confidentiality-examination-first', 'per-country'],
  },
  pctFiling,
  {
    code: 'pct-filing-restoration',
    counts: (times) => [{ rule: restorePriority, from: findRowDay(pctFiling, times) }],
    citations: [recalled('专利合作条约')],
    notes: ['good-reason-needed'],
  },
  {
    code: 'priority-claim-correction',
    counts: ({ facts }) =>
      facts.priority === undefined
        ? []
        : [
            { rule: { months: 16 }, from: unlessDesign(facts, facts.priority.on) },
            { rule: { months: 4 }, from: unlessDesign(facts, facts.filedOn) },
          ],
    citations: [patentRulesArticle('37')],
    notes: ['later-of-two'],
  },
  {
    code: 'priority-copy',
    // For a domestic priority the number and day in the request stand for the copy (实施细则 34).
    counts: ({ facts }) => {
      if (facts.priority?.kind !== 'foreign') return []
      return [facts.type === 'design' ? { rule: { months: 3 }, from: facts.filedOn } : { rule: { months: 16 }, from: facts.priority.on }]
    },
    citations: [patentLawArticle('30'), patentRulesArticle('34')],
  },
]

/** International applications on their way into China and out of it. */
export const pctRows: readonly DeadlineRow[] = [
  {
    code: 'national-phase',
    counts: ({ facts: { pct } }) => [{ rule: { months: 30 }, from: pct?.enteredOn === undefined ? pct?.priorityOn : undefined }],
    citations: [patentRulesArticle('120')],
  },
  {
    code: 'national-phase-surcharge',
    counts: ({ facts: { pct } }) => [{ rule: { months: 32 }, from: pct?.enteredOn === undefined ? pct?.priorityOn : undefined }],
    citations: [patentRulesArticle('120'), patentRulesArticle('122')],
    notes: ['surcharge', 'restorable-for-force-majeure-only'],
  },
  {
    code: 'national-phase-abroad',
    counts: ({ facts: { pct } }) => [{ rule: { months: 30 }, from: pct?.priorityOn }],
    citations: [recalled('专利合作条约')],
    notes: ['per-country'],
  },
  {
    code: 'pct-priority-restoration',
    // Only where the international filing came after the priority period.
    counts: (times) => {
      const { pct } = times.facts
      if (pct?.filedOn === undefined) return []
      const lastDay = findRowDay({ ...pctFiling, counts: () => [{ rule: { months: 12 }, from: pct.priorityOn }] }, times)
      return [{ rule: { months: 2 }, from: lastDay !== undefined && pct.filedOn > lastDay ? pct.enteredOn : undefined }]
    },
    citations: [patentRulesArticle('128')],
    notes: ['good-reason-needed'],
  },
]

/** From filing to examination. */
export const prosecutionRows: readonly DeadlineRow[] = [
  {
    code: 'filing-fee',
    counts: ({ facts }) => [
      { rule: { months: 2 }, from: facts.filedOn },
      { rule: { days: 15 }, from: facts.acceptanceNoticeReceivedOn },
    ],
    citations: [patentRulesArticle('112')],
    notes: ['later-of-two', 'priority-fee-with-it'],
  },
  {
    code: 'publication',
    counts: ({ facts }) => [
      {
        rule: { months: 18, lastDay: 'keep' },
        from: facts.type === 'invention' && facts.publishedOn === undefined ? findLegalFilingDay(facts) : undefined,
      },
    ],
    citations: [patentLawArticle('34'), patentRulesArticle('12'), patentRulesArticle('52')],
    notes: ['office-acts', 'earlier-on-request'],
  },
  {
    code: 'substantive-examination',
    counts: ({ facts }) => [
      {
        rule: { years: 3 },
        from: facts.type === 'invention' && facts.examinationRequestedOn === undefined ? findLegalFilingDay(facts) : undefined,
      },
    ],
    citations: [patentLawArticle('35'), patentRulesArticle('12'), patentRulesArticle('113')],
    notes: ['fee-in-the-same-period'],
  },
  {
    code: 'own-amendments',
    counts: ({ facts }) => [{ rule: { months: 3 }, from: facts.type === 'invention' ? facts.examinationEntryReceivedOn : undefined }],
    citations: [patentRulesArticle('57')],
    notes: ['also-with-examination-request'],
  },
  {
    code: 'own-amendments',
    counts: ({ facts }) => [{ rule: { months: 2 }, from: facts.type === 'invention' ? undefined : facts.filedOn }],
    citations: [patentRulesArticle('57')],
  },
]
