import type { Json, JsonObject } from '#domain/json.ts'

/** The parts of a JSON pointer (RFC 6901); the empty pointer has none. */
export function partsOf(pointer: string): readonly string[] {
  if (pointer === '') return []
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
}

/** `pointer` with one more part. */
export function below(pointer: string, part: string | number): string {
  return `${pointer}/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`
}

/** What stands at `pointer`; undefined when nothing does. */
export function findAt(value: Json | undefined, pointer: string): Json | undefined {
  let found: Json | undefined = value
  for (const part of partsOf(pointer)) found = childOf(found, part)
  return found
}

function childOf(value: Json | undefined, part: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(part)] as Json | undefined
  if (typeof value === 'object' && value !== null) return Object.hasOwn(value, part) ? (value as JsonObject)[part] : undefined
  return undefined
}

/** `value` with `next` at `pointer`; undefined takes away. Missing parents are made, lists where the part is a number. */
export function putAt(value: Json | undefined, pointer: string, next: Json | undefined): Json | undefined {
  return put(value, partsOf(pointer), next)
}

function put(holder: Json | undefined, [part, ...rest]: readonly string[], next: Json | undefined): Json | undefined {
  if (part === undefined) return next
  const inner = put(childOf(holder, part), rest, next)
  if (Array.isArray(holder) || (!isHolder(holder) && /^\d+$/.test(part))) {
    const list = Array.isArray(holder) ? [...(holder as readonly Json[])] : []
    if (inner === undefined) list.splice(Number(part), 1)
    else list[Number(part)] = inner
    return list
  }
  const open: { [key: string]: Json } = isHolder(holder) ? { ...holder } : {}
  if (inner === undefined) delete open[part]
  else open[part] = inner
  return open
}

function isHolder(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The pointer under which a change at `pointer` is sent: as deep as what the server holds allows. Inside a list that the
 * server does not hold in the same length, the whole list is sent, so that no row lands in another's place.
 */
export function patchPointer(pointer: string, saved: JsonObject, now: JsonObject): string {
  let at = ''
  for (const part of partsOf(pointer)) {
    const mine = findAt(now, at)
    if (Array.isArray(mine)) {
      const theirs = findAt(saved, at)
      if (!Array.isArray(theirs) || theirs.length !== mine.length) return at
    }
    at = below(at, part)
  }
  return at
}
