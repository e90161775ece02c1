import { describe, expect, it } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import { partyCheckCharacterOf } from '#domain/party-code.ts'
import { checkDigitOf } from '#domain/patent-number.ts'
import { foldRegister } from '#domain/register-fold.ts'
import { checkRegisterChange } from '#domain/register-rules.ts'
import {
  findPatent,
  isInForce,
  listOwners,
  listUnpaidAnnuities,
  registerChange,
  subjectOf,
  type Encumbrance,
  type PatentFacts,
  type RegisterChange,
  type RegisterEvent,
  type RegisterEventFacts,
} from '#domain/register.ts'

const on = plainDay('2026-03-02')
const known = { source: '专利登记簿副本', on }
const number = `ZL202110000001.${checkDigitOf('202110000001')}`
const subject = { register: 'patent', id: number } as const
const filedOn = plainDay('2021-06-10')

const patent: PatentFacts = {
  number,
  title: '示例',
  kind: 'invention',
  filedOn,
  grantedOn: plainDay('2023-09-01'),
  status: 'granted',
  owners: [{ name: '示例大学', isHouse: true, since: filedOn }],
  annuities: [
    { year: 5, dueOn: plainDay('2025-06-10'), paidOn: plainDay('2025-05-20') },
    { year: 6, dueOn: plainDay('2026-03-01') },
  ],
  inventors: ['ann'] as PersonId[],
  encumbrances: [],
}

const pledge: Encumbrance = { id: 'e1', kind: 'pledge', recorded: true, since: plainDay('2026-01-05'), source: '质押登记通知书' }

function change<Kind extends RegisterEvent>(kind: Kind, facts: RegisterEventFacts[Kind]): RegisterChange {
  return registerChange(subject, kind, facts, known)
}

const codes = (before: PatentFacts | undefined, wanted: RegisterChange) => checkRegisterChange(before, wanted).map(({ code }) => code)
const fold = (before: PatentFacts | undefined, ...changes: RegisterChange[]) =>
  changes.reduce<PatentFacts | undefined>((facts, one) => foldRegister(facts, one) as PatentFacts, before) as PatentFacts

describe('a patent on the register', () => {
  it('is entered once, under a number whose check digit and kind are right', () => {
    expect(codes(undefined, change('PatentRegistered', patent))).toEqual([])
    expect(codes(patent, change('PatentRegistered', patent))).toEqual(['register/known'])
    expect(codes(undefined, change('PatentRegistered', { ...patent, number: 'ZL202110000001.Y' }))).toEqual([
      'register/patent-number-wrong',
    ])
    expect(codes(undefined, change('PatentRegistered', { ...patent, kind: 'design' }))).toEqual(['register/patent-number-of-another-kind'])
    expect(fold(undefined, change('PatentRegistered', patent))).toEqual(patent)
  })

  it('has its days in order, and no day to come', () => {
    const wrong = { ...patent, priorityOn: plainDay('2021-06-11'), grantedOn: plainDay('2021-06-09') }
    expect(codes(undefined, change('PatentRegistered', wrong))).toEqual(['register/priority-after-filing', 'register/grant-before-filing'])
    const tomorrow = { ...patent, filedOn: plainDay('2026-03-03'), grantedOn: plainDay('2026-03-03') }
    expect(codes(undefined, change('PatentRegistered', tomorrow))).toEqual(['register/day-to-come'])
    const { grantedOn: _, ...ungranted } = patent
    expect(codes(undefined, change('PatentRegistered', ungranted))).toEqual(['register/grant-day-missing'])
  })

  it('takes no change before it is entered', () => {
    expect(codes(undefined, change('StatusChanged', { status: 'lapsed' }))).toEqual(['register/unknown'])
    expect(() => fold(undefined, change('StatusChanged', { status: 'lapsed' }))).toThrow(/not on the register/)
  })

  it('that lapsed may be restored; one that expired or was invalidated stays so', () => {
    expect(codes({ ...patent, status: 'lapsed' }, change('StatusChanged', { status: 'granted' }))).toEqual([])
    expect(codes({ ...patent, status: 'invalidated' }, change('StatusChanged', { status: 'granted' }))).toEqual(['register/status-final'])
    expect(codes({ ...patent, status: 'expired' }, change('StatusChanged', { status: 'lapsed' }))).toEqual(['register/status-final'])
  })

  it('has an evaluation report only where it is no invention (专利法 66(2))', () => {
    expect(codes(patent, change('EvaluationReceived', { conclusion: 'positive' }))).toEqual(['register/evaluation-of-invention'])
    const model = { ...patent, kind: 'utility-model' } as const
    expect(codes(model, change('EvaluationReceived', { conclusion: 'positive' }))).toEqual([])
    expect(fold(model, change('EvaluationReceived', { conclusion: 'positive' })).evaluation).toEqual({
      conclusion: 'positive',
      source: known.source,
      since: on,
    })
  })
})

