import type { PlainDay } from '#domain/day.ts'
import { computeDue } from '#domain/deadline.ts'
import { transformationLawArticle } from '#domain/disclosure-law.ts'
import { getForm } from '#domain/pre-filing-assessment-facts.ts'
import { listPublicDisclosures } from '#domain/pre-filing-assessment-urgency.ts'
import { steps } from '#domain/pre-filing-assessment.ts'
import { byDesign, type Citation } from '#domain/refusal.ts'
import { basisNote } from '../citation-text.ts'
import { dayIn, nameIn, personOf, pick, titleIn, type Both, type NamedPerson } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { type Header, gatherHeader, headerFields, officeSeal } from './header.ts'

type SecrecyFacts = Header & {
  readonly reasons: string
  readonly decidedOn: PlainDay
  readonly custodian: NamedPerson
  readonly measures: readonly string[]
  readonly reviewMonths: number
  readonly reviewOn: PlainDay
  /** Publications that were planned and are stopped. */
  readonly stopped: readonly { readonly where: string; readonly on: PlainDay }[]
}

const official = { zh: '技术秘密保护决定', en: 'Decision to protect as a trade secret' }

/** Know-how is what the public does not know, has value and is kept by measures; the article was not read. */
const knowHow: Citation = { law: '反不正当竞争法', article: '9', sure: 'recalled-check' }

const rewards = transformationLawArticle('44')

const basis = [transformationLawArticle('42'), rewards, knowHow]

const duties = {
  keep: {
    zh: '知悉本成果内容的人员应当遵守下列保密措施；未经学校书面同意，不得以论文、报告、展览、销售、网络等任何方式公开。',
    en: 'Whoever knows the result keeps to the measures below; nobody makes it public in any way without the university’s written consent.',
  },
  rewards: {
    zh: '作为技术秘密保护，不影响完成、转化本成果的人员依法、依约定获得奖励和报酬。',
    en: 'Keeping the result secret takes nothing from the rewards that those who made and transform it have by law or agreement.',
  },
  patentLater: {
    zh: '保密期间如出现他人申请专利、成果泄露等情形，责任人应当立即报告，由学校重新决定保护方式。',
    en: 'Should others file, or the result leak, the custodian reports at once and the university decides anew.',
  },
} satisfies { readonly [name: string]: Both }

function gather(context: PaperContext): SecrecyFacts {
  const { state, people, calendar } = context
  const decided = getForm(state, steps.decide)
  const plan = decided.data.secrecy
  if (plan === undefined) throw new Error(`Matter ${state.head.id} has no plan for its secret`)
  return {
    ...gatherHeader(context),
    reasons: decided.data.reasons,
    decidedOn: decided.on,
    custodian: personOf(people, plan.custodian),
    measures: plan.measures,
    reviewMonths: plan.reviewMonths,
    reviewOn: computeDue({ months: plan.reviewMonths }, decided.on, calendar).on,
    stopped: listPublicDisclosures(state)
      .filter(({ standing }) => standing === 'planned')
      .map(({ where, on }) => ({ where, on })),
  }
}

export const template: PaperTemplate<SecrecyFacts> = {
  name: 'pre-filing-assessment/secrecy-decision',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const stopped = facts.stopped.map(({ where, on }) =>
      say({
        zh: `原定于${dayIn(on, 'zh-CN')}在“${where}”的公开停止。`,
        en: `The publication planned for ${dayIn(on, 'en')} in “${where}” is stopped.`,
      }),
    )
    return {
      title: say(official),
      blocks: [
        headerFields(facts, language, [
          { label: say({ zh: '决定日', en: 'Decided on' }), value: dayIn(facts.decidedOn, language) },
          { label: say({ zh: '保密责任人', en: 'Custodian' }), value: nameIn(facts.custodian, language) },
          {
            label: say({ zh: '复核', en: 'Review' }),
            value: say({
              zh: `每${facts.reviewMonths}个月一次，首次${dayIn(facts.reviewOn, 'zh-CN')}`,
              en: `Every ${facts.reviewMonths} months, first on ${dayIn(facts.reviewOn, 'en')}`,
            }),
          },
        ]),
        { kind: 'heading', level: 1, text: say({ zh: '一、决定', en: '1. Decision' }) },
        {
          kind: 'paragraph',
          text: say({ zh: '本成果不申请专利，作为技术秘密保护。', en: 'No patent is applied for; the result is kept as a trade secret.' }),
        },
        { kind: 'paragraph', text: `${say({ zh: '理由：', en: 'Reasons: ' })}${facts.reasons}` },
        { kind: 'heading', level: 1, text: say({ zh: '二、保密措施', en: '2. Measures' }) },
        { kind: 'paragraph', text: say(duties.keep) },
        { kind: 'list', ordered: true, items: [...facts.measures, ...stopped] },
        { kind: 'paragraph', text: say(duties.patentLater) },
        { kind: 'paragraph', text: say(duties.rewards) },
        basisNote(basis, language),
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    { field: 'decision', rule: byDesign, find: (facts, language) => [titleIn(facts, language), facts.reasons] },
    {
      field: 'measures',
      rule: knowHow,
      find: (facts, language) => [...facts.measures, nameIn(facts.custodian, language), pick(duties.keep, language)],
    },
    { field: 'rewards', rule: rewards, find: (_, language) => [pick(duties.rewards, language)] },
    { field: 'review', rule: byDesign, find: (facts, language) => [dayIn(facts.reviewOn, language)] },
  ],
}
