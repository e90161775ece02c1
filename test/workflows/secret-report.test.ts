import { describe, expect, it } from 'vitest'
import * as offer from '#cli/samples/open-licence.ts'
import * as posting from '#cli/samples/public-notice.ts'
import type { Actor, PersonId } from '#domain/actor.ts'
import { applyAction } from '#domain/apply.ts'
import type { Order } from '#domain/command.ts'
import { replayTrail } from '#domain/conformance.ts'
import { decide } from '#domain/decide.ts'
import { plainDay } from '#domain/day.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import { drawings } from '#domain/drawings.gen.ts'
import { projectAction } from '#domain/project.ts'
import { processes } from '#domain/registry.gen.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterState, TaskId } from '#domain/state.ts'
import * as assessment from '#test/samples/pre-filing-assessment-play.ts'
import * as disclosure from '#test/samples/disclosure-play.ts'
import * as takeUp from '#test/samples/licence-take-up-play.ts'
import * as notice from '#test/samples/public-notice-play.ts'
import * as grant from '#test/samples/title-grant-play.ts'
import { play as playOffer } from '#test/samples/open-licence-play.ts'
import { simulate, type Simulation, type Trail } from '../simulator/simulate.ts'

const holder = (person: string, role: string): Actor => ({
  is: 'person',
  person: person as PersonId,
  roles: [role as RoleKey],
  deputyFor: [],
})
const sven = holder('sven', 'secrecy')
const report: Order = { name: 'report-secret', level: 'to-be-fixed', reference: 'BM2026-0007', contact: '010-99990000' }

/** The same matter, but for the secrecy office, which reports it as soon as `when` holds. */
function reported(simulation: Simulation, when: (state: MatterState) => boolean): Simulation {
  return { ...simulation, next: (state) => (when(state) ? { actor: sven, order: report } : simulation.next(state)) }
}

const isAt = (step: string) => (state: MatterState) => Object.values(state.tasks).some((task) => task.step === step)

/** What the lists show after each action. */
function rowsOf(definition: ProcessDefinition, { actions }: Trail) {
  let state: MatterState | undefined
  return actions.map((action) => {
    const before = state
    state = applyAction(before, action)
    return projectAction(definition, before, state, action)
  })
}

/** The matter is over, nothing of it is left, and every list and the drawing bear it. */
function expectHandedOver(process: string, trail: Trail) {
  expect(trail.refused).toEqual([])
  expect(trail.end).toEqual({ outcome: 'handed-to-secrecy-office', reason: '010-99990000' })
  const found = trail.actions.findIndex(({ kind }) => kind === 'ContentErased')
  expect(trail.actions.slice(found).map(({ kind }) => kind)).toEqual(['ContentErased', 'MatterClosed'])
  const { head: _, clocks: __, ...left } = trail.state
  expect(left).toEqual({
    seq: trail.actions.length,
    data: {},
    standing: { is: 'closed', outcome: 'handed-to-secrecy-office', reason: '010-99990000', on: trail.actions.at(-1)?.on },
    tasks: {},
    waits: {},
    results: {},
    messages: [],
    papers: [],
    docket: {},
    corrections: {},
    erased: { on: trail.actions[found]?.on, contact: '010-99990000' },
  })
  const rows = rowsOf(processes[process] as ProcessDefinition, trail).slice(found)
  expect(rows.map(({ matter, published }) => [matter.title, published])).toEqual([
    ['', undefined],
    ['', undefined],
  ])
  expect(replayTrail(drawings[process] as never, trail.actions).fault).toBeUndefined()
}

const plays: { readonly [process: string]: () => Simulation } = {
  disclosure: () => disclosure.play(),
  'pre-filing-assessment': () => assessment.play({}, [assessment.event('grant-announced')]),
  'public-notice': () => notice.playNotice(posting.sampleNotice('PRICE', notice.named), [notice.posted('2026-03-02')]),
  'notice-objection': () =>
    notice.playObjection(posting.sampleObjection(), [
      { task: 'acknowledge', outcome: 'acknowledged' },
      { task: 'decide', outcome: 'dismissed', data: posting.sampleDecision },
    ]),
  'title-grant': () => grant.play(grant.ofAged, [grant.notices()], grant.agedPatent),
  'open-licence': () => playOffer().simulation,
  'licence-take-up': () =>
    takeUp.play({ price: offer.samplePrice({ termEnd: plainDay('2026-12-31') }), sayings: [takeUp.pays(5_000_000)] }),
}
const play = (process: string) => plays[process]?.() as Simulation

