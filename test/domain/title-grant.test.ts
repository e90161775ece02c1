import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/title-grant.ts'
import type { PersonId } from '#domain/actor.ts'
import type { CheckContext } from '#domain/checks.ts'
import { plainDay } from '#domain/day.ts'
import { fen, formatYuan, yuan } from '#domain/money.ts'
import { isUnverified, type Refusal } from '#domain/refusal.ts'
import { listAuthorities } from '#domain/title-grant-authority.ts'
import { checkDisposal, type Disposal } from '#domain/title-grant-disposal.ts'
import { checkIncentives } from '#domain/title-grant-incentive.ts'
import { listTaxFlags, overallShares, shareCost, splitIncome } from '#domain/title-grant-money.ts'
import { checkOpening, checkSplit, checkStatement } from '#domain/title-grant-team.ts'
import { parameters } from '#policy/parameters.ts'
import { ann, bo, calendar, chen, team } from '#test/samples/title-grant-play.ts'

const today = plainDay('2026-03-02')
const members = sample.sampleMembers(team)
const title = { universityBp: 3000, teamBp: 7000 }
const codes = (refusals: readonly Refusal[]) => refusals.map(({ code }) => code.replace('title-grant/', ''))

function contextOf(more: Partial<CheckContext> = {}): CheckContext {
  return { today, calendar, parameters, people: [], registers: [sample.sampleGrantRow(team)], province: 'Beijing', ...more }
}

describe('shares and money', () => {
  it('4 worked 1: a team of 50/30/20 with 70% of the title holds 35/21/14 of the whole, the university 30', () => {
    expect(overallShares(title, members).map(({ part }) => part)).toEqual([3500, 2100, 1400])
  })

  it('4 worked 2: net 891,080.00 gives the team 623,756.00 and the university 267,324.00', () => {
    const { team: theirs, university } = splitIncome(yuan('891,080.00'), title, members)
    expect([formatYuan(theirs), formatYuan(university)]).toEqual(['623,756.00', '267,324.00'])
  })

  it('4 worked 3: the members get 311,878.00, 187,126.80 and 124,751.20', () => {
    const split = splitIncome(yuan('891,080.00'), title, members)
    expect(split.members.map(({ part }) => formatYuan(part))).toEqual(['311,878.00', '187,126.80', '124,751.20'])
  })

  it('4 worked 4: by a use right the university takes its 20% of net', () => {
    const { university, team: theirs } = splitIncome(yuan('891,080.00'), { universityBp: 2000, teamBp: 8000 }, members)
    expect([formatYuan(university), formatYuan(theirs)]).toEqual(['178,216.00', '712,864.00'])
  })

  it('sum to the whole to the fen, whatever the ratios', () => {
    const parts = fc
      .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((one) => one > 0))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 0, max: 10_000 }), parts, (net, teamBp, shares) => {
        const people = shares.map((shareBp, place) => ({ person: `p${place}` as PersonId, shareBp, standing: 'staff' as const }))
        const split = splitIncome(fen(net), { universityBp: 10_000 - teamBp, teamBp }, people)
        const ofMembers = split.members.reduce((sum, { part }) => sum + part, 0)
        expect(ofMembers).toBe(split.team)
        expect(split.team + split.university).toBe(net)
      }),
    )
  })

  it('costs of the patent follow the title where nothing else is agreed', () => {
    expect(shareCost(yuan('38,620.00'), title)).toEqual({ university: yuan('11,586.00'), team: yuan('27,034.00') })
  })

  it('a share given for nothing is flagged as a deemed sale, and never relieved as a cash award', () => {
    expect(listTaxFlags('ownership', fen(0))).toEqual(['deemed-sale', 'royalty', 'sale-of-share', 'own-part', 'no-cash-relief'])
    expect(listTaxFlags('use-right', fen(100))).toEqual(['own-part', 'no-cash-relief'])
  })
})

describe('one transformation, one incentive', () => {
  const both = [
    { transformation: '一期', incentive: 'title-share' },
    { transformation: '一期', incentive: 'award' },
    { transformation: '二期', incentive: 'award' },
  ] as const

  it('is refused twice for the same one; by memory alone outside Zhejiang, by its regulation there', () => {
    const [elsewhere] = checkIncentives(both, 'Beijing', '')
    const [zhejiang] = checkIncentives(both, 'Zhejiang', '')
    expect(elsewhere).toMatchObject({ code: 'title-grant/double-incentive', fact: { transformation: '一期' } })
    expect(elsewhere !== undefined && isUnverified(elsewhere)).toBe(true)
    expect(zhejiang !== undefined && isUnverified(zhejiang)).toBe(false)
    expect(zhejiang?.citations[0]).toMatchObject({ law: '浙江省促进科技成果转化条例', article: '37(3)', sure: 'text' })
  })

  it('an award taken instead, for another transformation, stands', () => {
    expect(checkIncentives(both.slice(1), 'Zhejiang', '')).toEqual([])
  })
})

