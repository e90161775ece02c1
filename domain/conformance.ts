import type { Action } from './action.ts'
import type { ActorRef } from './actor.ts'
import { findNode, flowsFrom, flowsTo, type Drawing, type DrawingNode } from './drawing.ts'
import { enter, exitsOf, listSilentMoves, put, startMarking, type Known, type Marking, type Move } from './drawing-marking.ts'
import { addNews, isOver, newsOf, partsOfVisit, type VisitNews } from './drawing-visits.ts'

/** Why an action does not fit the drawing. */
export type FaultReason =
  /** The drawing has no such element. */
  | 'not-drawn'
  /** No token can come to the element. */
  | 'no-way'
  /** Something ended there that had not begun. */
  | 'not-begun'
  /** Something began there that is going on already, or a closed matter went on. */
  | 'not-again'

export type Fault = { readonly seq: number; readonly element: string; readonly why: FaultReason }

/** One visit of an element: since when, and until when and by whom where it is over; by everybody who answered where several act. */
export type PathEntry = {
  readonly element: string
  readonly at: number
  readonly visit?: string
  readonly until?: number
  readonly by?: readonly ActorRef[]
}

export type Replay = {
  readonly conforms: boolean
  /** The elements where the matter stands. */
  readonly tokens: readonly string[]
  readonly path: readonly PathEntry[]
  /** The first action that does not fit; what follows it is not looked at. */
  readonly fault?: Fault
  /** The elements and flows it has passed. */
  readonly covered: readonly string[]
}

type Passed = { readonly ids: readonly string[]; readonly before?: Passed }
type Position = { readonly marking: Marking; readonly passed: Passed }
type Play = Known & {
  readonly positions: readonly Position[]
  readonly path: readonly PathEntry[]
  readonly isClosed: boolean
  /** Nothing is left to say where it stands. */
  readonly isErased?: true
  readonly closers: { readonly [visit: string]: readonly ActorRef[] }
}

/** More positions than this mean that a drawing leaves open where a matter stands. */
const mostPositions = 20_000

/**
 * Plays a matter's actions as tokens on its drawing. Steps are named in the actions; gateways are silent, so every way
 * through them is tried that lets the next step be entered. See docs/drawings.md for the elements and their meaning.
 * @throws on a drawing without a start, or one in which a matter can stand in too many places at once.
 */
export function replayTrail(drawing: Drawing, actions: readonly Action[]): Replay {
  let play: Play = { drawing, visits: {}, remembered: new Set(), positions: [], path: [], isClosed: false, closers: {} }
  for (const action of actions) {
    const next = playAction(play, action)
    if ('why' in next) return report(play, next)
    play = next
  }
  return report(play)
}

function report(play: Play, fault?: Fault): Replay {
  const position = settle(play)
  const covered = position === undefined ? [] : unroll(position.passed)
  const tokens = position === undefined || play.isClosed ? [] : standing(play, position.marking)
  return { conforms: fault === undefined, tokens, path: play.path, covered, ...(fault === undefined ? {} : { fault }) }
}

function playAction(play: Play, action: Action): Play | Fault {
  if (action.kind === 'MatterOpened') return open(play, action)
  if (action.kind === 'ContentErased' && action.facts.found !== undefined) return forget(play)
  if (action.kind === 'MatterClosed') return play.isErased ? { ...play, isClosed: true } : close(play, action)
  if (action.kind === 'CorrectionDecided') return action.facts.approved ? restart(play) : play
  const trigger = findTrigger(play.drawing, action)
  if (trigger !== undefined) return startAfresh(play, action, trigger)
  const news = newsOf(action)
  if (news !== undefined) return play.isClosed ? fault(action, partsOfVisit(news.visit).step, 'not-again') : hear(play, action, news)
  return action.kind === 'MatterWithdrawn' ? fault(action, 'matter-withdrawn', 'not-drawn') : play
}

