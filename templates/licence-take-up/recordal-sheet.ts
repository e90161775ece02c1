import type { PlainDay } from '#domain/day.ts'
import { findLicence } from '#domain/licence-take-up-facts.ts'
import { patentRulesArticle } from '#domain/patent-citations.ts'
import { dayIn, pick, titleIn, type Both } from '../lines.ts'
import { dataSheetNote } from '../open-licence/header.ts'
import { feeIn } from '../open-licence/terms.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { gatherHeader, headerFields, identityOf, type Header } from './header.ts'

type RecordalFacts = Header & {
  readonly beginsOn: PlainDay
  readonly endsOn: PlainDay
  readonly recordBy?: PlainDay
  readonly confirmation: string
}

const official = { zh: '专利开放许可实施合同备案申请数据单', en: 'Recordal of an open licence contract: data sheet' }

const proofs: readonly Both[] = [
  { zh: '被许可方的书面通知', en: 'The taker’s written notice' },
  { zh: '付款凭证', en: 'Proof of payment' },
  { zh: '开放许可达成确认', en: 'Confirmation of the open licence' },
  { zh: '双方身份证明', en: 'Proof of identity of both parties' },
]

function gather(context: PaperContext): RecordalFacts {
  const { state } = context
  const licence = findLicence(state)
  if (licence === undefined) throw new Error(`Take-up ${state.head.id} is no licence`)
  const recordBy = state.docket['recordal']?.due.on
  const confirmation = state.papers.findLast(({ template }) => template === 'licence-take-up/confirmation')?.number ?? ''
  return {
    ...gatherHeader(context),
    beginsOn: licence.beginsOn,
    endsOn: licence.endsOn,
    confirmation,
    ...(recordBy === undefined ? {} : { recordBy }),
  }
}

export const template: PaperTemplate<RecordalFacts> = {
  name: 'licence-take-up/recordal-sheet',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const { recordBy } = facts
    return {
      title: say(official),
      blocks: [
        dataSheetNote(language),
        headerFields(facts, language, [
          { label: say({ zh: '被许可方地址', en: 'Address of the taker' }), value: facts.notice.taker.address, wide: true },
          {
            label: say({ zh: '许可种类', en: 'Kind of licence' }),
            value: say({ zh: '普通许可（开放许可）', en: 'Ordinary (open licence)' }),
          },
          { label: say({ zh: '地域', en: 'Territory' }), value: say({ zh: '中国', en: 'China' }) },
          { label: say({ zh: '生效日', en: 'Effective from' }), value: dayIn(facts.beginsOn, language) },
          { label: say({ zh: '许可期限至', en: 'Until' }), value: dayIn(facts.endsOn, language) },
          { label: say({ zh: '使用费', en: 'Fee' }), value: feeIn(facts.standard.fee, language), wide: true },
          { label: say({ zh: '达成确认编号', en: 'Confirmation' }), value: facts.confirmation, wide: true },
          ...(recordBy === undefined
            ? []
            : [{ label: say({ zh: '最迟备案日', en: 'To be recorded by' }), value: dayIn(recordBy, language), wide: true }]),
        ]),
        { kind: 'heading', level: 1, text: say({ zh: '证明文件', en: 'Proofs' }) },
        { kind: 'list', ordered: true, items: proofs.map(say) },
      ],
    }
  },
  requiredFields: [
    {
      field: 'patent',
      rule: patentRulesArticle('15(2)'),
      find: ({ standard }, language) => [standard.patent, titleIn(standard, language)],
    },
    {
      field: 'parties',
      rule: patentRulesArticle('15(2)'),
      find: ({ notice, standard }, language) => [notice.taker.name, identityOf(notice.taker, language), ...standard.patentees],
    },
    {
      field: 'term',
      rule: patentRulesArticle('15(2)'),
      find: ({ beginsOn, endsOn }, language) => [dayIn(beginsOn, language), dayIn(endsOn, language)],
    },
    { field: 'proofs', rule: patentRulesArticle('87'), find: (_, language) => proofs.map((one) => pick(one, language)) },
  ],
}
