import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Action } from '#domain/action.ts'
import { replayTrail } from '#domain/conformance.ts'
import type { Drawing } from '#domain/drawing.ts'
import { drawings } from '#domain/drawings.gen.ts'

/** One thing looked at: a trail, or the coverage of one drawing; `wrong` is empty where it is well. */
export type TrailCheck = { readonly name: string; readonly wrong: readonly string[] }

type Drawings = { readonly [stem: string]: Drawing }
type Trail = { readonly name: string; readonly actions: readonly Action[] }

/** Plays each trail on its drawing, then looks for elements and arrows that none has passed. */
export function checkTrails(trails: readonly Trail[], all: Drawings): TrailCheck[] {
  const covered = new Map<string, Set<string>>(Object.keys(all).map((stem) => [stem, new Set()]))
  const ofTrails = trails.map(({ name, actions }) => {
    const stem = stemOf(actions)
    const drawing = stem === undefined ? undefined : all[stem]
    if (stem === undefined || drawing === undefined) return { name, wrong: [`no drawing of ${stem}`] }
    const replay = replayTrail(drawing, actions)
    for (const id of replay.covered) covered.get(stem)?.add(id)
    return { name, wrong: replay.fault === undefined ? [] : [`action ${replay.fault.seq} at ${replay.fault.element}: ${replay.fault.why}`] }
  })
  const ofDrawings = Object.entries(all).map(([stem, drawing]) => ({
    name: `${stem}.bpmn`,
    wrong: listUnpassed(drawing, covered.get(stem) ?? new Set()),
  }))
  return [...ofTrails, ...ofDrawings]
}

function stemOf([opened]: readonly Action[]): string | undefined {
  return opened?.kind === 'MatterOpened' ? opened.facts.head.process : undefined
}

function listUnpassed({ nodes, flows }: Drawing, covered: ReadonlySet<string>): string[] {
  const from = (id: string) => flows.find((flow) => flow.id === id)
  return [...nodes, ...flows].flatMap(({ id }) =>
    covered.has(id) ? [] : [`never passed: ${id}${from(id) === undefined ? '' : ` (${from(id)?.from} to ${from(id)?.to})`}`],
  )
}

/** The trails kept in a folder, each a JSON list of actions, by itself or as `actions` of an object. */
export function readTrails(folder: string): Trail[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => {
    const kept = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Action[] | { readonly actions: Action[] }
    return { name, actions: Array.isArray(kept) ? kept : kept.actions }
  })
}

if (import.meta.filename === process.argv[1]) {
  const folder = process.argv[2] ?? process.env['TRAILS_DIR'] ?? join(import.meta.dirname, '..', 'test-results', 'trails')
  const checks = checkTrails(readTrails(folder), drawings)
  const failed = checks.filter(({ wrong }) => wrong.length > 0)
  for (const { name, wrong } of failed) console.log([name, ...wrong.map((why) => `  ${why}`)].join('\n'))
  console.log(`trails: ${checks.length - failed.length} passed, ${failed.length} failed`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
