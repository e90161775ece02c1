import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/title-grant.ts'
import type { Actor } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { MatterState } from '#domain/state.ts'
import { endOf } from '#domain/title-grant-monitoring.ts'
import {
  agedPatent,
  ann,
  applies,
  bo,
  drafts,
  isAt,
  lawyer,
  notices,
  ofAged,
  ofOld,
  oldPatent,
  papersOf,
  play,
  playAll,
  representative,
  says,
  silent,
  terminated,
  team,
  type Answer,
} from '#test/samples/title-grant-play.ts'
import { simulate, type Simulation, type Turn } from '../simulator/simulate.ts'

const settled = (outcome: string, touches: readonly string[] = []): Answer => ({
  outcome,
  data: { touches, decision: '（示例）异字〔2026〕3号' },
  reason: '异议成立',
})
const idle: Answer = { outcome: 'reported', data: sample.sampleIdleReport }
const useRight = { apply: applies('use-right') }
const twelveYears = { registers: [sample.sampleGrantRow(team, { filedOn: plainDay('2019-03-01') })] }

describe('a notice', () => {
  it('upheld on inventorship goes back to the team, which signs, applies and is approved anew', async () => {
    const upheld = { 'settle-objection': settled('inventorship') }
    const { end, state } = await simulate(play({ ...ofOld, ...upheld }, [notices('closed-upheld')], oldPatent))
    expect(end.outcome).toBe('term-ended')
    expect(Object.keys(state.results).filter((id) => id.startsWith('approve#'))).toHaveLength(2)
    expect(papersOf(state).filter((paper) => paper === 'split-agreement')).toHaveLength(2)
    const unclear: Answer = { outcome: 'unclear', data: { ...sample.sampleOwnership, ownershipClear: false }, reason: '合作协议约定不明' }
    const anew = await playAll(play({ ...upheld, 'ownership-check#2': unclear }, [notices('closed-upheld')]))
    expect(anew.end.outcome).toBe('rejected')
  })

  it('upheld on security puts the result on the negative list', async () => {
    const { end, state } = await simulate(
      play({ 'settle-objection': settled('security', ['economic-security']) }, [notices('closed-upheld')]),
    )
    expect(end.outcome).toBe('negative-list')
    expect(papersOf(state).at(-1)).toBe('refusal-letter')
  })

  it('upheld on anything else, or cancelled, is applied for again without a new split', async () => {
    const { end, state } = await simulate(play(ofAged, [notices('closed-upheld', 'cancelled')], agedPatent))
    expect(end.outcome).toBe('term-ended')
    expect(state.results['apply#3']).toBeDefined()
    expect(papersOf(state).filter((paper) => paper === 'split-agreement')).toHaveLength(1)
  })

  it('overturned by a late objection stops the signatures', async () => {
    const told = says('notice-overturned', { notice: 'm-2', number: 'X-2026-00002', on: plainDay('2026-03-02') }, 'draft-terms')
    const refuses: Answer = { outcome: 'refused', data: { termsRead: true }, reason: '公示已被推翻' }
    const givenUp: Answer = { outcome: 'given-up', data: {}, reason: '公示已被推翻' }
    const simulation = play({ ...ofAged, 'agreement-refused': givenUp }, [notices(), told], agedPatent)
    await expect(simulate(simulation)).rejects.toThrow('title-grant/notice-overturned')
    const { end } = await simulate(play({ ...ofAged, 'sign-member': refuses, 'agreement-refused': givenUp }, [notices(), told], agedPatent))
    expect(end.outcome).toBe('not-agreed')
  })
})

describe('an agreement', () => {
  it('that a member or the university does not sign is drawn up again', async () => {
    const refuses: Answer = { outcome: 'refused', data: { termsRead: true }, reason: '费用分担不当' }
    const priced = { apply: applies('ownership', { considerationFen: 100_000_000 as never }), 'draft-terms': ofOld['draft-terms'] }
    const { end, state } = await playAll(
      play({ ...priced, 'sign-member#2': refuses, 'sign-university#1': refuses }, [notices()], oldPatent),
    )
    expect(end.outcome).toBe('term-ended')
    expect(papersOf(state).filter((paper) => paper === 'agreement')).toHaveLength(3)
    expect(state.results['tax-review#1']).toBeUndefined()
  })
})

