import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { readDrawing } from '#cli/drawings.ts'
import type { Action } from '#domain/action.ts'
import { replayTrail } from '#domain/conformance.ts'
import type { Disclosure } from '#domain/disclosure-form.ts'
import type { Drawing } from '#domain/drawing.ts'
import { defaults } from '#policy/disclosure.ts'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import { ann, listUnlawful, play, team, type Answer, type Answers } from '#test/samples/disclosure-play.ts'
import { simulate, simulateFromEveryAction, type Simulation } from '../simulator/simulate.ts'

const report = (changes: Partial<Disclosure>): Partial<Simulation> => ({ data: { ...sampleDisclosure(team, changes) } })

let drawing: Drawing
const covered = new Set<string>()

beforeAll(async () => {
  drawing = await readDrawing(await readFile(new URL('../../workflows/disclosure.bpmn', import.meta.url), 'utf8'))
})

/** The drawing allows what happened; what it passed counts for the last test. */
function expectDrawn(actions: readonly Action[]) {
  const replay = replayTrail(drawing, actions)
  expect(replay.fault).toBeUndefined()
  for (const id of replay.covered) covered.add(id)
}

/** Plays a matter and, from the state after each action, plays it again: every run must come to the same end. */
async function playAll(simulation: Simulation) {
  const trail = await simulate(simulation)
  const ends = await simulateFromEveryAction(simulation, trail)
  expect(new Set(ends.map((end) => end.outcome))).toEqual(new Set([trail.end.outcome]))
  expect(trail.refused).toEqual([])
  expect(listUnlawful(trail.actions)).toEqual([])
  expectDrawn(trail.actions)
  return trail
}