function open(play: Play, action: Action): Play {
  const { to, passed } = startMarking(play.drawing)
  const start = passed[0] ?? 'start'
  return {
    ...play,
    positions: [{ marking: to, passed: { ids: passed } }],
    path: [{ element: start, at: action.at, until: action.at, by: [action.actor] }],
  }
}

function close(play: Play, action: Extract<Action, { readonly kind: 'MatterClosed' }>): Play | Fault {
  const id = `end-${action.facts.outcome}`
  const node = findNode(play.drawing, id)
  if (node?.kind !== 'end') return fault(action, id, 'not-drawn')
  const ways = flowsTo(play.drawing, id).map((flow) => flow.id)
  const positions = reach(play, (marking) => {
    const at = marking.tokens.find((token) => ways.includes(token))
    const isAlone = marking.tokens.length === 1 && marking.active.length === 0
    return at !== undefined && (isAlone || node.terminates === true)
      ? [{ to: { tokens: [], active: [], counts: marking.counts }, passed: [id] }]
      : []
  })
  if (positions.length === 0) return fault(action, id, 'no-way')
  return { ...play, positions, isClosed: true, path: [...play.path, { element: id, at: action.at, until: action.at, by: [action.actor] }] }
}

/** Reported as a state secret a matter leaves wherever it stood, closed ones included: no drawing shows it, as it may happen anywhere. */
function forget(play: Play): Play {
  const positions = play.positions.slice(0, 1).map(({ marking, passed }) => ({ marking: { ...marking, tokens: [], active: [] }, passed }))
  return { ...play, positions, isErased: true }
}

/** A corrected story is told again from its start; what is remembered passes without an action. */
function restart(play: Play): Play {
  const { to } = startMarking(play.drawing)
  const passed = play.positions[0]?.passed ?? { ids: [] }
  return { ...play, remembered: new Set(Object.keys(play.visits)), positions: [{ marking: to, passed }] }
}

/** The start of an event sub-process for this kind of action: `matter-withdrawn` for MatterWithdrawn. */
function findTrigger(drawing: Drawing, action: Action): string | undefined {
  const id = action.kind.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
  return findNode(drawing, id)?.kind === 'trigger' ? id : undefined
}

/** The sub-process takes every token from wherever it was. */
function startAfresh(play: Play, action: Action, trigger: string): Play | Fault {
  if (play.isClosed) return fault(action, trigger, 'not-again')
  const positions = play.positions.slice(0, 1).map(({ marking, passed }): Position => {
    const move = put({ tokens: [], active: [], counts: marking.counts }, flowsFrom(play.drawing, trigger), [trigger])
    return { marking: move.to, passed: { ids: move.passed, before: passed } }
  })
  return { ...play, positions, path: [...play.path, { element: trigger, at: action.at, until: action.at, by: [action.actor] }] }
}

function hear(play: Play, action: Action, news: VisitNews): Play | Fault {
  const { step } = partsOfVisit(news.visit)
  const node = findNode(play.drawing, step)
  if (node === undefined) return fault(action, step, 'not-drawn')
  const isBegun = play.visits[news.visit]?.opened.includes(news.occurrence) === true
  if (news.is === 'opened' && isBegun) return fault(action, step, 'not-again')
  if (news.is === 'closed' && !isBegun && mustBegin(node, news)) return fault(action, step, 'not-begun')
  const isInside = isBegun || node.loop === 'parallel'
  const positions = reach(play, (marking) => {
    if (isInside && marking.active.includes(news.visit)) return [{ to: marking, passed: [] }]
    return isBegun ? [] : enter(play, marking, news.visit)
  })
  if (positions.length === 0) return fault(action, step, 'no-way')
  const closers = news.is === 'closed' ? { ...play.closers, [news.visit]: addCloser(play.closers[news.visit], action) } : play.closers
  const next = { ...play, visits: addNews(play.visits, news), closers, positions }
  return { ...next, path: addToPath(play.path, action, news.visit, next) }
}