describe('owners', () => {
  it('change from a day on, and those before are remembered until it', () => {
    const owners = [
      { name: '示例大学', isHouse: true, shareBp: 7000 },
      { name: '安', shareBp: 3000 },
    ]
    const after = fold(patent, change('OwnerChanged', { since: on, owners }))
    expect(listOwners(after, plainDay('2026-03-01'))).toEqual([{ ...patent.owners[0], until: on }])
    expect(listOwners(after, on).map((one) => one.shareBp)).toEqual([7000, 3000])
  })

  it('have shares that make a whole, or none at all', () => {
    const since = on
    const two = (a?: number, b?: number) =>
      change('OwnerChanged', {
        since,
        owners: [
          { name: '甲', ...(a === undefined ? {} : { shareBp: a }) },
          { name: '乙', ...(b === undefined ? {} : { shareBp: b }) },
        ],
      })
    expect(codes(patent, two())).toEqual([])
    expect(codes(patent, two(5000, 5000))).toEqual([])
    expect(codes(patent, two(5000, 4999))).toEqual(['register/owner-shares-do-not-sum'])
    expect(codes(patent, two(10_000))).toEqual(['register/owner-shares-do-not-sum'])
    expect(codes(patent, change('OwnerChanged', { since, owners: [] }))).toEqual(['register/owner-missing'])
  })

  it('do not change before the present ones began', () => {
    const early = change('OwnerChanged', { since: plainDay('2021-06-09'), owners: [{ name: '甲' }] })
    expect(codes(patent, early)).toEqual(['register/owner-change-back-dated'])
  })
})

describe('annuities', () => {
  it('are owed from their due day until they are paid', () => {
    expect(listUnpaidAnnuities(patent, plainDay('2026-02-28'))).toEqual([])
    expect(listUnpaidAnnuities(patent, on).map((one) => one.year)).toEqual([6])
    const paid = fold(patent, change('AnnuityPaid', { year: 6, paidOn: on }))
    expect(listUnpaidAnnuities(paid, on)).toEqual([])
    expect(paid.annuities).toHaveLength(2)
  })

  it('are paid once, on a day that has come, within the term of protection', () => {
    expect(codes(patent, change('AnnuityPaid', { year: 5, paidOn: on }))).toEqual(['register/annuity-paid'])
    expect(codes(patent, change('AnnuityPaid', { year: 6, paidOn: plainDay('2026-03-03') }))).toEqual(['register/day-to-come'])
    expect(codes(patent, change('AnnuityPaid', { year: 7, paidOn: on }))).toEqual(['register/annuity-not-entered'])
    expect(codes(patent, change('AnnuityPaid', { year: 7, paidOn: on, dueOn: plainDay('2027-06-10') }))).toEqual([])
    expect(codes(patent, change('AnnuityDue', { year: 21, dueOn: on }))).toEqual(['register/annuity-year-beyond-term'])
    expect(codes({ ...patent, kind: 'utility-model' }, change('AnnuityDue', { year: 11, dueOn: on }))).toEqual([
      'register/annuity-year-beyond-term',
    ])
  })
})

describe('encumbrances', () => {
  it('hold from their day to the last by their terms, and end the day they are ended', () => {
    const { source: _, ...facts } = { ...pledge, until: plainDay('2027-01-05') }
    const bound = fold(patent, change('EncumbranceEntered', facts))
    const [entered] = bound.encumbrances as [Encumbrance]
    expect(entered.source).toBe(known.source)
    expect(['2026-01-04', '2026-01-05', '2027-01-05', '2027-01-06'].map((day) => isInForce(entered, plainDay(day)))).toEqual([
      false,
      true,
      true,
      false,
    ])
    const [ended] = fold(bound, change('EncumbranceEnded', { id: 'e1', endedOn: on })).encumbrances as [Encumbrance]
    expect(isInForce(ended, plainDay('2026-03-01'))).toBe(true)
    expect(isInForce(ended, on)).toBe(false)
  })

  it('are entered once and ended once, not before they began', () => {
    const bound = { ...patent, encumbrances: [pledge] }
    const { source: _, ...facts } = pledge
    expect(codes(bound, change('EncumbranceEntered', facts))).toEqual(['register/encumbrance-known'])
    expect(codes(bound, change('EncumbranceEnded', { id: 'e2', endedOn: on }))).toEqual(['register/encumbrance-unknown'])
    expect(codes(bound, change('EncumbranceEnded', { id: 'e1', endedOn: plainDay('2026-01-04') }))).toEqual(['register/days-reversed'])
    const ended = { ...patent, encumbrances: [{ ...pledge, endedOn: on }] }
    expect(codes(ended, change('EncumbranceEnded', { id: 'e1', endedOn: on }))).toEqual(['register/encumbrance-ended'])
    expect(fold({ ...patent, encumbrances: [{ ...pledge, recorded: false }] }, change('EncumbranceRecorded', { id: 'e1' }))).toMatchObject({
      encumbrances: [{ recorded: true }],
    })
  })
})

