import type { RuleView } from '#schemas/api/rule.ts'

/** Rules of one area: what their codes begin with. */
export type RuleArea<Rule> = { readonly area: string; readonly rules: readonly Rule[] }

/** The rules by area, in the order in which each area first comes. */
export function groupByArea<Rule extends Pick<RuleView, 'code'>>(rules: readonly Rule[]): RuleArea<Rule>[] {
  const areas = new Map<string, Rule[]>()
  for (const rule of rules) {
    const area = rule.code.split('/')[0] ?? rule.code
    areas.set(area, [...(areas.get(area) ?? []), rule])
  }
  return [...areas].map(([area, of]) => ({ area, rules: of }))
}
