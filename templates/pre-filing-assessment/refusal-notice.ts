import type { PlainDay } from '#domain/day.ts'
import { computeDue } from '#domain/deadline.ts'
import { patentLawArticle } from '#domain/patent-citations.ts'
import { getYardstickOf } from '#domain/pre-filing-assessment-evidence.ts'
import { findForm, getForm, listForms } from '#domain/pre-filing-assessment-facts.ts'
import { mayHandOver } from '#domain/pre-filing-assessment-hand-over.ts'
import { assessmentOpinion } from '#domain/pre-filing-assessment-rules.ts'
import { formatPoints, type ScoreSummary } from '#domain/pre-filing-assessment-score.ts'
import { steps } from '#domain/pre-filing-assessment.ts'
import { byDesign } from '#domain/refusal.ts'
import { findResult } from '#domain/state.ts'
import type { Language } from '../block.ts'
import { basisNote } from '../citation-text.ts'
import { dayIn, nameIn, pick, titleIn, withRemark, type Both } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { type Header, gatherHeader, headerFields, inventorsIn, officeSeal } from './header.ts'
import { valueIn } from './lines.ts'

type RefusalNoticeFacts = Header & {
  readonly decision: string
  readonly ground?: string
  readonly reasons: string
  /** The approver's reason, where the office wanted to file and the approval was refused. */
  readonly approvalRefused?: string
  readonly decidedOn: PlainDay
  readonly mean: string
  readonly filingPoints: number
  readonly finding: string
  readonly answerBy: PlainDay
  readonly mayReply: boolean
  readonly mayAppeal: boolean
  readonly mayTakeOver: boolean
}

const official = { zh: '不予申请决定及答复权告知书', en: 'Decision not to file and notice of the right of reply' }

const rights = {
  accept: { zh: '接受本决定；', en: 'accept the decision;' },
  reply: { zh: '陈述意见一次，由知识产权与技术转移办公室重新决定；', en: 'reply once, upon which the office decides again;' },
  appeal: {
    zh: '写明理由，向科技成果转化领导小组申诉一次；参与过本次评审、决定的人员不参加审议。',
    en: 'appeal once with grounds to the committee, on which nobody sits who scored or decided before.',
  },
} satisfies { readonly [name: string]: Both }

/** The words of the offer that a rule asks for. */
const ownCost: Both = { zh: '自行承担申请和维持费用', en: 'at his own cost of filing and maintenance' }

const takeOver: Both = {
  zh: '决定成立后，学校将询问各发明人是否愿意受让申请专利的权利：受让人与学校订立书面协议，自行承担申请和维持费用，获得授权后专利权归受让人，扣除费用后的收益按协议与学校分享。',
  en: 'When the decision stands, each inventor is asked whether he takes the right to apply over: by a written agreement, at his own cost of filing and maintenance; the patent is then the takers’, and income after that cost is shared with the university as agreed.',
}

const noTakeOver: Both = {
  zh: '因属于上述情形，学校没有可以转让的申请专利的权利。',
  en: 'On this ground the university has no right to apply that it could hand over.',
}

function gather(context: PaperContext): RefusalNoticeFacts {
  const { state, on, calendar } = context
  const decided = getForm(state, steps.decide)
  const approval = findForm(state, steps.approveFiling)
  const replies = listForms(state, steps.reply).map(({ outcome }) => outcome)
  const summary = findResult(state, steps.weigh.name)?.data['summary'] as unknown as ScoreSummary
  const { rejectionGround } = decided.data
  const isDecidedAgainst = decided.outcome === 'not-file' || decided.outcome === 'reject'
  return {
    ...gatherHeader(context),
    decision: isDecidedAgainst ? decided.outcome : 'not-file',
    ...(rejectionGround === undefined ? {} : { ground: rejectionGround }),
    reasons: decided.data.reasons,
    ...(isDecidedAgainst || approval?.reason === undefined ? {} : { approvalRefused: approval.reason }),
    decidedOn: isDecidedAgainst ? decided.on : (approval?.on ?? decided.on),
    mean: formatPoints(summary.mean),
    filingPoints: getYardstickOf(state).filingPoints,
    finding: getForm(state, steps.noveltySearch).data.finding,
    answerBy: computeDue(getYardstickOf(state).replyDue, on, calendar).on,
    mayReply: !replies.includes('reply'),
    mayAppeal: !replies.includes('appeal'),
    mayTakeOver: mayHandOver(decided.data),
  }
}

