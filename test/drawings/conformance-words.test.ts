import { describe, expect, it } from 'vitest'
import type { Action } from '#domain/action.ts'
import type { ActorRef, PersonId } from '#domain/actor.ts'
import { replayTrail } from '#domain/conformance.ts'
import { drawingOf, trailOf } from './sample.ts'

const exclusive = { kind: 'gateway-exclusive' } as const
const task = { kind: 'user-task' } as const

describe('several people at one step', () => {
  const shares = drawingOf(
    {
      start: { kind: 'start' },
      merge: exclusive,
      confirm: { ...task, loop: 'parallel' },
      agreed: exclusive,
      'end-agreed': { kind: 'end' },
    },
    [
      { arrow: 'start -> merge' },
      { arrow: 'merge -> confirm' },
      { arrow: 'confirm -> agreed' },
      { arrow: 'agreed -> end-agreed', when: { step: 'confirm', outcomes: ['confirmed'], of: 'all' } },
      { arrow: 'agreed -> merge', when: { step: 'confirm', outcomes: ['declined'], of: 'some' } },
    ],
  )
  const answers = (visit: number, ...outcomes: readonly string[]) => [
    ...outcomes.map((_, index) => ({ opens: `confirm#${visit}/p${index}` })),
    ...outcomes.map((outcome, index) => ({ completes: `confirm#${visit}/p${index}`, outcome })),
  ]

  const answering = (person: string): ActorRef => ({ is: 'person', person: person as PersonId, as: 'self' })
  const byThemselves = (actions: readonly Action[]) =>
    actions.map((action) =>
      action.kind === 'TaskCompleted' ? { ...action, actor: answering(action.facts.task.split('/')[1] ?? '') } : action,
    )

  it('their tasks are one visit, over when the last has answered, done by everybody who did', () => {
    const replay = replayTrail(shares, byThemselves(trailOf(...answers(1, 'confirmed', 'confirmed'), { closes: 'agreed' })))
    expect(replay.conforms).toBe(true)
    expect(replay.path.filter((entry) => entry.element === 'confirm')).toEqual([
      { element: 'confirm', visit: 'confirm#1', at: 2000, until: 5000, by: [answering('p0'), answering('p1')] },
    ])
    expect(replayTrail(shares, trailOf(...answers(1, 'confirmed', 'confirmed').slice(0, 3))).tokens).toEqual(['confirm'])
  })

  it('one who declines sends all back', () => {
    expect(
      replayTrail(shares, trailOf(...answers(1, 'confirmed', 'declined'), ...answers(2, 'confirmed', 'confirmed'), { closes: 'agreed' }))
        .conforms,
    ).toBe(true)
    expect(replayTrail(shares, trailOf(...answers(1, 'confirmed', 'declined'), { closes: 'agreed' })).fault?.why).toBe('no-way')
  })

  it('an answer may come before the last is asked', () => {
    const [first, second, answered, last] = answers(1, 'confirmed', 'confirmed')
    if (!first || !second || !answered || !last) throw new Error('four happenings')
    expect(replayTrail(shares, trailOf(first, answered, second, last, { closes: 'agreed' })).conforms).toBe(true)
  })

  it("a committee's count ends its vote, with votes not cast dropped, and also where nobody may vote", () => {
    const vote = {
      ...shares,
      flows: shares.flows.map((flow) =>
        flow.when === undefined
          ? flow
          : { ...flow, when: { step: 'confirm', outcomes: flow.when.of === 'all' ? ['carried'] : ['no-quorum'] } },
      ),
    }
    const opened = [
      { opens: 'confirm#1/p0' },
      { opens: 'confirm#1/p1' },
      { completes: 'confirm#1/p0', outcome: 'for' },
      { drops: 'confirm#1/p1' },
    ]
    expect(replayTrail(vote, trailOf(...opened, { does: 'confirm#1', outcome: 'carried' }, { closes: 'agreed' })).conforms).toBe(true)
    expect(replayTrail(vote, trailOf(...opened, { closes: 'agreed' })).conforms).toBe(false)
    expect(
      replayTrail(
        vote,
        trailOf({ does: 'confirm#1', outcome: 'no-quorum' }, { does: 'confirm#2', outcome: 'carried' }, { closes: 'agreed' }),
      ).conforms,
    ).toBe(true)
  })

  it('a chain of approvals is one element, signed by one after the other', () => {
    const chain = drawingOf(
      {
        start: { kind: 'start' },
        approve: { ...task, loop: 'sequential' },
        decided: exclusive,
        'end-approved': { kind: 'end' },
        'end-refused': { kind: 'end' },
      },
      [
        { arrow: 'start -> approve' },
        { arrow: 'approve -> decided' },
        { arrow: 'decided -> end-approved', when: { step: 'approve', outcomes: ['approved'] } },
        { arrow: 'decided -> end-refused', when: { step: 'approve', outcomes: ['refused'] } },
      ],
    )
    const links = (...outcomes: readonly string[]) =>
      outcomes.flatMap((outcome, index) => [{ opens: `approve#${index + 1}` }, { completes: `approve#${index + 1}`, outcome }])
    expect(replayTrail(chain, trailOf(...links('approved', 'approved', 'approved'), { closes: 'approved' })).conforms).toBe(true)
    expect(replayTrail(chain, trailOf(...links('approved', 'refused'), { closes: 'approved' })).conforms).toBe(false)
    expect(replayTrail(chain, trailOf(...links('approved', 'refused'), { closes: 'refused' })).conforms).toBe(true)
  })
})

describe('waiting', () => {
  const wait = drawingOf(
    {
      start: { kind: 'start' },
      notice: { kind: 'gateway-event' },
      'notice-objection': { kind: 'caught' },
      'notice-due': { kind: 'caught' },
      reply: { kind: 'wait' },
      'reply-due': { kind: 'boundary', attachedTo: 'reply' },
      'end-answered': { kind: 'end' },
      'end-closed': { kind: 'end' },
    },
    [
      'start -> notice',
      'notice -> notice-objection',
      'notice -> notice-due',
      'notice-objection -> reply',
      'reply -> end-answered',
      'reply-due -> end-closed',
    ].map((arrow) => ({ arrow })),
  )
  const objected = [{ waits: 'notice#1' }, { hears: 'notice#1', message: 'objection' }, { waits: 'reply#1' }] as const

  it('an event-based gateway is left by what was heard', () => {
    const replay = replayTrail(wait, trailOf(...objected, { hears: 'reply#1', message: 'reply' }, { closes: 'answered' }))
    expect(replay.conforms).toBe(true)
    expect(replay.covered).toContain('notice-objection')
    expect(replay.covered).toContain('notice>notice-objection')
    expect(replay.covered).not.toContain('notice-due')
  })

  it('a boundary event is left by the outcome it is named for', () => {
    expect(replayTrail(wait, trailOf(...objected, { does: 'reply#1', outcome: 'due' }, { closes: 'closed' })).conforms).toBe(true)
    expect(replayTrail(wait, trailOf(...objected, { does: 'reply#1', outcome: 'due' }, { closes: 'answered' })).conforms).toBe(false)
  })

  it('what was heard and leads nowhere does not conform', () => {
    expect(
      replayTrail(wait, trailOf({ waits: 'notice#1' }, { hears: 'notice#1', message: 'applause' }, { waits: 'reply#1' })).fault?.why,
    ).toBe('no-way')
  })

  it('a wait begins before it ends', () => {
    expect(replayTrail(wait, trailOf({ does: 'notice#1', outcome: 'due' })).fault?.why).toBe('not-begun')
  })
})