describe('disposing of what is granted', () => {
  const transfer = (votes: Disposal['votes'], university = true): Disposal => ({ kind: 'transfer', university, votes })
  const split = { members, representative: ann }
  const mechanism = sample.sampleApplication('ownership', today).decision

  it('9.10: one member who refuses a transfer blocks it, unless the agreement gives another way to decide', () => {
    const votes = { [ann]: true, [bo]: false, [chen]: true }
    const [refusal] = checkDisposal(transfer(votes), split, undefined)
    expect(refusal).toMatchObject({ code: 'title-grant/disposal-needs-all', fact: { people: [bo] } })
    expect(refusal?.citations).toMatchObject([{ law: '专利法', article: '14', sure: 'text' }])
    expect(checkDisposal(transfer(votes), split, mechanism)).toHaveLength(1)
    expect(checkDisposal(transfer(votes), split, { ...mechanism, transfer: 'majority' })).toEqual([])
    expect(checkDisposal(transfer({ [ann]: true }), split, { ...mechanism, transfer: 'representative' })).toEqual([])
  })

  it('silence is no consent, and half of the shares no majority', () => {
    expect(checkDisposal(transfer({ [ann]: true, [bo]: true }), split, undefined)).toHaveLength(1)
    expect(checkDisposal(transfer({ [ann]: true }), split, { ...mechanism, transfer: 'majority' })).toHaveLength(1)
  })

  it('without an agreed way one co-owner alone may give an ordinary licence', () => {
    expect(checkDisposal({ kind: 'ordinary-licence', university: false, votes: { [bo]: true } }, split, undefined)).toEqual([])
    expect(checkDisposal({ kind: 'exclusive-licence', university: false, votes: { [bo]: true } }, split, undefined)).toHaveLength(1)
  })

  it('is nobody else’s to vote on', () => {
    expect(codes(checkDisposal(transfer({ stranger: true }), split, undefined))).toEqual(['disposal-stranger'])
  })
})

describe('authority', () => {
  it('is there in Beijing for both ways and in Zhejiang for a share of the title', () => {
    expect(listAuthorities(contextOf()).map(({ modes }) => modes)).toEqual([['ownership', 'use-right']])
    expect(listAuthorities(contextOf({ province: 'Zhejiang' })).map(({ modes }) => modes)).toEqual([['ownership']])
  })

  it('lacking everywhere else closes the process, and what the university enters of itself opens it', () => {
    const jiangsu = contextOf({ province: 'Jiangsu' })
    expect(codes(checkOpening(sample.sampleGrant(team), jiangsu))).toEqual(['authority-missing'])
    const own = {
      name: 'GRANT_AUTHORITY_UNIT',
      value: { kind: 'pilot', document: '试点名单（示例）', modes: ['ownership', 'use-right'] },
      citations: [{ law: '国科发区〔2020〕128号', sure: 'recalled' }],
    } as const
    expect(checkOpening(sample.sampleGrant(team), contextOf({ province: 'Jiangsu', parameters: [...parameters, own] }))).toEqual([])
  })

  it('of Beijing did not exist before its regulation was in force', () => {
    expect(listAuthorities(contextOf({ today: plainDay('2019-12-31') }))).toEqual([])
  })

  it('covers kinds of results that Yunnan adds only there', () => {
    const results = [{ ...sample.sampleGrant(team).results[0], type: 'drug-authorisation' }] as never
    expect(codes(checkOpening(sample.sampleGrant(team, { results }), contextOf()))).toEqual(['type-not-covered'])
  })
})

describe('a team', () => {
  const check = (changes: object) => codes(checkSplit({ members, representative: ann, ...changes }, contextOf()))

  it('splits the whole among natural persons, each once', () => {
    expect(check({})).toEqual([])
    expect(check({ members: members.slice(0, 2) })).toEqual(['split-does-not-sum'])
    expect(check({ members: [...members, { ...members[0], shareBp: 0 }] })).toEqual(['member-twice'])
    const firm = contextOf({ people: [{ id: bo, isNaturalPerson: false, employer: 'elsewhere', relation: 'outside' }] })
    expect(codes(checkSplit({ members, representative: ann }, firm))).toEqual(['not-natural-person'])
  })

  it('is represented by one of its living members', () => {
    expect(check({ representative: 'stranger' })).toEqual(['representative-not-member'])
    const dead = members.map((member, place) =>
      place === 0 ? { ...member, standing: 'deceased', heirs: [bo], heirProof: '公证书' } : member,
    )
    expect(check({ members: dead })).toEqual(['representative-deceased'])
  })

  it('names heirs and their paper proof for a dead member, and for nobody who lives', () => {
    const dead = members.map((member, place) => (place === 1 ? { ...member, standing: 'deceased' } : member))
    const [refusal] = checkSplit({ members: dead as never, representative: ann }, contextOf())
    expect(refusal?.citations).toMatchObject([{ law: '电子签名法', article: '3(3)' }])
    expect(check({ members: members.map((member) => ({ ...member, heirs: [bo] })) })).toHaveLength(3)
  })

  it('leaves no registered inventor out', () => {
    const registers = [sample.sampleGrantRow([...team, 'dora' as PersonId])]
    expect(codes(checkOpening(sample.sampleGrant(team), contextOf({ registers })))).toEqual(['inventor-left-out'])
  })

  it('signs after reading, with the mandate, and names what an interest is in', () => {
    const signed = { ...contextOf(), outcome: 'signed' }
    expect(codes(checkStatement({ splitRead: false, mandate: false, interest: 'shareholder' }, signed))).toEqual([
      'split-unread',
      'mandate-missing',
      'interest-unnamed',
    ])
    expect(checkStatement({ splitRead: false, mandate: false, interest: 'no-interest' }, { ...signed, outcome: 'declined' })).toEqual([])
  })
})
