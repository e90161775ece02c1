import { z } from 'zod'
import { fillWords } from '#domain/words.ts'
import type { Words } from './words.ts'

/** What zod found, before it is put in words: it still knows what was sent. */
type Found = z.core.$ZodRawIssue

const locales = { 'zh-CN': z.locales.zhCN().localeError, en: z.locales.en().localeError }

/** Longest list of choices that a message repeats. */
const mostChoices = 12

/** The key of the desk's words for a fault, and what fills it; undefined for what only the library has words. */
function findKey(found: Found): { readonly key: string; readonly fill: { readonly [name: string]: string } } | undefined {
  switch (found.code) {
    case 'unrecognized_keys':
      return { key: 'unknown', fill: {} }
    case 'invalid_type':
      return { key: found.input === undefined ? 'missing' : `type-${found.expected}`, fill: {} }
    case 'invalid_format':
      return found.format === 'date' ? { key: 'day', fill: {} } : undefined
    case 'too_small':
      return {
        key: found.origin === 'string' && found.minimum === 1 ? 'empty' : `least-${found.origin}`,
        fill: { n: String(found.minimum) },
      }
    case 'too_big':
      return { key: `most-${found.origin}`, fill: { n: String(found.maximum) } }
    case 'invalid_value':
      if (found.input === undefined) return { key: 'missing', fill: {} }
      return found.values.length > mostChoices ? undefined : { key: 'choice', fill: { values: found.values.map(String).join(' ') } }
    default:
      return undefined
  }
}

/** What is wrong with one place of the input and what to do about it, in people's words. */
export function sayInput(found: Found, words: Words): string | undefined {
  const said = findKey(found)
  const key = `input/${said?.key ?? ''}`
  const text = words.desk(key)
  if (said !== undefined && text !== key) return fillWords(text, said.fill)
  const told = locales[words.language](found)
  return typeof told === 'string' ? told : told?.message
}
