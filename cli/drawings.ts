import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle'
import type { Drawing, DrawingFlow, DrawingNode, FlowCondition, NodeKind } from '#domain/drawing.ts'

/** The elements that a drawing may have, by their BPMN type; docs/drawings.md says what each means. */
const kinds: { readonly [type: string]: NodeKind } = {
  'bpmn:StartEvent': 'start',
  'bpmn:EndEvent': 'end',
  'bpmn:UserTask': 'user-task',
  'bpmn:ServiceTask': 'service',
  'bpmn:BusinessRuleTask': 'service',
  'bpmn:SendTask': 'service',
  'bpmn:CallActivity': 'service',
  'bpmn:IntermediateThrowEvent': 'service',
  'bpmn:ReceiveTask': 'wait',
  'bpmn:IntermediateCatchEvent': 'wait',
  'bpmn:BoundaryEvent': 'boundary',
  'bpmn:ExclusiveGateway': 'gateway-exclusive',
  'bpmn:ParallelGateway': 'gateway-parallel',
  'bpmn:EventBasedGateway': 'gateway-event',
}

/** What a drawing may show without meaning anything for the course of a matter. */
const silent = ['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']

/**
 * Reads a BPMN 2.0 file as the drawing of one process.
 * @throws on XML that is no BPMN, and on an element that drawings do not use.
 */
export async function readDrawing(xml: string): Promise<Drawing> {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml)
  if (warnings[0] !== undefined) throw new Error(warnings[0].message)
  const processes = listOf(rootElement, 'rootElements').filter((element) => element.$type === 'bpmn:Process')
  if (processes.length !== 1) throw new Error(`A drawing shows one process, not ${processes.length}`)
  return readElements(listOf(processes[0], 'flowElements'), 'start')
}

function readElements(elements: readonly ModdleElement[], startsAs: NodeKind): Drawing {
  const caught = listCaught(elements)
  const parts = elements.map((element): Drawing => {
    if (silent.includes(element.$type)) return { nodes: [], flows: [] }
    if (element.$type === 'bpmn:SequenceFlow') return { nodes: [], flows: [readFlow(element)] }
    if (element.$type === 'bpmn:SubProcess' && element['triggeredByEvent'] === true)
      return readElements(listOf(element, 'flowElements'), 'trigger')
    const node = readNode(element, startsAs)
    return { nodes: [caught.has(element) ? { ...node, kind: 'caught' } : node], flows: [] }
  })
  return { nodes: parts.flatMap((part) => part.nodes), flows: parts.flatMap((part) => part.flows) }
}

function readNode(element: ModdleElement, startsAs: NodeKind): DrawingNode {
  const kind = kinds[element.$type]
  if (kind === undefined) throw new Error(`${element.$type} ${idOf(element)} is not an element of our drawings`)
  if (kind === 'boundary' && element['cancelActivity'] === false) throw new Error(`The boundary event ${idOf(element)} does not interrupt`)
  const loop = loopOf(element)
  const terminates = listOf(element, 'eventDefinitions').some((one) => one.$type === 'bpmn:TerminateEventDefinition')
  return {
    id: idOf(element),
    kind: kind === 'start' ? startsAs : kind,
    name: textOf(element['name']),
    ...(loop === undefined ? {} : { loop }),
    ...(kind === 'boundary' ? { attachedTo: idOf(element['attachedToRef'] as ModdleElement) } : {}),
    ...(terminates ? { terminates } : {}),
  }
}

function loopOf(element: ModdleElement): DrawingNode['loop'] {
  const loop = element['loopCharacteristics'] as ModdleElement | undefined
  if (loop === undefined) return undefined
  if (loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics') throw new Error(`${idOf(element)}: a loop is drawn with gateways`)
  return loop['isSequential'] === true ? 'sequential' : 'parallel'
}

/** The events that an event-based gateway waits for. */
function listCaught(elements: readonly ModdleElement[]): ReadonlySet<unknown> {
  const flows = elements.filter((element) => (element['sourceRef'] as ModdleElement | undefined)?.$type === 'bpmn:EventBasedGateway')
  return new Set(flows.map((flow) => flow['targetRef']))
}

function readFlow(flow: ModdleElement): DrawingFlow {
  const from = flow['sourceRef'] as ModdleElement
  const name = textOf(flow['name'])
  const condition = flow['conditionExpression'] as ModdleElement | undefined
  return {
    id: idOf(flow),
    from: idOf(from),
    to: idOf(flow['targetRef'] as ModdleElement),
    ...(name === '' ? {} : { name }),
    ...(condition === undefined ? {} : { when: readCondition(textOf(condition['body'])) }),
    ...(from['default'] === flow ? { isDefault: true as const } : {}),
  }
}

/**
 * Reads a flow's condition: `formal-check: returned`, several outcomes parted by commas; `confirm-share: all confirmed`
 * and `confirm-share: some declined` where several people answer.
 */
export function readCondition(text: string): FlowCondition {
  const parts = /^\s*([a-z0-9-]+):\s*(?:(all|some)\s+)?([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\s*$/.exec(text)
  if (parts === null) throw new Error(`No condition of the form "step: outcome, outcome": ${text}`)
  const [, step = '', of, outcomes = ''] = parts
  return { step, outcomes: outcomes.split(',').map((one) => one.trim()), ...(of === 'all' || of === 'some' ? { of } : {}) }
}

function listOf(element: ModdleElement | undefined, property: string): readonly ModdleElement[] {
  return (element?.[property] as readonly ModdleElement[] | undefined) ?? []
}

function idOf(element: ModdleElement): string {
  if (element.id === undefined) throw new Error(`A ${element.$type} without an id`)
  return element.id
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
}

/** The files of all drawings below a root, by process stem. */
export function listDrawingFiles(root: string): { readonly stem: string; readonly file: string }[] {
  const folder = join(root, 'workflows')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.bpmn'))
  return names.sort().map((name) => ({ stem: name.slice(0, -'.bpmn'.length), file: join(folder, name) }))
}

/** The text of `domain/drawings.gen.ts`: every drawing as data, a line an element. */
export async function drawingsList(root: string): Promise<string> {
  const drawings = await Promise.all(
    listDrawingFiles(root).map(async ({ stem, file }) => ({ stem, drawing: await readDrawing(readFileSync(file, 'utf8')) })),
  )
  const lines = (things: readonly unknown[]) => things.map((thing) => `      ${JSON.stringify(thing)},\n`).join('')
  const entries = drawings.map(
    ({ stem, drawing: { nodes, flows } }) =>
      `  '${stem}': {\n    nodes: [\n${lines(nodes)}    ],\n    flows: [\n${lines(flows)}    ],\n  },\n`,
  )
  return [
    "import type { Drawing } from './drawing.ts'\n",
    '\n/** Every process as drawn, by its stem. */\n',
    `export const drawings: { readonly [stem: string]: Drawing } = {\n${entries.join('')}}\n`,
  ].join('')
}
