import type { RuleView } from '#schemas/api/rule.ts'

/** Rules of one area: what their codes begin with. */
export type RuleArea<Rule> = { readonly area: string; readonly rules: readonly Rule[] }

/** Areas that are no process and so have no name of its. */
export const namedAreas = [
  'account',
  'assessment',
  'attachment',
  'calendar',
  'comment',
  'correction',
  'department',
  'deputy',
  'desk',
  'import',
  'incident',
  'interest',
  'invitation',
  'link',
  'mandate',
  'matter',
  'notice',
  'objection',
  'parameter',
  'person',
  'policy',
  'record',
  'register',
  'role',
  'signing',
  'task',
] as const

type NamedArea = (typeof namedAreas)[number]

/** Whether the words of the pages name the area. */
export function isNamedArea(area: string): area is NamedArea {
  return (namedAreas as readonly string[]).includes(area)
}

/** What a rule says, with a gap where each refusal puts its own fact. */
export function withGaps(text: string): string {
  return text.replace(/(?:\{\w+\})+/g, '…')
}

/** The rules by area, in the order in which each area first comes. */
export function groupByArea<Rule extends Pick<RuleView, 'code'>>(rules: readonly Rule[]): RuleArea<Rule>[] {
  const areas = new Map<string, Rule[]>()
  for (const rule of rules) {
    const area = rule.code.split('/')[0] ?? rule.code
    areas.set(area, [...(areas.get(area) ?? []), rule])
  }
  return [...areas].map(([area, of]) => ({ area, rules: of }))
}
