import type { Table } from './block.ts'
import { padding } from './pdf-grid.ts'
import { room, style } from './pdf-style.ts'
import { measureAtoms, measureText, type Place } from './pdf-text.ts'

/** What a column holds, in points with its padding: the widest word, and the width of each cell in one line. */
export type ColumnNeed = { readonly least: number; readonly cells: readonly number[] }

// Enough rows to know what a column holds without measuring a register of thousands.
const rowsMeasured = 60

const around = padding.x * 2 + 1

function needsOf(place: Place, table: Table): ColumnNeed[] {
  return table.columns.map(({ title }, index) => {
    const texts = table.rows.slice(0, rowsMeasured).map((row) => row[index] ?? '')
    const total = table.total?.[index] ?? ''
    const words = texts.map((text) => measureAtoms(text, style.cell, place))
    // A short title stays on one line; a long one may break.
    const head = Math.min(measureText(title, style.head, place.fonts, place.language), style.head.size * 6.1)
    const least = Math.max(
      head,
      measureAtoms(title, style.head, place),
      measureText(total, style.total, place.fonts, place.language),
      ...words,
    )
    return { least: least + around, cells: texts.map((text) => measureText(text, style.cell, place.fonts, place.language) + around) }
  })
}

// Lines of a cell at this width. Text rarely fills its lines to the edge: of each line a part of the widest word is lost.
function linesOf(cell: number, need: ColumnNeed, width: number): number {
  const text = cell - around
  const room = Math.max(1, width - around)
  return text <= room ? 1 : text / Math.max(1, room - (need.least - around) / 3)
}

// Lines that the rows take at these widths, and a trifle for fullness, so that of equal arrangements the airier one wins.
function costOf(needs: readonly ColumnNeed[], widths: readonly number[]): number {
  const rows = Math.max(0, ...needs.map((need) => need.cells.length))
  let cost = 0
  for (let row = 0; row < rows; row++) {
    let most = 1
    for (const [column, need] of needs.entries()) {
      const lines = linesOf(need.cells[row] ?? around, need, widths[column] ?? 0)
      if (lines > 1) cost += lines * 0.05
      most = Math.max(most, Math.ceil(lines))
    }
    cost += most
  }
  return cost
}

function startWidths(needs: readonly ColumnNeed[], total: number): number[] {
  const naturals = needs.map((need) => Math.max(need.least, ...need.cells))
  const natural = naturals.reduce((a, b) => a + b, 0)
  if (natural <= total) return naturals.map((width) => (width * total) / natural)
  const least = needs.reduce((sum, need) => sum + need.least, 0)
  if (least >= total) return needs.map((need) => (need.least * total) / least)
  return needs.map((need, index) => need.least + ((total - least) * ((naturals[index] ?? 0) - need.least)) / (natural - least))
}

/** Widths that sum to `total`: no word is torn if that can be had, and the rows take as few lines as a patient search finds. */
export function fitWidths(needs: readonly ColumnNeed[], total: number): number[] {
  let widths = startWidths(needs, total)
  let cost = costOf(needs, widths)
  for (const step of [48, 24, 12, 6]) {
    for (let moves = 0, moved = true; moved && moves < 8; moves++) {
      moved = false
      for (const [from, need] of needs.entries()) {
        for (const to of needs.keys()) {
          if (from === to || (widths[from] ?? 0) - step < need.least) continue
          const tried = widths.map((width, index) => width + (index === to ? step : index === from ? -step : 0))
          const triedCost = costOf(needs, tried)
          if (triedCost >= cost - 0.001) continue
          ;[widths, cost, moved] = [tried, triedCost, true]
        }
      }
    }
  }
  return widths
}

/** Widths of a table's columns where the table says none. */
export function fitColumns(place: Place, table: Table): number[] {
  return fitWidths(needsOf(place, table), room.width)
}

/** Widths by the table's weights, in which no column is so narrow that it tears a word or its title's words. */
export function weighColumns(place: Place, table: Table, weights: readonly number[]): number[] {
  const least = needsOf(place, table).map((need) => need.least)
  const sum = weights.reduce((a, b) => a + b, 0)
  const wished = weights.map((weight) => (weight * room.width) / sum)
  const missing = wished.reduce((all, width, index) => all + Math.max(0, (least[index] ?? 0) - width), 0)
  const spare = wished.reduce((all, width, index) => all + Math.max(0, width - (least[index] ?? 0)), 0)
  if (missing === 0) return wished
  if (missing > spare) return least.map((width) => (width * room.width) / least.reduce((a, b) => a + b, 0))
  return wished.map((width, index) => {
    const need = least[index] ?? 0
    return width <= need ? need : width - ((width - need) * missing) / spare
  })
}