describe('a use right', () => {
  it('brings the plan as a paper of its own and changes no title', async () => {
    const { end, state } = await simulate(
      play({ ...useRight, 'draft-terms': drafts({ rightsEndOn: plainDay('2039-02-28') }) }, [notices()], twelveYears),
    )
    expect(end.outcome).toBe('term-ended')
    expect(papersOf(state).slice(0, 3)).toEqual(['split-agreement', 'application-form', 'transformation-plan'])
    expect(papersOf(state)).not.toContain('change-sheet')
    expect(state.docket['extension-notice']?.due.on).toBe('2035-09-04')
    expect(state.results['extension-request#1']?.on).toBe('2035-09-04')
    expect(endOf(state)).toBe('2036-03-02')
  })

  it('is extended where it performed well and the right lives long enough, and asked about again before the new end', async () => {
    const asks: Answer = { outcome: 'extend', data: { years: 2, plan: '推广至三省（示例）' } }
    const answers = { ...useRight, 'draft-terms': drafts({ rightsEndOn: plainDay('2039-02-28') }), 'extension-request#1': asks }
    const { end, state } = await simulate(play(answers, [notices()], twelveYears))
    expect(end.outcome).toBe('term-ended')
    expect(endOf(state)).toBe('2038-03-02')
    expect(state.results['extension-request#2']?.outcome).toBe('let-end')
    expect(papersOf(state)).toContain('extension-decision')
  })

  it('does not renew itself: silence before the end lets it end', async () => {
    const answers = { ...useRight, 'draft-terms': drafts({ rightsEndOn: plainDay('2039-02-28') }), 'extension-request': silent }
    const { end, state } = await simulate(play(answers, [notices()], twelveYears))
    expect(end.outcome).toBe('term-ended')
    expect(state.results['extension-request#1']).toMatchObject({ outcome: 'let-end', by: { is: 'system', name: 'timer' } })
  })

  it('ends with the right it is about, once the office has considered what the register says', async () => {
    const changed = says('fact-changed', { subject: `patent/${sample.grantedNumber}`, kind: 'StatusChanged' }, 'monitoring', undefined, 2)
    const answers = {
      ...useRight,
      'draft-terms': drafts({ rightsEndOn: plainDay('2039-02-28') }),
      'consider-change#2': { outcome: 'ended', data: {}, reason: '专利权被宣告无效' },
    }
    const { end, state } = await playAll(play(answers, [notices(), changed], twelveYears))
    expect(end.outcome).toBe('right-ended')
    expect(state.results['consider-change#1']?.outcome).toBe('noted')
  })
})

