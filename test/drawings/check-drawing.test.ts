import { describe, expect, it } from 'vitest'
import { readCondition, readDrawing } from '#cli/drawings.ts'
import { userTaskStep, type ProcessDefinition } from '#domain/definition.ts'
import type { Drawing } from '#domain/drawing.ts'
import type { JsonObject } from '#domain/json.ts'
import { checkEvents, checkFlows, checkNames, checkSteps } from './check-drawing.ts'
import { crosses, touches } from './places.ts'
import { drawingOf } from './sample.ts'

const common = { party: 'office', act: 'decides', roles: ['ipo_officer'] } as const
const definition: ProcessDefinition = {
  stem: 'sample',
  code: 'SA',
  opens: { roles: [], form: 'sample/open' },
  steps: {
    check: userTaskStep<JsonObject>()({ ...common, name: 'check', form: 'sample/check', outcomes: ['accepted', 'refused'] }),
    answer: { word: 'wait', name: 'answer', party: 'outside', messages: ['reply'] },
    paper: { word: 'document', name: 'paper', party: 'office' },
  },
  outcomes: ['accepted', 'refused'],
  messages: {},
  mayWithdraw: () => true,
  title: () => '',
  people: () => [],
  documents: [],
}

const drawing = drawingOf(
  {
    start: { kind: 'start' },
    check: { kind: 'user-task' },
    checked: { kind: 'gateway-exclusive' },
    answer: { kind: 'gateway-event' },
    'answer-reply': { kind: 'caught' },
    'answer-due': { kind: 'caught' },
    paper: { kind: 'service' },
    'end-accepted': { kind: 'end' },
    'end-refused': { kind: 'end' },
    'matter-withdrawn': { kind: 'trigger' },
    'end-withdrawn': { kind: 'end' },
  },
  [
    { arrow: 'start -> check' },
    { arrow: 'check -> checked' },
    { arrow: 'checked -> answer', name: '受理', when: { step: 'check', outcomes: ['accepted'] } },
    { arrow: 'checked -> end-refused', name: '不予受理', when: { step: 'check', outcomes: ['refused'] } },
    { arrow: 'answer -> answer-reply' },
    { arrow: 'answer -> answer-due' },
    { arrow: 'answer-reply -> paper' },
    { arrow: 'paper -> end-accepted' },
    { arrow: 'answer-due -> end-refused' },
    { arrow: 'matter-withdrawn -> end-withdrawn' },
  ],
)

const without = (id: string): Drawing => ({ ...drawing, nodes: drawing.nodes.filter((node) => node.id !== id) })
const changed = (id: string, change: object): Drawing => ({
  nodes: drawing.nodes.map((node) => (node.id === id ? { ...node, ...change } : node)),
  flows: drawing.flows.map((flow) => (flow.id === id ? { ...flow, ...change } : flow)),
})

describe('the checks of a drawing', () => {
  it('find nothing in a drawing that tells the truth', () => {
    expect([...checkSteps(drawing, definition), ...checkEvents(drawing, definition), ...checkFlows(drawing, definition)]).toEqual([])
  })

  it('find a step that is not drawn, an element that is no step, and a step drawn as something else', () => {
    expect(checkSteps(without('paper'), definition)).toEqual(['paper: 0 elements'])
    expect(checkSteps(changed('paper', { id: 'letter' }), definition)).toEqual(['paper: 0 elements', 'letter: no step of the process'])
    expect(checkSteps(changed('check', { kind: 'service' }), definition)).toEqual(['check: a user-task drawn as service'])
    expect(checkSteps(changed('check', { loop: 'parallel' }), definition)).toEqual(['check: one person acts here'])
  })

  it('find an end too many or too few, and a message that nobody hears', () => {
    expect(checkEvents(without('end-refused'), definition)).toEqual(['end-refused: not drawn'])
    expect(checkEvents(changed('end-refused', { id: 'end-forgotten' }), definition)).toEqual([
      'end-refused: not drawn',
      'end-forgotten: drawn, but there is no such thing',
    ])
    expect(checkEvents(without('matter-withdrawn'), definition)).toEqual(['end-withdrawn: drawn, but there is no such thing'])
    expect(checkEvents(changed('answer-reply', { id: 'answer-applause' }), definition)).toEqual([
      'answer-reply: not drawn',
      'answer-applause: drawn, but there is no such thing',
    ])
  })

  it('find other words than those that people read', () => {
    const words = {
      steps: { check: 'check', answer: 'answer', paper: '出具证明' },
      endings: { accepted: 'end-accepted', refused: 'end-refused', withdrawn: 'end-withdrawn' },
    }
    expect(checkNames(drawing, definition, words)).toEqual(['paper: drawn as paper, called 出具证明'])
  })

  it('find a nameless way, an outcome that leads nowhere, and a condition on what does not exist', () => {
    expect(checkFlows(changed('checked>answer', { name: '' }), definition)).toEqual(['checked>answer: a way without a name'])
    const refused = changed('checked>end-refused', { when: { step: 'check', outcomes: ['returned'] } })
    expect(checkFlows(refused, definition)).toEqual(['check: no outcome returned', 'check: refused leads nowhere'])
    expect(checkFlows(changed('checked>answer', { when: { step: 'chek', outcomes: ['accepted'] } }), definition)).toContain(
      'checked>answer: no step chek',
    )
    expect(checkFlows(changed('paper>end-accepted', { when: { step: 'check', outcomes: ['accepted'] } }), definition)).toEqual([
      'paper>end-accepted: a condition where nothing is decided',
    ])
  })
})

