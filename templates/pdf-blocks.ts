import type { Block, Contents, Table } from './block.ts'
import type { Slab } from './pdf-flow.ts'
import { layClause, layHeading, layList, layNote, layParagraph } from './pdf-prose.ts'
import { laySeal, laySignature } from './pdf-signature.ts'
import { style } from './pdf-style.ts'
import { layFields, layTable } from './pdf-table.ts'
import type { Place } from './pdf-text.ts'
import { unreachable } from '#domain/unreachable.ts'

/** Rank of the last heading: a heading may go one rank deeper than the one before it, never two (PDF/UA). */
type Ranks = { last: number }

function layBlock(place: Place, block: Block, ranks: Ranks): Slab[] {
  switch (block.kind) {
    case 'heading':
      ranks.last = Math.min(block.level + 1, ranks.last + 1)
      return layHeading(place, block, `H${ranks.last}`)
    case 'paragraph':
      return layParagraph(place, block)
    case 'fields':
      return layFields(place, block)
    case 'table':
      return layTable(place, block)
    case 'list':
      return layList(place, block)
    case 'clause':
      return layClause(place, block, `H${Math.min(ranks.last + 1, 6)}`)
    case 'note':
      return layNote(place, block.text)
    case 'signature':
      return laySignature(place, block)
    case 'seal':
      return laySeal(place, block)
    case 'contents':
      return layTable(place, tableOfContents(place, block))
    case 'pageBreak':
      return [{ height: 0, opensPage: true, paint: () => undefined }]
    case 'spacer':
      return [{ height: (block.lines ?? 1) * style.text.leading, paint: () => undefined }]
    default:
      return unreachable(block)
  }
}

// A number of as many digits keeps the place until the pages are known, so that knowing them moves nothing.
const unknownPage = '000'

function tableOfContents({ pageOf }: Place, { columns, pageTitle, rows }: Contents): Table {
  return {
    kind: 'table',
    columns: [...columns, { title: pageTitle, width: pageColumn, align: 'right' }],
    rows: rows.map(({ cells, heading }) => [...cells, String(pageOf?.(heading) ?? unknownPage)]),
  }
}

const pageColumn = 9

// Text right below a frame would seem to hang from it.
const belowFrame = 10

function setOff(slabs: readonly Slab[], above: Block | undefined): readonly Slab[] {
  const [first, ...others] = slabs
  const framed = above?.kind === 'fields' || above?.kind === 'table' || above?.kind === 'contents'
  return first && framed ? [{ ...first, before: Math.max(first.before ?? 0, belowFrame) }, ...others] : slabs
}

// The text that a signature or seal closes: the block above it and, above a remark, the end of the text itself.
function tieToText(slabs: Slab[], sizes: readonly number[], blocks: readonly Block[]): void {
  let at = slabs.length - 1
  for (let index = sizes.length - 1; index >= 0; index--) {
    const first = at - (sizes[index] ?? 0) + 1
    const isNote = blocks[index]?.kind === 'note'
    for (let place = isNote ? first : at; place <= at; place++) {
      const slab = slabs[place]
      if (slab) slabs[place] = { ...slab, keepsNext: true }
    }
    if (!isNote) return
    at = first - 1
  }
}

/** Slabs of all blocks. What is signed or sealed has the end of its text on the same page. */
export function layBlocks(place: Place, blocks: readonly Block[]): Slab[] {
  const ranks: Ranks = { last: 1 }
  const slabs: Slab[] = []
  const sizes: number[] = []
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'signature' || block.kind === 'seal') tieToText(slabs, sizes, blocks)
    const laid = setOff(layBlock(place, block, ranks), blocks[index - 1])
    slabs.push(...laid)
    sizes.push(laid.length)
  }
  return slabs
}
