/**
 * What an element of a drawing is. `trigger` starts an event sub-process, from wherever the matter stands; `caught` is
 * what an event-based gateway waits for; `boundary` sits on the element it is attached to.
 */
export type NodeKind =
  | 'start'
  | 'end'
  | 'user-task'
  | 'service'
  | 'wait'
  | 'gateway-exclusive'
  | 'gateway-parallel'
  | 'gateway-event'
  | 'caught'
  | 'boundary'
  | 'trigger'

/** The result of a step on which a flow out of an exclusive gateway is taken. */
export type FlowCondition = {
  readonly step: string
  readonly outcomes: readonly string[]
  /** Where several people answer: whether all of them, or some of them, gave such an outcome. */
  readonly of?: 'all' | 'some'
}

export type DrawingNode = {
  /** The step's name where the element is a step; `end-<outcome>` where it ends the matter. */
  readonly id: string
  readonly kind: NodeKind
  readonly name: string
  /** Several occurrences are one visit: at a time (one task a person), or one after the other. */
  readonly loop?: 'parallel' | 'sequential'
  readonly attachedTo?: string
  /** An end that takes every other token with it. */
  readonly terminates?: true
}

export type DrawingFlow = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly name?: string
  readonly when?: FlowCondition
  /** Taken where no condition of the gateway's other flows holds. */
  readonly isDefault?: true
}

/** A process as drawn: the elements and flows of its BPMN file, without their places. */
export type Drawing = { readonly nodes: readonly DrawingNode[]; readonly flows: readonly DrawingFlow[] }

/** The flows that leave an element, in the order of the drawing. */
export function flowsFrom(drawing: Drawing, id: string): readonly DrawingFlow[] {
  return drawing.flows.filter((flow) => flow.from === id)
}

/** The flows that lead to an element. */
export function flowsTo(drawing: Drawing, id: string): readonly DrawingFlow[] {
  return drawing.flows.filter((flow) => flow.to === id)
}

/** An element by its id. */
export function findNode(drawing: Drawing, id: string): DrawingNode | undefined {
  return drawing.nodes.find((node) => node.id === id)
}