describe('the reading of a drawing', () => {
  const file = (elements: string) =>
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p">${elements}</process></definitions>`

  it('reads elements, conditions, loops and what an event-based gateway waits for', async () => {
    const { nodes, flows } = await readDrawing(
      file(`<startEvent id="start"/><userTask id="confirm" name=" 确认
        比例 "><multiInstanceLoopCharacteristics/></userTask><eventBasedGateway id="answer"/><intermediateCatchEvent id="answer-due"><timerEventDefinition/></intermediateCatchEvent>
        <endEvent id="end-done"><terminateEventDefinition/></endEvent>
        <sequenceFlow id="a" sourceRef="start" targetRef="confirm"/><sequenceFlow id="b" sourceRef="answer" targetRef="answer-due"/>
        <subProcess id="on" triggeredByEvent="true"><startEvent id="matter-withdrawn"><messageEventDefinition/></startEvent></subProcess>`),
    )
    expect(nodes).toEqual([
      { id: 'start', kind: 'start', name: '' },
      { id: 'confirm', kind: 'user-task', name: '确认 比例', loop: 'parallel' },
      { id: 'answer', kind: 'gateway-event', name: '' },
      { id: 'answer-due', kind: 'caught', name: '' },
      { id: 'end-done', kind: 'end', name: '', terminates: true },
      { id: 'matter-withdrawn', kind: 'trigger', name: '' },
    ])
    expect(flows.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it.each([
    ['an inclusive gateway', '<inclusiveGateway id="g"/>'],
    ['a task of no kind', '<task id="t"/>'],
    ['a loop marker', '<userTask id="t"><standardLoopCharacteristics/></userTask>'],
    ['a boundary event that does not interrupt', '<userTask id="t"/><boundaryEvent id="b" attachedToRef="t" cancelActivity="false"/>'],
    ['a sub-process', '<subProcess id="s"/>'],
  ])('refuses %s', async (_, elements) => {
    await expect(readDrawing(file(elements))).rejects.toThrow()
  })

  it('reads conditions, and refuses what is none', () => {
    expect(readCondition('check: accepted')).toEqual({ step: 'check', outcomes: ['accepted'] })
    expect(readCondition(' confirm-share: all confirmed, waived ')).toEqual({
      step: 'confirm-share',
      outcomes: ['confirmed', 'waived'],
      of: 'all',
    })
    expect(() => readCondition('amount > 100')).toThrow()
  })
})

describe('the places of a drawing', () => {
  const box = { x: 100, y: 100, width: 100, height: 80 }

  it('an arrow ends on the edge of its element', () => {
    expect(touches({ x: 200, y: 140 }, box)).toBe(true)
    expect(touches({ x: 150, y: 140 }, box)).toBe(false)
    expect(touches({ x: 210, y: 140 }, box)).toBe(false)
  })

  it('an arrow goes round elements', () => {
    expect(
      crosses(
        [
          { x: 0, y: 140 },
          { x: 300, y: 140 },
        ],
        box,
      ),
    ).toBe(true)
    expect(
      crosses(
        [
          { x: 0, y: 90 },
          { x: 300, y: 90 },
        ],
        box,
      ),
    ).toBe(false)
    expect(
      crosses(
        [
          { x: 0, y: 140 },
          { x: 100, y: 140 },
        ],
        box,
      ),
    ).toBe(false)
  })
})
