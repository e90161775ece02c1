import { findResult } from '#domain/state.ts'
import { getProposal } from '#domain/open-licence-facts.ts'
import type { PriceProposal } from '#domain/open-licence-forms.ts'
import { declarationBasis, estimateGuide, openLicenceNotice } from '#domain/open-licence-law.ts'
import type { ComparableSummary } from '#domain/open-licence-price.ts'
import { steps } from '#domain/open-licence.ts'
import { byDesign } from '#domain/refusal.ts'
import type { Block, Language } from '../block.ts'
import { basisNote, citationsText } from '../citation-text.ts'
import { amountIn, dayIn, percent, pick, type Both } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { gatherHeader, headerFields, officeSeal, type Header } from './header.ts'
import { valueIn } from './lines.ts'
import { feeIn } from './terms.ts'

type EstimateFacts = Header & { readonly proposal: PriceProposal; readonly comparables: ComparableSummary }

const official = { zh: '许可使用费估算说明', en: 'Estimate of the licence fee' }

function gather(context: PaperContext): EstimateFacts {
  const comparables = findResult(context.state, steps.comparables.name)?.data as unknown as ComparableSummary
  return { ...gatherHeader(context), proposal: getProposal(context.state), comparables }
}

/** The range of the estimate, a dash where none is given. */
function rangeIn({ estimate }: PriceProposal, language: Language): string {
  const { lowFen, highFen, lowBp, highBp } = estimate
  const dash = language === 'en' ? '–' : '—'
  const sums = lowFen === undefined || highFen === undefined ? [] : [`${amountIn(lowFen, language)}${dash}${amountIn(highFen, language)}`]
  const rates = lowBp === undefined || highBp === undefined ? [] : [`${percent(lowBp)}${dash}${percent(highBp)}`]
  return [...sums, ...rates].join(language === 'en' ? '; ' : '；') || '—'
}

/** How many earlier offers there are and from when: no figure stands without them. */
function comparedIn({ n, from, to, taken }: ComparableSummary, language: Language): string {
  if (n === 0 || from === undefined || to === undefined)
    return pick(
      {
        zh: '本校此前没有公告的开放许可，无可比数据（n＝0）。',
        en: 'The university has announced no open licence before: nothing to compare with (n\u00a0=\u00a00).',
      },
      language,
    )
  return language === 'en'
    ? `Earlier offers of the university: n = ${n}, announced from ${dayIn(from, language)} to ${dayIn(to, language)}, ${taken} licences taken.`
    : `本校此前公告的开放许可n＝${n}件，公告日自${dayIn(from, language)}至${dayIn(to, language)}，已达成许可${taken}项。`
}

function comparableTable({ offers }: ComparableSummary, language: Language): Block[] {
  const say = (both: Both) => pick(both, language)
  if (offers.length === 0) return []
  return [
    {
      kind: 'table',
      columns: [
        { title: say({ zh: '声明编号', en: 'Declaration' }) },
        { title: say({ zh: '公告日', en: 'Announced' }) },
        { title: say({ zh: '方式', en: 'Way' }) },
        { title: say({ zh: '固定费用', en: 'Fixed' }), align: 'right' },
        { title: say({ zh: '费率', en: 'Rate' }), align: 'right' },
        { title: say({ zh: '许可数', en: 'Licences' }), align: 'right' },
      ],
      rows: offers.map(({ number, on, method, fixedFen, royaltyBp, taken }) => [
        number,
        dayIn(on, language),
        valueIn(method, language),
        fixedFen === undefined ? '—' : amountIn(fixedFen, language),
        royaltyBp === undefined ? '—' : percent(royaltyBp),
        String(taken),
      ]),
    },
  ]
}

export const template: PaperTemplate<EstimateFacts> = {
  name: 'open-licence/fee-estimate',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const { proposal, comparables } = facts
    const { estimate, justification } = proposal
    return {
      title: say(official),
      blocks: [
        headerFields(facts, language, [
          { label: say({ zh: '使用费', en: 'Fee' }), value: feeIn(proposal.fee, language), wide: true },
          { label: say({ zh: '估算方式', en: 'Basis' }), value: valueIn(estimate.basis, language) },
          { label: say({ zh: '估算区间', en: 'Range' }), value: rangeIn(proposal, language) },
        ]),
        { kind: 'paragraph', text: estimate.explanation },
        { kind: 'heading', level: 1, text: say({ zh: '一、资料来源', en: '1. Sources' }) },
        { kind: 'list', ordered: true, items: estimate.sources },
        { kind: 'heading', level: 1, text: say({ zh: '二、本校可比许可', en: '2. Earlier offers of the university' }) },
        { kind: 'paragraph', text: comparedIn(comparables, language) },
        ...comparableTable(comparables, language),
        ...(justification === undefined
          ? []
          : [
              {
                kind: 'heading',
                level: 1,
                text: say({ zh: '三、高于通常水平或估算区间的理由', en: '3. Why above what is usual or estimated' }),
              } as const,
              { kind: 'paragraph', text: justification } as const,
            ]),
        basisNote([estimateGuide], language),
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    { field: 'fee', rule: declarationBasis[0], find: ({ proposal }, language) => [feeIn(proposal.fee, language)] },
    {
      field: 'basis',
      rule: estimateGuide,
      find: ({ proposal: { estimate } }, language) => [
        valueIn(estimate.basis, language),
        estimate.explanation,
        ...estimate.sources,
        citationsText([estimateGuide], language),
      ],
    },
    { field: 'comparables', rule: byDesign, find: ({ comparables }, language) => [comparedIn(comparables, language)] },
    {
      field: 'justification',
      rule: openLicenceNotice('S5'),
      find: ({ proposal }) => (proposal.justification === undefined ? [] : [proposal.justification]),
    },
  ],
}
