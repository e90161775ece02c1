import type { ProcessPolicy } from '#domain/policy-slice.ts'

/**
 * What is looked at, and what it counts: the weights sum to 100. The core question is whether the result can be made by an
 * industry, so market and readiness outweigh the search; change the version with the weights.
 */
const criteria = [
  { code: 'patentability', weight: 25, zh: '可专利性（新颖性、创造性、实用性）', en: 'Patentability (novelty, inventive step, use)' },
  { code: 'readiness', weight: 15, zh: '技术成熟度', en: 'Readiness of the technology' },
  { code: 'industrialisation', weight: 30, zh: '产业化与市场前景', en: 'Industrialisation and market' },
  { code: 'scope', weight: 15, zh: '权利稳定性与保护范围', en: 'Strength and scope of the right' },
  { code: 'takers', weight: 15, zh: '潜在受让（被许可）方与转化团队', en: 'Candidate takers and the team behind it' },
]

/** What a university sets for the assessment before filing, where it has set nothing else. */
export const defaults: ProcessPolicy = {
  // From opening to decision the ordinary lane takes 3 + 10 + 2 + 2 + 1 + 2 = 20 working days.
  due: {
    assign: { workingDays: 3 },
    'novelty-search': { workingDays: 10 },
    interview: { workingDays: 2 },
    score: { workingDays: 2 },
    'cost-estimate': { workingDays: 1 },
    decide: { workingDays: 2 },
    'panel-vote': { workingDays: 5 },
    'approve-filing': { workingDays: 3 },
    'filing-consents': { workingDays: 10 },
    'record-filing': { workingDays: 20 },
    'abandon-utility-model': { workingDays: 10 },
    reply: { workingDays: 10 },
    'convene-appeal': { workingDays: 3 },
    'appeal-vote': { workingDays: 10 },
    'hand-over-election': { workingDays: 10 },
    'co-owner-consents': { workingDays: 15 },
    'hand-over-terms': { workingDays: 5 },
    'tax-review': { workingDays: 5 },
    'sign-hand-over': { workingDays: 10 },
    'seal-hand-over': { workingDays: 5 },
    'hand-over-refused': { workingDays: 5 },
  },
  remindBefore: { '*': [1], 'novelty-search': [5, 1], 'record-filing': [10, 3, 1], reply: [5, 1], 'pay-reward': [60, 30, 7, 1] },
  quorum: { present: [2, 3], inFavour: [2, 3], least: 3 },
  matrix: [{ upToFen: 5_000_000, chain: ['asset'] }, { chain: ['asset', 'committee'] }],
  numbers: {
    decisionDays: 20,
    urgentDecisionDays: 3,
    // The urgent lane: 0 + 1 + 0 + 1 + 0 + 1 = 3 working days; 0 is the same day.
    'urgent-assign': 0,
    'urgent-novelty-search': 1,
    'urgent-interview': 0,
    'urgent-score': 1,
    'urgent-cost-estimate': 0,
    'urgent-decide': 1,
    leastEvaluators: 2,
    /** Points of 0–100 from which filing needs no exception. */
    filingPoints: 60,
    /** Points between the highest and the lowest evaluator from which the committee decides. */
    spreadPoints: 30,
    /** Cost in fen above which the committee decides. */
    panelAboveFen: 20_000_000,
    /** The most the university keeps of the income of a result it handed over. */
    universityShareAtMostBp: 5000,
  },
  lists: {
    criteria,
    /** The unit's own rewards on grant (实施细则 92); empty, the statute's least applies. */
    grantRewards: [],
  },
  texts: { criteriaVersion: '2026-1' },
}