describe('the years of a grant', () => {
  it('go on over a report that nobody made, which stays on record', async () => {
    const { end, state } = await playAll(play({ ...ofAged, 'annual-report#1': silent }, [notices()], agedPatent))
    expect(end.outcome).toBe('term-ended')
    expect(state.results['annual-report#1']).toMatchObject({ outcome: 'overdue', by: { is: 'system', name: 'timer' } })
    expect(papersOf(state).filter((paper) => paper === 'annual-report')).toHaveLength(1)
  })

  it('without transformation lead to a review after 36 months, once put off, and then to recovery and the return of the share', async () => {
    const kept: Answer = { outcome: 'kept', data: sample.sampleRecovery(plainDay('2029-03-02'), 12), reason: '承接单位已签意向' }
    const { end, state } = await simulate(play({ 'annual-report': idle, 'recovery-review#1': kept }))
    expect(end.outcome).toBe('recovered')
    expect(state.results['recovery-review#1']?.on).toBe('2029-03-03')
    expect(state.results['recovery-review#2']?.on).toBe('2030-03-03')
    expect(state.results['title-return#1']?.outcome).toBe('needed')
    expect(papersOf(state).filter((paper) => paper === 'change-sheet')).toHaveLength(2)
  })

  it('of a use right end by recovery without anything to return', async () => {
    const answers = { ...useRight, 'draft-terms': drafts({ rightsEndOn: plainDay('2039-02-28') }), 'annual-report': idle }
    const { end, state } = await simulate(play(answers, [notices()], twelveYears))
    expect(end.outcome).toBe('recovered')
    expect(state.results['title-return#1']?.outcome).toBe('not-needed')
  })

  it('end early by an agreement that all have signed; the share goes back, or stays where the office refuses', async () => {
    const told = says('terminate', terminated, 'monitoring', lawyer)
    const { end, state } = await playAll(play(ofAged, [notices(), told], agedPatent))
    expect(end).toEqual({ outcome: 'terminated' })
    expect(state.results['office-reply#2']?.outcome).toBe('registered')
    const refusal: Answer = { outcome: 'refused', data: sample.sampleReply(plainDay('2026-03-02'), false), reason: '证明文件不符' }
    const answers = { ...ofAged, 'office-reply#2': refusal, 'change-refused': { outcome: 'given-up', data: {}, reason: '另行诉讼解决' } }
    const refused = await simulate(play(answers, [notices(), told], agedPatent))
    expect(refused.end).toEqual({ outcome: 'terminated', reason: 'title-not-returned' })
  })
})

describe('withdrawal', () => {
  const withdraw = (actor: Actor): Turn => ({ actor, order: { name: 'withdraw-matter', reason: '承接单位退出（示例）' } })
  const asking = (simulation: Simulation, when: (state: MatterState) => boolean): Simulation => {
    let asked = false
    return {
      ...simulation,
      next(state) {
        if (asked || !when(state)) return simulation.next(state)
        asked = true
        return withdraw(representative)
      },
    }
  }
  const proposed = says('propose-withdrawal', { reason: '承接单位退出（示例）' }, 'formal-check', representative)

  it('is the representative’s alone before anybody has signed', async () => {
    const { end } = await simulate(asking(play(), (state) => isAt(state, 'agree-split')))
    expect(end.outcome).toBe('withdrawn')
  })

  it('needs the signature of every member afterwards', async () => {
    const { end, refused } = await simulate(asking(play(ofAged, [notices()], agedPatent), (state) => isAt(state, 'formal-check')))
    expect(end.outcome).toBe('term-ended')
    expect(String(refused[0])).toContain('matter/past-withdrawal')
  })

  it('comes about with all of them, also while experts vote', async () => {
    const consented = (state: MatterState) => team.every((person) => state.results[`consent-withdrawal#1/${person}`] !== undefined)
    const { end } = await simulate(asking(play({}, [notices(), proposed]), consented))
    expect(end.outcome).toBe('withdrawn')
  })

  it('fails where one member refuses, and the matter goes on', async () => {
    const answered = (state: MatterState) => state.results[`consent-withdrawal#1/${bo}`] !== undefined
    const answers = { ...ofAged, 'consent-withdrawal#1/bo': { outcome: 'refused', data: {} } }
    const { end, refused } = await simulate(asking(play(answers, [notices(), proposed], agedPatent), answered))
    expect(end.outcome).toBe('term-ended')
    expect(String(refused[0])).toContain('matter/past-withdrawal')
  })

  it('is past once the agreement is signed', async () => {
    const late = says('propose-withdrawal', { reason: '不再转化（示例）' }, 'monitoring', representative)
    await expect(simulate(play(ofAged, [notices(), late], agedPatent))).rejects.toThrow('title-grant/withdrawal-past')
  })

  it('is nobody else’s', async () => {
    const other: Actor = { is: 'person', person: bo, roles: [], deputyFor: [] }
    const simulation = play(ofAged, [notices()], agedPatent)
    let asked = false
    const next = (state: MatterState): Turn => {
      if (asked || !isAt(state, 'agree-split')) return simulation.next(state)
      asked = true
      return withdraw(other)
    }
    const { refused } = await simulate({ ...simulation, next })
    expect(refused).toHaveLength(1)
    expect(ann).not.toBe(bo)
  })
})
