import type { ModdleElement } from 'bpmn-moddle'

type Point = { readonly x: number; readonly y: number }
type Box = Point & { readonly width: number; readonly height: number }

/** Where the elements and flows of a file are drawn, by their ids. */
export type Places = { readonly shapes: ReadonlyMap<string, Box>; readonly edges: ReadonlyMap<string, readonly Point[]> }

/** Reads the places from a parsed BPMN file. */
export function readPlaces(root: ModdleElement): Places {
  const planes = ((root['diagrams'] ?? []) as readonly ModdleElement[]).map((diagram) => diagram['plane'] as ModdleElement)
  const drawn = planes.flatMap((plane) => (plane['planeElement'] ?? []) as readonly ModdleElement[])
  const idOf = (one: ModdleElement) => (one['bpmnElement'] as ModdleElement | undefined)?.id ?? ''
  return {
    shapes: new Map(drawn.flatMap((one) => (one['bounds'] === undefined ? [] : [[idOf(one), one['bounds'] as Box]]))),
    edges: new Map(drawn.flatMap((one) => (one['waypoint'] === undefined ? [] : [[idOf(one), one['waypoint'] as Point[]]]))),
  }
}

/** Whether an arrow's end lies on the edge of its element, give or take a pixel. */
export function touches(point: Point, box: Box): boolean {
  return isIn(point, grow(box, 1.5)) && !isIn(point, grow(box, -1.5))
}

/** Whether an arrow runs through an element's inside. */
export function crosses(points: readonly Point[], box: Box): boolean {
  const inside = grow(box, -1.5)
  return points.slice(1).some((to, index) => {
    const from = points[index] ?? to
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y)))
    return Array.from({ length: steps + 1 }, (_, step) => step / steps).some((part) =>
      isIn({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }, inside),
    )
  })
}

function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by }
}

function isIn(point: Point, box: Box): boolean {
  return point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height
}
