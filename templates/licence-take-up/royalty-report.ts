import { courseOf, groundOf, royaltyStanding } from '#domain/licence-take-up-facts.ts'
import type { RoyaltyReport } from '#domain/licence-take-up-forms.ts'
import type { Fen } from '#domain/money.ts'
import { takeUpBasis } from '#domain/open-licence-law.ts'
import { byDesign } from '#domain/refusal.ts'
import type { Block, Language } from '../block.ts'
import { amountIn, dayIn, percent, pick, type Both } from '../lines.ts'
import { officeSeal } from '../open-licence/header.ts'
import { valueIn } from '../open-licence/lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { gatherHeader, headerFields, type Header } from './header.ts'

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

function payIn({ owedFen, reference, standard }: RoyaltyFacts, language: Language): string {
  return language === 'en'
    ? `${amountIn(owedFen, language)} is owed; please pay it to ${standard.account} with the reference ${reference}.`
    : `尚应支付${amountIn(owedFen, language)}，请支付至${standard.account}，附言注明${reference}。`
}

/** Every period that was reported. */
function periodTable(facts: RoyaltyFacts, language: Language): Block {
  const say = (both: Both) => pick(both, language)
  return {
    kind: 'table',
    columns: [
      { title: say({ zh: '自', en: 'From' }) },
      { title: say({ zh: '至', en: 'To' }) },
      { title: say({ zh: '提成基数', en: 'Base' }), align: 'right' },
      { title: say({ zh: '应付提成', en: 'Royalty' }), align: 'right' },
    ],
    rows: facts.reports.map(({ from, to, baseFen, royaltyFen }) => [
      dayIn(from, language),
      dayIn(to, language),
      amountIn(baseFen, language),
      amountIn(royaltyFen, language),
    ]),
    total: [say({ zh: '合计', en: 'Total' }), '', '', amountIn(facts.reportedFen, language)],
  }
}

export const template: PaperTemplate<RoyaltyFacts> = {
  name: 'licence-take-up/royalty-report',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const { fee } = facts.standard
    return {
      title: say(official),
      blocks: [
        headerFields(facts, language, [
          {
            label: say({ zh: '公告比例', en: 'Announced rate' }),
            value: `${percent(fee.royaltyBp ?? 0)} ${valueIn(fee.royaltyBase ?? 'net-sales', language)}`,
            wide: true,
          },
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
    { field: 'rate', rule: takeUpBasis[0], find: ({ standard }) => [percent(standard.fee.royaltyBp ?? 0)] },
    {
      field: 'periods',
      rule: takeUpBasis[0],
      find: ({ reports }, language) => reports.flatMap(({ to, royaltyFen }) => [dayIn(to, language), amountIn(royaltyFen, language)]),
    },
    { field: 'owed', rule: byDesign, find: (facts, language) => [payIn(facts, language)] },
  ],
}
