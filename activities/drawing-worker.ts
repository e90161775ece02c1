import process from 'node:process'
import type { Paper } from '#templates/block.ts'
import { loadFonts } from '#templates/pdf-fonts.ts'
import { drawPaper } from '#templates/pdf.ts'

/** What a drawing process answers to a paper. */
export type Drawn = { readonly bytes: Uint8Array } | { readonly failed: string }

// The fonts are parsed once a process, on the first paper that needs them, and stay.
const fonts = loadFonts(process.argv.slice(2))

async function draw(paper: Paper): Promise<Drawn> {
  try {
    return { bytes: await drawPaper(paper, fonts) }
  } catch (error) {
    // The process lives on: the failure belongs to this paper, and is thrown where the paper was ordered.
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

// Who orders the papers decides when they are enough; a terminal or a supervisor tells everybody at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit())
process.on('message', (paper: Paper) => {
  void draw(paper).then((drawn) => process.send?.(drawn))
})
