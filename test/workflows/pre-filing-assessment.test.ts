import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/pre-filing-assessment.ts'
import type { PersonId } from '#domain/actor.ts'
import { formatPoints } from '#domain/pre-filing-assessment-score.ts'
import type { MatterState } from '#domain/state.ts'
import {
  ann,
  decided,
  event,
  manager,
  members,
  opened,
  papersOf,
  play,
  playAll,
  silent,
  type Answer,
  type Answers,
} from '#test/samples/pre-filing-assessment-play.ts'
import { simulate, type Simulation, type Turn } from '../simulator/simulate.ts'

describe('an assessment that files', () => {
  it('weighs the scores, files, watches, and ends when the reward for the grant is paid', async () => {
    const { end, state } = await playAll(play({}, [event('grant-announced')]))
    expect(end.outcome).toBe('granted')
    expect(papersOf(state)).toEqual(['report', 'filing-form', 'reward-notice'])
    const summary = state.results['weigh#1']?.data['summary'] as { mean: number }
    expect(formatPoints(summary.mean)).toBe('73.50')
    expect(state.docket['decision']?.due.rule).toEqual({ workingDays: 20 })
    expect(state.docket['substantive-examination']?.class).toBe('statutory')
    expect(state.docket['grant-reward']?.due.on).toBe('2026-06-02')
    expect(state.results['grant-reward#1']?.data['parts']).toEqual([
      { person: 'ann', amountFen: 133_334 },
      { person: 'bo', amountFen: 133_333 },
      { person: 'chen', amountFen: 133_333 },
    ])
    expect(state.results['diligence-record#1']?.data['noUnlawfulGain']).toBe(true)
  })

  it('decides in three working days when a publication is thirty days away', async () => {
    const publicDisclosures = [{ kind: 'paper', standing: 'planned', on: '2026-04-01', where: '（示例）会议' }]
    const { actions, state } = await playAll(play({}, [event('grant-announced')], opened({ publicDisclosures })))
    expect(state.results['urgency#1']?.outcome).toBe('urgent')
    expect(state.docket['decision']?.due.on).toBe('2026-03-05')
    const search = actions.find((one) => one.kind === 'TaskOpened' && one.facts.task.step === 'novelty-search')
    expect(search?.kind === 'TaskOpened' && search.facts.task.due?.on).toBe('2026-03-03')
  })

  it('wanting more data begins again with the search', async () => {
    const first = decided('more-data', { dataWanted: '补充海藻胶双网络结构的对比检索' })
    const { end, state } = await playAll(play({ 'decide#1': first }, [event('grant-announced')]))
    expect(end.outcome).toBe('granted')
    expect(state.results['novelty-search#2']?.outcome).toBe('searched')
    expect(state.results['score#2/edo']?.outcome).toBe('scored')
    expect(state.results['assign#2']).toBeUndefined()
  })

  it('names other evaluators when recusals leave too few', async () => {
    const recused: Answer = { outcome: 'recused', data: sample.sampleRecusal, reason: '与第一完成人有在研合作项目' }
    const again: Answer = { outcome: 'assigned', data: sample.sampleAssignment(manager, ['edo', 'ewa'] as PersonId[]) }
    const { state } = await playAll(play({ 'score#1/eva': recused, 'assign#2': again }, [event('grant-announced')]))
    expect(state.results['weigh#1']?.outcome).toBe('too-few')
    expect(Object.keys(state.results).filter((id) => id.startsWith('score#2'))).toEqual(['score#2/ewa'])
    expect(state.results['weigh#2']?.outcome).toBe('weighed')
  })

  it('goes on without an evaluator who is silent until his day is over, and who has no interest by that', async () => {
    const again: Answer = { outcome: 'assigned', data: sample.sampleAssignment(manager, ['eva', 'edo'] as PersonId[]) }
    const { state } = await playAll(
      play({ 'score#1/eva': silent, 'assign#2': again }, [sample.sampleEvent('grant-announced', '2026-03-05')]),
    )
    expect(state.results['weigh#1']).toMatchObject({ outcome: 'too-few', data: { scored: ['edo'], recused: [] } })
    expect(Object.keys(state.results).filter((id) => id.startsWith('score#2'))).toEqual(['score#2/eva'])
  })

  it('is decided again when the approver returns it, and not filed when he refuses', async () => {
    const returned: Answer = { outcome: 'returned', data: {}, reason: '请说明日本进入国家阶段的必要性' }
    const back = await playAll(play({ 'approve-filing#1': returned }, [event('grant-announced')]))
    expect(back.state.results['decide#2']?.outcome).toBe('file-cn')
    const refused: Answer = { outcome: 'refused', data: {}, reason: '本年度专利经费已用尽' }
    const { end, state } = await playAll(play({ 'approve-filing': refused, 'hand-over-election': { outcome: 'decline', data: {} } }))
    expect(end).toEqual({ outcome: 'not-filed', reason: 'nobody-takes-over' })
    expect(papersOf(state)).toContain('refusal-notice')
  })

  it('abroad is approved by the second link too above the limit, and dockets the examination for confidentiality', async () => {
    const answers: Answers = {
      decide: decided('file-cn-pct', { countries: ['CN', 'JP'] }),
      'record-filing': (_, today) => ({ outcome: 'filed', data: sample.samplePctFiling(today) }),
    }
    const { state } = await playAll(play(answers, [event('grant-announced')]))
    expect(state.results['approve-filing#2']?.by).toMatchObject({ as: 'committee' })
    expect(state.docket['confidentiality-decision']?.notes).toContain('no-clearance-by-silence')
    expect(state.docket['pct-filing']).toBeUndefined()
  })

  it('goes to the committee as an exception, and comes back when it is not carried', async () => {
    const low = {
      'score#1/eva': { outcome: 'scored', data: sample.sampleScore(40) },
      score: { outcome: 'scored', data: sample.sampleScore(40) },
    }
    const against: Answer = { outcome: 'against', data: {}, reason: '产业化前景不足' }
    const answers: Answers = {
      ...low,
      decide: decided('file-cn', { panel: members }),
      'panel-vote#1/cai': against,
      'panel-vote#1/cui': against,
    }
    const { end, state } = await playAll(play(answers, [event('grant-announced')]))
    expect(end.outcome).toBe('granted')
    expect(state.results['exception#1']).toMatchObject({ outcome: 'panel', data: { grounds: ['score-below-threshold'] } })
    expect(state.results['panel-vote#1']?.outcome).toBe('lost')
    expect(state.results['panel-vote#2']?.outcome).toBe('carried')
    expect(state.results['decide#2']?.outcome).toBe('file-cn')
    expect(state.results['diligence-record#1']?.data['panel']).toMatchObject({ outcome: 'carried' })
  })

  it('of a co-owned result waits for the co-owner, whose objection blocks it', async () => {
    const coOwners = [{ name: '（示例）江南农业科学研究院' }]
    const consented = await playAll(play({}, [event('grant-announced')], opened({ coOwners })))
    expect(consented.state.results['filing-consents#1']?.outcome).toBe('consented')
    const objected: Answers = {
      'filing-consents#1': { outcome: 'objected', data: { consents: [] }, reason: '拟作为技术秘密共同保护' },
      'decide#2': { outcome: 'keep-secret', data: sample.sampleDecision(sample.sampleSecrecyPlan(manager)) },
    }
    const blocked = await playAll(play(objected, [], opened({ coOwners, publicDisclosures: [] })))
    expect(blocked.end.outcome).toBe('kept-secret')
  })
})

