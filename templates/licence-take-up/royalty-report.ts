import { courseOf, groundOf, royaltyStanding } from '#domain/licence-take-up-facts.ts'
import type { RoyaltyReport } from '#domain/licence-take-up-forms.ts'
import { formatYuan, type Fen } from '#domain/money.ts'
import { takeUpBasis } from '#domain/open-licence-law.ts'
import { byDesign } from '#domain/refusal.ts'
import type { Block, Language } from '../block.ts'
import { amountTwice } from '../amount-words.ts'
import { amountIn, dayIn, percent, pick, type Both } from '../lines.ts'
import { officeSeal } from '../open-licence/header.ts'
import { valueIn } from '../open-licence/lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { accountField, gatherHeader, headerFields, type Header } from './header.ts'

type RoyaltyFacts = Header & {
  readonly reports: readonly RoyaltyReport[]
  readonly reportedFen: Fen
  readonly paidFen: Fen
  readonly owedFen: Fen
}

const official = { zh: '开放许可提成结算单', en: 'Royalty statement' }

function gather(context: PaperContext): RoyaltyFacts {
  const [ground, course] = [groundOf(context.state), courseOf(context.state)]
  return { ...gatherHeader(context), reports: course.reports, ...royaltyStanding(ground, course) }
}

const allPaid: Both = { zh: '已报告各期的提成均已付清。', en: 'The royalties of all reported periods are paid.' }

function payIn({ owedFen, reference }: RoyaltyFacts, language: Language): string {
  if (owedFen === 0) return pick(allPaid, language)
  return language === 'en'
    ? `${amountTwice(owedFen, language)} is owed; please pay it to the account above with the reference ${reference}.`
    : `尚应支付${amountTwice(owedFen, language)}，请支付至上列收款账户，附言注明付款参考号${reference}。`
}

/** `净销售额的3.00%`, as announced. */
function rateIn({ standard }: RoyaltyFacts, language: Language): string {
  const rate = percent(standard.fee.royaltyBp ?? 0)
  const base = valueIn(standard.fee.royaltyBase ?? 'net-sales', language)
  return pick({ zh: `${base}的${rate}`, en: `${rate} of ${base.slice(0, 1).toLowerCase()}${base.slice(1)}` }, language)
}

/** Every period that was reported. */
function periodTable(facts: RoyaltyFacts, language: Language): Block {
  const say = (both: Both) => pick(both, language)
  return {
    kind: 'table',
    columns: [
      { title: say({ zh: '自', en: 'From' }) },
      { title: say({ zh: '至', en: 'To' }) },
      { title: say({ zh: '提成基数（人民币元）', en: 'Base (CNY)' }), align: 'right' },
      { title: say({ zh: '应付提成（人民币元）', en: 'Royalty (CNY)' }), align: 'right' },
    ],
    rows: facts.reports.map(({ from, to, baseFen, royaltyFen }) => [
      dayIn(from, language),
      dayIn(to, language),
      formatYuan(baseFen),
      formatYuan(royaltyFen),
    ]),
    total: [say({ zh: '合计', en: 'Total' }), '', '', formatYuan(facts.reportedFen)],
  }
}

export const template: PaperTemplate<RoyaltyFacts> = {
  name: 'licence-take-up/royalty-report',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      blocks: [
        headerFields(facts, language, [
          {
            label: say({ zh: '公告比例', en: 'Announced rate' }),
            value: rateIn(facts, language),
            wide: true,
          },
          accountField(facts, language),
        ]),
        periodTable(facts, language),
        {
          kind: 'fields',
          columns: 2,
          rows: [
            { label: say({ zh: '已付提成', en: 'Royalties paid' }), value: amountIn(facts.paidFen, language) },
            { label: say({ zh: '尚欠', en: 'Owed' }), value: amountIn(facts.owedFen, language) },
          ],
        },
        { kind: 'paragraph', text: payIn(facts, language) },
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    {
      field: 'rate',
      rule: takeUpBasis[0],
      find: (facts, language) => [rateIn(facts, language), facts.standard.account],
    },
    {
      field: 'periods',
      rule: takeUpBasis[0],
      find: ({ reports }, language) => reports.flatMap(({ to, royaltyFen }) => [dayIn(to, language), formatYuan(royaltyFen)]),
    },
    { field: 'owed', rule: byDesign, find: (facts, language) => [payIn(facts, language)] },
  ],
}
