import { civilCodeArticle } from '#domain/disclosure-law.ts'
import { addMonths, plainDay, type PlainDay } from '#domain/day.ts'
import { computeDue } from '#domain/deadline.ts'
import { grantRewardCitations } from '#domain/grant-reward.ts'
import { formatYuan, type Fen } from '#domain/money.ts'
import { patentRulesArticle } from '#domain/patent-citations.ts'
import type { GrantReward } from '#domain/pre-filing-assessment-reward.ts'
import { steps } from '#domain/pre-filing-assessment.ts'
import { byDesign, text } from '#domain/refusal.ts'
import type { TaskId } from '#domain/state.ts'
import type { Language, Table } from '../block.ts'
import { amountTwice } from '../amount-words.ts'
import { basisNote } from '../citation-text.ts'
import { dayIn, nameIn, personOf, pick, titleIn, unitIn, type Both, type NamedPerson } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { type Header, gatherHeader, headerFields, inventorsIn, officeSeal } from './header.ts'
import { valueIn } from './lines.ts'

type RewardFacts = Header & {
  readonly patentNumber: string
  readonly type: string
  readonly announcedOn: PlainDay
  readonly basis: GrantReward['basis']
  readonly document?: string
  readonly total: Fen
  readonly parts: readonly { readonly person: NamedPerson; readonly amount: Fen }[]
  readonly dueOn: PlainDay
}

const official = { zh: '职务发明创造奖励发放通知', en: 'Notice of the service-invention reward' }

const opening: Both = {
  zh: '下列专利已公告授予专利权，学校现向各发明人（设计人）发给奖金，通知如下。',
  en: 'The patent below was granted. The university pays its inventors the reward as follows.',
}

const notes = {
  least: {
    zh: '学校与发明人没有约定、规章制度也没有规定的，自公告授权之日起3个月内发给奖金：一项发明专利不少于4000元，一项实用新型或者外观设计专利不少于1500元。',
    en: 'Where nothing is agreed or set by rule, the reward is paid within three months of the announcement: at least CNY 4,000 for an invention, CNY 1,500 for a utility model or design.',
  },
  tax: {
    zh: '上列金额为税前数额，应纳的个人所得税由学校依法代扣代缴。',
    en: 'The amounts are before tax; the university withholds the individual income tax as the law provides.',
  },
  later: {
    zh: '专利实施后的报酬另行依约定、规定或者法律发放；仅提交申请不发奖励。',
    en: 'Remuneration after exploitation is paid separately, as agreed, set or by law; filing alone earns no reward.',
  },
  everybody: {
    zh: '已离校的发明人、学生发明人同样发放；已去世的由继承人领取，联系不到的依法提存。',
    en: 'Inventors who left and students are paid alike; heirs receive the part of one who died; what cannot be delivered is deposited as the law provides.',
  },
  objection: {
    zh: '对奖励数额、分配或者发放有异议的，可向知识产权与技术转移办公室书面提出；也可请求管理专利工作的部门调解，或者向人民法院起诉。向人民法院请求保护民事权利的诉讼时效期间为三年，自知道或者应当知道权利受到损害以及义务人之日起计算。',
    en: 'Whoever objects to the amount, its division or its payment may write to the technology transfer office, ask the patent administration to mediate, or bring an action in the people’s court. The limitation period is three years from when he knew or should have known of the harm and of who owes it.',
  },
} satisfies { readonly [name: string]: Both }

const limitation: Both = { zh: '诉讼时效期间为三年', en: 'limitation period is three years' }

/** Whoever pays withholds the tax on income. */
const withholding = text('个人所得税法', '9(1)', plainDay('2018-08-31'))

const remedies = [patentRulesArticle('102(1)(iii)'), civilCodeArticle('188')]

