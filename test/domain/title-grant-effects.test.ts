import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/title-grant.ts'
import type { Action } from '#domain/action.ts'
import { applyAction } from '#domain/apply.ts'
import { plainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import { checkOpening as checkNotice } from '#domain/public-notice-checks.ts'
import { foldRegister } from '#domain/register-fold.ts'
import { checkRegisterChange } from '#domain/register-rules.ts'
import { isInForce, listOwners, type PatentFacts, type RegisterRow } from '#domain/register.ts'
import type { MatterState } from '#domain/state.ts'
import { listLocked } from '#domain/subjects.ts'
import { noticeOf } from '#domain/title-grant-notice.ts'
import { definition } from '#domain/title-grant.ts'
import { defaults } from '#policy/title-grant.ts'
import { forms as noticeForms } from '#schemas/public-notice.ts'
import {
  agedPatent,
  ann,
  applies,
  bo,
  chen,
  contextOf,
  drafts,
  lawyer,
  notices,
  ofAged,
  play,
  representative,
  says,
  silent,
  team,
  type Answers,
  type Saying,
} from '#test/samples/title-grant-play.ts'
import { simulate, type Simulation } from '../simulator/simulate.ts'

/** Writes what every action that locks changes in the register of patents, as the record does; throws where the register refuses it. */
function registerAfter(actions: readonly Action[], row: RegisterRow = sample.sampleGrantRow(team)): PatentFacts {
  let state: MatterState | undefined
  let facts = row.facts as PatentFacts
  for (const action of actions) {
    const before = state
    state = applyAction(before, action)
    const locked = listLocked(definition, before, action)
    const changes = definition.effects(before, state, action)
    if (changes.length > 0 && locked === undefined) throw new Error(`${action.kind} changes registers without a lock`)
    for (const change of changes) {
      expect(locked).toContain(`${change.register}/${change.id}`)
      const refusals = checkRegisterChange(facts, change, state.head.id)
      if (refusals.length > 0) throw new Error(`${action.kind}: ${refusals.map(({ code }) => code).join(', ')}`)
      facts = foldRegister(facts, change) as PatentFacts
    }
  }
  return facts
}

async function played(answers: Answers = {}, sayings: readonly Saying[] = [notices()], more: Partial<Simulation> = {}) {
  return simulate(play({ ...ofAged, ...answers }, sayings, { ...agedPatent, ...more }))
}

const until = (actions: readonly Action[], step: string) =>
  actions.slice(0, actions.findIndex((action) => action.kind === 'TaskCompleted' && action.facts.task.startsWith(step)) + 1)
const day = plainDay('2026-03-02')

describe('the register of patents', () => {
  it('bears the grant from the unit’s approval on, not before, and until the grant ends', async () => {
    const { actions } = await played()
    expect(registerAfter(until(actions, 'secrecy-check')).encumbrances).toEqual([])
    const [reserved] = registerAfter(until(actions, 'approve')).encumbrances
    expect(reserved).toMatchObject({ kind: 'title-grant', recorded: false, matter: 'm-1' })
    expect(reserved !== undefined && isInForce(reserved, day)).toBe(true)
    expect(registerAfter(actions).encumbrances).toMatchObject([{ kind: 'title-grant', endedOn: '2028-05-01' }])
  })

  it('bears it only when the last link of the chain has approved', async () => {
    const dear = applies('ownership', { valuation: { amountFen: 200_000_000 as never, basis: '收益法（示例）', on: day } })
    const { actions } = await played({ apply: dear })
    expect(registerAfter(until(actions, 'approve#1')).encumbrances).toEqual([])
    expect(registerAfter(until(actions, 'approve#2')).encumbrances).toHaveLength(1)
  })

  it('is free again after a refusal, an upheld objection, and an agreement that does not come about', async () => {
    const no = { outcome: 'refused', data: sample.sampleApproval, reason: '条件尚不成熟' }
    expect(registerAfter((await played({ approve: no })).actions).encumbrances).toEqual([])
    const upheld = { 'settle-objection': { outcome: 'inventorship', data: { touches: [], decision: '异字1号' }, reason: '异议成立' } }
    const again = registerAfter((await played(upheld, [notices('closed-upheld')])).actions)
    expect(again.encumbrances).toMatchObject([{ endedOn: '2026-03-02' }, { endedOn: '2028-05-01' }])
    const refuses = { 'sign-member': { outcome: 'refused', data: { termsRead: true }, reason: '不同意' } }
    const givenUp = { ...refuses, 'agreement-refused': { outcome: 'given-up', data: {}, reason: '协商不成' } }
    expect(registerAfter((await played(givenUp)).actions).encumbrances).toMatchObject([{ endedOn: '2026-03-02' }])
  })

  it('is free again when the team takes the application back after the approval, and the notice is cancelled', async () => {
    const proposed = says('propose-withdrawal', { reason: '承接单位退出（示例）' }, 'notice-watch', representative)
    const simulation = play(ofAged, [proposed], agedPatent)
    let asked = false
    const { end, actions } = await simulate({
      ...simulation,
      next(state) {
        if (asked || !team.every((person) => state.results[`consent-withdrawal#1/${person}`] !== undefined)) return simulation.next(state)
        asked = true
        return { actor: representative, order: { name: 'withdraw-matter', reason: '承接单位退出（示例）' } }
      },
    })
    expect(end.outcome).toBe('withdrawn')
    expect(registerAfter(actions).encumbrances).toMatchObject([{ kind: 'title-grant', endedOn: '2026-03-02' }])
    const withdrawn = actions.findIndex(({ kind }) => kind === 'MatterWithdrawn')
    const before = actions.slice(0, withdrawn).reduce<MatterState | undefined>(applyAction, undefined)
    const action = actions[withdrawn] as Action
    expect(definition.tells(before, applyAction(before, action), action)).toMatchObject([{ matter: 'm-2', message: 'cancel-notice' }])
  })

  it('puts what the secrecy office bars on the negative list, and an upheld objection on security too', async () => {
    const listed = { 'secrecy-check': { outcome: 'negative-list', data: { touches: ['defence'] }, reason: '涉及国防' } }
    expect(registerAfter((await played(listed)).actions).encumbrances).toMatchObject([{ kind: 'negative-list' }])
    const security = {
      'settle-objection': { outcome: 'security', data: { touches: ['defence'], decision: '异字1号' }, reason: '涉及国防' },
    }
    const kinds = registerAfter((await played(security, [notices('closed-upheld')])).actions).encumbrances.map(({ kind, endedOn }) => [
      kind,
      endedOn,
    ])
    expect(kinds).toEqual([
      ['title-grant', '2026-03-02'],
      ['negative-list', undefined],
    ])
  })
})

describe('a late objection on security that is upheld after signing', () => {
  it('puts the result on the negative list beside the grant that is put up for recovery', async () => {
    const told = says('notice-overturned', { notice: 'm-2', number: 'X-2026-00002', on: day }, 'monitoring')
    const recover = {
      outcome: 'recover',
      data: { touches: ['defence'], decision: '异字8号' },
      reason: '涉及国防',
    }
    const { actions } = await played({ 'consider-overturned': recover }, [notices(), told])
    expect(registerAfter(actions).encumbrances.map(({ kind, endedOn }) => [kind, endedOn])).toEqual([
      ['title-grant', day],
      ['negative-list', undefined],
    ])
  })
})

describe('the transformations on the register', () => {
  it('are those of the yearly reports, each once, with its incentive and the matter', async () => {
    const [one] = sample.sampleReport.transformations
    const licence = { ...one, reference: '甲项目', kind: 'licence' }
    const report = (...transformations: object[]) => ({ outcome: 'reported', data: { transformations } })
    const { actions } = await played({
      'annual-report#1': report(licence, { ...licence, reference: '乙项目', kind: 'equity', incentives: [] }),
      'annual-report#2': report(licence, { ...licence, reference: '乙项目', kind: 'equity', incentives: ['award'] }),
    })
    expect(registerAfter(actions).transformations).toEqual([
      { kind: 'licence', on: '2027-03-02', reference: '甲项目', incentives: ['title-share'], matter: 'm-1' },
      { kind: 'equity', on: '2027-03-02', reference: '乙项目', incentives: [], matter: 'm-1' },
      { kind: 'equity', on: '2028-03-02', reference: '乙项目', incentives: ['award'], matter: 'm-1' },
    ])
  })

  it('are none of a year of which nobody reported', async () => {
    const { actions } = await played({ 'annual-report': silent })
    expect(registerAfter(actions).transformations).toBeUndefined()
  })

  it('refuse a second reward of one transformation, also in the transaction that records the report', async () => {
    const [one] = sample.sampleReport.transformations
    const { actions } = await played({
      'annual-report': { outcome: 'reported', data: { transformations: [{ ...one, reference: '甲项目' }] } },
    })
    const rewarded = [{ kind: 'licence', on: day, reference: '甲项目', incentives: ['award'] }]
    const row = sample.sampleGrantRow(team, { transformations: rewarded })
    expect(() => registerAfter(actions, row)).toThrow('title-grant/double-incentive')
  })
})

describe('the owners', () => {
  it('change on the day of registration: the university and each member by his part of the whole', async () => {
    const { actions } = await played()
    const facts = registerAfter(actions)
    expect(listOwners(facts, plainDay('2027-01-01')).map(({ name, shareBp }) => [name, shareBp])).toEqual([
      [sample.sampleUniversity, 3000],
      [ann, 3500],
      [bo, 2100],
      [chen, 1400],
    ])
    expect(facts.encumbrances[0]?.recorded).toBe(true)
    expect(registerAfter(until(actions, 'sign-university')).owners).toHaveLength(1)
  })

  it('beside a co-owner share the university’s part alone', async () => {
    const other = { name: '（示例）江南农科院', since: sample.grantedFiledOn, shareBp: 4000 }
    const owners = [{ name: sample.sampleUniversity, isHouse: true, since: sample.grantedFiledOn, shareBp: 6000 }, other]
    const registers = [sample.sampleGrantRow(team, { filedOn: plainDay('2008-05-01'), owners })]
    const consent = { who: other.name, number: sample.grantedNumber, consentedOn: day, letter: '农科函1号', shareBp: 4000 }
    const checked = { outcome: 'clear', data: { ...sample.sampleOwnership, coOwnerConsents: [consent] } }
    const { actions } = await simulate(play({ ...ofAged, 'ownership-check': checked }, [notices()], { registers }))
    const after = listOwners(registerAfter(actions, registers[0]), plainDay('2027-01-01'))
    expect(after.map(({ shareBp }) => shareBp)).toEqual([1800, 2100, 1260, 840, 4000])
  })

  it('stay as they are under a use right', async () => {
    const { actions } = await simulate(play({ apply: applies('use-right'), 'draft-terms': drafts() }))
    expect(registerAfter(actions).owners).toHaveLength(1)
  })

  it('turn back when the grant is ended and the share goes back', async () => {
    const ended = { agreedOn: day, document: '终字2号', signedBy: team, reason: '承接单位退出（示例）' }
    const { actions } = await played({}, [notices(), says('terminate', ended, 'monitoring', lawyer)])
    const now = listOwners(registerAfter(actions), plainDay('2027-01-01'))
    expect(now).toMatchObject([{ name: sample.sampleUniversity, isHouse: true, shareBp: 10_000 }])
  })
})

describe('the notice', () => {
  it('is one that its own process takes: result, team, share and plan, with the leaders’ posts and no personal number', async () => {
    const [first, ...rest] = sample.sampleMembers(team)
    const data = { ...sample.sampleGrant(team), members: [{ ...first, leadingPost: '副院长' }, ...rest] } as unknown as JsonObject
    const { actions } = await played({}, [notices()], { data })
    const place = actions.findIndex((action) => action.kind === 'StepDone' && action.facts.step === 'public-notice#1')
    const state = actions.slice(0, place).reduce<MatterState | undefined>(applyAction, undefined) as MatterState
    const notice = noticeOf(state, defaults)
    const known = team.map((id) => ({ id, isNaturalPerson: true, employer: 'here', relation: 'staff' }) as const)
    expect(noticeForms['public-notice/open'].parse(notice)).toEqual(notice)
    expect(notice).toMatchObject({
      kind: 'GRANT',
      subject: { grant: { what: 'ownership', shareBp: 7000 } },
      people: [{ post: '副院长' }, {}, {}],
    })
    expect(checkNotice(notice, contextOf(undefined, { today: day, people: known }))).toEqual([])
  })
})
