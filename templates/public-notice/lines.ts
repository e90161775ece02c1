import { words as en } from '#domain/words/public-notice.en.ts'
import { words as zh } from '#domain/words/public-notice.zh.ts'
import type { DueRule } from '#domain/deadline.ts'
import type { Language } from '../block.ts'
import { asEntry } from '../lines.ts'

/** A value as people read it; in English with a capital, as entries of a form begin. */
export function valueIn(value: string, language: Language): string {
  const { values } = language === 'en' ? en : zh
  return asEntry(values[value] ?? value)
}

/** How long a notice stands: `15日`, `15个工作日`; `15 days`, `15 working days`. */
export function termIn(rule: DueRule, language: Language): string {
  if ('workingDays' in rule) return language === 'en' ? `${rule.workingDays} working days` : `${rule.workingDays}个工作日`
  const days = 'days' in rule ? rule.days : 0
  return language === 'en' ? `${days} days` : `${days}日`
}