// A score says nothing without the line it is measured by.
function scoreIn({ mean, filingPoints }: RefusalNoticeFacts, language: Language): string {
  const line = pick({ zh: `申请线${filingPoints}分`, en: `line for filing ${filingPoints}` }, language)
  return withRemark(pick({ zh: `${mean}分`, en: mean }, language), line, language)
}

const basis = [patentLawArticle('6(1)'), assessmentOpinion]

function silenceOf({ answerBy }: RefusalNoticeFacts, say: (both: Both) => string): string {
  return say({
    zh: `请于${dayIn(answerBy, 'zh-CN')}前（含当日）在本系统内答复；逾期未答复的，视为放弃陈述意见和申诉，本决定即行成立。`,
    en: `Please answer in this system by ${dayIn(answerBy, 'en')}, that day included; without an answer by then reply and appeal are waived and the decision stands.`,
  })
}

export const template: PaperTemplate<RefusalNoticeFacts> = {
  name: 'pre-filing-assessment/refusal-notice',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const { ground, approvalRefused, mayReply, mayAppeal } = facts
    const choices = [rights.accept, ...(mayReply ? [rights.reply] : []), ...(mayAppeal ? [rights.appeal] : [])]
    return {
      title: say(official),
      blocks: [
        { kind: 'paragraph', indent: false, text: `${inventorsIn(facts, language)}${say({ zh: '：', en: ':' })}` },
        {
          kind: 'paragraph',
          text: say({
            zh: `经专利申请前评估，学校于${dayIn(facts.decidedOn, 'zh-CN')}决定不以学校名义就下列成果申请专利。`,
            en: `After the pre-filing assessment the university decided on ${dayIn(facts.decidedOn, 'en')} not to apply for a patent on this result in its own name.`,
          }),
        },
        headerFields(facts, language, [
          { label: say({ zh: '决定', en: 'Decision' }), value: valueIn(facts.decision, language) },
          ...(ground === undefined ? [] : [{ label: say({ zh: '情形', en: 'Ground' }), value: valueIn(ground, language) }]),
          { label: say({ zh: '检索结论', en: 'Search' }), value: valueIn(facts.finding, language) },
          { label: say({ zh: '综合评分', en: 'Score' }), value: scoreIn(facts, language) },
        ]),
        { kind: 'heading', level: 1, text: say({ zh: '一、理由', en: '1. Reasons' }) },
        { kind: 'paragraph', text: facts.reasons },
        ...(approvalRefused === undefined
          ? []
          : [{ kind: 'paragraph', text: `${say({ zh: '审批未通过：', en: 'Approval refused: ' })}${approvalRefused}` } as const]),
        { kind: 'heading', level: 1, text: say({ zh: '二、答复权', en: '2. Right of reply' }) },
        { kind: 'paragraph', text: say({ zh: '发明人团队可以选择：', en: 'The team may:' }) },
        { kind: 'list', ordered: true, items: choices.map(say) },
        { kind: 'paragraph', text: silenceOf(facts, say) },
        { kind: 'heading', level: 1, text: say({ zh: '三、后续处理', en: '3. What follows' }) },
        { kind: 'paragraph', text: say(facts.mayTakeOver ? takeOver : noTakeOver) },
        basisNote(basis, language),
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    { field: 'addressees', rule: byDesign, find: (facts, language) => facts.inventors.map((one) => nameIn(one, language)) },
    {
      field: 'reasons',
      rule: assessmentOpinion,
      find: (facts, language) => [
        titleIn(facts, language),
        facts.reasons,
        ...(facts.approvalRefused === undefined ? [] : [facts.approvalRefused]),
      ],
    },
    {
      field: 'rights',
      rule: byDesign,
      find: (facts, language) => [
        silenceOf(facts, (both) => pick(both, language)),
        ...(facts.mayAppeal ? [pick(rights.appeal, language)] : []),
      ],
    },
    { field: 'score', rule: byDesign, find: (facts, language) => [scoreIn(facts, language)] },
    {
      field: 'takeOver',
      rule: patentLawArticle('6(1)'),
      find: (facts, language) => [pick(facts.mayTakeOver ? ownCost : noTakeOver, language)],
    },
  ],
}
