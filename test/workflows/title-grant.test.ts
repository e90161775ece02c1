import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/title-grant.ts'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import {
  agedPatent,
  ann,
  applies,
  bo,
  chen,
  declines,
  notices,
  ofAged,
  others,
  papersOf,
  play,
  playAll,
  silent,
  team,
  type Answer,
} from '#test/samples/title-grant-play.ts'
import { simulate } from '../simulator/simulate.ts'

const no: Answer = { outcome: 'refused', data: sample.sampleApproval, reason: '转化条件尚不成熟' }

describe('a grant of a share of the title', () => {
  it('is agreed, reviewed, approved, posted, signed by all, registered, and watched to the end of the right', async () => {
    const { end, state } = await playAll(play(ofAged, [notices()], agedPatent))
    expect(end.outcome).toBe('term-ended')
    expect(papersOf(state)).toEqual([
      'split-agreement',
      'application-form',
      'review-minutes',
      'approval-form',
      'diligence-pack',
      'agreement',
      'change-sheet',
      'annual-report',
      'annual-report',
    ])
    const signed = state.papers.filter(({ template }) => template === 'title-grant/agreement')
    expect(signed.map(({ revises }) => revises)).toEqual([undefined, ...signed.slice(0, -1).map(({ id }) => id)])
    expect(signed).toHaveLength(1 + 4)
    expect(state.docket['record-change']?.due.on).toBe('2026-04-01')
    expect(state.docket['recovery-review']?.due.on).toBe('2029-03-02')
    expect(state.docket['grant-end']?.due.on).toBe('2028-04-30')
    expect(state.results['tax-review#1']?.outcome).toBe('reviewed')
  })

  it('is signed by the members in the order of the record, by heirs for the dead, and by the university last', async () => {
    const dora = 'dora' as PersonId
    const [first, second, third] = sample.sampleMembers(team)
    const members = [
      first,
      { ...second, standing: 'deceased', heirs: [dora], heirProof: '（示例）公证书〔2026〕12号' },
      { ...third, standing: 'left' },
    ]
    const data = { ...sample.sampleGrant(team), members } as unknown as JsonObject
    const { state } = await simulate(play(ofAged, [notices()], { ...agedPatent, data }))
    const signed = Object.entries(state.results).flatMap(([id, { by }]) =>
      id.startsWith('sign-') && by.is === 'person' ? [by.person] : [],
    )
    expect(signed).toEqual([ann, dora, chen, 'officer-asset'])
    expect(state.results[`agree-split#1/${dora}`]?.outcome).toBe('signed')
    expect(state.results[`agree-split#1/${bo}`]).toBeUndefined()
  })

  it('of know-how has no register to change and no paper for it', async () => {
    const results = [{ register: 'result', number: 'cg-7', title: '（示例）工艺诀窍', type: 'know-how' }]
    const facts = {
      id: 'cg-7',
      title: '（示例）工艺诀窍',
      type: 'know-how',
      owners: [{ name: sample.sampleUniversity, isHouse: true, since: '2025-01-01' }],
      inventors: team,
      status: 'held',
      encumbrances: [],
    }
    const registers = [{ register: 'result', id: 'cg-7', facts }] as never
    const answers = { 'draft-terms': ofAged['draft-terms'], apply: applies('ownership') }
    const { end, state } = await simulate(
      play(answers, [notices()], { data: { ...sample.sampleGrant(team), results } as unknown as JsonObject, registers }),
    )
    expect(end.outcome).toBe('term-ended')
    expect(state.results['rights-change#1']?.outcome).toBe('not-needed')
    expect(papersOf(state)).not.toContain('change-sheet')
  })

  it('is filed again where the office wants a correction or refuses, and ends where legal gives it up', async () => {
    const correction: Answer = { outcome: 'correction', data: sample.sampleReply(plainDay('2026-03-02'), false), reason: '证明文件缺盖章' }
    const refusal: Answer = { outcome: 'refused', data: sample.sampleReply(plainDay('2026-03-02'), false), reason: '权利人名称不符' }
    const again = await simulate(play({ ...ofAged, 'office-reply#1': correction, 'office-reply#2': refusal }, [notices()], agedPatent))
    expect(again.state.results['office-reply#3']?.outcome).toBe('registered')
    expect(papersOf(again.state).filter((paper) => paper === 'change-sheet')).toHaveLength(3)
    const givenUp = { ...ofAged, 'office-reply': refusal, 'change-refused': { outcome: 'given-up', data: {}, reason: '无法补正' } }
    expect((await simulate(play(givenUp, [notices()], agedPatent))).end).toEqual({ outcome: 'terminated', reason: 'change-not-registered' })
  })
})

