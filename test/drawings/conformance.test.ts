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
    expect(replay.path.at(-2)).toMatchObject({ element: 'check', at: 2000, until: 3000, by: [{ is: 'person', person: 'officer' }] })
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