describe('a disclosure', () => {
  it('is docketed with confirmed shares, papers and deadlines, and opens the assessment', async () => {
    const { end, state } = await playAll(play())
    expect(end.outcome).toBe('docketed')
    expect(state.results['record-shares#1']?.data['shares']).toEqual([
      { person: 'ann', shareBp: 5000 },
      { person: 'bo', shareBp: 3000 },
      { person: 'chen', shareBp: 2000 },
    ])
    expect(state.papers.map((paper) => paper.template)).toEqual([
      'disclosure/secrecy-opinion',
      'disclosure/ownership-finding',
      'disclosure/disclosure-form',
      'disclosure/contribution-confirmation',
    ])
    expect(state.docket['file-before-publication']?.due.on).toBe('2026-08-31')
    expect(state.docket['idle-review']?.class).toBe('service')
    expect(state.results['open-assessment#1']?.outcome).toBe('opened')
  })

  it('that is a state secret keeps nothing but that, and ends at once with the contact of the secrecy office', async () => {
    const { end, state } = await playAll(play({}, { data: { secrecyLevel: 'state-secret' } }))
    expect(end).toEqual({ outcome: 'handed-to-secrecy-office', reason: defaults.texts?.['secrecyContact'] })
    expect(state.papers.map((paper) => paper.template)).toEqual(['disclosure/secret-handover'])
    expect(Object.keys(state.tasks)).toEqual([])
  })

  it('9.21: found to be a state secret on the way is erased, and only the contact stays', async () => {
    const { end, state, actions } = await playAll(play({ 'secrecy-screen': { outcome: 'state-secret', data: { mayPublish: false } } }))
    expect(end.outcome).toBe('handed-to-secrecy-office')
    expect(state.data).toEqual({})
    expect(state.results).toEqual({})
    expect(state.erased?.contact).toBe(defaults.texts?.['secrecyContact'])
    expect(actions.filter((action) => action.kind === 'ContentErased')).toHaveLength(1)
  })

  it('whose revision says it is a state secret is erased as well', async () => {
    const answers: Answers = {
      'formal-check': { outcome: 'returned', reason: '请核对密级' },
      revise: { outcome: 'resubmitted', data: { secrecyLevel: 'state-secret' } },
    }
    const { end, state } = await playAll(play(answers))
    expect(end.outcome).toBe('handed-to-secrecy-office')
    expect(state.data).toEqual({})
  })

  it('of doubtful secrecy waits for the ruling of the competent administration', async () => {
    const { end, state } = await playAll(play({ 'secrecy-screen': { outcome: 'doubtful', data: { mayPublish: false } } }))
    expect(end.outcome).toBe('docketed')
    expect(state.results['secrecy-ruling#1']?.outcome).toBe('none')
  })

  it('of doubtful secrecy that is ruled a state secret is erased', async () => {
    const ruling: Answer = { outcome: 'state-secret', data: { mayPublish: false, authority: 'provincial', ruledOn: '2026-03-02' } }
    const { end, state } = await playAll(
      play({ 'secrecy-screen': { outcome: 'doubtful', data: { mayPublish: false } }, 'secrecy-ruling': ruling }),
    )
    expect(end.outcome).toBe('handed-to-secrecy-office')
    expect(state.data).toEqual({})
  })

  it('returned with remarks is revised by its applicant and checked again', async () => {
    const { end, state } = await playAll(play({ 'formal-check#1': { outcome: 'returned', reason: '发明人特征不清' } }))
    expect(end.outcome).toBe('docketed')
    expect(state.results['formal-check#2']?.outcome).toBe('accepted')
    expect(state.results['novelty-clock#2']?.outcome).toBe('running')
  })

  it('that repeats another ends as a duplicate and names it', async () => {
    const found = { matter: 'm-7', number: 'CP-2026-00007', scoreBp: 9100, titleBp: 10_000, inventorsBp: 7000 }
    const duplicate: Answer = {
      outcome: 'duplicate',
      data: { similar: [{ matter: 'm-7', decision: 'same' }] },
      reason: '与CP-2026-00007同一成果',
    }
    const { end, state } = await playAll(
      play({ 'formal-check': duplicate }, { services: { findSimilar: async () => ({ similar: [found] }) } }),
    )
    expect(end).toEqual({ outcome: 'duplicate', reason: '与CP-2026-00007同一成果' })
    expect(state.results['find-similar#1']?.data['similar']).toEqual([found])
  })

  it('suspected to be false goes to the discipline office', async () => {
    const { end } = await playAll(play({ 'formal-check': { outcome: 'referred', reason: '完成人名单疑似虚报' } }))
    expect(end.outcome).toBe('referred-to-discipline')
  })

  it('found not to be service work is released to its inventors by letter', async () => {
    const decision: Answer = { outcome: 'non-service', data: { owners: [{ who: 'inventors' }], departure: '业余自行完成' } }
    const { end, state } = await playAll(play({ 'ownership-finding': decision }))
    expect(end.outcome).toBe('released')
    expect(state.papers.at(-1)?.template).toBe('disclosure/release-letter')
  })

  it('that a contract gives to the partner alone ends with the finding', async () => {
    const decision: Answer = { outcome: 'agreement', data: { owners: [{ who: 'partner', name: '示例公司' }], departure: '合同第八条' } }
    const { end, state } = await playAll(play({ 'ownership-finding': decision }))
    expect(end.outcome).toBe('owned-by-other')
    expect(state.papers.at(-1)?.template).toBe('disclosure/ownership-finding')
  })
})

describe('an ownership dispute', () => {
  it('is heard before legal finds again', async () => {
    const { end, state } = await playAll(
      play({ 'ownership-finding#1': { outcome: 'disputed', data: { owners: [] }, reason: '合作单位主张共有' } }),
    )
    expect(end.outcome).toBe('docketed')
    expect(state.results['ownership-finding#2']?.outcome).toBe('service')
  })

  it('does not cost the filing day: legal may let the assessment begin, and it begins once', async () => {
    const { end, state } = await playAll(
      play({
        'ownership-finding#1': { outcome: 'disputed', data: { owners: [] }, reason: '发明人资格争议' },
        'ownership-dispute#1': { outcome: 'protect-filing-date', data: { before: 'ip-office' }, reason: '论文将于两周后发表' },
      }),
    )
    expect(end.outcome).toBe('docketed')
    expect(state.results['protect-filing-date#1']?.outcome).toBe('opened')
    expect(state.results['open-assessment#1']).toBeUndefined()
  })
})

