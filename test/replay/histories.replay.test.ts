import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker'
import { describe, expect, inject, it } from 'vitest'
import { processes } from '#domain/registry.gen.ts'
import { readHistory } from './history-file.ts'

Runtime.install({ logger: new DefaultLogger('ERROR') })

const folder = join(import.meta.dirname, 'histories')
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
const read = (name: string) => readHistory(readFileSync(join(folder, name), 'utf8'))

async function replay(history: object, stem = 'disclosure'): Promise<string> {
  const [workflowBundle, workflowId] = [{ codePath: inject('bundlePath') }, `${stem}/m-1`]
  return Worker.runReplayHistory({ workflowBundle }, history, workflowId).then(
    () => 'replays',
    (error: Error) => error.name,
  )
}

/**
 * Matters that are open keep running on the code of today. A history that no longer replays is a change that needs
 * `patched()`, or, while no such matter runs anywhere, recording anew: `RECORD_HISTORIES=1 vitest run --project server test/replay`.
 */
describe('a history recorded earlier', () => {
  it.each(names)('replays on the present code: %s', async (name) => {
    expect(
      await replay(
        read(name),
        Object.keys(processes).find((stem) => name.startsWith(`${stem}-`)),
      ),
    ).toBe('replays')
  })

  it('that was doctored is found out', async () => {
    const { events, ...rest } = read('disclosure-docketed.json')
    const renamed = structuredClone(events).map((event) => {
      const scheduled = event['activityTaskScheduledEventAttributes'] as { activityType: { name: string } } | undefined
      if (scheduled?.activityType.name === 'findSimilar') scheduled.activityType.name = 'findStrange'
      return event
    })
    expect(await replay({ ...rest, events: renamed })).toBe('DeterminismViolationError')
  })

  it('cut short anywhere is a matter still open, and replays as well', async () => {
    const { events, ...rest } = read('disclosure-released.json')
    // A cut lies behind a finished workflow task; every third is enough.
    const ends = events
      .flatMap((event, index) => (event['workflowTaskCompletedEventAttributes'] === undefined ? [] : [index + 1]))
      .filter((_, place) => place % 3 === 0)
    expect(ends.length).toBeGreaterThan(2)
    for (const end of ends) expect(await replay({ ...rest, events: events.slice(0, end) })).toBe('replays')
  })
})
