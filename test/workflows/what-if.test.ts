import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/pre-filing-assessment.ts'
import type { Action } from '#domain/action.ts'
import type { Actor, ActorRef } from '#domain/actor.ts'
import { applyAction } from '#domain/apply.ts'
import type { Order } from '#domain/command.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterState, TaskId } from '#domain/state.ts'
import * as assessment from '../samples/pre-filing-assessment-play.ts'
import * as report from '../samples/disclosure-play.ts'
import { foresee } from '../simulator/foresee.ts'
import { simulate, type Simulation, type Trail } from '../simulator/simulate.ts'

/** An action without what only the doing of it can tell: bytes of papers, names of opened matters, the moment. */
function essence({ kind, actor, facts }: Action): unknown {
  if (kind === 'DocumentIssued') return { kind, actor, step: facts.step, template: facts.paper.template, number: facts.paper.number }
  if (kind === 'StepDone' && facts.outcome === 'opened') return { kind, actor, step: facts.step }
  if (kind === 'TaskOpened') return { kind, actor, task: { ...facts.task, given: { ...facts.task.given, sha256: undefined } } }
  return { kind, actor, facts }
}

function actorOf(by: Extract<ActorRef, { is: 'person' }>): Actor {
  return { is: 'person', person: by.person, roles: by.as === 'self' ? [] : [by.as], deputyFor: [] }
}

/** Asks before each completion of the trail what would follow from it, and compares with what then came to pass. */
async function compareAll(simulation: Simulation, trail: Trail): Promise<number> {
  let asked = 0
  for (const [place, action] of trail.actions.entries()) {
    if (action.kind !== 'TaskCompleted' || action.actor.is !== 'person') continue
    const next = trail.actions.findIndex((one, at) => at > place && (one.actor.is === 'person' || one.actor.name !== 'process'))
    const cameToPass = trail.actions.slice(place, next === -1 ? undefined : next)
    const actions = trail.actions.slice(0, place)
    const state = actions.reduce<MatterState | undefined>(applyAction, undefined)
    if (state === undefined) throw new Error('A task is completed in a matter that is open')
    const order: Order = { name: 'complete-task', ...action.facts }
    const answer = await foresee(simulation, state, actions, { id: action.commandId, actor: actorOf(action.actor), order })
    expect(answer.is === 'carried-out' && answer.actions.map(essence), action.facts.task).toEqual(cameToPass.map(essence))
    asked += 1
  }
  return asked
}

describe('what would follow from completing a task', () => {
  it('is what comes to pass, at each task of a disclosure', async () => {
    const simulation = report.play({
      'formal-check#1': { outcome: 'returned', reason: '发明人特征不清' },
      'secrecy-screen': { outcome: 'doubtful', data: { mayPublish: true } },
      'confirm-share#1/bo': { outcome: 'declined', data: { shareBp: 3000, feature: '示例特征' }, reason: '比例偏低' },
    })
    expect(await compareAll(simulation, await simulate(simulation))).toBeGreaterThan(10)
  })

  it('is what comes to pass where a result turns out to be a state secret: its erasure and its end', async () => {
    const simulation = report.play({ 'secrecy-screen': { outcome: 'state-secret', data: { mayPublish: false } } })
    const trail = await simulate(simulation)
    expect(trail.actions.map((one) => one.kind)).toContain('ContentErased')
    expect(await compareAll(simulation, trail)).toBe(2)
  })

  it('is what comes to pass, at each task of an assessment up to the grant', async () => {
    const simulation = assessment.play({ 'decide#1': assessment.decided('more-data', { dataWanted: '补充对比试验' }) }, [
      assessment.event('grant-announced'),
    ])
    expect(await compareAll(simulation, await simulate(simulation))).toBeGreaterThan(10)
  })

  it('is what comes to pass where nothing is filed and the inventors take the result over', async () => {
    const low = { outcome: 'scored', data: sample.sampleScore(40) }
    const simulation = assessment.play({ decide: { outcome: 'not-file', data: sample.sampleRefusal }, 'score#1/eva': low, score: low })
    const trail = await simulate(simulation)
    expect(trail.end.outcome).toBe('handed-over')
    expect(await compareAll(simulation, trail)).toBeGreaterThan(10)
  })

  it('is a refusal where the act itself would be refused', async () => {
    const simulation = report.play()
    const trail = await simulate(simulation)
    const actions = trail.actions.slice(0, trail.actions.findIndex((one) => one.kind === 'TaskOpened') + 1)
    const state = actions.reduce<MatterState | undefined>(applyAction, undefined) as MatterState
    const order: Order = { name: 'complete-task', task: 'formal-check#1' as TaskId, outcome: 'returned', data: {} }
    const inventor: Actor = { is: 'person', person: report.ann, roles: ['ipo_officer' as RoleKey], deputyFor: [] }
    const answer = await foresee(simulation, state, actions, { id: 'asked', actor: inventor, order })
    expect(answer).toMatchObject({ is: 'refused', refusals: [{ code: 'task/interested' }] })
  })
})
