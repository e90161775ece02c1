import { describe, expect, it } from 'vitest'
import { replayTrail } from '#domain/conformance.ts'
import { drawingOf, trailOf } from './sample.ts'

const exclusive = { kind: 'gateway-exclusive' } as const
const parallel = { kind: 'gateway-parallel' } as const
const task = { kind: 'user-task' } as const

/** A report is checked, and returned until it is accepted; the applicant may withdraw it. */
const check = drawingOf(
  {
    start: { kind: 'start' },
    merge: exclusive,
    check: task,
    decided: exclusive,
    revise: task,
    register: { kind: 'service' },
    'end-registered': { kind: 'end' },
    'end-refused': { kind: 'end' },
    'matter-withdrawn': { kind: 'trigger' },
    'end-withdrawn': { kind: 'end' },
  },
  [
    { arrow: 'start -> merge' },
    { arrow: 'merge -> check' },
    { arrow: 'check -> decided' },
    { arrow: 'decided -> register', when: { step: 'check', outcomes: ['accepted'] } },
    { arrow: 'decided -> revise', when: { step: 'check', outcomes: ['returned'] } },
    { arrow: 'decided -> end-refused', isDefault: true },
    { arrow: 'revise -> merge' },
    { arrow: 'register -> end-registered' },
    { arrow: 'matter-withdrawn -> end-withdrawn' },
  ],
)

describe('a trail on its drawing', () => {
  it('a returned report comes back, is accepted and registered', () => {
    const replay = replayTrail(
      check,
      trailOf(
        { opens: 'check#1' },
        { completes: 'check#1', outcome: 'returned' },
        { opens: 'revise#1' },
        { completes: 'revise#1', outcome: 'resubmitted' },
        { opens: 'check#2' },
        { completes: 'check#2', outcome: 'accepted' },
        { does: 'register#1' },
        { closes: 'registered' },
      ),
    )
    expect(replay.fault).toBeUndefined()
    expect(replay.conforms).toBe(true)
    expect(replay.tokens).toEqual([])
    expect(replay.path.map((entry) => entry.element)).toEqual(['start', 'check', 'revise', 'check', 'register', 'end-registered'])
    expect(replay.covered).toEqual(
      ['check', 'check>decided', 'decided', 'decided>register', 'decided>revise', 'end-registered', 'merge', 'merge>check'].concat([
        'register',
        'register>end-registered',
        'revise',
        'revise>merge',
        'start',
        'start>merge',
      ]),
    )
  })

  it('shows where an open matter stands, since when, and who did what came before', () => {
    const replay = replayTrail(check, trailOf({ opens: 'check#1' }, { completes: 'check#1', outcome: 'returned' }, { opens: 'revise#1' }))
    expect(replay.tokens).toEqual(['revise'])
    expect(replay.path.at(-2)).toMatchObject({ element: 'check', at: 2000, until: 3000, by: { is: 'person', person: 'officer' } })
    expect(replay.path.at(-1)).toEqual({ element: 'revise', visit: 'revise#1', at: 4000 })
  })

  it('shows what stands ahead while the record has nothing of it yet', () => {
    expect(replayTrail(check, trailOf()).tokens).toEqual(['merge'])
    expect(replayTrail(check, trailOf({ opens: 'check#1' }, { completes: 'check#1', outcome: 'accepted' })).tokens).toEqual(['decided'])
  })

  it.each([
    ['a step that is not drawn', { opens: 'archive#1' }, { element: 'archive', why: 'not-drawn' }],
    ['a step out of its turn', { does: 'register#1' }, { element: 'register', why: 'no-way' }],
    ['a second visit before the first', { opens: 'check#2' }, { element: 'check', why: 'no-way' }],
    ['a task completed that was never opened', { completes: 'check#1', outcome: 'accepted' }, { element: 'check', why: 'not-begun' }],
    ['an end from the middle', { closes: 'registered' }, { element: 'end-registered', why: 'no-way' }],
    ['an end that is not drawn', { closes: 'forgotten' }, { element: 'end-forgotten', why: 'not-drawn' }],
  ] as const)('%s does not conform', (_, happening, fault) => {
    expect(replayTrail(check, trailOf(happening))).toMatchObject({ conforms: false, fault: { seq: 2, ...fault } })
  })

  it('a flow is taken on its outcome only', () => {
    const trail = trailOf({ opens: 'check#1' }, { completes: 'check#1', outcome: 'returned' }, { does: 'register#1' })
    expect(replayTrail(check, trail).fault).toEqual({ seq: 4, element: 'register', why: 'no-way' })
  })

  it('the default flow is taken where no condition holds, and only there', () => {
    const end = (outcome: string) =>
      replayTrail(check, trailOf({ opens: 'check#1' }, { completes: 'check#1', outcome }, { closes: 'refused' }))
    expect(end('referred').conforms).toBe(true)
    expect(end('accepted').fault).toEqual({ seq: 4, element: 'end-refused', why: 'no-way' })
  })

  it('one task is not opened twice, and nothing goes on after the end', () => {
    expect(replayTrail(check, trailOf({ opens: 'check#1' }, { opens: 'check#1' })).fault).toMatchObject({ seq: 3, why: 'not-again' })
    const closed = trailOf(
      { opens: 'check#1' },
      { completes: 'check#1', outcome: 'referred' },
      { closes: 'refused' },
      { does: 'register#1' },
    )
    expect(replayTrail(check, closed).fault).toMatchObject({ seq: 5, why: 'not-again' })
  })

  it('suspension moves no token', () => {
    expect(replayTrail(check, trailOf({ opens: 'check#1' }, { is: 'suspended' })).tokens).toEqual(['check'])
  })

  it('withdrawal takes the matter to its end from wherever it stands, where the drawing shows it', () => {
    const trail = trailOf({ opens: 'check#1' }, { is: 'withdrawn' }, { closes: 'withdrawn' })
    expect(replayTrail(check, trail).conforms).toBe(true)
    const silent = { ...check, nodes: check.nodes.filter((node) => node.kind !== 'trigger') }
    expect(replayTrail(silent, trail).fault).toEqual({ seq: 3, element: 'matter-withdrawn', why: 'not-drawn' })
  })

  it('a corrected story passes again what it remembers, and may go another way', () => {
    const before = [
      { opens: 'check#1' },
      { completes: 'check#1', outcome: 'returned' },
      { opens: 'revise#1' },
      { completes: 'revise#1', outcome: 'resubmitted' },
      { opens: 'check#2' },
      { is: 'corrected' },
    ] as const
    expect(replayTrail(check, trailOf(...before)).tokens).toEqual(['check'])
    const replay = replayTrail(
      check,
      trailOf(...before, { completes: 'check#2', outcome: 'accepted' }, { does: 'register#1' }, { closes: 'registered' }),
    )
    expect(replay.fault).toBeUndefined()
  })
})

