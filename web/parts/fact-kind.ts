import type { Json, JsonObject } from '#domain/json.ts'

function isObject(part: Json): part is JsonObject {
  return typeof part === 'object' && part !== null && !Array.isArray(part)
}

/** Whether a fact is a list of citations. */
export function isCitations(part: Json): boolean {
  return Array.isArray(part) && part.length > 0 && part.every((one: Json) => isObject(one) && 'law' in one && 'sure' in one)
}

/** Whether a fact says the same in Chinese and English, and nothing else. */
export function isTwoTongued(part: Json): part is { readonly zh: string; readonly en: string } {
  return isObject(part) && Object.keys(part).length === 2 && typeof part['zh'] === 'string' && typeof part['en'] === 'string'
}

/** Whether a fact has parts of its own, and so wants the whole width. */
export function isGroup(part: Json): boolean {
  if (isCitations(part) || isTwoTongued(part)) return false
  if (Array.isArray(part)) return part.some((one: Json) => typeof one === 'object' && one !== null)
  return isObject(part)
}

// One that people open has a UUID, one that follows from another 26 hexadecimal digits.
const matterId = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{26})$/

/** Whether a value is the id of another matter, under the names by which forms and findings speak of one. */
export function isMatterId(name: string, value: string): boolean {
  return ['matter', 'parent', 'disclosure'].includes(name) && matterId.test(value)
}