/** The paper of the n-th notice tells of the n-th reward. */
function gather(context: PaperContext): RewardFacts {
  const { state, people, step, calendar } = context
  const visit = step.split('#')[1] ?? '1'
  const result = state.results[`${steps.grantReward.name}#${visit}` as TaskId]
  if (result === undefined) throw new Error(`Matter ${state.head.id} has no reward ${visit}`)
  const reward = result.data as unknown as GrantReward
  return {
    ...gatherHeader(context),
    patentNumber: reward.patentNumber,
    type: reward.type,
    announcedOn: reward.announcedOn,
    basis: reward.basis,
    ...(reward.document === undefined ? {} : { document: reward.document }),
    total: reward.totalFen,
    parts: reward.parts.map(({ person, amountFen }) => ({ person: personOf(people, person), amount: amountFen })),
    dueOn: reward.basis === 'statute' ? computeDue({ months: 3 }, reward.announcedOn, calendar).on : addMonths(reward.announcedOn, 3),
  }
}

function partsTable({ parts, total }: RewardFacts, language: Language, say: (both: Both) => string): Table {
  return {
    kind: 'table',
    columns: [
      { title: say({ zh: '序号', en: 'No.' }), align: 'center' },
      { title: say({ zh: '发明人', en: 'Inventor' }) },
      { title: say({ zh: '单位', en: 'Unit' }) },
      { title: say({ zh: '金额（元）', en: 'CNY' }), align: 'right' },
    ],
    rows: parts.map(({ person, amount }, index) => [
      String(index + 1),
      nameIn(person, language),
      unitIn(person, language),
      formatYuan(amount),
    ]),
    total: ['', say({ zh: '合计', en: 'Total' }), '', formatYuan(total)],
  }
}

export const template: PaperTemplate<RewardFacts> = {
  name: 'pre-filing-assessment/reward-notice',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const { document } = facts
    return {
      title: say(official),
      blocks: [
        { kind: 'paragraph', indent: false, text: `${inventorsIn(facts, language)}${say({ zh: '：', en: ':' })}` },
        { kind: 'paragraph', text: say(opening) },
        headerFields(facts, language, [
          { label: say({ zh: '专利号', en: 'Patent' }), value: facts.patentNumber },
          { label: say({ zh: '专利类型', en: 'Type of patent' }), value: valueIn(facts.type, language) },
          { label: say({ zh: '授权公告日', en: 'Grant announced on' }), value: dayIn(facts.announcedOn, language) },
          {
            label: say({ zh: '发放依据', en: 'Basis' }),
            value: `${valueIn(facts.basis, language)}${document === undefined ? '' : ` ${document}`}`,
          },
          { label: say({ zh: '最迟发放日', en: 'Due by' }), value: dayIn(facts.dueOn, language) },
          { label: say({ zh: '奖金总额', en: 'Total' }), value: amountTwice(facts.total, language), wide: true },
        ]),
        partsTable(facts, language, say),
        ...(facts.basis === 'statute' ? [{ kind: 'paragraph', text: say(notes.least) } as const] : []),
        { kind: 'paragraph', text: say(notes.tax) },
        { kind: 'paragraph', text: say(notes.everybody) },
        { kind: 'paragraph', text: say(notes.later) },
        { kind: 'paragraph', text: say(notes.objection) },
        basisNote([...grantRewardCitations, withholding, ...remedies], language),
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    {
      field: 'patent',
      rule: grantRewardCitations[0],
      find: (facts, language) => [titleIn(facts, language), facts.patentNumber, dayIn(facts.announcedOn, language)],
    },
    {
      field: 'amounts',
      rule: patentRulesArticle('92-93'),
      find: (facts, language) => [
        amountTwice(facts.total, language),
        ...facts.parts.flatMap(({ person, amount }) => [nameIn(person, language), formatYuan(amount)]),
      ],
    },
    { field: 'objection', rule: remedies[0] ?? byDesign, find: (_, language) => [pick(limitation, language)] },
    { field: 'addressees', rule: byDesign, find: (facts, language) => [inventorsIn(facts, language)] },
    { field: 'tax', rule: withholding, find: (_, language) => [pick(notes.tax, language)] },
    { field: 'due', rule: patentRulesArticle('93'), find: (facts, language) => [dayIn(facts.dueOn, language)] },
  ],
}
