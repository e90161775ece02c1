import type { Owner } from '#domain/disclosure-owner.ts'
import { getDisclosure } from '#domain/disclosure-state.ts'
import type { MatterState } from '#domain/state.ts'
import { words as en } from '#domain/words/disclosure.en.ts'
import { words as zh } from '#domain/words/disclosure.zh.ts'
import type { ProcessWords } from '#domain/words.ts'
import type { Language } from '../block.ts'
import { percent, type ResultTitle } from '../lines.ts'

/** The words of the process in the paper's language. */
export function wordsIn(language: Language): ProcessWords {
  return language === 'en' ? en : zh
}

/** A value as people read it; what has no words stands as it is. */
export function valueIn(value: string, language: Language): string {
  return wordsIn(language).values[value] ?? value
}

/** The label of a field of the report. */
export function labelIn(path: string, language: Language): string {
  return wordsIn(language).forms['disclosure/open']?.[path]?.label ?? path
}

/** A word and what is said of it. */
export function says(word: string, said: string, language: Language): string {
  return said === '' ? word : `${word}${language === 'en' ? ': ' : '：'}${said}`
}

/** Owners in one line, with their shares where they are stated. */
export function ownersIn(owners: readonly Owner[], university: string, language: Language): string {
  const named = owners.map((owner) => {
    const name = owner.who === 'university' ? university : (owner.name ?? valueIn(owner.who, language))
    return owner.shareBp === undefined ? name : `${name} ${percent(owner.shareBp)}`
  })
  return named.join(language === 'en' ? '; ' : '、')
}

/** The name of a disclosed result. */
export function titlesOf(state: MatterState): ResultTitle {
  const { titleZh, titleEn } = getDisclosure(state)
  return titleEn === undefined || titleEn === '' ? { title: titleZh } : { title: titleZh, titleEn }
}
