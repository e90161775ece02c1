import { formatYuan } from '#domain/money.ts'
import type { Block, Language, Table } from '../block.ts'
import { countryIn, dayIn, listed, nameIn, pick, withRemark, type Both } from '../lines.ts'
import { valueIn } from './lines.ts'
import type { ReportFacts } from './report-facts.ts'

type Say = (both: Both) => string

/** What the search found, with every document and its category. */
export function searchBlocks({ search }: ReportFacts, language: Language, say: Say): Block[] {
  const documents: Table = {
    kind: 'table',
    columns: [
      { title: say({ zh: '文献号', en: 'Document' }) },
      { title: say({ zh: '类别', en: 'Category' }), align: 'center' },
      { title: say({ zh: '公开日', en: 'Published' }) },
      { title: say({ zh: '相关内容', en: 'Relevance' }) },
    ],
    rows: search.documents.map(({ number, category, publishedOn, relevance }) => [
      number,
      category,
      dayIn(publishedOn, language),
      relevance,
    ]),
  }
  return [
    { kind: 'heading', level: 1, text: say({ zh: '一、新颖性检索', en: '1. Novelty search' }) },
    {
      kind: 'fields',
      columns: 2,
      rows: [
        { label: say({ zh: '检索日', en: 'Searched on' }), value: dayIn(search.searchedOn, language) },
        { label: say({ zh: '检索结论', en: 'Finding' }), value: valueIn(search.finding, language) },
        { label: say({ zh: '数据库', en: 'Databases' }), value: listed(search.databases, language), wide: true },
        { label: say({ zh: '检索式', en: 'Query' }), value: search.query, wide: true },
        ...(search.distinction === undefined
          ? []
          : [{ label: say({ zh: '区别特征', en: 'Distinction' }), value: search.distinction, wide: true }]),
      ],
    },
    ...(search.documents.length === 0 ? [] : [documents]),
  ]
}

/** What the inventors told. */
export function interviewBlocks({ interview, novelty }: ReportFacts, language: Language, say: Say): Block[] {
  const names = interview.inventors.map((one) => nameIn(one, language))
  return [
    { kind: 'heading', level: 1, text: say({ zh: '二、发明人访谈', en: '2. Interview' }) },
    {
      kind: 'fields',
      columns: 2,
      rows: [
        { label: say({ zh: '访谈日', en: 'Held on' }), value: dayIn(interview.heldOn, language) },
        { label: say({ zh: '受访人', en: 'Present' }), value: listed(names, language) },
        { label: say({ zh: '技术成熟度', en: 'Readiness' }), value: `TRL ${interview.readiness}` },
        { label: say({ zh: '希望的保护方式', en: 'Protection wished' }), value: valueIn(interview.proposedProtection, language) },
        { label: say({ zh: '解决的问题', en: 'Problem solved' }), value: interview.problemSolved, wide: true },
        { label: say({ zh: '技术优势', en: 'Advantage' }), value: interview.advantage, wide: true },
        { label: say({ zh: '市场与产业化前景', en: 'Market' }), value: interview.market, wide: true },
        {
          label: say({ zh: '潜在受让方', en: 'Candidate takers' }),
          value: interview.candidateLicensees.length === 0 ? say({ zh: '无', en: 'None' }) : listed(interview.candidateLicensees, language),
          wide: true,
        },
      ],
    },
    { kind: 'paragraph', text: noveltyText(novelty, language, say) },
  ]
}

function noveltyText({ is, safeUntil }: ReportFacts['novelty'], language: Language, say: Say): string {
  if (is === 'noveltyLost') {
    return say({
      zh: '成果已经公开，且不在法定宽限期内：新颖性已丧失。',
      en: 'The result is public outside any grace period: novelty is lost.',
    })
  }
  if (safeUntil === undefined) return say({ zh: '成果未公开，也无公开计划。', en: 'Nothing is public, and nothing is planned.' })
  const day = dayIn(safeUntil, language)
  return say({ zh: `为保持新颖性，最迟应于${day}提出申请。`, en: `To keep novelty, the application is to be filed by ${day}.` })
}

