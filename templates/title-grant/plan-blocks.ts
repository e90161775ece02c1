import type { TransformationPlan } from '#domain/title-grant-forms.ts'
import type { Block, Language } from '../block.ts'
import { amountIn, dayIn } from '../lines.ts'
import { sayIn, valueIn } from './lines.ts'

/** The plan of transformation: taker, prospect, milestones, funding. */
export function planBlocks(plan: TransformationPlan, language: Language): Block[] {
  const say = sayIn(language)
  return [
    {
      kind: 'fields',
      columns: 1,
      rows: [
        { label: say({ zh: '转化项目', en: 'Transformation' }), value: plan.reference, wide: true },
        { label: say({ zh: '转化方式', en: 'Way' }), value: valueIn(plan.kind, language), wide: true },
        { label: say({ zh: '承接对象', en: 'Taker' }), value: plan.taker, wide: true },
        { label: say({ zh: '应用前景', en: 'Prospect' }), value: plan.prospect, wide: true },
        { label: say({ zh: '资金投入', en: 'Funding' }), value: amountIn(plan.fundingFen, language), wide: true },
        { label: say({ zh: '资金来源', en: 'Source of funding' }), value: plan.fundingSource, wide: true },
      ],
    },
    {
      kind: 'table',
      caption: say({ zh: '进度安排', en: 'Milestones' }),
      columns: [{ title: say({ zh: '内容', en: 'What' }) }, { title: say({ zh: '完成日', en: 'By' }) }],
      rows: plan.milestones.map(({ what, by }) => [what, dayIn(by, language)]),
    },
  ]
}

/** The strings by which the plan is known to stand on a paper. */
export function requiredPlan(plan: TransformationPlan, language: Language): string[] {
  return [
    plan.taker,
    plan.prospect,
    amountIn(plan.fundingFen, language),
    ...plan.milestones.flatMap(({ what, by }) => [what, dayIn(by, language)]),
  ]
}
