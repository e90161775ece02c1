import { beforeAll, describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/title-grant.ts'
import type { PersonId } from '#domain/actor.ts'
import { applyAction } from '#domain/apply.ts'
import type { CheckContext } from '#domain/checks.ts'
import { addYears, plainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import { isUnverified, type Refusal } from '#domain/refusal.ts'
import type { MatterState } from '#domain/state.ts'
import { checks } from '#domain/title-grant-checks.ts'
import { rules } from '#domain/title-grant.ts'
import {
  agedPatent,
  ann,
  applies,
  bo,
  chen,
  contextOf,
  experts,
  notices,
  ofAged,
  others,
  play,
  team,
  type Answers,
} from '#test/samples/title-grant-play.ts'
import { simulate } from '../simulator/simulate.ts'

const today = plainDay('2026-03-02')
const until = plainDay('2099-12-31')

type Form = keyof typeof checks

/** What the doors say to a form, as codes without the stem. */
function ask(form: Form, data: object, state: MatterState | undefined, more: Partial<CheckContext> = {}): string[] {
  const check = checks[form] as (data: never, context: CheckContext) => readonly Refusal[]
  return check(data as never, contextOf(state, { today, ...more })).map(({ code }) => code.replace('title-grant/', ''))
}

/** The state of a matter in which the step is open. */
async function stateAt(step: string, answers: Answers = {}, registers = agedPatent.registers): Promise<MatterState> {
  const { actions } = await simulate(play({ ...ofAged, ...answers }, [notices()], { registers }))
  const place = actions.findIndex((action) => action.kind === 'TaskOpened' && action.facts.task.step === step)
  const state = actions.slice(0, place + 1).reduce<MatterState | undefined>(applyAction, undefined)
  if (state === undefined || place < 0) throw new Error(`No ${step}`)
  return state
}

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
    const old = { registers: [sample.sampleGrantRow(team, { filedOn: plainDay('2016-03-02') })] }
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

describe('the office', () => {
  it('accepts on an authority in force that covers the way asked for, all conditions being met', async () => {
    const state = await stateAt('formal-check', { apply: applies('ownership') })
    const check = (changes: object, more: Partial<CheckContext> = {}) =>
      ask('title-grant/formal-check', { ...sample.sampleFormalCheck(sample.beijingAuthority), ...changes }, state, {
        outcome: 'accepted',
        ...more,
      })
    expect(check({})).toEqual([])
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
      ask('title-grant/draft-terms', sample.sampleTerms(form, { rightsEndOn: plainDay('2028-05-01'), ...changes }), state, {
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
    expect(ask('title-grant/sign-member', { termsRead: false }, signing, { outcome: 'signed' })).toEqual(['terms-unread'])
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

  it('end early by what everybody has signed', async () => {
    const state = reporting
    const ended = { agreedOn: until, document: '终字2号', signedBy: [ann, bo], reason: '退出' }
    expect(ask('title-grant/terminate', ended, state)).toEqual(['termination-in-future', 'termination-unsigned'])
    expect(ask('title-grant/terminate', { ...ended, agreedOn: today, signedBy: [ann, bo, chen] }, state)).toEqual([])
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