describe('two filings on one day', () => {
  const dual: Answers = {
    decide: decided('same-day-dual', { dual: { shapeOrStructure: true, warningRead: true } }),
    'record-filing': (_, today) => ({ outcome: 'filed', data: sample.sampleDualFiling(today) }),
  }
  const model = { applicationNumber: sample.utilityModelNumber }

  it('reward each grant, hear the office while the first reward is unpaid, and end when both are settled', async () => {
    const events = [
      event('grant-announced', model),
      event('entered-examination'),
      event('utility-model-to-be-abandoned', { answerMonths: 2 }),
      event('grant-announced'),
    ]
    const { end, state } = await playAll(play(dual, events))
    expect(end.outcome).toBe('granted')
    expect(state.results['note-event#1']?.outcome).toBe('granted-first')
    expect(state.results['grant-reward#1']?.data['totalFen']).toBe(150_000)
    expect(state.results['grant-reward#2']?.data['totalFen']).toBe(400_000)
    expect(state.results['abandon-utility-model#1']?.outcome).toBe('abandoned')
    expect(state.docket['own-amendments']).toBeDefined()
    expect(state.docket['utility-model-abandonment']?.class).toBe('statutory')
    expect(state.docket['grant-reward-utility-model']?.due.on).toBe('2026-06-02')
    expect(state.results['note-event#4']?.data['standing']).toEqual({
      [sample.inventionNumber]: 'granted',
      [sample.utilityModelNumber]: 'replaced',
    })
  })

  it('end with the utility model where the invention is rejected', async () => {
    const { end } = await playAll(play(dual, [event('grant-announced', model), event('rejected')]))
    expect(end.outcome).toBe('granted')
  })

  it('end without a patent where both come to nothing', async () => {
    const { end } = await playAll(play(dual, [event('withdrawn', model), event('rejected')]))
    expect(end).toEqual({ outcome: 'filing-ended', reason: 'rejected' })
  })
})

describe('withdrawal', () => {
  const ask = (simulation: Simulation, at: string): Simulation => ({
    ...simulation,
    next: (state) =>
      Object.values(state.tasks).some((task) => task.step === at)
        ? {
            actor: { is: 'person', person: ann, roles: [], deputyFor: [] },
            order: { name: 'withdraw-matter', reason: '拟补充实验后重新披露' },
          }
        : simulation.next(state),
  })

  it('is possible until a decision stands', async () => {
    const { end } = await simulate(ask(play(), 'cost-estimate'))
    expect(end.outcome).toBe('withdrawn')
  })

  it('is refused afterwards', async () => {
    const simulation = play({}, [event('grant-announced')])
    let asked = false
    const next = (state: MatterState): Turn => {
      if (asked || !Object.values(state.tasks).some((task) => task.step === 'record-filing')) return simulation.next(state)
      asked = true
      return {
        actor: { is: 'person', person: ann, roles: [], deputyFor: [] },
        order: { name: 'withdraw-matter', reason: '拟补充实验后重新披露' },
      }
    }
    const { end, refused } = await simulate({ ...simulation, next })
    expect(end.outcome).toBe('granted')
    expect(String(refused[0])).toContain('matter/past-withdrawal')
  })
})
