import type { Json, JsonObject } from './json.ts'

/**
 * A JSON value in which whatever stands in it more than once is written once: `~n` stands for the n-th of `shared`, `~/before/n`
 * for a text that ends with it behind a slash, `~~` for a tilde that begins a text. The names of fields that several objects have
 * in common stand in `shapes`: such an object is a list of `~:n`, for the n-th of them, and its values. Absent in what was packed
 * before there were any.
 */
export type Packed = { readonly shared: readonly Json[]; readonly shapes?: readonly (readonly string[])[]; readonly value: Json }

/** What is shorter costs no more than the reference to it. */
const leastLength = 8

/**
 * Writes a value without its repetitions: a matter's state names the same dozen people a thousand times, and gives the same facts
 * to each of them. `unpack` brings back an equal value, its fields in the same order.
 */
export function pack(value: Json): Packed {
  const places = new Map<string, number>()
  const shapes = listShapes(value)
  const shapeOf = new Map(shapes.map((names, place) => [JSON.stringify(names), place]))
  const repeated = listRepeated(value, shapeOf)
  const write = (part: Json): Json => {
    const place = places.get(JSON.stringify(part))
    if (place !== undefined) return `~${place.toString(36)}`
    if (typeof part === 'string') return writeText(part)
    if (Array.isArray(part)) return part.map((one) => write(one))
    if (typeof part !== 'object' || part === null) return part
    const shape = shapeOf.get(JSON.stringify(Object.keys(part)))
    if (shape !== undefined) return [`~:${shape.toString(36)}`, ...Object.values(part).map((one: Json) => write(one))]
    return Object.fromEntries(Object.entries(part).map(([key, one]) => [String(write(key)), write(one)]))
  }
  const writeText = (text: string): string => {
    const slash = text.lastIndexOf('/')
    const end = slash === -1 ? undefined : places.get(JSON.stringify(text.slice(slash + 1)))
    if (end !== undefined) return `~/${text.slice(0, slash)}/${end.toString(36)}`
    return text.startsWith('~') ? `~${text}` : text
  }
  const shared = repeated.map((text, place) => {
    const written = write(JSON.parse(text) as Json)
    places.set(text, place)
    return written
  })
  return { shared, ...(shapes.length === 0 ? {} : { shapes }), value: write(value) }
}

/** Bytes that a reference to a shape takes, and a list of shapes at all. */
const shapeCost = { reference: 8, list: 12 }

/** Whether objects with these names become shorter by writing the names once. */
function isWorthwhile(names: readonly string[], times: number): boolean {
  const written = JSON.stringify(names).length
  return times * (written - 1 - shapeCost.reference) > written + shapeCost.list
}

/** The lists of field names that so many objects have that it pays to write them once. */
function listShapes(value: Json): string[][] {
  const counts = new Map<string, number>()
  const seen = new Set<string>()
  const count = (part: Json): void => {
    if (typeof part !== 'object' || part === null) return
    const text = JSON.stringify(part)
    if (seen.has(text)) return
    seen.add(text)
    if (Array.isArray(part)) {
      for (const one of part) count(one)
      return
    }
    const names = JSON.stringify(Object.keys(part))
    counts.set(names, (counts.get(names) ?? 0) + 1)
    for (const one of Object.values(part)) count(one)
  }
  count(value)
  return [...counts].flatMap(([text, times]) => {
    const names = JSON.parse(text) as string[]
    return isWorthwhile(names, times) ? [names] : []
  })
}

/** The texts of all parts that occur at least twice, the shorter first: none holds a longer one. */
function listRepeated(value: Json, shapes: ReadonlyMap<string, number>): string[] {
  const counts = new Map<string, number>()
  const count = (part: Json): void => {
    if (typeof part === 'string' || (typeof part === 'object' && part !== null)) {
      const text = JSON.stringify(part)
      const times = (counts.get(text) ?? 0) + 1
      counts.set(text, times)
      // The parts of what is written once are not written again.
      if (times > 1) return
    }
    if (Array.isArray(part)) for (const one of part) count(one)
    else if (typeof part === 'object' && part !== null) {
      // Names of a shape are written there, once.
      if (!shapes.has(JSON.stringify(Object.keys(part)))) for (const key of Object.keys(part)) count(key)
      for (const one of Object.values(part)) count(one)
    }
  }
  count(value)
  return [...counts]
    .filter(([text, times]) => times > 1 && text.length >= leastLength)
    .map(([text]) => text)
    .toSorted((a, b) => a.length - b.length)
}

/** The value that was packed. */
export function unpack({ shared, shapes = [], value }: Packed): Json {
  const known: Json[] = []
  const read = (part: Json): Json => {
    if (typeof part === 'string') return part.startsWith('~') ? resolve(part) : part
    if (Array.isArray(part)) return readList(part)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part as JsonObject).map(([key, one]) => [String(read(key)), read(one)]))
  }
  const readList = (parts: readonly Json[]): Json => {
    const [first, ...rest] = parts
    if (typeof first !== 'string' || !first.startsWith('~:')) return parts.map(read)
    const names = shapes[Number.parseInt(first.slice('~:'.length), 36)]
    if (names === undefined) throw new Error(`No shape ${first}`)
    return Object.fromEntries(names.map((name, place) => [name, read(rest[place] ?? null)]))
  }
  const resolve = (reference: string): Json => {
    if (reference.startsWith('~~')) return reference.slice(1)
    const slash = reference.lastIndexOf('/')
    const found = known[Number.parseInt(reference.slice(Math.max(1, slash + 1)), 36)]
    if (found === undefined) throw new Error(`Nothing is shared under ${reference}`)
    return slash === -1 ? found : `${reference.slice('~/'.length, slash)}/${String(found)}`
  }
  for (const one of shared) known.push(read(one))
  return read(value)
}
