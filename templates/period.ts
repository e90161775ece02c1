import type { DueRule } from '#domain/deadline.ts'
import type { UserTaskStep } from '#domain/definition.ts'
import { unreachable } from '#domain/unreachable.ts'
import type { Language } from './block.ts'
import type { PaperContext } from './paper-context.ts'

/** How long a step takes here: as the story has it, the pinned policy goes before the step's own days. */
export function periodOf({ policy }: Pick<PaperContext, 'policy'>, step: Pick<UserTaskStep<never>, 'name' | 'due'>): DueRule {
  const rule = policy?.due?.[step.name] ?? step.due
  if (rule === undefined) throw new Error(`The step ${step.name} has no period`)
  return rule
}

const units = {
  days: { zh: '日', en: 'day' },
  workingDays: { zh: '个工作日', en: 'working day' },
  months: { zh: '个月', en: 'month' },
  years: { zh: '年', en: 'year' },
} as const

/** A period as papers write it: `10个工作日`, `10 working days`. */
export function periodIn(rule: DueRule, language: Language): string {
  const [unit, count] = lengthOf(rule)
  if (language === 'zh-CN') return `${count}${units[unit].zh}`
  return `${count} ${units[unit].en}${count === 1 ? '' : 's'}`
}

function lengthOf(rule: DueRule): readonly [unit: keyof typeof units, count: number] {
  if ('days' in rule) return ['days', rule.days]
  if ('workingDays' in rule) return ['workingDays', rule.workingDays]
  if ('months' in rule) return ['months', rule.months]
  return 'years' in rule ? ['years', rule.years] : unreachable(rule)
}