describe('work side by side', () => {
  const fork = drawingOf(
    {
      start: { kind: 'start' },
      fork: parallel,
      search: task,
      interview: task,
      join: parallel,
      weigh: { kind: 'service' },
      'end-weighed': { kind: 'end' },
    },
    [
      'start -> fork',
      'fork -> search',
      'fork -> interview',
      'search -> join',
      'interview -> join',
      'join -> weigh',
      'weigh -> end-weighed',
    ].map((arrow) => ({ arrow })),
  )
  const both = [{ opens: 'search#1' }, { opens: 'interview#1' }, { completes: 'interview#1', outcome: 'held' }] as const

  it('a join waits for every branch', () => {
    const replay = replayTrail(
      fork,
      trailOf(...both, { completes: 'search#1', outcome: 'searched' }, { does: 'weigh#1' }, { closes: 'weighed' }),
    )
    expect(replay.conforms).toBe(true)
    expect(replayTrail(fork, trailOf(...both, { does: 'weigh#1' })).fault).toMatchObject({ element: 'weigh', why: 'no-way' })
  })

  it('shows a token in each branch', () => {
    expect(replayTrail(fork, trailOf(...both)).tokens.toSorted()).toEqual(['join', 'search'])
  })

  it('a matter does not end while a branch still holds a token', () => {
    const loose = {
      ...fork,
      flows: [
        ...fork.flows.filter((flow) => flow.id !== 'interview>join'),
        { id: 'interview>end-weighed', from: 'interview', to: 'end-weighed' },
      ],
    }
    expect(replayTrail(loose, trailOf(...both, { closes: 'weighed' })).fault).toMatchObject({ element: 'end-weighed', why: 'no-way' })
    const nodes = loose.nodes.map((node) => (node.kind === 'end' ? { ...node, terminates: true as const } : node))
    expect(replayTrail({ ...loose, nodes }, trailOf(...both, { closes: 'weighed' })).conforms).toBe(true)
  })
})

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

  it('their tasks are one visit, over when the last has answered', () => {
    const replay = replayTrail(shares, trailOf(...answers(1, 'confirmed', 'confirmed'), { closes: 'agreed' }))
    expect(replay.conforms).toBe(true)
    expect(replay.path.filter((entry) => entry.element === 'confirm')).toEqual([
      { element: 'confirm', visit: 'confirm#1', at: 2000, until: 5000 },
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