/** Tasks and waits begin before they end; what software does begins and ends with one action, as does a count of votes. */
function mustBegin(node: DrawingNode, news: VisitNews): boolean {
  return news.occurrence !== news.visit || (node.kind !== 'service' && node.loop !== 'parallel')
}

/** Who closed what of a visit, people before the program that counted them; nobody twice. */
function addCloser(closers: readonly ActorRef[] = [], { actor }: Action): readonly ActorRef[] {
  const isKnown = closers.some((one) => JSON.stringify(one) === JSON.stringify(actor))
  const all = isKnown ? closers : [...closers, actor]
  const people = all.filter(({ is }) => is === 'person')
  return people.length > 0 ? people : all
}

function addToPath(path: readonly PathEntry[], action: Action, visit: string, { visits, closers }: Play): readonly PathEntry[] {
  const known = path.find((entry) => entry.visit === visit)
  const begun: PathEntry = { element: partsOfVisit(visit).step, visit, at: known?.at ?? action.at }
  const by = closers[visit] ?? [action.actor]
  const entry = isOver(visits[visit]) ? { ...begun, until: action.at, by } : begun
  return known === undefined ? [...path, entry] : path.map((one) => (one === known ? entry : one))
}

/** Every position in which `move` can be made, after as many silent moves as it takes; each marking once, by the shortest way. */
function reach(play: Play, move: (marking: Marking) => readonly Move[]): Position[] {
  const found = new Map<string, Position>()
  const keyOf = createNaming()
  for (const position of explore(play)) {
    for (const { to, passed } of move(position.marking)) {
      const key = keyOf(to)
      if (!found.has(key)) found.set(key, { marking: to, passed: { ids: passed, before: position.passed } })
    }
  }
  return [...found.values()]
}

/** The play's positions and all that silent moves lead to, nearest first. */
function explore(play: Play): Position[] {
  const queue = [...play.positions]
  const keyOf = createNaming()
  const known = new Set(queue.map((position) => keyOf(position.marking)))
  for (let next = 0; next < queue.length; next += 1) {
    const position = queue[next]
    if (position === undefined) break
    if (queue.length > mostPositions) throw new Error('A drawing in which a matter can stand in too many places at once')
    for (const { to, passed } of listSilentMoves(play, position.marking)) {
      const key = keyOf(to)
      if (known.has(key)) continue
      known.add(key)
      queue.push({ marking: to, passed: { ids: passed, before: position.passed } })
    }
  }
  return queue
}

/** Where to show the matter: after a correction where everything remembered has passed, else where it was left. */
function settle(play: Play): Position | undefined {
  const first = play.positions[0]
  if (first === undefined || play.remembered.size === 0) return first
  const visitsOf = (position: Position) => Object.values(position.marking.counts).reduce((sum, count) => sum + count, 0)
  return explore(play).reduce((best, position) => (visitsOf(position) > visitsOf(best) ? position : best), first)
}

function standing(play: Play, marking: Marking): string[] {
  const ahead = (flow: string) => play.drawing.flows.filter((one) => one.id === flow).map((one) => one.to)
  const inside = marking.active.flatMap((visit) =>
    isOver(play.visits[visit]) ? exitsOf(play, visit).flows.map((flow) => flow.to) : [partsOfVisit(visit).step],
  )
  return [...new Set([...inside, ...marking.tokens.flatMap(ahead)])]
}

/** Names markings. The counts, which silent moves share, are written out once. */
function createNaming(): (marking: Marking) => string {
  const written = new Map<Marking['counts'], string>()
  return ({ tokens, active, counts }) => {
    const known = written.get(counts) ?? JSON.stringify(Object.entries(counts).sort())
    written.set(counts, known)
    return JSON.stringify([tokens, active, known])
  }
}

function unroll(passed: Passed): string[] {
  const ids = new Set<string>()
  for (let at: Passed | undefined = passed; at !== undefined; at = at.before) for (const id of at.ids) ids.add(id)
  return [...ids].sort()
}

function fault(action: Action, element: string, why: FaultReason): Fault {
  return { seq: action.seq, element, why }
}
