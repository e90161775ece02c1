import type { PlainDay } from '#domain/day.ts'
import type { TableLine } from '#domain/licence-take-up-decision.ts'
import { findLicence, getStandardRead } from '#domain/licence-take-up-facts.ts'
import { steps } from '#domain/licence-take-up.ts'
import { takeUpBasis, withdrawalBasis } from '#domain/open-licence-law.ts'
import { patentRulesArticle } from '#domain/patent-citations.ts'
import { byDesign } from '#domain/refusal.ts'
import { findResult } from '#domain/state.ts'
import type { Language } from '../block.ts'
import { basisNote } from '../citation-text.ts'
import { dayIn, pick, type Both } from '../lines.ts'
import { officeSeal } from '../open-licence/header.ts'
import { feeIn } from '../open-licence/terms.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { gatherHeader, headerFields, identityOf, type Header } from './header.ts'
import { tableLines } from './lines.ts'

type ConfirmationFacts = Header & {
  readonly beginsOn: PlainDay
  readonly endsOn: PlainDay
  readonly paidOn: PlainDay
  readonly line: TableLine
  /** Absent in papers drawn before it was told. */
  readonly recordalMonths?: number
}

const official = { zh: '开放许可达成确认', en: 'Confirmation of the open licence' }

const nature: Both = {
  zh: '本许可为普通许可，在中国境内有效；许可自书面通知到达且使用费付清之日成立，条件与其他被许可人一致。',
  en: 'This is an ordinary licence for China; it exists from the day on which the notice had arrived and the fee was paid, on the same terms as everybody’s.',
}

const stays: Both = {
  zh: '开放许可声明被公告撤回的，不影响本许可的效力。',
  en: 'A withdrawal of the declaration leaves this licence in force.',
}

/** Who may have it recorded, and within how many months of its effect (专利法实施细则 15, 87). */
function recordalText({ recordalMonths = 3 }: ConfirmationFacts, language: Language): string {
  return pick(
    {
      zh: `任何一方可以凭本确认向国务院专利行政部门办理备案；实施许可合同备案期限为自生效之日起${recordalMonths}个月。`,
      en: `Either party may have the licence recorded with the patent office on the strength of this paper, within ${recordalMonths} months of its effect.`,
    },
    language,
  )
}

const basis = [...takeUpBasis, patentRulesArticle('15(2)'), patentRulesArticle('87')]

function gather(context: PaperContext): ConfirmationFacts {
  const licence = findLicence(context.state)
  if (licence === undefined) throw new Error(`Take-up ${context.state.head.id} is no licence`)
  const line = findResult(context.state, steps.decision.name)?.data['line'] as TableLine | undefined
  const { recordalMonths } = getStandardRead(context.state)
  return { ...gatherHeader(context), ...licence, line: line ?? 'no-withdrawal', recordalMonths }
}

export const template: PaperTemplate<ConfirmationFacts> = {
  name: 'licence-take-up/confirmation',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      blocks: [
        headerFields(facts, language, [
          { label: say({ zh: '被许可方地址', en: 'Address of the taker' }), value: facts.notice.taker.address, wide: true },
          { label: say({ zh: '使用费', en: 'Fee' }), value: feeIn(facts.standard.fee, language), wide: true },
          { label: say({ zh: '通知到达日', en: 'Notice arrived on' }), value: dayIn(facts.notice.arrivedOn, language) },
          { label: say({ zh: '付清日（入账日）', en: 'Paid on (credited)' }), value: dayIn(facts.paidOn, language) },
          { label: say({ zh: '许可自', en: 'Licence from' }), value: dayIn(facts.beginsOn, language) },
          { label: say({ zh: '许可至', en: 'Licence to' }), value: dayIn(facts.endsOn, language) },
          { label: say({ zh: '认定', en: 'Found' }), value: say(tableLines[facts.line]), wide: true },
        ]),
        { kind: 'paragraph', text: say(nature) },
        { kind: 'paragraph', text: say(stays) },
        { kind: 'paragraph', text: recordalText(facts, language) },
        basisNote(basis, language),
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    {
      field: 'parties',
      rule: takeUpBasis[0],
      find: ({ notice, standard }, language) => [notice.taker.name, identityOf(notice.taker, language), ...standard.patentees],
    },
    { field: 'patent', rule: takeUpBasis[0], find: ({ standard }) => [standard.patent, standard.announcementNumber] },
    { field: 'fee', rule: takeUpBasis[0], find: ({ standard }, language) => [feeIn(standard.fee, language)] },
    {
      field: 'days',
      rule: takeUpBasis[0],
      find: ({ beginsOn, endsOn, paidOn }, language) => [beginsOn, endsOn, paidOn].map((day) => dayIn(day, language)),
    },
    { field: 'stays', rule: withdrawalBasis[0], find: (_, language) => [pick(stays, language)] },
    { field: 'recordal', rule: patentRulesArticle('15(2)'), find: (facts, language) => [recordalText(facts, language)] },
    { field: 'line', rule: byDesign, find: ({ line }, language) => [pick(tableLines[line], language)] },
  ],
}