describe('a result that turns out to be a state secret', () => {
  it('while its ownership is looked into, is erased at once and handed over (保守国家秘密法 31(iii), 47) (9.21)', async () => {
    const trail = await simulate(reported(disclosure.play(), isAt('ownership-finding')))
    expectHandedOver('disclosure', trail)
    expect(trail.actions.find(({ kind }) => kind === 'ContentErased')).toMatchObject({
      actor: { is: 'person', person: 'sven', as: 'secrecy' },
      facts: { found: { level: 'to-be-fixed', reference: 'BM2026-0007' }, basis: [{ article: '31(iii)' }, { article: '47' }] },
    })
  })

  it('while it is assessed, is erased and assessed no further (9.21)', async () => {
    expectHandedOver('pre-filing-assessment', await simulate(reported(assessment.play(), isAt('score'))))
  })

  it('while its notice stands, is on no public page any more (9.21)', async () => {
    const definition = processes['public-notice'] as ProcessDefinition
    const trail = await simulate(reported(play('public-notice'), (state) => definition.published?.(state) !== undefined))
    expectHandedOver('public-notice', trail)
    expect(rowsOf(definition, trail).some(({ published }) => published !== undefined)).toBe(true)
  })

  it.each(Object.keys(plays))('is erased wherever it stands (9.21): %s', async (process) => {
    let turns = 0
    const count = () => (turns += 1) < 0
    await simulate(reported(play(process), count))
    expect(turns).toBeGreaterThan(1)
    for (let turn = 1; turn <= turns; turn += 1) {
      let seen = 0
      expectHandedOver(process, await simulate(reported(play(process), () => (seen += 1) === turn)))
    }
  })

  it('is erased though it is suspended (9.21)', async () => {
    const officer = holder('olga', 'ipo_officer')
    const simulation = disclosure.play()
    const next = ({ standing, tasks }: MatterState) => {
      if (standing.is === 'suspended') return { actor: sven, order: report }
      return Object.keys(tasks).length > 0
        ? { actor: officer, order: { name: 'suspend-matter', reason: '核查' } as const }
        : ('wait' as const)
    }
    expectHandedOver('disclosure', await simulate({ ...simulation, next }))
  })

  it('is erased though a deed outside fails again and again (9.21)', async () => {
    const issueDocument = () => new Promise<never>(() => {})
    const simulation = disclosure.play({}, { services: { findSimilar: async () => ({ similar: [] }), issueDocument } })
    const isDrawing = ({ results }: MatterState) => results['secrecy-screen#1'] !== undefined
    expectHandedOver('disclosure', await simulate(reported(simulation, isDrawing)))
  })

  it('is erased after the matter is over, which stays as it ended (9.21)', async () => {
    const simulation = disclosure.play()
    const { actions, state } = await simulate(simulation)
    const again = await simulate({ ...simulation, state, actions, next: () => ({ actor: sven, order: report }) })
    expect(again.end).toEqual({ outcome: 'docketed' })
    expect(again.actions.slice(actions.length).map(({ kind }) => kind)).toEqual(['ContentErased'])
    expect(again.state).toMatchObject({ data: {}, results: {}, papers: [], standing: { is: 'closed', outcome: 'docketed' } })
    expect(replayTrail(drawings['disclosure'] as never, again.actions).fault).toBeUndefined()
  })

  it('a story that began again for a report that never came ends as it had ended', async () => {
    const simulation = disclosure.play()
    const { actions, state } = await simulate(simulation)
    const again = await simulate({ ...simulation, state, actions, next: () => 'wait' })
    expect(again.end).toEqual({ outcome: 'docketed' })
    expect(again.actions).toHaveLength(actions.length)
  })
})

describe('who reports a state secret', () => {
  const definition = processes['disclosure'] as ProcessDefinition
  const on = plainDay('2026-03-02')
  const ask = (state: MatterState, actor: Actor, order: Order = report) => {
    const decision = decide(definition, state, { id: 'c', actor, order }, on)
    return decision.ok ? decision.kind : decision.refusals
  }

  it('is the secrecy office alone, and nobody of it in his own matter', async () => {
    const { actions } = await simulate(disclosure.play())
    const state = actions.slice(0, 4).reduce<MatterState | undefined>(applyAction, undefined) as MatterState
    expect(ask(state, sven)).toBe('ContentErased')
    for (const role of ['ipo_officer', 'legal', 'sysadmin', 'inventor', 'committee'])
      expect(ask(state, holder('olga', role)), role).toMatchObject([
        { code: 'matter/not-secrecy-office', citations: [{ law: '保守国家秘密法', article: '31(iii)' }, { article: '47' }] },
      ])
    expect(ask(state, holder(disclosure.ann, 'secrecy'))).toMatchObject([{ code: 'matter/interested' }])
    expect(ask(state, { is: 'system', name: 'relay' })).toMatchObject([{ code: 'matter/not-secrecy-office' }])
  })

  it('and from then on nobody does anything in it, nor reports it twice', async () => {
    const { state } = await simulate(reported(disclosure.play(), isAt('ownership-finding')))
    const { erased } = state
    const frozen: MatterState = { ...state, standing: { is: 'open' } }
    const orders: readonly Order[] = [
      report,
      { name: 'claim-task', task: 'ownership-finding#1' as TaskId },
      { name: 'suspend-matter', reason: '?' },
      { name: 'withdraw-matter', reason: '?' },
      { name: 'send-message', message: '?', data: {} },
    ]
    for (const order of orders)
      expect(ask(frozen, sven, order), order.name).toMatchObject([{ code: 'matter/content-erased', fact: erased }])
  })
})
