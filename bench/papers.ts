import { createDrawingPool } from '#activities/drawing-pool.ts'
import { twoPages } from '#test/templates/papers.ts'
import type { Engine } from './engine.ts'
import { drivePapers } from './product-client.ts'
import { median, runTrials } from './trial.ts'

/** Median milliseconds from completion to next task while nothing else goes on, and while ten papers are always being drawn. */
export async function measureWhileDrawing(engine: Engine, matters: number): Promise<{ readonly quiet: number; readonly drawing: number }> {
  const { p50: quiet } = await runTrials(engine.trials.product, 1, matters)
  const ask = engine.askers.at(-1)
  if (ask === undefined) throw new Error('Nobody asks')
  let isOver = false
  const drawers = Array.from({ length: 10 }, async () => {
    while (!isOver) await drivePapers(ask, 20)
  })
  const { p50: drawing } = await runTrials(engine.trials.product, 1, matters)
  isOver = true
  await Promise.all(drawers)
  return { quiet, drawing }
}

/** Median milliseconds of a Chinese paper of two pages, drawn by a process that has its fonts. */
export async function measurePaper(): Promise<number> {
  const pool = createDrawingPool({ size: 1 })
  const times: number[] = []
  for (let count = 0; count < 24; count += 1) {
    const from = performance.now()
    await pool.draw(twoPages)
    times.push(performance.now() - from)
  }
  await pool.close()
  return median(times.slice(4))
}
