import { describe, expect, it } from 'vitest'
import type { ActorRef, InstitutionId, PersonId } from '#domain/actor.ts'
import { startClocks } from '#domain/clocks.ts'
import type { CheckContext } from '#domain/checks.ts'
import { plainDay } from '#domain/day.ts'
import { definition } from '#domain/disclosure.ts'
import {
  checkDisputeReport,
  checkFormalCheck,
  checkOwnershipDecision,
  checkSecrecyRuling,
  checkSecrecyScreen,
} from '#domain/disclosure-decisions.ts'
import { findOwnership } from '#domain/disclosure-ownership.ts'
import { checkConfirmation, checkProposal, checkSettlement } from '#domain/disclosure-shares.ts'
import { findSecrecyLevel, listApplicants } from '#domain/disclosure-state.ts'
import type { JsonObject } from '#domain/json.ts'
import { equalShares } from '#domain/negotiation.ts'
import { interestedPeople } from '#domain/project.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { MatterId, MatterState, Result, Task, TaskId } from '#domain/state.ts'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'

const [ann, bo, chen] = ['ann', 'bo', 'chen'] as PersonId[] as [PersonId, PersonId, PersonId]
const team = [ann, bo, chen]
const today = plainDay('2026-03-20')
const by: ActorRef = { is: 'person', person: ann, as: 'self' }

const result = (outcome: string, data: object = {}): Result => ({ outcome, data: data as JsonObject, by, at: 0, on: today })

function matter(results: { readonly [id: string]: Result } = {}, changes: Partial<MatterState> = {}): MatterState {
  return {
    seq: 1,
    head: {
      id: 'm-1' as MatterId,
      process: 'disclosure',
      institution: 'u-1' as InstitutionId,
      number: 'CP-2026-00001',
      openedBy: by,
      openedOn: today,
      policyVersion: 'v1',
    },
    data: { ...sampleDisclosure(team) },
    standing: { is: 'open' },
    tasks: {},
    waits: {},
    results,
    messages: [],
    papers: [],
    docket: {},
    corrections: {},
    clocks: startClocks(0),
    ...changes,
  }
}

const context = (more: Partial<CheckContext> = {}): CheckContext => ({
  today,
  calendar: [],
  parameters: [],
  people: [],
  registers: [],
  state: matter(),
  ...more,
})
const codes = (refusals: readonly Refusal[]) => refusals.map((refusal) => refusal.code)

describe('the formal check', () => {
  const similar = [{ matter: 'm-9', number: 'CP-2025-00009', scoreBp: 8200, titleBp: 9000, inventorsBp: 6333 }]
  const state = matter({ 'find-similar#1': result('done', { similar }) })
  const decided = (decision: 'different' | 'same') => ({ similar: [{ matter: 'm-9' as MatterId, decision }] })

  it('accepts only when every likeness found is decided', () => {
    expect(codes(checkFormalCheck({}, context({ state, outcome: 'accepted' })))).toEqual(['disclosure/similar-undecided'])
    expect(checkFormalCheck(decided('different'), context({ state, outcome: 'accepted' }))).toEqual([])
  })

  it('never accepts what it finds to be the same, and names what a duplicate repeats', () => {
    expect(codes(checkFormalCheck(decided('same'), context({ state, outcome: 'accepted' })))).toEqual(['disclosure/duplicate-accepted'])
    expect(codes(checkFormalCheck(decided('different'), context({ state, outcome: 'duplicate' })))).toEqual([
      'disclosure/duplicate-unnamed',
    ])
    expect(checkFormalCheck(decided('same'), context({ state, outcome: 'duplicate' }))).toEqual([])
    const itself = { similar: [{ matter: state.head.id, decision: 'same' as const }] }
    expect(codes(checkFormalCheck(itself, context({ state, outcome: 'duplicate' })))).toEqual(['disclosure/duplicate-unnamed'])
  })

  it('may return a report without deciding about likeness', () => {
    expect(checkFormalCheck({}, context({ state, outcome: 'returned' }))).toEqual([])
  })
})

