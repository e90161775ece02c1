import type { FieldWords } from '#domain/words.ts'
import { words as objectionEn } from '#domain/words/notice-objection.en.ts'
import { words as objectionZh } from '#domain/words/notice-objection.zh.ts'
import { words as noticeEn } from '#domain/words/public-notice.en.ts'
import { words as noticeZh } from '#domain/words/public-notice.zh.ts'

/** What a value of a notice is called. */
export function valueIn(value: string, language: string): string {
  return (language === 'en' ? noticeEn : noticeZh).values[value] ?? value
}

/** What a field of a notice is called, e.g. `subject.abstract`. */
export function labelIn(path: string, language: string): string {
  const fields: { readonly [path: string]: FieldWords } = (language === 'en' ? noticeEn : noticeZh).forms['public-notice/open'] ?? {}
  return fields[path]?.label ?? path
}

/** What an objection can be about. */
export function groundIn(value: string, language: string): string {
  return (language === 'en' ? objectionEn : objectionZh).values[value] ?? value
}
