import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  sampleDualFiling,
  sampleEvent,
  sampleFiling,
  sampleOpening,
  samplePayments,
  utilityModelNumber,
} from '#cli/samples/pre-filing-assessment.ts'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import { fen, sumFen } from '#domain/money.ts'
import type { RewardPayments } from '#domain/pre-filing-assessment-forms.ts'
import { checkRewardPayments, computeGrantReward } from '#domain/pre-filing-assessment-reward.ts'
import { defaults } from '#policy/pre-filing-assessment.ts'
import { contextOf, inventors, result, stateWith } from '#test/samples/pre-filing-assessment-state.ts'

const on = '2026-04-15'
const granted = sampleEvent('grant-announced', '2026-07-03')
const team = sampleOpening(inventors).inventors
const reward = computeGrantReward(granted, sampleFiling(on), team, defaults)

describe('the reward for a grant', () => {
  it('3: nothing agreed or set: 400000 fen for an invention among three as 133334, 133333, 133333', () => {
    expect(reward).toMatchObject({ basis: 'statute', patentNumber: 'ZL202610123456.X', totalFen: 400_000 })
    expect(reward.parts.map(({ amountFen }) => amountFen)).toEqual([133_334, 133_333, 133_333])
  })

  it('is due for each patent: 150000 fen for a utility model of the same day', () => {
    const model = computeGrantReward({ ...granted, applicationNumber: utilityModelNumber }, sampleDualFiling(on), team, defaults)
    expect(model.totalFen).toBe(150_000)
  })

  it('follows the agreement, else the unit’s rule, by shares of contribution, whatever the statute’s least is', () => {
    const agreed = sampleFiling(on, { rewardAgreed: { amountFen: fen(1_000_000), agreement: '（示例）奖励协议2026-1' } })
    const rule = { type: 'invention', amountFen: 200_000, document: '（示例）专利奖励办法第6条' }
    const policy = { ...defaults, lists: { ...defaults.lists, grantRewards: [rule] } }
    expect(computeGrantReward(granted, agreed, team, policy)).toMatchObject({ basis: 'agreement', document: '（示例）奖励协议2026-1' })
    expect(computeGrantReward(granted, agreed, team, policy).parts.map(({ amountFen }) => amountFen)).toEqual([500_000, 300_000, 200_000])
    expect(computeGrantReward(granted, sampleFiling(on), team, policy)).toMatchObject({ basis: 'unit-rule', totalFen: 200_000 })
  })

  it('is not earned by filing or publication', () => {
    expect(() => computeGrantReward(sampleEvent('published', '2026-07-03'), sampleFiling(on), team, defaults)).toThrow(RangeError)
  })

  it('a fen among three goes to one of them, and parts always sum to the whole (9.4)', () => {
    const one = sampleFiling(on, { rewardAgreed: { amountFen: fen(1), agreement: '（示例）' } })
    const equal = team.map((inventor) => ({ ...inventor, shareBp: 1 }))
    expect(computeGrantReward(granted, one, equal, defaults).parts.map(({ amountFen }) => amountFen)).toEqual([1, 0, 0])
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 12 }),
        (total, shares) => {
          const record = sampleFiling(on, { rewardAgreed: { amountFen: fen(total), agreement: '（示例）' } })
          const people = shares.map((shareBp, index) => ({ person: `p${index}` as PersonId, shareBp, relation: 'staff' as const }))
          return sumFen(computeGrantReward(granted, record, people, defaults).parts.map(({ amountFen }) => amountFen)) === total
        },
      ),
    )
  })

  it('of a tie goes to the earlier inventor on the record, and every time the same (9.26)', () => {
    const twice = [1, 2].map(() => computeGrantReward(granted, sampleFiling(on), team, defaults).parts)
    expect(twice[0]).toEqual(twice[1])
    expect(twice[0]?.[0]).toEqual({ person: 'ann', amountFen: 133_334 })
  })

  it('goes to inventors who left and to students like to the others (9.7, 9.8)', () => {
    const people = team.map((inventor, index) => ({
      ...inventor,
      relation: (['left', 'student', 'outside'] as const)[index] ?? ('staff' as const),
    }))
    expect(computeGrantReward(granted, sampleFiling(on), people, defaults).parts).toEqual(reward.parts)
  })
})

describe('the payment of a reward', () => {
  const state = stateWith({ 'grant-reward#1': result('only', reward) })
  const pay = (form: RewardPayments) =>
    checkRewardPayments(form, contextOf(state, { today: plainDay('2026-07-10') })).map(({ code }) => code)
  const full = samplePayments(reward.parts, '2026-07-10')
  const [first, ...others] = full.payments
  if (first === undefined) throw new Error('The sample pays somebody')

  it('reaches every inventor in full', () => {
    expect(pay(full)).toEqual([])
    expect(pay({ payments: others })).toEqual(['assessment/reward-short'])
    const [refusal] = checkRewardPayments(
      { payments: [{ ...first, amountFen: fen(133_333) }, ...others] },
      contextOf(state, { today: plainDay('2026-07-10') }),
    )
    expect(refusal?.fact).toMatchObject({ person: 'ann', due: '1,333.34', paid: '1,333.33' })
  })

  it('may come in parts and may be more, but goes to nobody else and never twice on one voucher', () => {
    const parts = [{ ...first, amountFen: fen(100_000) }, { ...first, amountFen: fen(50_000), voucher: '示例-JL-2028-0009' }, ...others]
    expect(pay({ payments: parts })).toEqual([])
    expect(pay({ payments: [...full.payments, { ...first, person: 'eva' as PersonId, voucher: '示例-9' }] })).toEqual([
      'assessment/reward-stranger',
    ])
    expect(pay({ payments: [...full.payments, first] })).toEqual(['assessment/voucher-twice'])
    expect(pay(samplePayments(reward.parts, '2026-07-11'))).toEqual(Array.from({ length: 3 }, () => 'assessment/paid-in-future'))
  })

  it('9.6: of an inventor who died goes to heirs who proved their right, or into deposit with its receipt', () => {
    expect(pay({ payments: [{ ...first, to: 'heirs' }, ...others] })).toEqual(['assessment/proof-missing'])
    expect(pay({ payments: [{ ...first, to: 'heirs', proof: '（示例）继承公证书' }, ...others] })).toEqual([])
    expect(pay({ payments: [{ ...first, to: 'deposit' }, ...others] })).toEqual(['assessment/proof-missing'])
  })
})
