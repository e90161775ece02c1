import { words as en } from '#domain/words/pre-filing-assessment.en.ts'
import { words as zh } from '#domain/words/pre-filing-assessment.zh.ts'
import type { ProcessWords } from '#domain/words.ts'
import type { Language } from '../block.ts'
import { asEntry } from '../lines.ts'

/** The words of the process in the paper's language. */
export function wordsIn(language: Language): ProcessWords {
  return language === 'en' ? en : zh
}

/** A value as people read it; what has no words stands as it is. It begins an entry of a form, in English with a capital. */
export function valueIn(value: string, language: Language): string {
  return asEntry(wordsIn(language).values[value] ?? value)
}

/** A step's outcome as people read it. */
export function outcomeIn(step: string, outcome: string, language: Language): string {
  const { outcomes } = wordsIn(language)
  return asEntry(outcomes[`${step}/${outcome}`] ?? outcomes[outcome] ?? outcome)
}
