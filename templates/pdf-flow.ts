import type { Canvas } from './pdf-canvas.ts'

/** A horizontal slice of the paper that no page end divides; heights in points. */
export type Slab = {
  readonly height: number
  /** Distance to the slab above; none at the top of a page. */
  readonly before?: number
  /** Stays on one page with the slab that follows. */
  readonly keepsNext?: boolean
  /** Begins a page. */
  readonly opensPage?: boolean
  /** Comes first on every page that begins with this slab: the head of its table. */
  readonly head?: Slab
  /** An entry of the bookmarks. */
  readonly bookmark?: { readonly level: number; readonly text: string }
  readonly paint: (canvas: Canvas, y: number) => void
  /** Least height that a part of it takes where it can be split. */
  readonly least?: number
  /** Cuts the slab so that its first part is at most `height` high; undefined where it should rather move on whole. */
  readonly split?: (height: number) => readonly [Slab, Slab] | undefined
}

/** A slab in its place, `y` from the top of the text area. */
export type Placed = { readonly slab: Slab; readonly y: number }

type Writing = { readonly pages: Placed[][]; y: number }

function startPage(writing: Writing): void {
  writing.pages.push([])
  writing.y = 0
}

function place(writing: Writing, slab: Slab): void {
  const placed = writing.pages[writing.pages.length - 1]
  if (writing.y === 0 && slab.head) {
    placed?.push({ slab: slab.head, y: 0 })
    writing.y = slab.head.height
  } else if (writing.y > 0) writing.y += slab.before ?? 0
  placed?.push({ slab, y: writing.y })
  writing.y += slab.height
}

// Height that the slab and all it must stay with take, without the distance above them.
function heightOfGroup(slabs: readonly Slab[], from: number): number {
  let height = 0
  for (let index = from; index < slabs.length; index++) {
    const slab = slabs[index]
    if (!slab || (index > from && slab.opensPage)) break
    height += index === from ? slab.height : (slab.before ?? 0) + (slab.least ?? slab.height)
    if (!slab.keepsNext) break
  }
  return height
}

function spaceLeft(writing: Writing, slab: Slab, pageHeight: number): number {
  return pageHeight - writing.y - (writing.y === 0 ? (slab.head?.height ?? 0) : (slab.before ?? 0))
}

/**
 * Puts slabs on pages of `pageHeight` points. What keeps together moves together as long as it fits on one page; a slab
 * higher than what is left is split where it can be.
 */
export function flow(slabs: readonly Slab[], pageHeight: number): Placed[][] {
  const writing: Writing = { pages: [[]], y: 0 }
  const queue = [...slabs]
  for (let index = 0; index < queue.length; index++) {
    const slab = queue[index]
    if (!slab) continue
    if (slab.opensPage && writing.y > 0) startPage(writing)
    const group = heightOfGroup(queue, index)
    const room = spaceLeft(writing, slab, pageHeight)
    // What no page can hold together goes its ways.
    const tooHigh = (group <= pageHeight ? group : slab.height) > room
    let parts = tooHigh ? slab.split?.(room) : undefined
    if (tooHigh && !parts && writing.y > 0) {
      startPage(writing)
      const fresh = spaceLeft(writing, slab, pageHeight)
      parts = slab.height > fresh ? slab.split?.(fresh) : undefined
    }
    if (parts) queue.splice(index, 1, ...parts)
    place(writing, parts?.[0] ?? slab)
  }
  return writing.pages
}