describe('the secrecy screening', () => {
  it('finds a trade secret only with the measures that keep it', () => {
    expect(codes(checkSecrecyScreen({ mayPublish: false }, context({ outcome: 'trade-secret' })))).toEqual([
      'disclosure/secrecy-measures-missing',
    ])
    expect(checkSecrecyScreen({ mayPublish: false, measures: ['仅课题组知悉'] }, context({ outcome: 'trade-secret' }))).toEqual([])
    expect(checkSecrecyScreen({ mayPublish: true }, context({ outcome: 'none' }))).toEqual([])
  })

  it('is ruled upon by a ruling that exists already', () => {
    const ruling = { mayPublish: true, authority: 'provincial' as const, ruledOn: plainDay('2026-03-21') }
    expect(codes(checkSecrecyRuling(ruling, context({ outcome: 'none' })))).toEqual(['disclosure/ruling-in-future'])
  })

  it('binds from the ruling, else from the screening, else from what was reported', () => {
    expect(findSecrecyLevel(matter())).toBe('none')
    expect(findSecrecyLevel(matter({ 'secrecy-screen#1': result('trade-secret') }))).toBe('trade-secret')
    expect(findSecrecyLevel(matter({ 'secrecy-screen#1': result('doubtful'), 'secrecy-ruling#1': result('trade-secret') }))).toBe(
      'trade-secret',
    )
    expect(findSecrecyLevel(matter({ 'secrecy-screen#1': result('doubtful'), 'secrecy-ruling#1': result('none') }))).toBe('none')
  })
})

describe('the ownership finding', () => {
  const proposal = findOwnership(sampleDisclosure(team), { privateConsulting: 'law' })
  const state = matter({ 'ownership-proposal#1': result(proposal.kind, proposal) })
  const check = (outcome: string, decision: Parameters<typeof checkOwnershipDecision>[0]) =>
    codes(checkOwnershipDecision(decision, context({ state, outcome })))

  it('that follows the proposal needs no reason', () => {
    expect(check('service', { owners: [{ who: 'university' }] })).toEqual([])
  })

  it('that departs from the proposal, in kind or in owners, says why', () => {
    expect(check('non-service', { owners: [{ who: 'inventors' }] })).toEqual(['disclosure/departure-unreasoned'])
    expect(check('non-service', { owners: [{ who: 'inventors' }], departure: '利用业余时间和自有设备完成' })).toEqual([])
  })

  it('that names another co-owner than the one found departs from the proposal too', () => {
    const joint = { ...proposal, kind: 'joint', owners: [{ who: 'university' }, { who: 'other-unit', name: '示例研究院' }] }
    const found = matter({ 'ownership-proposal#1': result('joint', joint) })
    const decide = (name?: string) =>
      codes(
        checkOwnershipDecision(
          { owners: [{ who: 'university' }, { who: 'other-unit', ...(name === undefined ? {} : { name }) }] },
          context({ state: found, outcome: 'joint' }),
        ),
      )
    expect(decide('示例研究院')).toEqual([])
    expect(decide(' 示例研究院 ')).toEqual([])
    expect(decide('别的研究院')).toEqual(['disclosure/departure-unreasoned'])
    expect(decide()).toEqual(['disclosure/departure-unreasoned'])
  })

  it('names owners that fit its kind', () => {
    const departure = '合同另有约定'
    expect(check('service', { owners: [{ who: 'university' }, { who: 'partner' }], departure })).toEqual(['disclosure/owners-do-not-fit'])
    expect(check('joint', { owners: [{ who: 'university' }], departure })).toEqual(['disclosure/owners-do-not-fit'])
    expect(check('joint', { owners: [{ who: 'university' }, { who: 'university' }], departure })).toEqual(['disclosure/owners-do-not-fit'])
    expect(check('non-service', { owners: [{ who: 'former-employer', name: '示例研究所' }], departure })).toEqual([])
    expect(check('non-service', { owners: [], departure })).toEqual(['disclosure/owners-do-not-fit'])
    expect(check('non-service', { owners: [{ who: 'university' }], departure })).toEqual(['disclosure/owners-do-not-fit'])
    expect(check('agreement', { owners: [], departure })).toEqual(['disclosure/owners-do-not-fit'])
    expect(check('agreement', { owners: [{ who: 'partner' }], departure })).toEqual([])
  })

  it('gives all owners a share that sums to the whole, or none', () => {
    const departure = '共有协议'
    const joint = (university: number, partner?: number) => ({
      owners: [
        { who: 'university' as const, shareBp: university },
        { who: 'partner' as const, ...(partner === undefined ? {} : { shareBp: partner }) },
      ],
      departure,
    })
    expect(check('joint', joint(6000, 4000))).toEqual([])
    expect(check('joint', joint(6000, 3999))).toEqual(['disclosure/owner-shares-do-not-sum'])
    expect(check('joint', joint(10_000))).toEqual(['disclosure/owner-shares-do-not-sum'])
  })

  it('in dispute decides nothing yet', () => {
    expect(check('disputed', { owners: [] })).toEqual([])
  })

  it('lets a filing go ahead during a dispute once, and only where a patent is in view', () => {
    const ask = (asked: MatterState) =>
      codes(checkDisputeReport({ before: 'ip-office' }, context({ state: asked, outcome: 'protect-filing-date' })))
    expect(ask(matter())).toEqual([])
    expect(ask(matter({ 'protect-filing-date#1': result('opened') }))).toEqual(['disclosure/no-filing-to-protect'])
    expect(ask(matter({}, { data: { ...sampleDisclosure(team, { resultType: 'software' }) } }))).toEqual([
      'disclosure/no-filing-to-protect',
    ])
  })
})

