/** Why a JSON body is refused before anything looks at it; undefined when it may be read. */
export type Unreadable = 'too-deep' | 'too-many' | 'text'

const deepest = 40
const most = 100_000

/**
 * Looks for what no table can hold or what would exhaust us: NUL and half characters in texts (PostgreSQL has neither),
 * keys that reach for an object's prototype, nesting beyond 40, more than 100,000 values.
 */
export function findUnreadable(value: unknown): Unreadable | undefined {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  let count = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    count += 1
    if (count > most) return 'too-many'
    if (next.depth > deepest) return 'too-deep'
    if (typeof next.value === 'string' && !isPlainText(next.value)) return 'text'
    if (typeof next.value !== 'object' || next.value === null) continue
    if (Object.keys(next.value).some((key) => key === '__proto__' || !isPlainText(key))) return 'text'
    for (const one of Object.values(next.value)) waiting.push({ value: one, depth: next.depth + 1 })
  }
  return undefined
}

/** Whether every character of a text is whole and none is NUL. */
export function isPlainText(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text)
}
