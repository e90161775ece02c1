import { beforeAll, describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/title-grant.ts'
import type { PersonId } from '#domain/actor.ts'
import type { CheckContext } from '#domain/checks.ts'
import { plainDay } from '#domain/day.ts'
import { findToSign } from '#domain/signing.ts'
import type { MatterState } from '#domain/state.ts'
import { ask, stateAt } from '#test/samples/title-grant-ask.ts'
import { agedPatent, ann, applies, bo, chen, experts, notices, ofAged, others, play, team } from '#test/samples/title-grant-play.ts'
import { simulate } from '../simulator/simulate.ts'

const today = plainDay('2026-03-02')
const until = plainDay('2099-12-31')

describe('the office', () => {
  it('accepts on an authority in force that covers the way asked for, all conditions being met', async () => {
    const state = await stateAt('formal-check', { apply: applies('ownership') })
    const check = (changes: object, more: Partial<CheckContext> = {}) =>
      ask('title-grant/formal-check', { ...sample.sampleFormalCheck(sample.beijingAuthority), ...changes }, state, {
        outcome: 'accepted',
        ...more,
      })
    expect(check({})).toEqual([])
    expect(check({ authority: sample.zhejiangAuthority })).toEqual(['authority-unknown'])
    expect(check({ authority: sample.zhejiangAuthority }, { province: 'Zhejiang' })).toEqual([])
    expect(check({ authority: '校长办公会口头同意' })).toEqual(['authority-unknown'])
    expect(check({ prospectClear: false, takerClear: false, teamWilling: false })).toEqual([
      'prospect-unclear',
      'taker-unclear',
      'team-unwilling',
    ])
  })

  it('names grounds where it bars, and none where it clears', async () => {
    const state = await stateAt('secrecy-check')
    expect(ask('title-grant/secrecy-check', { touches: ['defence'] }, state, { outcome: 'cleared' })).toEqual(['negative-grounds-found'])
    expect(ask('title-grant/secrecy-check', { touches: [] }, state, { outcome: 'negative-list' })).toEqual(['negative-grounds-missing'])
    expect(ask('title-grant/settle-objection', { touches: [], decision: '异字1号' }, state, { outcome: 'security' })).toEqual([
      'negative-grounds-missing',
    ])
  })

  it('convenes enough experts, each once, none of the team or above or below it; the observer does not vote', async () => {
    const state = await stateAt('convene-review')
    const panel = (members: readonly string[], more: object = {}, people: CheckContext['people'] = []) =>
      ask('title-grant/convene-review', { members, ...more }, state, { people })
    expect(panel(experts)).toEqual([])
    expect(panel(['cai', 'cui'])).toEqual(['panel-too-small'])
    expect(panel(['cai', 'cui', 'cai'])).toEqual(['panel-member-twice'])
    expect(panel([...experts, bo])).toEqual(['panel-conflicted'])
    expect(panel(experts, { observer: 'cai' })).toEqual(['observer-votes'])
    const superior = { id: ann, isNaturalPerson: true, employer: 'here', relation: 'staff', supervisor: 'cai' as PersonId } as const
    expect(panel(experts, {}, [superior])).toEqual(['panel-conflicted'])
  })

  it('reviews a no by people who had no part in it, once', async () => {
    const unclear = { outcome: 'unclear', data: { ...sample.sampleOwnership, ownershipClear: false }, reason: '不清' }
    const against = { outcome: 'against', data: {}, reason: '前景不足' }
    const review = { outcome: 'review', data: { grounds: ['新证据'] } }
    const state = await stateAt('convene-appeal', { 'review-vote': against, 'ask-review': review })
    expect(ask('title-grant/convene-appeal', { members: experts }, state)).toEqual([
      'first-instance-again',
      'first-instance-again',
      'first-instance-again',
    ])
    expect(ask('title-grant/convene-appeal', { members: others }, state)).toEqual([])
    expect(ask('title-grant/ask-review', {}, state, { outcome: 'review' })).toEqual(['review-used'])
    const first = await stateAt('ask-review', { 'ownership-check': unclear })
    expect(ask('title-grant/ask-review', { grounds: [] }, first, { outcome: 'review' })).toEqual(['review-grounds-missing'])
  })

  it('approves with the statement of no unlawful gain and the facts it rests on', async () => {
    const state = await stateAt('approve')
    expect(ask('title-grant/approve', { noUnlawfulGain: false, factsConsidered: [] }, state, { outcome: 'approved' })).toEqual([
      'gain-undeclared',
      'facts-missing',
    ])
  })
})

describe('an agreement', () => {
  it('keeps to what was approved and posted, for nothing only where it says so, until the right ends', async () => {
    const state = await stateAt('draft-terms')
    const form = sample.sampleApplication('ownership', today)
    const terms = (changes: object, outcome = 'for-nothing') =>
      ask('title-grant/draft-terms', sample.sampleTerms(form, { rightsEndOn: plainDay('2028-04-30'), ...changes }), state, {
        outcome,
        registers: agedPatent.registers,
      })
    expect(terms({})).toEqual([])
    expect(terms({ title: { teamBp: 8000, universityBp: 2000 } })).toEqual(['terms-differ'])
    expect(terms({}, 'priced')).toEqual(['consideration-not-as-named'])
    expect(terms({ rightsEndOn: plainDay('2030-01-01') })).toEqual(['rights-end-wrong'])
  })

  it('for nothing has a market price or an exemption, every tax point looked at', async () => {
    const state = await stateAt('tax-review')
    expect(ask('title-grant/tax-review', { ...sample.sampleTaxReview, marketPriceFen: 0, flagsRead: [] }, state)).toEqual([
      'tax-flags-unread',
      'market-price-missing',
    ])
    expect(ask('title-grant/tax-review', { ...sample.sampleTaxReview, marketPriceFen: 0, exemption: '财税文件（示例）' }, state)).toEqual(
      [],
    )
  })

  it('is signed after reading, and its change filed and registered by days that can be', async () => {
    const signing = await stateAt('sign-member')
    const seen = findToSign(signing, 'title-grant/agreement')?.sha256
    expect(ask('title-grant/sign-member', { termsRead: false, sha256: seen }, signing, { outcome: 'signed' })).toEqual(['terms-unread'])
    expect(ask('title-grant/sign-member', { termsRead: true, sha256: seen }, signing, { outcome: 'signed' })).toEqual([])
    const filing = await stateAt('file-change')
    expect(ask('title-grant/file-change', { filedOn: until, numbers: [], receipt: '示例' }, filing)).toEqual([
      'numbers-missing',
      'filed-in-future',
    ])
    const reply = await stateAt('office-reply')
    const registered = (data: object) => ask('title-grant/office-reply', data, reply, { outcome: 'registered' })
    expect(registered({ repliedOn: today, notice: '手续合格通知书' })).toEqual(['registration-day-missing'])
    expect(registered({ repliedOn: until, notice: '手续合格通知书', registeredOn: plainDay('2026-03-01') })).toEqual([
      'reply-in-future',
      'registration-before-signing',
    ])
  })
})

describe('the years', () => {
  let reporting: MatterState
  beforeAll(async () => {
    reporting = await stateAt('annual-report')
  })

  it('have a report with each transformation once and one incentive for each, also over the years', async () => {
    const [one] = sample.sampleReport.transformations
    const report = async (transformations: readonly object[], outcome = 'reported') =>
      ask('title-grant/annual-report', { transformations }, reporting, { outcome, actor: ann })
    expect(await report([{ ...one, incentives: ['award', 'title-share'] }])).toEqual(['double-incentive'])
    expect(await report([{ ...one }, { ...one }])).toEqual(['transformation-twice'])
    expect(await report([], 'overdue')).toEqual(['overdue-by-time'])
    const { state: later } = await simulate(play(ofAged, [notices()], agedPatent))
    expect(
      ask(
        'title-grant/annual-report',
        { transformations: [{ ...one, reference: '（示例）育苗基质产业化第1年', incentives: ['award'] }] },
        later,
        { outcome: 'reported' },
      ),
    ).toEqual(['double-incentive'])
  })

  it('end in recovery only without transformation and after a hearing', async () => {
    const { state } = await simulate(play(ofAged, [notices()], agedPatent))
    expect(
      ask('title-grant/recovery-review', { ...sample.sampleRecovery(until), noUnlawfulGain: false }, state, { outcome: 'recovered' }),
    ).toEqual(['hearing-in-future', 'gain-undeclared', 'transformed-not-recoverable'])
    expect(ask('title-grant/recovery-review', sample.sampleRecovery(today), state, { outcome: 'kept' })).toEqual(['next-review-missing'])
  })

  it('know of a transformation that anybody has entered in the register since the agreement was signed', async () => {
    const idle = { 'annual-report': { outcome: 'reported', data: sample.sampleIdleReport } }
    const { state } = await simulate(play({ apply: applies('use-right'), ...idle }))
    const known = (on: string, more: object = {}) => ({
      registers: [sample.sampleGrantRow(team, { transformations: [{ kind: 'transfer', on: plainDay(on), ...more }] })],
    })
    const recover = (on: string) =>
      ask('title-grant/recovery-review', sample.sampleRecovery(today), state, { outcome: 'recovered', ...known(on) })
    expect(recover('2026-03-01')).toEqual([])
    expect(recover('2027-05-01')).toEqual(['transformed-not-recoverable'])
    const extend = (on: string) =>
      ask('title-grant/decide-extension', sample.sampleExtension(2), state, { outcome: 'extended', ...known(on) })
    expect(extend('2026-03-01')).toEqual(['not-performing'])
    expect(extend('2027-05-01')).toEqual([])
  })

  it('reward nothing that the register has as rewarded otherwise, neither in a report nor in a new application', async () => {
    const [one] = sample.sampleReport.transformations
    const { reference } = sample.sampleApplication('ownership', today).plan
    const rewarded = (incentives: readonly string[]) => ({
      registers: [sample.sampleGrantRow(team, { transformations: [{ kind: 'licence', on: today, reference, incentives }] })],
    })
    const report = { transformations: [{ ...one, reference }] }
    const told = (incentives: readonly string[]) =>
      ask('title-grant/annual-report', report, reporting, { outcome: 'reported', actor: ann, ...rewarded(incentives) })
    expect(told(['award'])).toEqual(['double-incentive'])
    expect(told(['title-share'])).toEqual([])
    const applying = await stateAt('apply')
    const apply = (incentives: readonly string[]) =>
      ask('title-grant/apply', sample.sampleApplication('ownership', today), applying, { outcome: 'ownership', ...rewarded(incentives) })
    expect(apply(['award'])).toEqual(['double-incentive'])
    expect(apply(['title-share'])).toEqual([])
  })

  it('are extended for a grant that performs well, within the life of the right', async () => {
    const { state } = await simulate(play({ apply: applies('use-right') }))
    const decide = (years: number | undefined) =>
      ask('title-grant/decide-extension', sample.sampleExtension(years), state, { outcome: 'extended' })
    expect(decide(2)).toEqual([])
    expect(decide(undefined)).toEqual(['extension-missing'])
    expect(decide(20)).toEqual(['term-beyond-life'])
    expect(ask('title-grant/extension-request', {}, state, { outcome: 'extend' })).toEqual(['extension-missing'])
    const idle = await simulate(
      play({ apply: applies('use-right'), 'annual-report': { outcome: 'reported', data: sample.sampleIdleReport } }),
    )
    expect(ask('title-grant/decide-extension', sample.sampleExtension(2), idle.state, { outcome: 'extended' })).toEqual(['not-performing'])
  })

  it('do not go on under an agreement that touches security', () => {
    const stands = (touches: readonly string[]) =>
      ask('title-grant/consider-overturned', { touches, decision: '异字8号' }, reporting, { outcome: 'stands' })
    expect(stands(['defence'])).toEqual(['overturned-touches-security'])
    expect(stands([])).toEqual([])
  })

  it('end early by what everybody has signed', async () => {
    const state = reporting
    const ended = { agreedOn: until, document: '终字2号', signedBy: [ann, bo], reason: '退出' }
    expect(ask('title-grant/terminate', ended, state)).toEqual(['termination-in-future', 'termination-unsigned'])
    expect(ask('title-grant/terminate', { ...ended, agreedOn: today, signedBy: [ann, bo, chen] }, state)).toEqual([])
  })
})
