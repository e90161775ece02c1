import type { Canvas, Node } from './pdf-canvas.ts'
import type { Slab } from './pdf-flow.ts'
import { ink, type TextStyle } from './pdf-style.ts'
import type { SetLine } from './pdf-text.ts'

/** Space between a cell's rules and its text, in points. */
export const padding = { x: 6, y: 4.5 } as const

/** A cell as set: `x` and `width` are those of its frame, from the left edge of the page. */
export type GridCell = {
  readonly node: Node
  readonly lines: readonly SetLine[]
  readonly style: TextStyle
  readonly x: number
  readonly width: number
  readonly shaded?: boolean
  /** Short text beside long text stands in the middle of its height. */
  readonly middle?: boolean
}

/** The distance from the top of a line to its baseline: the ideographic box (0.88 above, 0.12 below) centred in the leading. */
export function baselineOf(style: TextStyle): number {
  return (style.leading - style.size) / 2 + style.size * 0.88
}

function paintFrame(canvas: Canvas, cells: readonly GridCell[], y: number, height: number): void {
  const left = cells[0]?.x ?? 0
  const right = left + cells.reduce((sum, cell) => sum + cell.width, 0)
  for (const cell of cells) if (cell.shaded) canvas.shade(cell.x, y, cell.width, height, ink.shade)
  for (const at of [y, y + height]) canvas.rule([left, at], [right, at], ink.hairline, ink.rule)
  for (const x of [...cells.map((cell) => cell.x), right]) canvas.rule([x, y], [x, y + height], ink.hairline, ink.rule)
}

function paintCell(canvas: Canvas, cell: GridCell, y: number, height: number): void {
  const free = height - cell.lines.length * cell.style.leading
  const top = y + (cell.middle ? free / 2 : padding.y)
  for (const [index, line] of cell.lines.entries()) {
    canvas.line(line, cell.x + padding.x, top + index * cell.style.leading + baselineOf(cell.style))
  }
}

function heightOf(cells: readonly GridCell[]): number {
  return Math.max(...cells.map((cell) => Math.max(1, cell.lines.length) * cell.style.leading)) + padding.y * 2
}

function part(cells: readonly GridCell[], from: number, to: number | undefined): GridCell[] {
  return cells.map((cell) => ({ ...cell, middle: false, lines: cell.lines.slice(from, to) }))
}

// A row is torn only when it is too high to move on whole, and then no part has fewer lines than this.
const fewestLines = 3
const highestWholeRow = 190

function splitRow(cells: readonly GridCell[], height: number): readonly [Slab, Slab] | undefined {
  const lines = Math.max(...cells.map((cell) => cell.lines.length))
  const leading = Math.max(...cells.map((cell) => cell.style.leading))
  const fitting = Math.min(Math.floor((height - padding.y * 2) / leading), lines - fewestLines)
  if (fitting < fewestLines) return undefined
  return [gridRow(part(cells, 0, fitting)), gridRow(part(cells, fitting, undefined))]
}

/** A row of bordered cells; a row higher than a good part of the page can be split between its lines. */
export function gridRow(cells: readonly GridCell[], flow: Pick<Slab, 'before' | 'head' | 'keepsNext'> = {}): Slab {
  const height = heightOf(cells)
  const paint = (canvas: Canvas, y: number): void => {
    canvas.artifact('Layout', () => paintFrame(canvas, cells, y, height))
    for (const cell of cells) canvas.mark(cell.node, () => paintCell(canvas, cell, y, height))
  }
  const slab = { ...flow, height, paint }
  if (height <= highestWholeRow) return slab
  const leading = Math.max(...cells.map((cell) => cell.style.leading))
  const least = fewestLines * leading + padding.y * 2
  const split = (room: number): readonly [Slab, Slab] | undefined => {
    const parts = splitRow(cells, room)
    const { head } = flow
    return parts && [{ ...parts[0], ...flow }, head ? { ...parts[1], head } : parts[1]]
  }
  return { ...slab, least, split }
}

/** The same row painted once more on a later page, where it is no part of the text: a table's repeated head. */
export function repeatedRow(cells: readonly GridCell[]): Slab {
  const height = heightOf(cells)
  const paint = (canvas: Canvas, y: number): void =>
    canvas.artifact('Pagination', () => {
      paintFrame(canvas, cells, y, height)
      for (const cell of cells) paintCell(canvas, cell, y, height)
    })
  return { height, paint }
}