/** Means by criterion, totals by evaluator, and what each score rests on. */
export function scoreBlocks(facts: ReportFacts, language: Language, say: Say): Block[] {
  const place = (index: number) => say({ zh: `专家${index + 1}`, en: `Evaluator ${index + 1}` })
  return [
    { kind: 'heading', level: 1, text: say({ zh: '三、专家评分', en: '3. Scores' }) },
    {
      kind: 'table',
      caption: say({ zh: `评价指标（${facts.criteriaVersion}版）`, en: `Criteria (version ${facts.criteriaVersion})` }),
      columns: [
        { title: say({ zh: '指标', en: 'Criterion' }), width: 5 },
        { title: say({ zh: '权重', en: 'Weight' }), width: 1, align: 'right' },
        { title: say({ zh: '平均分', en: 'Mean' }), width: 2, align: 'right' },
      ],
      rows: facts.criteria.map(({ name, weight, mean }) => [say(name), String(weight), mean]),
      total: [say({ zh: '加权综合', en: 'Weighted mean' }), '100', facts.mean],
    },
    {
      kind: 'table',
      caption: say({ zh: '各专家评分及依据', en: 'Scores of each evaluator and what they rest on' }),
      columns: [
        { title: say({ zh: '专家', en: 'Evaluator' }) },
        { title: say({ zh: '指标', en: 'Criterion' }) },
        { title: say({ zh: '分数', en: 'Points' }), align: 'right' },
        { title: say({ zh: '依据', en: 'Evidence' }) },
      ],
      rows: facts.evaluators.flatMap(({ scores }, index) =>
        scores.map(({ criterion, points, evidence }) => [place(index), say(criterion), String(points), evidence]),
      ),
    },
    { kind: 'paragraph', text: summaryText(facts, language, say) },
  ]
}

function summaryText(facts: ReportFacts, language: Language, say: Say): string {
  const totals = listed(
    facts.evaluators.map(({ total }) => total),
    language,
  )
  const advice = listed(
    facts.recommendations.map(({ decision, count }) =>
      withRemark(valueIn(decision, language), say({ zh: `${count}人`, en: String(count) }), language),
    ),
    language,
  )
  return say({
    zh: `各专家加权总分依次为${totals}；综合评分${facts.mean}分，最高与最低相差${facts.spread}分，申请线${facts.filingPoints}分。回避${facts.recused}人。专家建议：${advice}。`,
    en: `The evaluators’ totals are ${totals}; the mean is ${facts.mean}, the spread ${facts.spread}, the score for filing ${facts.filingPoints}. Recused: ${facts.recused}. Recommendations: ${advice}.`,
  })
}

/** The estimate item by item, and what each way of filing costs. */
export function costBlocks(facts: ReportFacts, language: Language, say: Say): Block[] {
  return [
    { kind: 'heading', level: 1, text: say({ zh: '四、费用估算', en: '4. Cost' }) },
    {
      kind: 'table',
      caption: say({ zh: '费用明细', en: 'Items' }),
      columns: [
        { title: say({ zh: '部分', en: 'Part' }) },
        { title: say({ zh: '种类', en: 'Kind' }) },
        { title: say({ zh: '国家（组织）', en: 'Country or office' }) },
        { title: say({ zh: '依据', en: 'Basis' }) },
        { title: say({ zh: '金额（元）', en: 'CNY' }), align: 'right' },
      ],
      rows: facts.costs.map(({ part, kind, country, basis, amountFen }) => [
        valueIn(part, language),
        valueIn(kind, language),
        countryIn(country, language),
        basis,
        formatYuan(amountFen),
      ]),
    },
    { kind: 'paragraph', text: `${say({ zh: '经费来源：', en: 'Funding: ' })}${valueIn(facts.funding, language)}` },
    {
      kind: 'table',
      caption: say({ zh: '各处理方式的估算费用', en: 'Estimated cost of each decision' }),
      columns: [
        { title: say({ zh: '处理方式', en: 'Decision' }), width: 5 },
        { title: say({ zh: '费用（元）', en: 'CNY' }), width: 2, align: 'right' },
      ],
      rows: facts.totals.map(({ decision, cost }) => [valueIn(decision, language), formatYuan(cost)]),
    },
  ]
}

/** Picks the reading of one language. */
export function sayIn(language: Language): Say {
  return (both) => pick(both, language)
}
