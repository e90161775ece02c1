import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Action } from '#domain/action.ts'
import { replayTrail } from '#domain/conformance.ts'
import { drawings } from '#domain/drawings.gen.ts'

/** The trails of this run, by hash: a story that is restarted after each of its actions leaves the same one again and again. */
const known = new Set<string>()

/** What an action was read from: the same one stands in every trail that a restarted story leaves. */
const texts = new WeakMap<Action, string>()

/** The action a text says, with the text kept beside it. */
export function readAction(text: string): Action {
  const action = JSON.parse(text) as Action
  texts.set(action, text)
  return action
}

/** What it was read from, or would be. */
export function textOf(action: Action): string {
  return texts.get(action) ?? JSON.stringify(action)
}

/**
 * Plays a matter's actions on the drawing of its process, and keeps them in `TRAILS_DIR`, where `cli/check-trails.ts` reads
 * after the tests which elements and arrows no matter has passed. A process of the tests' own has no drawing and is let be.
 * @throws on a trail that the drawing does not allow.
 */
export function keepTrail(actions: readonly Action[]): void {
  const [opened] = actions
  if (opened?.kind !== 'MatterOpened') throw new Error('A trail begins with the opening of its matter')
  const { process: stem, id } = opened.facts.head
  const drawing = drawings[stem]
  if (drawing === undefined) return
  const text = `[${actions.map(textOf).join(',')}]`
  const hash = createHash('sha256').update(text).digest('hex')
  if (known.has(hash)) return
  const replay = replayTrail(drawing, actions)
  if (replay.fault !== undefined) {
    const { seq, element, why } = replay.fault
    throw new Error(`The drawing of ${stem} does not allow action ${seq} (${actions[seq - 1]?.kind}) at ${element}: ${why}`)
  }
  known.add(hash)
  keep(`${stem}-${id}-${hash.slice(0, 12)}.json`, text)
}

function keep(name: string, text: string): void {
  const folder = process.env['TRAILS_DIR']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), text)
}
