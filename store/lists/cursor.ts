/** Where the next page begins: the sorting values of the last row, opaque to whoever passes it on. */
export type Cursor = string & { readonly __brand: 'Cursor' }

export type Page<Item> = { readonly items: readonly Item[]; readonly next?: Cursor }

/** Writes a cursor from the last row's sorting values. */
export function writeCursor(values: readonly (string | number)[]): Cursor {
  return Buffer.from(JSON.stringify(values)).toString('base64url') as Cursor
}

/** Reads a cursor's sorting values; undefined for one that no page gave out. */
export function findCursorValues(cursor: string, count: number): (string | number)[] | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const fits = Array.isArray(values) && values.length === count && values.every(isSortingValue)
    return fits ? values : undefined
  } catch {
    return undefined
  }
}

function isSortingValue(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value)
  return typeof value === 'string' && value.length <= 1000 && !value.includes('\u0000')
}

/** A sorting value that is a count or an instant in ms; undefined for one that no page gave out. */
export function wholeOf(value: string | number | undefined): number | undefined {
  return value !== undefined && /^\d{1,15}$/.test(String(value)) ? Number(value) : undefined
}

/** Cuts one row more than asked for into a page; `sortedBy` names a row's sorting values. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  sortedBy: (row: Row) => readonly (string | number)[],
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const items = shown.map(toItem)
  return rows.length > limit && last !== undefined ? { items, next: writeCursor(sortedBy(last)) } : { items }
}
