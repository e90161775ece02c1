import type { ProcessDefinition, StepDefinition } from '#domain/definition.ts'
import { findNode, flowsFrom, type Drawing, type DrawingNode } from '#domain/drawing.ts'
import type { ProcessWords } from '#domain/words.ts'

const isStepKind = (node: DrawingNode) =>
  ['user-task', 'service', 'wait', 'gateway-event'].includes(node.kind) && node.id !== 'content-erased'

/** Each step has exactly one fitting element, and each element that does something is a step. */
export function checkSteps(drawing: Drawing, definition: ProcessDefinition): string[] {
  const steps = Object.values(definition.steps)
  const missing = steps.flatMap((step) => {
    const nodes = drawing.nodes.filter((node) => node.id === step.name)
    if (nodes.length !== 1) return [`${step.name}: ${nodes.length} elements`]
    return nodes.flatMap((node) => checkKind(step, node))
  })
  const strange = drawing.nodes
    .filter((node) => isStepKind(node) && !steps.some((step) => step.name === node.id))
    .map((node) => `${node.id}: no step of the process`)
  return [...missing, ...strange]
}

function checkKind(step: StepDefinition, node: DrawingNode): string[] {
  const fits =
    step.word === 'user-task'
      ? node.kind === 'user-task'
      : step.word === 'wait'
        ? ['wait', 'gateway-event'].includes(node.kind)
        : node.kind === 'service'
  const each = step.word === 'user-task' && step.each === true
  if (!fits) return [`${step.name}: a ${step.word} drawn as ${node.kind}`]
  return each === (node.loop === 'parallel') ? [] : [`${step.name}: ${each ? 'several people act here' : 'one person acts here'}`]
}

/** The ends are the outcomes; withdrawal and erasure are drawn by their names; what is heard is what may be heard. */
export function checkEvents(drawing: Drawing, definition: ProcessDefinition): string[] {
  const of = (kind: DrawingNode['kind']) => drawing.nodes.filter((node) => node.kind === kind).map((node) => node.id)
  const triggers = of('trigger')
  const outcomes = [...definition.outcomes, ...(triggers.includes('matter-withdrawn') ? ['withdrawn'] : [])]
  return [
    ...differences(
      of('end'),
      outcomes.map((outcome) => `end-${outcome}`),
    ),
    ...triggers.filter((id) => !['matter-withdrawn', 'content-erased'].includes(id)).map((id) => `${id}: no event of a matter`),
    ...differences(
      of('caught'),
      of('gateway-event').flatMap((id) => messagesOf(definition, id).map((message) => `${id}-${message}`)),
      [...of('gateway-event')].map((id) => `${id}-due`),
    ),
    ...drawing.nodes
      .filter((node) => node.kind === 'boundary' && !node.id.startsWith(`${node.attachedTo}-`))
      .map((node) => `${node.id}: not named for an outcome`),
    ...(of('start').length === 1 ? [] : ['a drawing has one start']),
  ]
}

function messagesOf(definition: ProcessDefinition, name: string): readonly string[] {
  const step = Object.values(definition.steps).find((one) => one.name === name)
  return step?.word === 'wait' ? step.messages : []
}

function differences(drawn: readonly string[], due: readonly string[], optional: readonly string[] = []): string[] {
  const twice = drawn.filter((id, index) => drawn.indexOf(id) !== index)
  return [
    ...twice.map((id) => `${id}: drawn twice`),
    ...due.filter((id) => !drawn.includes(id)).map((id) => `${id}: not drawn`),
    ...drawn.filter((id) => !due.includes(id) && !optional.includes(id)).map((id) => `${id}: drawn, but there is no such thing`),
  ]
}

/** Elements carry the words that people read elsewhere for the same thing. */
export function checkNames(drawing: Drawing, definition: ProcessDefinition, words: Pick<ProcessWords, 'steps' | 'endings'>): string[] {
  const steps = Object.values(definition.steps).map((step) => [step.name, words.steps[step.name]] as const)
  const ends = drawing.nodes
    .filter((node) => node.kind === 'end')
    .map((node) => [node.id, words.endings[node.id.slice('end-'.length)]] as const)
  return [...steps, ...ends].flatMap(([id, word]) => {
    const node = findNode(drawing, id)
    return node === undefined || node.name === word ? [] : [`${id}: drawn as ${node.name}, called ${word}`]
  })
}

/** Ways out of a decision are named; their conditions speak of steps and outcomes that there are, and leave none out. */
export function checkFlows(drawing: Drawing, definition: ProcessDefinition): string[] {
  const decisions = drawing.nodes.filter((node) => node.kind === 'gateway-exclusive' && flowsFrom(drawing, node.id).length > 1)
  const nameless = decisions.flatMap((node) => flowsFrom(drawing, node.id).filter((flow) => (flow.name ?? '') === ''))
  const misplaced = drawing.flows.filter((flow) => flow.when !== undefined && !decisions.some((node) => node.id === flow.from))
  return [
    ...nameless.map((flow) => `${flow.id}: a way without a name`),
    ...misplaced.map((flow) => `${flow.id}: a condition where nothing is decided`),
    ...Object.values(definition.steps).flatMap((step) => checkOutcomes(drawing, step)),
    ...drawing.flows.flatMap((flow) =>
      flow.when !== undefined && !Object.values(definition.steps).some((step) => step.name === flow.when?.step)
        ? [`${flow.id}: no step ${flow.when.step}`]
        : [],
    ),
  ]
}

/** The outcomes of a committee's count. */
const ofCount = ['carried', 'lost', 'no-quorum']

function checkOutcomes(drawing: Drawing, step: StepDefinition): string[] {
  const asking = drawing.flows.filter((flow) => flow.when?.step === step.name)
  if (step.word !== 'user-task' || asking.length === 0) return []
  const named = asking.flatMap((flow) => flow.when?.outcomes ?? [])
  const known = step.each === true && asking.every((flow) => flow.when?.of === undefined) ? ofCount : step.outcomes
  const hasRest = asking.some((flow) => flowsFrom(drawing, flow.from).some((other) => other.isDefault === true))
  return [
    ...named.filter((outcome) => !known.includes(outcome)).map((outcome) => `${step.name}: no outcome ${outcome}`),
    ...known.filter((outcome) => !hasRest && !named.includes(outcome)).map((outcome) => `${step.name}: ${outcome} leads nowhere`),
  ]
}
