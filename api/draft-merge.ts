import type { Json, JsonObject } from '#domain/json.ts'

type Open = { [key: string]: Json }

/**
 * Puts values into a draft at JSON pointers (RFC 6901), null taking a value away; whoever saved other fields meanwhile
 * keeps them. Missing parents are made, arrays where the next part is a number. Undefined when a pointer leads nowhere
 * (`/`-less, or an array's place far beyond its end).
 */
export function mergeDraft(draft: JsonObject, fields: JsonObject): JsonObject | undefined {
  let merged: Json = draft
  for (const [pointer, value] of Object.entries(fields)) {
    const parts = partsOf(pointer)
    if (parts === undefined) return undefined
    const next = put(merged, parts, value)
    if (next === undefined) return undefined
    merged = next
  }
  return merged as JsonObject
}

function partsOf(pointer: string): string[] | undefined {
  if (!pointer.startsWith('/') || pointer.length > 500) return undefined
  const parts = pointer
    .slice(1)
    .split('/')
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
  return parts.includes('__proto__') ? undefined : parts
}

function put(holder: Json | undefined, [part, ...rest]: readonly string[], value: Json): Json | undefined {
  if (part === undefined) return value
  const list = Array.isArray(holder) ? holder : undefined
  if (list !== undefined || (holder === undefined && /^\d+$/.test(part))) return putInList(list ?? [], part, rest, value)
  const open: Open = isObject(holder) ? { ...holder } : {}
  const below = put(Object.hasOwn(open, part) ? open[part] : undefined, rest, value)
  if (below === undefined) return undefined
  if (below === null && rest.length === 0) delete open[part]
  else open[part] = below
  return open
}

function putInList(list: readonly Json[], part: string, rest: readonly string[], value: Json): Json | undefined {
  const at = part === '-' ? list.length : Number(part)
  if (!Number.isInteger(at) || at < 0 || at > list.length) return undefined
  const below = put(list[at], rest, value)
  if (below === undefined) return undefined
  if (below === null && rest.length === 0) return list.toSpliced(at, 1)
  return list.toSpliced(at, 1, below)
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The fields in which two forms differ, by JSON pointer: what a resubmission changed. */
export function listChanges(before: Json | undefined, now: Json | undefined, at = ''): { field: string; before: Json; now: Json }[] {
  if (JSON.stringify(before) === JSON.stringify(now)) return []
  if (isObject(before) && isObject(now)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])]
    return keys.flatMap((key) => listChanges(before[key], now[key], `${at}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`))
  }
  if (Array.isArray(before) && Array.isArray(now) && before.length === now.length) {
    return before.flatMap((one: Json, index) => listChanges(one, now[index] as Json, `${at}/${index}`))
  }
  return [{ field: at, before: before ?? null, now: now ?? null }]
}
