import { formatYuan } from '#domain/money.ts'
import { patentLawArticle } from '#domain/patent-citations.ts'
import { assessmentDuty } from '#domain/pre-filing-assessment-rules.ts'
import { byDesign } from '#domain/refusal.ts'
import { basisNote } from '../citation-text.ts'
import { countryIn, dayIn, titleIn } from '../lines.ts'
import type { PaperTemplate } from '../paper-context.ts'
import { headerFields, inventorsIn, officeSeal } from './header.ts'
import { valueIn } from './lines.ts'
import { costBlocks, interviewBlocks, sayIn, scoreBlocks, searchBlocks } from './report-blocks.ts'
import { gatherReport, type ReportFacts } from './report-facts.ts'

const official = { zh: '专利申请前评估报告', en: 'Pre-filing assessment report' }

const closing = {
  zh: '本报告供学校决定是否申请专利及采取何种保护方式；评分在全体专家提交之前互不可见，专家均声明与本成果及发明人无利益关系。',
  en: 'This report is for the university’s decision whether and how to protect the result. No evaluator saw another’s scores before all were in; each declared to have no interest in the result or tie to its inventors.',
}

export const template: PaperTemplate<ReportFacts> = {
  name: 'pre-filing-assessment/report',
  official,
  facts: gatherReport,
  render(facts, language) {
    const say = sayIn(language)
    return {
      title: say(official),
      subtitle: say({ zh: `第${facts.round}轮`, en: `Round ${facts.round}` }),
      blocks: [
        headerFields(facts, language),
        ...searchBlocks(facts, language, say),
        ...interviewBlocks(facts, language, say),
        ...scoreBlocks(facts, language, say),
        ...costBlocks(facts, language, say),
        { kind: 'note', text: say(closing) },
        basisNote([assessmentDuty], language),
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    {
      field: 'result',
      rule: assessmentDuty,
      find: (facts, language) => [titleIn(facts, language), facts.matter, inventorsIn(facts, language)],
    },
    {
      field: 'search',
      rule: patentLawArticle('22(2)-(3)'),
      find: ({ search }, language) => [
        dayIn(search.searchedOn, language),
        ...search.databases,
        valueIn(search.finding, language),
        ...search.documents.map(({ number }) => number),
      ],
    },
    { field: 'criteria', rule: byDesign, find: (facts) => [facts.criteriaVersion, facts.mean, ...facts.criteria.map(({ mean }) => mean)] },
    {
      field: 'evidence',
      rule: byDesign,
      find: (facts) => facts.evaluators.flatMap(({ scores }) => scores.map(({ evidence }) => evidence)),
    },
    { field: 'readiness', rule: assessmentDuty, find: (facts) => [`TRL ${facts.interview.readiness}`, facts.interview.market] },
    {
      field: 'protection',
      rule: assessmentDuty,
      find: ({ interview }, language) => [valueIn(interview.proposedProtection, language), ...interview.candidateLicensees],
    },
    {
      field: 'urgency',
      rule: patentLawArticle('24'),
      find: ({ novelty }, language) => (novelty.safeUntil === undefined ? [] : [dayIn(novelty.safeUntil, language)]),
    },
    {
      field: 'cost',
      rule: byDesign,
      find: ({ costs, totals, funding }, language) => [
        ...costs.flatMap(({ country, amountFen }) => [countryIn(country, language), formatYuan(amountFen)]),
        ...totals.map(({ cost }) => formatYuan(cost)),
        valueIn(funding, language),
      ],
    },
    {
      field: 'recommendation',
      rule: byDesign,
      find: ({ recommendations }, language) => recommendations.map(({ decision }) => valueIn(decision, language)),
    },
    { field: 'noInterest', rule: byDesign, find: (_, language) => [sayIn(language)(closing)] },
  ],
}