describe('the shares', () => {
  it('fall back on equal ones when the proposals never meet, and everybody still confirms his number', async () => {
    const answers: Answers = {
      'propose-shares': (task) => ({ outcome: 'proposed', data: { shares: { ...zero, [task.people[0] ?? '']: 10_000 } } }),
    }
    const zero = { ann: 0, bo: 0, chen: 0 }
    const { end, state } = await playAll(play(answers))
    expect(end.outcome).toBe('docketed')
    expect(state.results['propose-shares#3/bo']).toBeDefined()
    expect(state.results['confirm-share#1/chen']?.data['shareBp']).toBe(3333)
  })

  it('that one inventor declines go back to all of them', async () => {
    const { state } = await playAll(
      play({ 'confirm-share#1/bo': { outcome: 'declined', data: { shareBp: 3000, feature: '' }, reason: '与实际贡献不符' } }),
    )
    expect(state.results['propose-shares#2/ann']).toBeDefined()
    expect(state.results['record-shares#1']?.outcome).toBe('confirmed')
  })

  it('declined once too often are settled by the office: mediated ones are confirmed, determined ones stand', async () => {
    const declined: Answer = { outcome: 'declined', data: { shareBp: 0, feature: '' }, reason: '不同意' }
    const mediated: Answer = {
      outcome: 'mediated',
      data: {
        heard: team,
        shares: [
          { person: 'ann', shareBp: 4000 },
          { person: 'bo', shareBp: 4000 },
          { person: 'chen', shareBp: 2000 },
        ],
      },
    }
    const twice = { 'confirm-share#1/bo': declined, 'confirm-share#2/bo': declined }
    const agreed = await playAll(play({ ...twice, 'settle-shares': mediated }))
    expect(agreed.state.results['confirm-share#3/bo']?.data['shareBp']).toBe(4000)
    expect(agreed.state.results['record-shares#1']?.outcome).toBe('confirmed')

    const determined = await playAll(play(twice))
    expect(determined.end.outcome).toBe('docketed')
    expect(determined.state.results['record-shares#1']?.outcome).toBe('determined')
    expect(determined.state.results['record-shares#1']?.data['shares']).toContainEqual({ person: 'ann', shareBp: 3334 })
  })

  it('of a single inventor need no negotiation, only his word', async () => {
    const { state } = await playAll(play({}, { data: { ...sampleDisclosure([ann]) } }))
    expect(state.results['propose-shares#1/ann']).toBeUndefined()
    expect(state.results['confirm-share#1/ann']?.data['shareBp']).toBe(10_000)
  })
})

describe('what follows a docketed result', () => {
  it('is no assessment where no patent is in view', async () => {
    const { state } = await playAll(play({}, report({ resultType: 'software', protectionWish: 'register' })))
    expect(state.results['open-assessment#1']).toBeUndefined()
    expect(state.docket['file-before-publication']).toBeUndefined()
  })

  it('is the idle clock of the province, one year from registration in Beijing, with a warning at nine months', async () => {
    const policy = { ...defaults, texts: { ...defaults.texts, province: 'Beijing' } }
    const { state } = await playAll(play({}, { policy }))
    const clock = state.docket['idle-beijing']
    expect(clock?.class).toBe('statutory')
    expect(clock?.due.rule).toEqual({ months: 12, lastDay: 'keep' })
    expect(state.docket['idle-beijing-warning']?.due.rule).toEqual({ months: 9, lastDay: 'keep' })
  })
})

describe('withdrawal', () => {
  it('is possible until the result is docketed', async () => {
    const simulation = play()
    const withdrawing: Simulation = {
      ...simulation,
      next: (state) =>
        Object.values(state.tasks).some((task) => task.step === 'ownership-finding')
          ? { actor: { is: 'person', person: ann, roles: [], deputyFor: [] }, order: { name: 'withdraw-matter', reason: '成果尚需完善' } }
          : simulation.next(state),
    }
    const { end, actions } = await simulate(withdrawing)
    expect(end.outcome).toBe('withdrawn')
    expectDrawn(actions)
  })
})

describe('the drawing', () => {
  it('shows nothing that no matter above has passed', () => {
    const all = [...drawing.nodes, ...drawing.flows].map((element) => element.id)
    expect(all.filter((id) => !covered.has(id))).toEqual([])
  })
})
