import type { Action, ActionFacts, ActionKind } from '#domain/action.ts'
import { processActor, type ActorRef, type PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Drawing, DrawingFlow, DrawingNode } from '#domain/drawing.ts'

const officer: ActorRef = { is: 'person', person: 'officer' as PersonId, as: 'self' }

/** One line a happening: what, where, and with which outcome. */
export type Happening =
  | { readonly opens: string }
  | { readonly completes: string; readonly outcome: string }
  | { readonly does: string; readonly outcome?: string }
  | { readonly waits: string }
  | { readonly hears: string; readonly message: string }
  | { readonly drops: string }
  | { readonly closes: string }
  | { readonly is: 'withdrawn' | 'erased' | 'corrected' | 'suspended' }

/** A trail in short: numbers, times and persons are filled in. */
export function trailOf(...happenings: readonly Happening[]): Action[] {
  const drafts: [ActionKind, unknown][] = [['MatterOpened', { head: {}, data: {} }], ...happenings.map(draftOf)]
  return drafts.map(([kind, facts], index) => {
    const base = { seq: index + 1, commandId: `c${index}`, at: 1000 * (index + 1), on: '2026-03-02' as PlainDay }
    return { ...base, kind, actor: kind === 'TaskCompleted' ? officer : processActor, facts: facts as ActionFacts[typeof kind] } as Action
  })
}

function draftOf(happening: Happening): [ActionKind, unknown] {
  if ('opens' in happening) return ['TaskOpened', { task: { id: happening.opens, step: happening.opens.split('#')[0] } }]
  if ('completes' in happening) return ['TaskCompleted', { task: happening.completes, outcome: happening.outcome, data: {} }]
  if ('does' in happening) return ['StepDone', { step: happening.does, outcome: happening.outcome ?? 'done', data: {} }]
  if ('waits' in happening) return ['WaitStarted', { step: happening.waits, messages: [] }]
  if ('hears' in happening) return ['MessageReceived', { step: happening.hears, name: happening.message, data: {} }]
  if ('drops' in happening) return ['TaskDropped', { task: happening.drops, why: 'poll-closed' }]
  if ('closes' in happening) return ['MatterClosed', { outcome: happening.closes }]
  switch (happening.is) {
    case 'withdrawn':
      return ['MatterWithdrawn', { reason: '' }]
    case 'erased':
      return ['ContentErased', { basis: [], contact: '' }]
    case 'corrected':
      return ['CorrectionDecided', { id: 'k1', approved: true }]
    case 'suspended':
      return ['MatterSuspended', { reason: '' }]
  }
}

/** A drawing from arrows: `a -> b`, each with its condition; the kinds of elements by their ids. */
export function drawingOf(
  nodes: { readonly [id: string]: Omit<DrawingNode, 'id' | 'name'> },
  arrows: readonly (Omit<DrawingFlow, 'id' | 'from' | 'to'> & { readonly arrow: string })[],
): Drawing {
  return {
    nodes: Object.entries(nodes).map(([id, node]) => ({ ...node, id, name: id })),
    flows: arrows.map(({ arrow, ...rest }) => {
      const [from = '', to = ''] = arrow.split(' -> ')
      return { id: `${from}>${to}`, from, to, ...rest }
    }),
  }
}
