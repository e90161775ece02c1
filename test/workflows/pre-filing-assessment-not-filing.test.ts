import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/pre-filing-assessment.ts'
import {
  ann,
  chen,
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

describe('an assessment that does not file', () => {
  const notFile = {
    decide: { outcome: 'not-file', data: sample.sampleRefusal },
    'score#1/eva': { outcome: 'scored', data: sample.sampleScore(40) },
    score: { outcome: 'scored', data: sample.sampleScore(40) },
  }

  it('keeps the result secret with a plan and a day to look at it again', async () => {
    const secret: Answer = { outcome: 'keep-secret', data: sample.sampleDecision(sample.sampleSecrecyPlan(manager)) }
    const { end, state } = await playAll(play({ decide: secret }))
    expect(end.outcome).toBe('kept-secret')
    expect(state.docket['secret-review']?.due.on).toBe('2027-03-02')
  })

  it('publishes it after its secrecy review, the committee having agreed against the score', async () => {
    const publish: Answer = { outcome: 'publish', data: sample.sampleDecision({ ...sample.samplePublicationReview, panel: members }) }
    const { end, state } = await playAll(play({ decide: publish }))
    expect(end.outcome).toBe('published')
    expect(papersOf(state)).toEqual(['report', 'panel-minutes', 'publication-decision'])
  })

  it('hands it over for nothing after the tax review, by an agreement that is drawn, confirmed by every party, and signed in its file', async () => {
    const { end, state } = await playAll(play(notFile))
    expect(end.outcome).toBe('handed-over')
    const drawn = state.papers.filter(({ revises }) => revises === undefined)
    expect(drawn.map(({ template }) => template.split('/')[1])).toEqual(['report', 'refusal-notice', 'hand-over-agreement'])
    expect(state.results['tax-review#1']?.outcome).toBe('reviewed')
    const confirmed = Object.entries(state.results).filter(([id]) => /^(sign|seal)-hand-over/.test(id))
    expect(confirmed).toHaveLength(4)
    for (const [, { data }] of confirmed) expect(data['sha256']).toBe(drawn.at(-1)?.sha256)
    expect(state.papers.filter(({ revises }) => revises !== undefined)).toHaveLength(4)
    expect(state.papers.at(-1)?.step).toBe('seal-agreement#4')
  })

  it('needs no tax review for a price, and goes to those alone who want it', async () => {
    const { end, state } = await playAll(
      play({
        ...notFile,
        'hand-over-election#1/bo': { outcome: 'decline', data: {} },
        'hand-over-terms': (_, today) => ({ outcome: 'priced', data: sample.sampleTerms([ann, chen], today, 1_000_000) }),
      }),
    )
    expect(end.outcome).toBe('handed-over')
    expect(state.results['tax-review#1']).toBeUndefined()
    expect(state.results['sign-hand-over#1/bo']).toBeUndefined()
  })

  it('silence of the team for ten working days is acceptance, and silence on the offer declines it', async () => {
    const { end, state } = await playAll(
      play({ ...notFile, reply: silent, 'hand-over-election#1/bo': silent, 'hand-over-election': { outcome: 'decline', data: {} } }),
    )
    expect(end).toEqual({ outcome: 'not-filed', reason: 'nobody-takes-over' })
    expect(state.results['reply#1']).toMatchObject({ outcome: 'accept', by: { is: 'system', name: 'timer' }, on: '2026-03-17' })
    expect(state.results['hand-over-election#1/bo']).toMatchObject({ outcome: 'decline', by: { is: 'system' } })
  })

  it('hears a reply, and an appeal that the committee upholds leads to a filing', async () => {
    const answers: Answers = {
      ...notFile,
      'reply#1': { outcome: 'reply', data: sample.sampleReply },
      'reply#2': { outcome: 'appeal', data: sample.sampleAppeal },
      'decide#3': decided('file-cn'),
    }
    const { end, state } = await playAll(play(answers, [event('grant-announced')]))
    expect(end.outcome).toBe('granted')
    expect(state.results['appeal-vote#1']?.outcome).toBe('carried')
    expect(papersOf(state)).toEqual(['report', 'refusal-notice', 'refusal-notice', 'appeal-minutes', 'filing-form', 'reward-notice'])
  })

  it('an appeal that fails leads to the offer; refused terms are drawn up again until legal gives up', async () => {
    const answers: Answers = {
      ...notFile,
      reply: { outcome: 'appeal', data: sample.sampleAppeal },
      'appeal-vote': { outcome: 'against', data: {}, reason: '维持原评估结论' },
      'sign-hand-over#1/bo': { outcome: 'refused', data: { termsRead: true }, reason: '收益留存比例过高' },
      'hand-over-refused#1': { outcome: 'renegotiate', data: {} },
      'seal-hand-over': { outcome: 'refused', data: { termsRead: true }, reason: '未约定报告周期' },
    }
    const { end, state } = await playAll(play(answers))
    expect(end).toEqual({ outcome: 'not-filed', reason: 'terms-not-agreed' })
    expect(state.results['hand-over-terms#2']).toBeDefined()
    expect(state.results['hand-over-refused#2']?.outcome).toBe('given-up')
  })

  it('takes a taker’s silence on the terms for a no', async () => {
    const { end, state } = await playAll(play({ ...notFile, 'sign-hand-over#1/chen': silent }))
    expect(end).toEqual({ outcome: 'not-filed', reason: 'terms-not-agreed' })
    expect(state.results['sign-hand-over#1/chen']).toMatchObject({ outcome: 'refused', by: { is: 'system', name: 'timer' } })
  })

  it('convenes the committee again where it has no quorum', async () => {
    const answers: Answers = {
      ...notFile,
      reply: { outcome: 'appeal', data: sample.sampleAppeal },
      'appeal-vote#1/cai': silent,
      'appeal-vote': { outcome: 'against', data: {}, reason: '维持原评估结论' },
      'hand-over-election': { outcome: 'decline', data: {} },
    }
    const { state } = await playAll(play(answers))
    expect(state.results['appeal-vote#1']?.outcome).toBe('no-quorum')
    expect(state.results['appeal-vote#2']?.outcome).toBe('lost')
  })

  it('offers nothing where the result was never the university’s', async () => {
    const reject: Answer = { outcome: 'reject', data: { ...sample.sampleRefusal, rejectionGround: 'not-service-invention' } }
    const { end } = await playAll(play({ ...notFile, decide: reject }))
    expect(end).toEqual({ outcome: 'not-filed', reason: 'not-service-invention' })
  })

  it('hands a co-owned result over when every co-owner consents', async () => {
    const coOwners = [{ name: '（示例）江南农业科学研究院' }]
    const { end, state } = await playAll(play(notFile, [], opened({ coOwners })))
    expect(end.outcome).toBe('handed-over')
    expect(state.results['co-owner-consents#1']?.outcome).toBe('consented')
  })

  it('ends unfiled where a co-owner objects to the hand-over', async () => {
    const objected: Answer = { outcome: 'objected', data: { consents: [] }, reason: '主张优先受让' }
    const coOwners = [{ name: '（示例）江南农业科学研究院' }]
    const { end } = await playAll(play({ ...notFile, 'co-owner-consents': objected }, [], opened({ coOwners })))
    expect(end).toEqual({ outcome: 'not-filed', reason: 'co-owner-objected' })
  })
})
