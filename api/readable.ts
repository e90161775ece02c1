/** Why a JSON body is refused before anything looks at it, and where: the path to the value, or to what holds a name that is no text. */
export type Unreadable = { readonly why: 'too-deep' | 'too-many' | 'text' | 'number'; readonly at: readonly string[] }

const deepest = 40
const most = 100_000

/**
 * Looks for what no table can hold, no paper can print or what would exhaust us: NUL and half characters in texts (PostgreSQL
 * has neither), control characters, numbers beyond all numbers, keys that reach for an object's prototype, nesting beyond 40, more than 100,000 values.
 */
export function findUnreadable(value: unknown): Unreadable | undefined {
  const waiting: Waiting[] = [{ value, depth: 0 }]
  let count = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    count += 1
    if (count > most) return { why: 'too-many', at: [] }
    if (next.depth > deepest) return { why: 'too-deep', at: pathOf(next) }
    if (typeof next.value === 'string' && !isPlainText(next.value)) return { why: 'text', at: pathOf(next) }
    // JSON says 1e400 and JavaScript reads Infinity, which is no number of anything.
    if (typeof next.value === 'number' && !Number.isFinite(next.value)) return { why: 'number', at: pathOf(next) }
    if (typeof next.value !== 'object' || next.value === null) continue
    if (Object.keys(next.value).some((key) => key === '__proto__' || !isPlainText(key))) return { why: 'text', at: pathOf(next) }
    for (const [key, one] of Object.entries(next.value)) waiting.push({ value: one, depth: next.depth + 1, key, within: next })
  }
  return undefined
}

/** A value still to be looked at; its place is told by what it lies within, and written out only when it is at fault. */
type Waiting = { readonly value: unknown; readonly depth: number; readonly key?: string; readonly within?: Waiting }

function pathOf(place: Waiting): string[] {
  const path: string[] = []
  for (let one: Waiting | undefined = place; one?.key !== undefined; one = one.within) path.unshift(one.key)
  return path
}

/**
 * What no paper can print and no list can show: control characters but tab and line ends, and those that turn the direction of
 * writing, by which a text reads otherwise than it is stored.
 */
// oxlint-disable-next-line no-control-regex -- these are the characters that are looked for
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

/** Whether every character of a text is whole and can be shown: what is kept. */
export function isPlainText(text: string): boolean {
  return !unprintable.test(text) && isWhole(text)
}

/** Whether every character of a text is whole and none is NUL: enough for what is only looked for. */
export function isWhole(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text)
}
