import { beforeAll, describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/title-grant.ts'
import type { CheckContext } from '#domain/checks.ts'
import { addYears, plainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import { isUnverified } from '#domain/refusal.ts'
import type { MatterState } from '#domain/state.ts'
import { rules } from '#domain/title-grant.ts'
import { ask, stateAt } from '#test/samples/title-grant-ask.ts'
import { agedPatent, contextOf, experts, notices, ofAged, play, team } from '#test/samples/title-grant-play.ts'
import { simulate } from '../simulator/simulate.ts'

const today = plainDay('2026-03-02')
const until = plainDay('2099-12-31')

const encumbered = (kind: string, more: object = {}) => [
  sample.sampleGrantRow(team, {
    encumbrances: [{ id: 'e-1', kind, recorded: false, since: '2025-01-01', source: '台账（示例）', ...more }],
  }),
]

describe('what the registers show', () => {
  const open = (registers: CheckContext['registers']) => ask('title-grant/open', sample.sampleGrant(team), undefined, { registers })

  it.each([
    ['exclusive-licence', 'exclusive-licence'],
    ['sole-licence', 'exclusive-licence'],
    ['open-licence', 'open-licence'],
    ['ownership-dispute', 'ownership-disputed'],
    ['preservation', 'preserved'],
    ['title-grant', 'already-granted'],
    ['negative-list', 'on-negative-list'],
  ])('%s bars an application, recorded or not', (kind, code) => {
    expect(open(encumbered(kind))).toEqual([code])
    expect(open(encumbered(kind, { endedOn: '2026-03-02' }))).toEqual([])
  })

  it('an ordinary licence and a pledge bar no application', () => {
    expect(open([...encumbered('ordinary-licence')])).toEqual([])
    expect(open(encumbered('pledge', { holder: '（示例）城商行' }))).toEqual([])
  })

  it('a result that is unknown, ended or another’s is not granted', () => {
    expect(open([])).toEqual(['result-unknown'])
    expect(open([sample.sampleGrantRow(team, { status: 'lapsed' })])).toEqual(['right-ended'])
    expect(open([sample.sampleGrantRow(team, { owners: [{ name: '（示例）某公司', since: sample.grantedFiledOn }] })])).toEqual([
      'not-owned-by-university',
    ])
  })

  it('is asked again when the unit approves: what was entered meanwhile decides, but not what this matter itself entered', async () => {
    const state = await stateAt('approve')
    const approve = (registers: CheckContext['registers'], outcome = 'approved') =>
      ask('title-grant/approve', sample.sampleApproval, state, { registers, outcome })
    expect(approve(encumbered('open-licence'))).toEqual(['open-licence'])
    expect(approve(encumbered('exclusive-licence'))).toEqual(['exclusive-licence'])
    expect(approve(encumbered('title-grant', { matter: 'm-9' }))).toEqual(['already-granted'])
    expect(approve(encumbered('title-grant', { matter: 'm-1' }))).toEqual([])
    expect(approve(encumbered('open-licence'), 'refused')).toEqual([])
  })
})

describe('the ownership check', () => {
  const pledged = encumbered('pledge', { holder: '（示例）城商行' })
  const check = async (data: object, registers: CheckContext['registers'], outcome = 'clear') =>
    ask('title-grant/ownership-check', { ...sample.sampleOwnership, ...data }, await stateAt('ownership-check'), { registers, outcome })
  const consent = { who: '（示例）城商行', number: sample.grantedNumber, consentedOn: today, letter: '城商函1号' }

  it('needs the pledgee’s consent for that very number', async () => {
    expect(await check({}, pledged)).toEqual(['pledgee-consent-missing'])
    expect(await check({ pledgeeConsents: [{ ...consent, number: 'ZL202420123457.0' }] }, pledged)).toEqual(['consent-for-another-number'])
    expect(await check({ pledgeeConsents: [{ ...consent, consentedOn: '2026-03-03' }] }, pledged)).toEqual(['consent-in-future'])
    expect(await check({ pledgeeConsents: [consent] }, pledged)).toEqual([])
  })

  it('needs every co-owner in writing, silence being none', async () => {
    const owners = [
      { name: sample.sampleUniversity, isHouse: true, since: sample.grantedFiledOn },
      { name: '（示例）农科院', since: sample.grantedFiledOn },
    ]
    const row = [sample.sampleGrantRow(team, { owners })]
    expect(await check({}, row)).toEqual(['co-owner-consent-missing'])
    const given = { ...consent, who: '（示例）农科院' }
    expect(await check({ coOwnerConsents: [given] }, row)).toEqual([])
    expect(await check({ coOwnerConsents: [{ ...given, shareBp: 5000 }] }, row)).toEqual(['co-owner-share-wrong'])
  })

  it('finds nothing clear that is not, and asks nothing of whoever finds it unclear', async () => {
    expect(await check({ ownershipClear: false, sponsorClause: 'forbids' }, agedPatent.registers)).toEqual([
      'ownership-unclear',
      'sponsor-forbids',
    ])
    expect(await check({ ownershipClear: false }, pledged, 'unclear')).toEqual([])
  })
})

describe('an application', () => {
  let at: MatterState
  beforeAll(async () => {
    at = await stateAt('apply')
  })
  const apply = async (mode: 'ownership' | 'use-right', changes: object = {}, more: Partial<CheckContext> = {}) =>
    ask('title-grant/apply', sample.sampleApplication(mode, today, changes), at, { outcome: mode, ...more })

  it('says shares that sum to the whole, or a term; not both', async () => {
    expect(await apply('ownership')).toEqual([])
    expect(await apply('use-right')).toEqual([])
    expect(await apply('ownership', { title: { universityBp: 3000, teamBp: 6000 } })).toEqual(['parts-do-not-sum'])
    expect(await apply('ownership', { title: { universityBp: 10_000, teamBp: 0 } })).toEqual(['team-without-share'])
    expect(await apply('ownership', { termYears: 10 })).toEqual(['term-of-ownership'])
    expect(await apply('use-right', { title: { universityBp: 3000, teamBp: 7000 } })).toEqual(['shares-of-use-right'])
    const { termYears: _, ...without } = sample.sampleApplication('use-right', today)
    expect(ask('title-grant/apply', without, at, { outcome: 'use-right' })).toEqual(['term-missing'])
  })

  it('for use has a term of ten years or more, within the life of the right', async () => {
    expect(await apply('use-right', { termYears: 9 })).toEqual(['term-too-short'])
    const old = { registers: [sample.sampleGrantRow(team, { filedOn: plainDay('2016-03-03') })] }
    expect(await apply('use-right', {}, old)).toEqual([])
    expect(await apply('use-right', { termYears: 11 }, old)).toEqual(['term-beyond-life'])
  })

  it('reads the least term from the dated parameters', async () => {
    const longer = { name: 'USE_RIGHT_MIN_YEARS', value: 12, citations: [{ law: '示例', sure: 'recalled' }] } as const
    expect(
      await apply('use-right', {}, { parameters: [...contextOf(undefined).parameters.filter(({ name }) => name !== longer.name), longer] }),
    ).toEqual(['term-too-short'])
  })

  it('in Zhejiang asks for a share of the title alone, where the university has entered nothing of its own', async () => {
    expect(await apply('use-right', {}, { province: 'Zhejiang' })).toEqual(['mode-not-covered'])
    expect(await apply('ownership', {}, { province: 'Zhejiang' })).toEqual([])
  })

  it('takes one incentive for one transformation, and says so', async () => {
    const { reference } = sample.sampleApplication('ownership', today).plan
    expect(await apply('ownership', { priorIncentives: [{ transformation: reference, incentive: 'award', on: today }] })).toEqual([
      'double-incentive',
    ])
    expect(await apply('ownership', { oneIncentive: false })).toEqual(['one-incentive-undeclared'])
  })

  it('plans ahead, reports within the year, and knows how it ends', async () => {
    const { plan } = sample.sampleApplication('ownership', today)
    expect(await apply('ownership', { plan: { ...plan, milestones: [{ what: '过去', by: today }] } })).toEqual(['milestone-past'])
    expect(await apply('use-right', { plan: { ...plan, milestones: [{ what: '期满后', by: addYears(today, 11) }] } })).toEqual([
      'milestone-after-term',
    ])
    expect(await apply('ownership', { firstReportOn: addYears(today, 2), exitTriggers: [] })).toEqual(['report-too-late', 'exit-missing'])
    expect(await apply('ownership', { valuation: { amountFen: 1, basis: '示例', on: until } })).toEqual(['valuation-in-future'])
  })
})

it('a rule that rests on memory alone is known as one, so that its refusal says to ask counsel', () => {
  const unverified = rules.filter((rule) => isUnverified(rule)).map(({ code }) => code)
  for (const code of [
    'mandate-missing',
    'double-incentive',
    'negative-grounds-found',
    'prospect-unclear',
    'taker-unclear',
    'not-performing',
  ])
    expect(unverified).toContain(`title-grant/${code}`)
  const verified = ['term-too-short', 'term-beyond-life', 'pledgee-consent-missing', 'disposal-needs-all', 'registration-day-missing']
  for (const code of verified) expect(unverified).not.toContain(`title-grant/${code}`)
})

it('heirs of a dead member are kept from deciding like the team itself', async () => {
  const [first, ...rest] = sample.sampleMembers(team)
  const members = [first, ...rest.slice(0, 1), { ...rest[1], standing: 'deceased', heirs: ['dora'], heirProof: '公证书' }]
  const data = { ...sample.sampleGrant(team), members } as unknown as JsonObject
  const { state } = await simulate(play(ofAged, [notices()], { ...agedPatent, data }))
  expect(ask('title-grant/convene-review', { members: [...experts, 'dora'] }, state)).toEqual(['panel-conflicted'])
})
