import type { Paper } from './block.ts'
import type { Slab } from './pdf-flow.ts'
import { stackLines } from './pdf-prose.ts'
import { page, room, style, type TextStyle } from './pdf-style.ts'
import { setText, type Place } from './pdf-text.ts'

// The title stands in from both edges so that its lines read as a block.
const inset = 20

/** The style of a title: long titles are set smaller so that the text begins on the first page. */
export function titleStyle(title: string, place: Place): TextStyle {
  const lines = setText(title, style.title, { ...place, width: room.width - inset * 2 }).length
  if (lines <= 2) return style.title
  return lines <= 4 ? { ...style.title, size: 16, leading: 25 } : { ...style.title, size: 13.5, leading: 21 }
}

// The narrowest width that takes no more lines: the lines come out nearly equal, and no single character is left over.
function balancedWidth(place: Place, text: string, how: TextStyle): number {
  const linesAt = (width: number): number => setText(text, how, { ...place, width }).length
  let enough = room.width - inset * 2
  const count = linesAt(enough)
  if (count === 1) return enough
  for (let tooNarrow = enough / 2; enough - tooNarrow > 2;) {
    const middle = (enough + tooNarrow) / 2
    if (linesAt(middle) > count) tooNarrow = middle
    else enough = middle
  }
  return enough
}

function layCentred(place: Place, text: string, type: string, how: { readonly style: TextStyle; readonly before: number }): Slab[] {
  const width = balancedWidth(place, text, how.style)
  const lines = setText(text, how.style, { ...place, width, align: 'center' })
  const slabs = stackLines(lines, { ...how, node: { type, parent: place.root }, left: page.left + (room.width - width) / 2 })
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
