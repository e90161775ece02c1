import { findNode, flowsFrom, flowsTo, type Drawing, type DrawingFlow, type DrawingNode } from './drawing.ts'
import { holds, isOver, partsOfVisit, type Visits } from './drawing-visits.ts'

/** Where a matter stands in its drawing: tokens on flows, visits of elements, and how often each element was visited. */
export type Marking = {
  readonly tokens: readonly string[]
  readonly active: readonly string[]
  readonly counts: { readonly [step: string]: number }
}

/** What a move depends on beside the marking. */
export type Known = {
  readonly drawing: Drawing
  readonly visits: Visits
  /** Visits of before a correction: the story passes them again without an action. */
  readonly remembered: ReadonlySet<string>
}

/** A move: the marking it leads to, and the elements and flows it passes. */
export type Move = { readonly to: Marking; readonly passed: readonly string[] }

/** A matter just opened: a token behind the start. */
export function startMarking(drawing: Drawing): Move {
  const start = drawing.nodes.find((node) => node.kind === 'start')
  if (start === undefined) throw new Error('A drawing without a start')
  return put({ tokens: [], active: [], counts: {} }, flowsFrom(drawing, start.id), [start.id])
}

/** Every move that needs no action: through a gateway, out of an element that is over, past what is remembered. */
export function listSilentMoves(known: Known, marking: Marking): Move[] {
  const { drawing } = known
  const arrivals = [...new Set(marking.tokens)].flatMap((token) => drawing.flows.filter((flow) => flow.id === token))
  return [
    ...marking.active.flatMap((visit) => leave(known, marking, visit)),
    ...arrivals.flatMap((flow) => {
      const node = findNode(drawing, flow.to)
      if (node?.kind === 'gateway-exclusive') return choose(known, marking, flow, node)
      if (node?.kind === 'gateway-parallel') return joinAndFork(drawing, marking, flow, node)
      return []
    }),
    ...[...known.remembered].flatMap((visit) => (marking.active.includes(visit) ? [] : enter(known, marking, visit))),
  ]
}

/** The ways to enter a visit from here, none if its element is not due. */
export function enter(known: Known, marking: Marking, visit: string): Move[] {
  const { step, count } = partsOfVisit(visit)
  const node = findNode(known.drawing, step)
  if (node === undefined || (marking.counts[step] ?? 0) + 1 !== count) return []
  const counts = { ...marking.counts, [step]: count }
  const last = `${step}#${count - 1}`
  if (node.loop === 'sequential' && marking.active.includes(last) && isOver(known.visits[last])) {
    return [{ to: { ...marking, counts, active: [...without(marking.active, last), visit].sort() }, passed: [step] }]
  }
  return flowsTo(known.drawing, step)
    .filter((flow) => marking.tokens.includes(flow.id))
    .slice(0, 1)
    .map((flow) => ({
      to: { tokens: without(marking.tokens, flow.id), counts, active: [...marking.active, visit].sort() },
      passed: [step],
    }))
}

/** Places tokens on flows. */
export function put(marking: Marking, flows: readonly DrawingFlow[], passed: readonly string[]): Move {
  const ids = flows.map((flow) => flow.id)
  return { to: { ...marking, tokens: [...marking.tokens, ...ids].sort() }, passed: [...passed, ...ids] }
}

/** The flows by which an element is left when it is over: its own, or those of the event that its outcome names. */
export function exitsOf(
  { drawing, visits }: Pick<Known, 'drawing' | 'visits'>,
  visit: string,
): { readonly flows: readonly DrawingFlow[]; readonly passed: readonly string[] } {
  const { step } = partsOfVisit(visit)
  const outcome = visits[visit]?.outcome
  const named = outcome === undefined ? undefined : findNode(drawing, `${step}-${outcome}`)
  if (named?.kind === 'boundary' && named.attachedTo === step) return { flows: flowsFrom(drawing, named.id), passed: [named.id] }
  if (findNode(drawing, step)?.kind !== 'gateway-event') return { flows: flowsFrom(drawing, step), passed: [] }
  if (named?.kind !== 'caught') return { flows: [], passed: [] }
  const ways = flowsFrom(drawing, step).filter((flow) => flow.to === named.id)
  return { flows: flowsFrom(drawing, named.id), passed: [...ways.map((flow) => flow.id), named.id] }
}

function leave(known: Known, marking: Marking, visit: string): Move[] {
  if (!isOver(known.visits[visit])) return []
  const { flows, passed } = exitsOf(known, visit)
  return flows.length === 0 ? [] : [put({ ...marking, active: without(marking.active, visit) }, flows, passed)]
}

function choose(known: Known, marking: Marking, arrival: DrawingFlow, gateway: DrawingNode): Move[] {
  const flows = flowsFrom(known.drawing, gateway.id)
  const isOpen = ({ when }: DrawingFlow) =>
    when === undefined || holds(when, known.visits[`${when.step}#${marking.counts[when.step] ?? 0}`])
  const chosen = flows.filter((flow) => flow.isDefault !== true && isOpen(flow))
  const rest = flows.filter((flow) => flow.isDefault === true)
  const from = { ...marking, tokens: without(marking.tokens, arrival.id) }
  return (chosen.length > 0 ? chosen : rest).map((flow) => put(from, [flow], [gateway.id]))
}

function joinAndFork(drawing: Drawing, marking: Marking, arrival: DrawingFlow, gateway: DrawingNode): Move[] {
  const arrivals = flowsTo(drawing, gateway.id).map((flow) => flow.id)
  // Each token of a join is looked at; the join is made once, by the first.
  if (arrivals[0] !== arrival.id || !arrivals.every((id) => marking.tokens.includes(id))) return []
  const tokens = arrivals.reduce<readonly string[]>(without, marking.tokens)
  return [put({ ...marking, tokens }, flowsFrom(drawing, gateway.id), [gateway.id])]
}

function without(from: readonly string[], one: string): readonly string[] {
  const at = from.indexOf(one)
  return at < 0 ? from : [...from.slice(0, at), ...from.slice(at + 1)]
}
