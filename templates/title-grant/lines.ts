import { words as deskEn } from '#domain/words/desk.en.ts'
import { words as deskZh } from '#domain/words/desk.zh.ts'
import { words as en } from '#domain/words/title-grant.en.ts'
import { words as zh } from '#domain/words/title-grant.zh.ts'
import type { ProcessWords } from '#domain/words.ts'
import type { Language } from '../block.ts'
import { asEntry, pick, type Both } from '../lines.ts'

/** A sentence in the paper's language. */
export type Say = (both: Both) => string

/** Says both readings in `language`. */
export function sayIn(language: Language): Say {
  return (both) => pick(both, language)
}

/** The words of the process in the paper's language. */
export function wordsIn(language: Language): ProcessWords {
  return language === 'en' ? en : zh
}

/** A value as people read it, in English with a capital; what has no words stands as it is. */
export function valueIn(value: string, language: Language): string {
  return asEntry(wordsIn(language).values[value] ?? value)
}

/** A step as people read it. */
export function stepIn(step: string, language: Language): string {
  return asEntry(wordsIn(language).steps[step] ?? step)
}

/** A step's outcome as people read it. */
export function outcomeIn(step: string, outcome: string, language: Language): string {
  const { outcomes } = wordsIn(language)
  return asEntry(outcomes[`${step}/${outcome}`] ?? outcomes[outcome] ?? outcome)
}

/** A role as people read it; whoever acted for himself is a party. */
export function roleIn(role: string, language: Language): string {
  const key = role.split('@')[0] ?? role
  if (key === 'self') return language === 'en' ? 'in person' : '本人'
  return asEntry((language === 'en' ? deskEn : deskZh).values?.[`role/${key}`] ?? key)
}

/** An official title of a paper of this process. */
export function officialOf(name: string): Both {
  return { zh: zh.documents[name] ?? name, en: en.documents[name] ?? name }
}

const chineseDigits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A number below 100 as Chinese articles are numbered. */
export function chinese(number: number): string {
  const tens = Math.floor(number / 10)
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (chineseDigits[tens] ?? '')}十`
  return `${head}${chineseDigits[number % 10] ?? ''}`
}