describe('the shares', () => {
  it('of equal inventors are the same every time, the odd basis point with the first of the report', () => {
    expect(equalShares(team)).toEqual([
      { person: ann, shareBp: 3334 },
      { person: bo, shareBp: 3333 },
      { person: chen, shareBp: 3333 },
    ])
  })

  it('proposed make a whole and name every inventor and nobody else', () => {
    const propose = (shares: { [person: string]: number }) => codes(checkProposal({ shares }, context()))
    expect(propose({ ann: 5000, bo: 3000, chen: 2000 })).toEqual([])
    expect(propose({ ann: 5000, bo: 3000, chen: 1999 })).toEqual(['disclosure/shares-do-not-sum'])
    expect(propose({ ann: 5000, bo: 5000 })).toEqual(['disclosure/shares-not-for-everybody'])
    expect(propose({ ann: 5000, bo: 3000, chen: 1000, dora: 1000 })).toEqual(['disclosure/shares-not-for-everybody'])
  })

  it('are confirmed by writing one’s own number, with the feature contributed', () => {
    const task = { id: 'confirm-share#1/bo' as TaskId, step: 'confirm-share', people: [bo], given: { shareBp: 3000 } } as unknown as Task
    const state = matter({}, { tasks: { [task.id]: task } })
    const confirm = (shareBp: number, feature: string, actor = bo, outcome = 'confirmed') =>
      codes(checkConfirmation({ shareBp, feature }, context({ state, actor, outcome })))
    expect(confirm(3000, '预处理工艺')).toEqual([])
    expect(confirm(3001, '预处理工艺')).toEqual(['disclosure/share-differs'])
    expect(confirm(3000, ' ')).toEqual(['disclosure/own-feature-missing'])
    expect(confirm(3000, '预处理工艺', ann)).toEqual(['disclosure/confirmation-not-asked'])
    expect(confirm(0, '', bo, 'declined')).toEqual([])
  })

  it('are settled after everybody was heard', () => {
    const settle = (settlement: Parameters<typeof checkSettlement>[0], outcome: string) =>
      codes(checkSettlement(settlement, context({ outcome })))
    expect(settle({ heard: [ann, bo] }, 'determined')).toEqual(['disclosure/inventor-not-heard'])
    expect(settle({ heard: team }, 'determined')).toEqual([])
    expect(settle({ heard: team }, 'mediated')).toEqual(['disclosure/shares-do-not-sum', 'disclosure/shares-not-for-everybody'])
    expect(settle({ heard: team, shares: equalShares([ann, bo]) }, 'determined')).toEqual(['disclosure/shares-not-for-everybody'])
  })
})

describe('the people of a disclosure', () => {
  it('are its applicant, its inventors with their recorded shares, and who declared an interest', () => {
    const interests = { none: false, items: [{ person: chen, company: '示例公司', kind: 'post' as const }] }
    const data = { ...sampleDisclosure(team, { interests }) } as JsonObject
    const state = matter({ 'record-shares#1': result('confirmed', { shares: equalShares(team) }) }, { data })
    expect(definition.people(state)).toContainEqual({ person: bo, relation: 'inventor', shareBp: 3333 })
    expect(definition.people(state)).toContainEqual({ person: chen, relation: 'interested' })
    expect(new Set(interestedPeople(definition, state))).toEqual(new Set(team))
    expect(listApplicants(state)).toEqual([ann])
  })

  it('are the applicant alone, and the title is empty, where nothing of the content may be kept', () => {
    const stub = matter({}, { data: { secrecyLevel: 'state-secret' } })
    expect(definition.people(stub)).toEqual([{ person: ann, relation: 'applicant' }])
    expect(definition.title(stub)).toBe('')
    expect(definition.title(matter())).toMatch(/^（示例）/)
  })

  it('may withdraw it until it is docketed', () => {
    expect(definition.mayWithdraw(matter())).toBe(true)
    expect(definition.mayWithdraw(matter({ 'docket-result#1': result('docketed') }))).toBe(false)
  })
})
