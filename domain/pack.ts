import type { Json, JsonObject } from './json.ts'

/**
 * A JSON value in which whatever stands in it more than once is written once: `~n` stands for the n-th of `shared`, `~/before/n`
 * for a text that ends with it behind a slash, `~~` for a tilde that begins a text.
 */
export type Packed = { readonly shared: readonly Json[]; readonly value: Json }

/** What is shorter costs no more than the reference to it. */
const leastLength = 8

/**
 * Writes a value without its repetitions: a matter's state names the same dozen people a thousand times, and gives the same facts
 * to each of them. `unpack` brings back an equal value, its fields in the same order.
 */
export function pack(value: Json): Packed {
  const places = new Map<string, number>()
  const repeated = listRepeated(value)
  const write = (part: Json): Json => {
    const place = places.get(JSON.stringify(part))
    if (place !== undefined) return `~${place.toString(36)}`
    if (typeof part === 'string') return writeText(part)
    if (Array.isArray(part)) return part.map((one) => write(one))
    if (typeof part !== 'object' || part === null) return part
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
  return { shared, value: write(value) }
}

/** The texts of all parts that occur at least twice, the shorter first: none holds a longer one. */
function listRepeated(value: Json): string[] {
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
    else if (typeof part === 'object' && part !== null)
      for (const [key, one] of Object.entries(part)) {
        count(key)
        count(one)
      }
  }
  count(value)
  return [...counts]
    .filter(([text, times]) => times > 1 && text.length >= leastLength)
    .map(([text]) => text)
    .toSorted((a, b) => a.length - b.length)
}

/** The value that was packed. */
export function unpack({ shared, value }: Packed): Json {
  const known: Json[] = []
  const read = (part: Json): Json => {
    if (typeof part === 'string') return part.startsWith('~') ? resolve(part) : part
    if (Array.isArray(part)) return part.map(read)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part as JsonObject).map(([key, one]) => [String(read(key)), read(one)]))
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
