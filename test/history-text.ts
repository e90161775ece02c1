/** All that a history says, its payloads' bytes read as text. */
export function textOfHistory(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8')
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  return Object.values(value).map(textOfHistory).filter(Boolean).join('\n')
}
