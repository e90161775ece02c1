import { words as en } from '#domain/words/desk.en.ts'
import { words as zh } from '#domain/words/desk.zh.ts'
import type { Language } from '../block.ts'

/** A role as people read it. */
export function roleIn(role: string, language: Language): string {
  return (language === 'en' ? en : zh).values?.[`role/${role}`] ?? role
}
