import type { Finding } from '#domain/open-licence-eligibility.ts'
import { getEligibilityRule } from '#domain/open-licence-eligibility.ts'
import { findEligibility, readOpening } from '#domain/open-licence-facts.ts'
import type { PatentSnapshot } from '#domain/open-licence-forms.ts'
import { barArticle, declarationBasis } from '#domain/open-licence-law.ts'
import { eligibilityRules } from '#domain/open-licence-rules.ts'
import { byDesign } from '#domain/refusal.ts'
import type { Block, Language } from '../block.ts'
import { citationsText } from '../citation-text.ts'
import { dayIn, pick, titleIn, type Both } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { officeSeal } from './header.ts'
import { conditions, findingWords, suresWords, valueIn } from './lines.ts'

type ReportFacts = {
  readonly matter: string
  readonly patent: string
  readonly title?: string
  readonly titleEn?: string
  readonly kind?: PatentSnapshot['kind']
  readonly conclusion: string
  readonly findings: readonly Finding[]
  readonly institution: Both
  readonly on: PaperContext['on']
}

const official = { zh: '专利开放许可声明条件核查报告', en: 'Eligibility report for an open licence' }

const honesty: Both = {
  zh: '提供虚假材料、隐瞒事实声明开放许可或者获取年费减免的，依法警告，可以并处罚款；提交前请逐项如实核对。',
  en: 'False materials or hidden facts, to declare or to get annuity relief, are warned and may be fined; check each point truthfully before filing.',
}

function gather({ state, institution, on }: PaperContext): ReportFacts {
  const record = findEligibility(state)
  const { title, titleEn, kind } = record?.patent ?? {}
  return {
    matter: state.head.number,
    patent: readOpening(state).patent,
    ...(title === undefined ? {} : { title }),
    ...(titleEn === undefined ? {} : { titleEn }),
    ...(kind === undefined ? {} : { kind }),
    conclusion: record?.conclusion ?? 'barred',
    findings: record?.findings ?? [],
    institution: { zh: institution.nameZh, en: institution.nameEn },
    on,
  }
}

// The law asks for an evaluation report of what is granted without examination (专利法 50(1)).
const ofUnexamined: readonly string[] = [
  eligibilityRules.evaluationMissing.code,
  eligibilityRules.evaluationPending.code,
  eligibilityRules.evaluationNegative.code,
]

/** How a condition stands; what does not concern an invention is not said to be met by it. */
function standingIn({ kind }: ReportFacts, { code, standing }: Finding, language: Language): string {
  if (kind === 'invention' && standing === 'clear' && ofUnexamined.includes(code))
    return pick({ zh: '不适用', en: 'Not applicable' }, language)
  return valueIn(standing, language)
}

function basisOf(finding: Finding, language: Language): string {
  const { citations } = getEligibilityRule(finding.code)
  const sure = [...new Set(citations.map((one) => pick(suresWords[one.sure], language)))]
  return language === 'en'
    ? `${citationsText(citations, language)} (${sure.join('; ')})`
    : `${citationsText(citations, language)}（${sure.join('；')}）`
}

function open({ findings }: ReportFacts): readonly Finding[] {
  return findings.filter(({ standing }) => standing !== 'clear')
}

function openBlocks(facts: ReportFacts, language: Language): Block[] {
  const say = (both: Both) => pick(both, language)
  return open(facts).flatMap((finding, place): Block[] => {
    const { says, remedy, flips } = findingWords(finding.code, finding.fact, language)
    return [
      { kind: 'heading', level: 2, text: `${place + 1}. ${says}` },
      {
        kind: 'fields',
        rows: [
          { label: say({ zh: '依据', en: 'Basis' }), value: basisOf(finding, language) },
          { label: say({ zh: '处理', en: 'Remedy' }), value: remedy },
          ...(flips === '' ? [] : [{ label: say({ zh: '转为符合的条件', en: 'What would flip it' }), value: flips }]),
        ],
      },
    ]
  })
}

/** Every condition with its standing, its law, and how sure that is. */
function conditionsTable(facts: ReportFacts, language: Language): Block {
  const say = (both: Both) => pick(both, language)
  return {
    kind: 'table',
    caption: say({ zh: '逐项核查', en: 'Every condition' }),
    columns: [
      { title: say({ zh: '条件', en: 'Condition' }), width: 5 },
      { title: say({ zh: '结果', en: 'Standing' }), width: 2 },
      { title: say({ zh: '依据及其把握程度', en: 'Basis and how sure it is' }), width: 7 },
    ],
    rows: facts.findings.map((finding) => [
      say(conditions[finding.code] ?? { zh: finding.code, en: finding.code }),
      standingIn(facts, finding, language),
      basisOf(finding, language),
    ]),
  }
}

export const template: PaperTemplate<ReportFacts> = {
  name: 'open-licence/eligibility-report',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      blocks: [
        {
          kind: 'fields',
          columns: 2,
          rows: [
            ...(facts.title === undefined
              ? []
              : [
                  {
                    label: say({ zh: '发明创造名称', en: 'Title' }),
                    value: titleIn({ ...facts, title: facts.title }, language),
                    wide: true,
                  },
                ]),
            { label: say({ zh: '专利号', en: 'Patent number' }), value: facts.patent },
            { label: say({ zh: '声明编号', en: 'Declaration' }), value: facts.matter },
            { label: say({ zh: '核查日', en: 'Looked at on' }), value: dayIn(facts.on, language) },
            { label: say({ zh: '结论', en: 'Conclusion' }), value: valueIn(facts.conclusion, language) },
          ],
        },
        conditionsTable(facts, language),
        ...(open(facts).length === 0
          ? []
          : [{ kind: 'heading', level: 1, text: say({ zh: '尚不符合的各项', en: 'What is not clear' }) } as const]),
        ...openBlocks(facts, language),
        { kind: 'note', text: say(honesty) },
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    { field: 'patent', rule: declarationBasis[1] ?? byDesign, find: ({ patent }) => [patent] },
    {
      field: 'bars',
      rule: barArticle(),
      find: ({ findings }, language) => findings.map(({ code }) => pick(conditions[code] ?? { zh: code, en: code }, language)),
    },
    {
      field: 'open',
      rule: byDesign,
      find: (facts, language) => open(facts).map(({ code, fact }) => findingWords(code, fact, language).remedy),
    },
    { field: 'conclusion', rule: byDesign, find: ({ conclusion }, language) => [valueIn(conclusion, language)] },
    { field: 'honesty', rule: declarationBasis[0], find: (_, language) => [pick(honesty, language)] },
  ],
}
