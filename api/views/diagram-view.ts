import type { Action } from '#domain/action.ts'
import { replayTrail, type PathEntry } from '#domain/conformance.ts'
import { dayOfInstant } from '#domain/day.ts'
import type { Drawing } from '#domain/drawing.ts'
import type { z } from 'zod'
import type { matterDiagram } from '#schemas/api/matter.ts'
import { viewActor } from './actor-view.ts'
import type { MatterSight } from './result-view.ts'
import { viewOpenSteps } from './whereabouts.ts'

/** Where a matter stands on its drawing and the path it took: its trail, played as tokens. */
export function viewDiagram(sight: MatterSight, xml: string, drawing: Drawing, actions: readonly Action[]): z.infer<typeof matterDiagram> {
  const replay = replayTrail(drawing, actions)
  const label = (element: string) => nameElement(element, sight)
  const open = viewOpenSteps(sight)
  return {
    xml,
    conforms: replay.conforms,
    active: replay.tokens.map((element) => ({
      element,
      label: label(element),
      ...(open.get(element) ?? { since: sight.state.head.openedOn, with: [] }),
    })),
    taken: [...groupByElement(replay.path)].map(([element, visits]) => ({
      element,
      label: label(element),
      times: visits.length,
      ...lastOf(visits, sight),
    })),
    covered: [...replay.covered],
  }
}

/** A step as people call it, an end by how the matter ended; whatever else the drawing itself names. */
function nameElement(element: string, { words, definition }: MatterSight): string {
  const ending = element.replace(/^end-/, '')
  const named = ending === element ? ending : words.ending(definition.stem, ending)
  return named === ending ? words.step(definition.stem, element) : named
}

function groupByElement(path: readonly PathEntry[]): Map<string, PathEntry[]> {
  const groups = new Map<string, PathEntry[]>()
  for (const entry of path) groups.set(entry.element, [...(groups.get(entry.element) ?? []), entry])
  return groups
}

function lastOf(visits: readonly PathEntry[], { words, lookup, register }: MatterSight) {
  const last = visits.at(-1)
  const lastOn = dayOfInstant(last?.until ?? last?.at ?? 0)
  return last?.by === undefined
    ? { lastOn }
    : { lastOn, by: [...new Set(last.by.map((actor) => viewActor(actor, words, lookup, register).name))] }
}
