import type { PlainDay } from '#domain/day.ts'
import type { ObjectionDecision } from '#domain/notice-objection-forms.ts'
import { patentRulesArticle } from '#domain/patent-citations.ts'
import { objectionBasis } from '#domain/public-notice-rules.ts'
import { byDesign } from '#domain/refusal.ts'
import { listResults } from '#domain/state.ts'
import { basisNote } from '../citation-text.ts'
import { dayIn, pick, type Both } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { officeSeal } from '../public-notice/header.ts'
import { addresseeIn, gatherHeader, objectionFields, type Header } from './header.ts'

type DecisionFacts = Header & {
  readonly outcome: 'dismissed' | 'upheld'
  readonly findings: readonly string[]
  readonly reasons: string
  readonly decidedOn: PlainDay
}

const official = { zh: '异议处理决定书', en: 'Decision on an objection' }

const holdings: { readonly [outcome in DecisionFacts['outcome']]: Both } = {
  dismissed: { zh: '异议不成立。', en: 'The objection is dismissed.' },
  upheld: { zh: '异议成立。', en: 'The objection is upheld.' },
}

const effects: { readonly [outcome in DecisionFacts['outcome']]: { readonly inTime: Both; readonly late: Both } } = {
  dismissed: {
    inTime: {
      zh: '公示继续进行，结束日不早于原截止日和本决定作出之日。',
      en: 'The notice goes on and ends neither before its former last day nor before the day of this decision.',
    },
    late: { zh: '原公示结论不变。', en: 'The conclusion of the notice stands.' },
  },
  upheld: {
    inTime: { zh: '公示终止，所公示事项不得据此办理。', en: 'The notice ends; nothing may be done on the strength of it.' },
    late: { zh: '原公示结论撤销，所公示事项停止办理。', en: 'The conclusion of the notice is set aside; what it was about stops.' },
  },
}

/** Which disputes the patent administration mediates. */
const mediation = patentRulesArticle('102')

const further: Both = {
  zh: '对本决定仍有意见的，可以向学校科技成果转化领导小组或者学校主管部门反映；涉及专利权属、发明人资格或者奖励报酬的，还可以请求管理专利工作的部门调解，或者依法向人民法院起诉。',
  en: 'Who does not agree may turn to the committee of the university for transformation, or to the authority above the university; in disputes on the title to a patent, on who is an inventor or on rewards, also ask the patent administration to mediate or bring an action in the people’s court.',
}

function gather(context: PaperContext): DecisionFacts {
  const { state } = context
  const results = [...listResults(state, 'decide'), ...listResults(state, 'review-late')]
  const decided = results.findLast(({ outcome }) => outcome === 'dismissed' || outcome === 'upheld')
  if (decided === undefined) throw new Error(`Objection ${state.head.id} was not decided`)
  const { findings, reasons } = decided.data as unknown as ObjectionDecision
  const outcome = decided.outcome as DecisionFacts['outcome']
  return { ...gatherHeader(context), outcome, findings, reasons: reasons ?? '', decidedOn: decided.on }
}

function effectOf({ outcome, late }: DecisionFacts): Both {
  return effects[outcome][late ? 'late' : 'inTime']
}

/** 异议处理决定书: findings, reasons, outcome, and what it means for the notice. */
export const template: PaperTemplate<DecisionFacts> = {
  name: 'notice-objection/decision',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      blocks: [
        { kind: 'paragraph', indent: false, text: addresseeIn(facts, language) },
        objectionFields(facts, language),
        { kind: 'heading', level: 1, text: say({ zh: '一、异议理由', en: '1. Grounds of the objection' }) },
        { kind: 'paragraph', text: facts.grounds },
        { kind: 'heading', level: 1, text: say({ zh: '二、查明的事实', en: '2. Findings' }) },
        { kind: 'list', ordered: true, items: [...facts.findings] },
        { kind: 'heading', level: 1, text: say({ zh: '三、处理理由', en: '3. Reasons' }) },
        { kind: 'paragraph', text: facts.reasons },
        { kind: 'heading', level: 1, text: say({ zh: '四、决定', en: '4. Decision' }) },
        {
          kind: 'paragraph',
          text: `${dayIn(facts.decidedOn, language)}${say({ zh: '决定：', en: ': ' })}${say(holdings[facts.outcome])}${language === 'en' ? ' ' : ''}${say(effectOf(facts))}`,
        },
        { kind: 'paragraph', text: say(further) },
        basisNote([facts.rests, mediation], language),
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    { field: 'notice', rule: byDesign, find: ({ noticeNumber, noticeTitle }) => [noticeNumber, noticeTitle] },
    { field: 'grounds', rule: byDesign, find: ({ grounds }) => [grounds] },
    { field: 'findings', rule: byDesign, find: ({ findings }) => findings },
    { field: 'reasons', rule: byDesign, find: ({ reasons }) => [reasons] },
    {
      field: 'decision',
      rule: objectionBasis('Zhejiang'),
      find: (facts, language) => [pick(holdings[facts.outcome], language), pick(effectOf(facts), language)],
    },
    { field: 'remedy', rule: mediation, find: (_, language) => [pick(further, language)] },
    { field: 'day', rule: byDesign, find: ({ decidedOn }, language) => [dayIn(decidedOn, language)] },
  ],
}
