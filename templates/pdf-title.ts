import type { Paper } from './block.ts'
import type { Slab } from './pdf-flow.ts'
import { stackLines } from './pdf-prose.ts'
import { page, room, style, type TextStyle } from './pdf-style.ts'
import type { Place } from './pdf-table.ts'
import { setText } from './pdf-text.ts'

// The title stands in from both edges so that its lines read as a block.
const inset = 20

/** The style of a title: long titles are set smaller so that the text begins on the first page. */
export function titleStyle(title: string, place: Place): TextStyle {
  const lines = setText(title, style.title, { ...place, width: room.width - inset * 2 }).length
  if (lines <= 2) return style.title
  return lines <= 4 ? { ...style.title, size: 16, leading: 25 } : { ...style.title, size: 13.5, leading: 21 }
}

function layCentred(place: Place, text: string, type: string, how: { readonly style: TextStyle; readonly before: number }): Slab[] {
  const lines = setText(text, how.style, { ...place, width: room.width - inset * 2, align: 'center' })
  const slabs = stackLines(lines, { ...how, node: { type, parent: place.root }, left: page.left + inset })
  return slabs.map((slab) => ({ ...slab, keepsNext: true }))
}

/** Slabs of issuer, title and subtitle. */
export function layTitle(place: Place, paper: Paper): Slab[] {
  return [
    ...(paper.issuer === undefined ? [] : layCentred(place, paper.issuer, 'P', { style: style.issuer, before: 0 })),
    ...layCentred(place, paper.title, 'H1', { style: titleStyle(paper.title, place), before: 4 }),
    ...(paper.subtitle === undefined ? [] : layCentred(place, paper.subtitle, 'P', { style: style.subtitle, before: 4 })),
    { height: 8, paint: () => undefined },
  ]
}
