import type { Align, Field, Fields, Table } from './block.ts'
import type { Node } from './pdf-canvas.ts'
import type { Slab } from './pdf-flow.ts'
import { baselineOf, gridRow, padding, repeatedRow, type GridCell } from './pdf-grid.ts'
import { page, room, style, type TextStyle } from './pdf-style.ts'
import { fitColumns, weighColumns } from './pdf-columns.ts'
import { measureText, setText, type Place } from './pdf-text.ts'

type CellRequest = {
  readonly text: string
  readonly style: TextStyle
  readonly align?: Align
  readonly node: Node
  readonly x: number
  readonly width: number
}

function setCell(place: Place, request: CellRequest): GridCell {
  const setting = { ...place, width: request.width - padding.x * 2, align: request.align ?? 'left' }
  const lines = request.text === '' ? [] : setText(request.text, request.style, setting)
  return { node: request.node, lines, style: request.style, x: request.x, width: request.width }
}

function columnWidths(place: Place, table: Table): number[] {
  if (table.columns.every((column) => column.width === undefined)) return fitColumns(place, table)
  const said = table.columns.flatMap((column) => (column.width === undefined ? [] : [column.width]))
  const average = said.reduce((a, b) => a + b, 0) / said.length
  const weights = table.columns.map((column) => column.width ?? average)
  return weighColumns(place, table, weights)
}

// A table of so few rows is read at a glance and is not torn; of a longer one two rows at least come over a page end.
const shortTable = 6

/** Slabs of a table: caption, head, rows; the head comes again on every page the table reaches. */
export function layTable(place: Place, table: Table): Slab[] {
  const node: Node = { type: 'Table', parent: place.root }
  const widths = columnWidths(place, table)
  const lefts = widths.map((_, index) => page.left + widths.slice(0, index).reduce((a, b) => a + b, 0))
  const row = (texts: readonly string[], type: 'TH' | 'TD', text: TextStyle): GridCell[] => {
    const parent: Node = { type: 'TR', parent: node }
    return table.columns.map(({ align = 'left' }, index) => {
      const cell: Node = type === 'TH' ? { type, parent, table: { Scope: 'Column' } } : { type, parent }
      const set = setCell(place, {
        text: texts[index] ?? '',
        style: text,
        align,
        node: cell,
        x: lefts[index] ?? 0,
        width: widths[index] ?? 0,
      })
      return type === 'TH' ? { ...set, shaded: true, middle: true } : set
    })
  }
  const headCells = row(
    table.columns.map((column) => column.title),
    'TH',
    style.head,
  )
  const head = repeatedRow(headCells)
  const rows = table.rows.map((texts) => row(texts, 'TD', style.cell))
  if (table.total) rows.push(row(table.total, 'TD', style.total))
  const last = rows.length - 1
  const isShort = rows.length <= shortTable
  const caption = table.caption === undefined ? [] : layCaption(place, table.caption, node)
  return [
    ...caption,
    gridRow(headCells, { before: caption.length > 0 ? 2 : 8, keepsNext: true }),
    ...rows.map((cells, index) => gridRow(cells, { head, keepsNext: index < last && (isShort || index === last - 1) })),
  ]
}

function layCaption(place: Place, text: string, parent: Node): Slab[] {
  const node: Node = { type: 'Caption', parent }
  const lines = setText(text, style.caption, { ...place, width: room.width, align: 'center' })
  return lines.map((line, index) => ({
    height: style.caption.leading,
    before: index === 0 ? 10 : 0,
    keepsNext: true,
    paint: (canvas, y) => canvas.mark(node, () => canvas.line(line, page.left, y + baselineOf(style.caption))),
  }))
}

function linesOfForm(fields: Fields): (readonly Field[])[] {
  const lines: Field[][] = []
  let open: Field[] | undefined
  for (const field of fields.rows) {
    if (fields.columns !== 2 || field.wide) {
      lines.push([field])
      open = undefined
    } else if (open) {
      open.push(field)
      open = undefined
    } else {
      open = [field]
      lines.push(open)
    }
  }
  return lines
}

/** Slabs of a form: one bordered line for each field, or two fields to a line. */
export function layFields(place: Place, fields: Fields): Slab[] {
  const table: Node = { type: 'Table', parent: place.root }
  const pairs = fields.columns ?? 1
  const widest = Math.max(0, ...fields.rows.map((field) => measureText(field.label, style.label, place.fonts, place.language)))
  const labelWidth = Math.min(Math.max(widest + padding.x * 2 + 1, 74), room.width * (pairs === 2 ? 0.23 : 0.32))
  const pairWidth = room.width / pairs
  const formLines = linesOfForm(fields)
  return formLines.map((line, at) => {
    const parent: Node = { type: 'TR', parent: table }
    const cells = line.flatMap((field, index) => {
      const x = page.left + index * pairWidth
      const alone = line.length === 1
      const width = (alone ? room.width : pairWidth) - labelWidth
      const label: Node = { type: 'TH', parent, table: { Scope: 'Row' } }
      const value: Node = alone && pairs === 2 ? { type: 'TD', parent, table: { ColSpan: 3 } } : { type: 'TD', parent }
      return [
        { ...setCell(place, { text: field.label, style: style.label, node: label, x, width: labelWidth }), shaded: true, middle: true },
        { ...setCell(place, { text: field.value, style: style.value, node: value, x: x + labelWidth, width }), middle: true },
      ]
    })
    // Neither the first nor the last line of a form stands alone on a page.
    return gridRow(cells, { before: at === 0 ? 8 : 0, keepsNext: at < formLines.length - 1 && (at === 0 || at === formLines.length - 2) })
  })
}