describe('the team', () => {
  it('revises its split until everybody signs', async () => {
    const { state } = await playAll(play({ approve: no, 'agree-split#1/bo': declines }))
    expect(state.results['revise-team#1']?.outcome).toBe('resubmitted')
    expect(state.results['agree-split#2/chen']?.outcome).toBe('signed')
  })

  it('that does not come to terms ends the matter', async () => {
    const givenUp: Answer = {
      outcome: 'given-up',
      data: { ...sample.sampleGrant(team), title: undefined, results: undefined },
      reason: '不能达成一致',
    }
    const { members, representative } = sample.sampleGrant(team)
    const { end } = await playAll(play({ 'agree-split#1/bo': declines, 'revise-team': { ...givenUp, data: { members, representative } } }))
    expect(end.outcome).toBe('team-not-agreed')
  })
})

describe('the university', () => {
  it('returns an incomplete application, and one that the approver wants changed', async () => {
    const back: Answer = { outcome: 'returned', data: sample.sampleFormalCheck(sample.beijingAuthority), reason: '承接对象意向函缺盖章' }
    const returned: Answer = { outcome: 'returned', data: sample.sampleApproval, reason: '请说明定价依据' }
    const { end, state } = await simulate(play({ ...ofAged, 'formal-check#1': back, 'approve#1': returned }, [notices()], agedPatent))
    expect(end.outcome).toBe('term-ended')
    expect(state.results['apply#3']?.outcome).toBe('ownership')
  })

  it('approves by the matrix: above its limit two links of the chain', async () => {
    const dear = applies('ownership', {
      valuation: { amountFen: 200_000_000 as never, basis: '收益法（示例）', on: plainDay('2026-03-02') },
    })
    const { state } = await simulate(play({ ...ofAged, apply: dear }, [notices()], agedPatent))
    expect(state.results['approve#2']?.by).toMatchObject({ as: 'committee' })
  })

  it('refuses with a letter; silence on it for ten working days is acceptance', async () => {
    const { end, state } = await playAll(play({ approve: no, 'ask-review': silent }))
    expect(end.outcome).toBe('rejected')
    expect(papersOf(state).at(-1)).toBe('refusal-letter')
    expect(state.results['ask-review#1']).toMatchObject({ outcome: 'accept', by: { is: 'system', name: 'timer' }, on: '2026-03-17' })
  })

  it('looks once more at a no, by others, and decides again where the review is upheld', async () => {
    const unclear: Answer = { outcome: 'unclear', data: { ...sample.sampleOwnership, ownershipClear: false }, reason: '合作协议约定不明' }
    const review: Answer = { outcome: 'review', data: { grounds: ['补充了合作协议的补充约定'] } }
    const { end, state } = await playAll(play({ 'ownership-check#1': unclear, 'ask-review': review, approve: no }))
    expect(end.outcome).toBe('rejected')
    expect(state.results['appeal-vote#1']?.outcome).toBe('carried')
    const second = await simulate(play({ 'ownership-check': unclear, 'ask-review': review }))
    expect(second.end.outcome).toBe('rejected')
    expect(papersOf(second.state).filter((paper) => paper === 'refusal-letter')).toHaveLength(2)
    expect(second.state.results['ask-review#2']).toBeUndefined()
  })

  it('stands by its no where the review fails, and convenes again without a quorum', async () => {
    const against: Answer = { outcome: 'against', data: {}, reason: '没有新的事实' }
    const review: Answer = { outcome: 'review', data: { grounds: ['市场情况有变化'] } }
    const answers = {
      'review-vote': { ...against, reason: '产业化前景不足' },
      'ask-review': review,
      'appeal-vote': against,
      [`appeal-vote#1/${others[0]}`]: silent,
    }
    const { end, state } = await simulate(play(answers))
    expect(end.outcome).toBe('rejected')
    expect(state.results['appeal-vote#1']?.outcome).toBe('no-quorum')
    expect(state.results['appeal-vote#2']?.outcome).toBe('lost')
  })

  it('recuses an expert who declares an interest, and names others where too few are left', async () => {
    const recused: Answer = { outcome: 'recuse', data: {}, reason: '与承接单位有合作' }
    const { state } = await simulate(
      play(
        { ...ofAged, 'review-vote#1/cai': recused, 'convene-review#2': { outcome: 'convened', data: { members: others } } },
        [notices()],
        agedPatent,
      ),
    )
    expect(state.results['review-vote#1']?.outcome).toBe('no-quorum')
    expect(state.results['review-vote#2']?.outcome).toBe('carried')
    expect(state.results['diligence-record#1']?.data['conflicts']).toMatchObject({ recused: ['cai'] })
  })

  it('refuses what touches the negative list without review', async () => {
    const listed: Answer = { outcome: 'negative-list', data: { touches: ['public-safety'] }, reason: '涉及城市公共安全' }
    const { end, state } = await playAll(play({ 'secrecy-check': listed }))
    expect(end.outcome).toBe('negative-list')
    expect(state.results['ask-review#1']).toBeUndefined()
  })

  it('keeps nothing of what turns out to be a state secret', async () => {
    const secret: Answer = { outcome: 'state-secret', data: { touches: ['defence'] } }
    const { end, state } = await simulate(play({ 'secrecy-check': secret }))
    expect(end.outcome).toBe('handed-to-secrecy-office')
    expect(JSON.stringify(state)).not.toContain('育苗基质')
  })
})
