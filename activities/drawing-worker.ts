import { existsSync, readlinkSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { basename } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Paper } from '#templates/block.ts'
import { loadFonts } from '#templates/pdf-fonts.ts'
import { drawPaper } from '#templates/pdf.ts'

/** What a drawing thread is given when it starts. */
export type ThreadData = { readonly rareFonts: readonly string[] }

/** What a drawing thread answers to a paper. */
export type Drawn = { readonly bytes: Uint8Array } | { readonly failed: string }

// The fonts are parsed once a thread, on the first paper that needs them, and stay.
const fonts = loadFonts((workerData as ThreadData).rareFonts)

async function draw(paper: Paper): Promise<Drawn> {
  try {
    return { bytes: await drawPaper(paper, fonts) }
  } catch (error) {
    // The thread lives on: the failure belongs to this paper, and is thrown where the paper was ordered.
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** Lets everything else on the machine go first: a paper can wait, whoever completes a task should not. On Linux each thread has its own rank. */
function stepBack(): void {
  const own = '/proc/thread-self'
  if (existsSync(own)) setPriority(Number(basename(readlinkSync(own))), constants.priority.PRIORITY_BELOW_NORMAL)
}

stepBack()
parentPort?.on('message', (paper: Paper) => {
  void draw(paper).then((drawn) => parentPort?.postMessage(drawn, 'bytes' in drawn ? [drawn.bytes.buffer as ArrayBuffer] : []))
})
