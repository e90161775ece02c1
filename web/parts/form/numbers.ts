/** A share in basis points as people read it: 1250 → `12.50`. */
export function formatShare(bp: number): string {
  const sign = bp < 0 ? '-' : ''
  const whole = Math.abs(bp)
  return `${sign}${Math.trunc(whole / 100)}.${String(whole % 100).padStart(2, '0')}`
}

/** A percentage with at most two decimals, from 0 to 100, in basis points; undefined for anything else. */
export function parseShare(text: string): number | undefined {
  const parts = /^(\d{1,3})(?:[.．](\d{0,2}))?$/.exec(
    text
      .trim()
      .replace(/[%％]$/, '')
      .trim(),
  )
  if (parts === null) return undefined
  const bp = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
  return bp <= 10_000 ? bp : undefined
}

/** An amount in fen as people read it: 123456789 → `1,234,567.89`. */
export function formatYuan(fen: number): string {
  const sign = fen < 0 ? '-' : ''
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${yuan}.${digits.slice(-2)}`
}

/** An amount in yuan with at most two decimals, in fen; undefined for anything else or beyond what is counted exactly. */
export function parseYuan(text: string): number | undefined {
  const parts = /^(\d+)(?:\.(\d{0,2}))?$/.exec(text.trim().replace(/[,，\s]/g, ''))
  if (parts === null) return undefined
  const fen = Number(`${parts[1]}${(parts[2] ?? '').padEnd(2, '0')}`)
  return Number.isSafeInteger(fen) ? fen : undefined
}

/** A whole number; undefined for anything else. */
export function parseWhole(text: string): number | undefined {
  if (!/^-?\d+$/.test(text.trim())) return undefined
  const whole = Number(text.trim())
  return Number.isSafeInteger(whole) ? whole : undefined
}

/** Days that a rehearsal may let pass at once, up to a year; undefined for anything else. */
export function parseDays(text: string): number | undefined {
  const days = parseWhole(text)
  return days !== undefined && days >= 1 && days <= 366 ? days : undefined
}