describe('parties and interests', () => {
  const seventeen = '91990000MA0000001'
  const code = seventeen + partyCheckCharacterOf(seventeen)
  const register = (party: { code: string; country: string }) =>
    checkRegisterChange(
      undefined,
      registerChange({ register: 'party', id: party.code }, 'PartyRegistered', { name: '示例', ...party }, known),
    )

  it('a Chinese party has a code with its check character, a foreign one its country and the number there', () => {
    expect(register({ code, country: 'CN' })).toEqual([])
    expect(register({ code: `${seventeen}?`, country: 'CN' })).toMatchObject([{ code: 'register/party-code-wrong' }])
    expect(register({ code: 'DE-HRB99999', country: 'DE' })).toEqual([])
    expect(register({ code: 'HRB99999', country: 'DE' })).toMatchObject([{ code: 'register/party-code-wrong' }])
  })

  it('an interest lies in the chain of the person, who may declare it again after it ended', () => {
    const id = `ann~${code}`
    const facts = { person: 'ann' as PersonId, party: code, relation: 'shareholder', since: on } as const
    const ended = { ...facts, until: on }
    const declared = registerChange({ register: 'interest', id }, 'InterestDeclared', facts, known)
    expect(subjectOf(declared)).toBe('person/ann')
    expect(checkRegisterChange(ended, declared)).toEqual([])
    expect(foldRegister(ended, declared)).toEqual(facts)
    const end = registerChange({ register: 'interest', id }, 'InterestEnded', { until: plainDay('2026-03-01') }, known)
    expect(checkRegisterChange(facts, end)).toMatchObject([{ code: 'register/days-reversed' }])
  })
})

describe('transformations', () => {
  const entered = (facts: RegisterEventFacts['TransformationEntered']) => change('TransformationEntered', facts)
  const shared = { kind: 'licence', on, reference: '甲项目', incentives: ['title-share'] } as const

  it('are rewarded once: who took a share of the title is given no award for the same one', () => {
    const once = fold(patent, entered(shared))
    expect(codes(once, entered({ ...shared, incentives: ['award'] }))).toEqual(['title-grant/double-incentive'])
    expect(codes(once, entered({ ...shared, reference: '乙项目', incentives: ['award'] }))).toEqual([])
    expect(codes(patent, entered({ ...shared, incentives: ['award', 'title-share'] }))).toEqual(['title-grant/double-incentive'])
  })

  it('are entered when they have happened', () => {
    expect(codes(patent, entered({ kind: 'self', on: plainDay('2026-03-03') }))).toEqual(['register/day-to-come'])
    expect(codes(patent, entered({ kind: 'self', on }))).toEqual([])
  })
})

describe('while an open licence is declared or announced', () => {
  const { source: _, ...free } = pledge
  const offer: Encumbrance = { id: 'o1', kind: 'open-licence', recorded: true, since: plainDay('2026-02-01'), source: '开放许可公告' }
  const offered = { ...patent, encumbrances: [offer] }
  const licence = (kind: Encumbrance['kind'], more: object = {}) =>
    change('EncumbranceEntered', { ...free, id: 'l1', kind, since: on, ...more })

  it('no exclusive or sole licence is entered, whether it begins now or goes on until now', () => {
    expect(codes(offered, licence('exclusive-licence'))).toEqual(['open-licence/exclusive-barred'])
    expect(codes(offered, licence('sole-licence'))).toEqual(['open-licence/exclusive-barred'])
    expect(codes(offered, licence('exclusive-licence', { since: plainDay('2025-05-01') }))).toEqual(['open-licence/exclusive-barred'])
    expect(codes(offered, licence('title-grant'))).toEqual(['open-licence/transfer-barred'])
  })

  it('an ordinary licence is, and an exclusive one that was over before or begins after the withdrawal', () => {
    expect(codes(offered, licence('ordinary-licence'))).toEqual([])
    expect(codes(offered, licence('exclusive-licence', { since: plainDay('2025-05-01'), until: plainDay('2025-12-31') }))).toEqual([])
    const withdrawn = { ...patent, encumbrances: [{ ...offer, endedOn: on }] }
    expect(codes(withdrawn, licence('exclusive-licence'))).toEqual([])
  })
})

it('a patent is found by its number with and without the letters before it', () => {
  const rows = [{ register: 'patent', id: number, facts: patent }] as const
  expect(findPatent(rows, number)).toBe(patent)
  expect(findPatent(rows, number.slice(2))).toBe(patent)
  expect(findPatent(rows, 'ZL202110000002.0')).toBeUndefined()
})
