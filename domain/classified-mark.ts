import { deskRules } from './desk-rules.ts'
import { refuse, type Refusal } from './refusal.ts'

/** The mark of a classified paper: grade and star, as people type it and as headings space it (机 密 ★ 10年); a trade secret's star is none. */
const mark = /(?<!商业|技术)[绝机秘]\s*密\s*[★☆]/u

/** Whether a text bears the mark of a state secret. */
export function bearsClassifiedMark(text: string): boolean {
  return mark.test(text)
}

/**
 * Refuses text that bears the mark of a state secret: it may not be kept in a system that is not classified
 * (保守国家秘密法 31(iii)). The refusal names the place as a JSON pointer, never the text.
 */
export function checkClassifiedMarks(value: unknown, pointer = ''): Refusal[] {
  if (typeof value === 'string') return bearsClassifiedMark(value) ? [refuse(deskRules.classifiedMark, {}, pointer)] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    // A name that bears the mark is told by the place it stands in: the place would repeat it.
    bearsClassifiedMark(key)
      ? [refuse(deskRules.classifiedMark, {}, pointer)]
      : checkClassifiedMarks(inner, `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`),
  )
}

/**
 * The same for whatever comes to a door, but for what says of itself that it is a state secret: of that only the stub is kept
 * (`strip` of the disclosure), whatever else it bears.
 */
export function checkMarksAtDoor(value: unknown, pointer = ''): Refusal[] {
  return checkClassifiedMarks(withoutSecrets(value), pointer)
}

function withoutSecrets(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withoutSecrets)
  const entries = Object.entries(value)
  if (entries.some(([key, one]) => secrecyFields.has(key) && one === 'state-secret')) return {}
  return Object.fromEntries(entries.map(([key, one]) => [key, withoutSecrets(one)]))
}

/** How a form and a draft name the level: the field itself, and its JSON pointer. */
const secrecyFields: ReadonlySet<string> = new Set(['secrecyLevel', '/secrecyLevel'])
