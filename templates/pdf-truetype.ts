/** What a drawing needs of a TrueType file beyond its character map: advances and outlines, read straight from the bytes. */
export type Outlines = {
  /** Advance width of a glyph in the font's units. */
  readonly advance: (glyph: number) => number
  /** A subset in the making; glyph 0 is in it already. */
  readonly createSubset: () => Subset
}

/** The glyphs of one document, numbered in order of first use. */
export type Subset = {
  /** Number of the glyph in the subset; one outline that stands for two characters is kept twice, so that text copies out exactly. */
  readonly include: (glyph: number, codePoints: readonly number[]) => number
  /** The subset as a TrueType file for embedding. */
  readonly encode: () => Uint8Array
}

type Table = { readonly offset: number; readonly length: number }

type Source = {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly table: (tag: string) => Table | undefined
  readonly advance: (glyph: number) => number
  readonly bearing: (glyph: number) => number
  readonly outline: (glyph: number) => Uint8Array
}

function readTables(bytes: Uint8Array, view: DataView): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>()
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + index * 16
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
    tables.set(tag, { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) })
  }
  return tables
}

function readSource(file: Uint8Array): Source {
  // A plain array over the same bytes: the `slice` of a Node buffer would not copy.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = readTables(bytes, view)
  const offsetOf = (tag: string): number => {
    const table = tables.get(tag)
    if (table === undefined) throw new Error(`The font has no table "${tag}"; only TrueType outlines can be embedded`)
    return table.offset
  }
  const [glyf, loca, hmtx] = [offsetOf('glyf'), offsetOf('loca'), offsetOf('hmtx')]
  const long = view.getInt16(offsetOf('head') + 50) === 1
  const metrics = view.getUint16(offsetOf('hhea') + 34)
  const start = (glyph: number): number => (long ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2)
  return {
    bytes,
    view,
    table: (tag) => tables.get(tag),
    advance: (glyph) => view.getUint16(hmtx + Math.min(glyph, metrics - 1) * 4),
    bearing: (glyph) => view.getInt16(glyph < metrics ? hmtx + glyph * 4 + 2 : hmtx + metrics * 4 + (glyph - metrics) * 2),
    outline: (glyph) => bytes.subarray(glyf + start(glyph), glyf + start(glyph + 1)),
  }
}

// Flags of a composite glyph's component (OpenType specification, table glyf).
const argumentsAreWords = 0x0001
const hasScale = 0x0008
const moreComponents = 0x0020
const hasTwoScales = 0x0040
const hasMatrix = 0x0080

// A copy of the outline in which composite glyphs name their components by the subset's numbers.
function renumbered(outline: Uint8Array, include: (glyph: number) => number): Uint8Array {
  if (outline.length === 0) return outline
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength)
  if (view.getInt16(0) >= 0) return outline
  const copy = outline.slice()
  const target = new DataView(copy.buffer)
  let at = 10
  let flags = moreComponents
  while (flags & moreComponents) {
    flags = view.getUint16(at)
    target.setUint16(at + 2, include(view.getUint16(at + 2)))
    at += flags & argumentsAreWords ? 8 : 6
    if (flags & hasScale) at += 2
    else if (flags & hasTwoScales) at += 4
    else if (flags & hasMatrix) at += 8
  }
  return copy
}

function checksum(bytes: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) {
    const word = ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    sum = (sum + word) >>> 0
  }
  return sum
}

type TableEntry = readonly [tag: string, bytes: Uint8Array]

const padded = (length: number): number => (length + 3) & ~3

function writeFile(tables: readonly TableEntry[]): Uint8Array {
  const file = new Uint8Array(tables.reduce((sum, [, bytes]) => sum + padded(bytes.length), 12 + tables.length * 16))
  const view = new DataView(file.buffer)
  const power = Math.floor(Math.log2(tables.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tables.length)
  view.setUint16(6, 16 * 2 ** power)
  view.setUint16(8, power)
  view.setUint16(10, tables.length * 16 - 16 * 2 ** power)
  let offset = 12 + tables.length * 16
  for (const [index, [tag, bytes]] of tables.entries()) {
    const at = 12 + index * 16
    for (let letter = 0; letter < 4; letter++) view.setUint8(at + letter, tag.charCodeAt(letter))
    view.setUint32(at + 4, checksum(bytes))
    view.setUint32(at + 8, offset)
    view.setUint32(at + 12, bytes.length)
    file.set(bytes, offset)
    offset += padded(bytes.length)
  }
  return file
}

function writeGlyphTables(source: Source, glyphs: readonly number[], outlines: readonly Uint8Array[]): TableEntry[] {
  const glyf = new Uint8Array(outlines.reduce((sum, outline) => sum + padded(outline.length), 0))
  const loca = new DataView(new ArrayBuffer((outlines.length + 1) * 4))
  const hmtx = new DataView(new ArrayBuffer(outlines.length * 4))
  let offset = 0
  for (const [index, outline] of outlines.entries()) {
    glyf.set(outline, offset)
    loca.setUint32(index * 4, offset)
    hmtx.setUint16(index * 4, source.advance(glyphs[index] ?? 0))
    hmtx.setInt16(index * 4 + 2, source.bearing(glyphs[index] ?? 0))
    offset += padded(outline.length)
  }
  loca.setUint32(outlines.length * 4, offset)
  return [
    ['glyf', glyf],
    ['hmtx', new Uint8Array(hmtx.buffer)],
    ['loca', new Uint8Array(loca.buffer)],
  ]
}

function copyTables(source: Source, tags: readonly string[]): TableEntry[] {
  return tags.flatMap((tag): TableEntry[] => {
    const table = source.table(tag)
    return table ? [[tag, source.bytes.slice(table.offset, table.offset + table.length)]] : []
  })
}

// Offsets within head, hhea and maxp: format of loca (1 = long), number of metrics, number of glyphs.
function correctCounts(tables: readonly TableEntry[], glyphs: number): void {
  const at: { readonly [tag: string]: readonly [offset: number, value: number] } = { head: [50, 1], hhea: [34, glyphs], maxp: [4, glyphs] }
  for (const [tag, bytes] of tables) {
    const correction = at[tag]
    if (correction) new DataView(bytes.buffer).setUint16(...correction)
  }
}

function encodeSubset(source: Source, glyphs: readonly number[], include: (glyph: number) => number): Uint8Array {
  const outlines: Uint8Array[] = []
  // Composite glyphs append their components while the list is walked.
  for (let index = 0; index < glyphs.length; index++) outlines.push(renumbered(source.outline(glyphs[index] ?? 0), include))
  const copied = copyTables(source, ['head', 'hhea', 'maxp', 'cvt ', 'fpgm', 'prep'])
  correctCounts(copied, outlines.length)
  return writeFile([...copied, ...writeGlyphTables(source, glyphs, outlines)].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function createSubset(source: Source): Subset {
  const glyphs = [0]
  const numbers = new Map<string, number>()
  const include = (glyph: number, codePoints: readonly number[]): number => {
    const key = `${glyph}/${codePoints.join(' ')}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    glyphs.push(glyph)
    numbers.set(key, glyphs.length - 1)
    return glyphs.length - 1
  }
  return { include, encode: () => encodeSubset(source, glyphs, (glyph) => include(glyph, [])) }
}

/** Reads the tables of a TrueType file; throws for files without TrueType outlines (`glyf`). */
export function readOutlines(bytes: Uint8Array): Outlines {
  const source = readSource(bytes)
  return { advance: source.advance, createSubset: () => createSubset(source) }
}
