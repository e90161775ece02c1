import { formatYuan, type Fen } from '#domain/money.ts'
import { words as en } from '#domain/words/pre-filing-assessment.en.ts'
import { words as zh } from '#domain/words/pre-filing-assessment.zh.ts'
import type { ProcessWords } from '#domain/words.ts'
import type { Language } from '../block.ts'

/** The words of the process in the paper's language. */
export function wordsIn(language: Language): ProcessWords {
  return language === 'en' ? en : zh
}

/** A value as people read it; what has no words stands as it is. It begins an entry of a form, in English with a capital. */
export function valueIn(value: string, language: Language): string {
  return asEntry(wordsIn(language).values[value] ?? value)
}

/** A text with its first letter as a capital. */
export function asEntry(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

/** A step's outcome as people read it. */
export function outcomeIn(step: string, outcome: string, language: Language): string {
  const { outcomes } = wordsIn(language)
  return asEntry(outcomes[`${step}/${outcome}`] ?? outcomes[outcome] ?? outcome)
}

/** An amount as papers write it: `人民币1,234.56元`, `CNY 1,234.56`. */
export function amountIn(amount: Fen, language: Language): string {
  return language === 'en' ? `CNY ${formatYuan(amount)}` : `人民币${formatYuan(amount)}元`
}

/** Several words in one line. */
export function listIn(items: readonly string[], language: Language): string {
  return items.join(language === 'en' ? ', ' : '、')
}
