import { describe, expect, it } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { DisclosedInventor, Disclosure, Funding, Resources } from '#domain/disclosure-form.ts'
import { lastDayAfterLeaving, linkInventor } from '#domain/disclosure-inventors.ts'
import { findOwnership, isMainlyByMeans, type OwnershipPolicy } from '#domain/disclosure-ownership.ts'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'

const [ann, bo] = ['ann', 'bo'] as PersonId[] as [PersonId, PersonId]
const law: OwnershipPolicy = { privateConsulting: 'law' }

const noGround: Resources = { task: 'no-task', mainlyUnitMeans: false, feeAgreed: false, testingOnly: false, builtOnUnpublished: false }

function report(changes: Partial<Disclosure> = {}): Disclosure {
  return sampleDisclosure([ann, bo], { funding: [], ...changes })
}

function withInventor(changes: Partial<DisclosedInventor>, more: Partial<Disclosure> = {}): Disclosure {
  const { inventors } = report()
  return report({ inventors: inventors.map((one, place) => (place === 0 ? { ...one, ...changes } : one)), ...more })
}

function horizontal(changes: Partial<Funding>): Funding {
  return {
    source: 'horizontal',
    projectNumber: 'HX-1',
    partner: '示例公司',
    arrangement: 'commissioned',
    agreedOwner: 'silent',
    ...changes,
  }
}

const owners = (disclosure: Disclosure, policy = law) => findOwnership(disclosure, policy).owners.map((one) => one.who)

describe('a service invention', () => {
  it('belongs to the university when it was made in one’s duties or on an assigned task', () => {
    const finding = findOwnership(report(), law)
    expect(finding).toMatchObject({ kind: 'service', rule: 'disclosure/owned-by-task', owners: [{ who: 'university' }] })
    expect(finding.effects).toContain('unit-may-dispose')
  })

  it('is also one made mainly by the university’s means without a task', () => {
    expect(findOwnership(report({ resources: { ...noGround, mainlyUnitMeans: true, facts: '…' } }), law).rule).toBe(
      'disclosure/owned-by-means',
    )
  })

  it('is one built on the university’s unpublished results', () => {
    expect(findOwnership(report({ resources: { ...noGround, builtOnUnpublished: true } }), law).rule).toBe('disclosure/owned-by-means')
  })

  it('is not made mainly by means for which a fee was agreed, nor by means that only tested what was complete', () => {
    const used = { ...noGround, mainlyUnitMeans: true }
    expect(isMainlyByMeans(report({ resources: { ...used, feeAgreed: true } }))).toBe(false)
    expect(isMainlyByMeans(report({ resources: { ...used, testingOnly: true } }))).toBe(false)
    expect(findOwnership(report({ resources: { ...used, testingOnly: true } }), law).kind).toBe('non-service')
  })

  it('paid by a public project leaves the rights with the undertaker of the project', () => {
    const funding: Funding[] = [{ source: 'fiscal', projectNumber: 'F-1' }]
    expect(findOwnership(report({ funding }), law).effects).toContain('project-undertaker-holds')
  })
})

describe('a result that is no service invention', () => {
  it('is the inventors’ own, and nobody may suppress its filing', () => {
    expect(findOwnership(report({ resources: noGround }), law)).toMatchObject({
      kind: 'non-service',
      rule: 'disclosure/owned-by-inventors',
      owners: [{ who: 'inventors' }],
      effects: ['no-suppression'],
      alternatives: [],
    })
  })
})

describe('an inventor who left', () => {
  const leftOn = plainDay('2025-01-20')

  it('still makes a service invention on the last day of the year after leaving, and no longer on the next', () => {
    expect(lastDayAfterLeaving(leftOn)).toBe('2026-01-20')
    const leaver = { relation: 'left', leftOn, tiedToFormerDuties: true } as const
    const inventor = { ...report().inventors[0], ...leaver } as DisclosedInventor
    expect(linkInventor(inventor, plainDay('2026-01-20'))).toBe('ours-after-leaving')
    expect(linkInventor(inventor, plainDay('2026-01-21'))).toBe('himself')
  })

  it('on a leap day counts to 28 February of the year after', () => {
    expect(lastDayAfterLeaving(plainDay('2024-02-29'))).toBe('2025-02-28')
  })

  it('makes his own invention within the year where it has no tie to his former duties', () => {
    const inventor = { ...report().inventors[0], relation: 'left', leftOn, tiedToFormerDuties: false } as DisclosedInventor
    expect(linkInventor(inventor, plainDay('2025-06-01'))).toBe('himself')
  })

  it('alone, tied and within the year leaves the result to the university', () => {
    const [first] = report().inventors
    const inventors = [{ ...first, relation: 'left', leftOn, tiedToFormerDuties: true, contributionBp: 10_000 } as DisclosedInventor]
    expect(findOwnership(report({ inventors, resources: noGround }), law)).toMatchObject({
      kind: 'service',
      rule: 'disclosure/owned-after-leaving',
    })
  })

  it('is one of the university’s own for what was made on his last day or before, tied to his duties or not', () => {
    for (const tiedToFormerDuties of [true, false]) {
      const inventor = { ...report().inventors[0], relation: 'left', leftOn, tiedToFormerDuties } as DisclosedInventor
      expect(linkInventor(inventor, leftOn)).toBe('ours')
      const alone = [{ ...inventor, contributionBp: 10_000 }]
      const resources = { ...noGround, mainlyUnitMeans: true, facts: '…' }
      expect(findOwnership(report({ inventors: alone, madeOn: leftOn, resources }), law)).toMatchObject({
        kind: 'service',
        rule: 'disclosure/owned-by-means',
        owners: [{ who: 'university' }],
      })
    }
  })

  it('after the year makes the result joint with those who stayed', () => {
    const disclosure = withInventor({ relation: 'left', leftOn: plainDay('2024-01-01'), tiedToFormerDuties: true })
    expect(findOwnership(disclosure, law)).toMatchObject({ kind: 'joint', rule: 'disclosure/owned-by-completers' })
    expect(owners(disclosure)).toEqual(['university', 'inventors'])
  })
})

describe('an inventor who came from elsewhere', () => {
  const formerEmployer = { name: '示例研究所', leftOn: plainDay('2025-06-01'), tied: true }

  it('within a year of a task there shares the result between both employers, by agreement or by contribution', () => {
    const finding = findOwnership(withInventor({ formerEmployer }), law)
    expect(finding).toMatchObject({ kind: 'joint', rule: 'disclosure/shared-with-former-employer', effects: ['shares-by-contribution'] })
    expect(finding.owners).toEqual([{ who: 'university' }, { who: 'former-employer', name: '示例研究所' }])
    expect(finding.alternatives.map((one) => one.rule)).toContain('disclosure/owned-by-task')
  })

  it('within a year of a task there, with no task and no means here, leaves the result to that employer and not to himself', () => {
    const [first] = report().inventors
    const inventors = [{ ...first, formerEmployer, contributionBp: 10_000 } as DisclosedInventor]
    expect(findOwnership(report({ inventors, resources: noGround }), law)).toMatchObject({
      kind: 'non-service',
      rule: 'disclosure/owned-by-former-employer',
      owners: [{ who: 'former-employer', name: '示例研究所' }],
      because: { employers: ['示例研究所'] },
      alternatives: [],
    })
    const [, second] = report().inventors
    const withUnit = [
      { ...first, formerEmployer },
      { ...second, relation: 'outside', employer: '示例学院' },
    ] as DisclosedInventor[]
    expect(owners(report({ inventors: withUnit, resources: noGround }))).toEqual(['former-employer', 'other-unit'])
    const withUs = [{ ...first, formerEmployer }, second] as DisclosedInventor[]
    expect(owners(report({ inventors: withUs, resources: noGround }))).toEqual(['former-employer', 'inventors'])
  })

  it('after a year, or without a tie, brings nobody with him', () => {
    expect(findOwnership(withInventor({ formerEmployer: { ...formerEmployer, leftOn: plainDay('2024-06-01') } }), law).kind).toBe('service')
    expect(findOwnership(withInventor({ formerEmployer: { ...formerEmployer, tied: false } }), law).kind).toBe('service')
  })

  it('as a visitor works for the university as his temporary employer', () => {
    const visitors = report().inventors.map((one) => ({ ...one, relation: 'visitor' as const, employer: '示例学院' }))
    expect(findOwnership(report({ inventors: visitors }), law).rule).toBe('disclosure/owned-by-temporary-unit')
  })

  it('and still works for another unit makes the result joint with that unit', () => {
    const disclosure = withInventor({ relation: 'outside', employer: '示例大学附属研究院' })
    expect(findOwnership(disclosure, law).owners).toEqual([{ who: 'university' }, { who: 'other-unit', name: '示例大学附属研究院' }])
  })
})

describe('an agreement', () => {
  it('between university and inventors on ownership prevails over task and means', () => {
    const resources: Resources = { ...report().resources, agreement: { owner: 'inventors', document: '协议-1' } }
    const finding = findOwnership(report({ resources }), law)
    expect(finding).toMatchObject({ kind: 'agreement', rule: 'disclosure/owned-by-agreement', owners: [{ who: 'inventors' }] })
    expect(finding.alternatives.map((one) => one.rule)).toEqual(['disclosure/owned-by-task', 'disclosure/owned-by-means'])
  })

  it('with a partner prevails over the law of commissioned and cooperative development', () => {
    expect(owners(report({ funding: [horizontal({ agreedOwner: 'partner' })] }))).toEqual(['partner'])
    expect(owners(report({ funding: [horizontal({ arrangement: 'cooperation', agreedOwner: 'university' })] }))).toEqual(['university'])
    expect(owners(report({ funding: [horizontal({ agreedOwner: 'joint' })] }))).toEqual(['university', 'partner'])
  })
})

describe('two contracts that name different owners', () => {
  it('are both shown, whichever is written first', () => {
    const funding = [
      horizontal({ agreedOwner: 'university', partner: '甲公司' }),
      horizontal({ agreedOwner: 'partner', partner: '乙公司', projectNumber: 'HX-2' }),
    ]
    const byContract = { rule: 'disclosure/owned-by-contract', kind: 'agreement' }
    const shown = findOwnership(report({ funding }), law)
    expect(shown.alternatives[0]).toMatchObject({ ...byContract, owners: [{ who: 'partner', name: '乙公司' }] })
    expect(findOwnership(report({ funding: funding.toReversed() }), law).alternatives[0]).toMatchObject({
      ...byContract,
      owners: [{ who: 'university' }],
    })
    const alike = funding.map((one) => ({ ...one, agreedOwner: 'university' as const }))
    expect(findOwnership(report({ funding: alike }), law).alternatives.map((one) => one.rule)).not.toContain('disclosure/owned-by-contract')
  })
})

describe('where a contract with a partner says nothing', () => {
  const silent = (changes: Partial<Funding>, more: Partial<Disclosure> = {}) =>
    findOwnership(report({ funding: [horizontal(changes)], ...more }), law)

  it('a commissioned developer owns; the client may exploit by law and has first refusal', () => {
    expect(silent({})).toMatchObject({
      kind: 'commissioned',
      rule: 'disclosure/owned-by-developer',
      effects: ['client-may-exploit', 'client-first-refusal'],
    })
    expect(silent({}).owners).toEqual([{ who: 'university' }])
  })

  it('a partner who gives only money, equipment or help commissions and does not cooperate', () => {
    expect(silent({ arrangement: 'cooperation', partnerDoes: 'means-only' }).rule).toBe('disclosure/owned-by-developer')
  })

  it('cooperation makes it joint: who waives may use it free, who objects blocks the filing', () => {
    const finding = silent({ arrangement: 'cooperation', partnerDoes: 'research' })
    expect(finding).toMatchObject({ kind: 'joint', rule: 'disclosure/owned-by-cooperation' })
    expect(finding.effects).toEqual(['co-owners-first-refusal', 'waiver-leaves-free-use', 'objection-blocks-filing'])
  })

  it('know-how may be used and licensed by each, and a commissioned developer does not pass it on before delivery', () => {
    expect(silent({}, { resultType: 'know-how' })).toMatchObject({
      rule: 'disclosure/know-how-of-both',
      effects: ['each-may-use-know-how', 'no-transfer-before-delivery'],
    })
    expect(silent({ arrangement: 'cooperation', partnerDoes: 'research' }, { resultType: 'know-how' }).effects).toEqual([
      'each-may-use-know-how',
    ])
  })

  it('joint transformation leaves the result with its unit unless a new invention arose, and always asks for secrecy', () => {
    const old = silent({ arrangement: 'transformation', newInvention: false })
    const fresh = silent({ arrangement: 'transformation', newInvention: true })
    expect(old).toMatchObject({ kind: 'service', rule: 'disclosure/owned-by-completer' })
    expect(fresh).toMatchObject({ kind: 'joint', rule: 'disclosure/owned-by-transformers' })
    expect(old.effects).toContain('secrecy-agreement-needed')
    expect(fresh.effects).toEqual(['transfer-needs-all', 'secrecy-agreement-needed'])
  })

  it('a new result of a service contract belongs to whoever made it', () => {
    expect(silent({ arrangement: 'service-contract' })).toMatchObject({ kind: 'service', rule: 'disclosure/owned-by-contractor' })
  })
})

describe('private consulting', () => {
  const disclosure = report({ funding: [horizontal({ arrangement: 'private-consulting', agreedOwner: 'partner' })], resources: noGround })

  it('is left to the law unless the university’s rule claims its results', () => {
    expect(findOwnership(disclosure, law).rule).toBe('disclosure/owned-by-inventors')
    expect(findOwnership(disclosure, { privateConsulting: 'university' })).toMatchObject({
      rule: 'disclosure/owned-by-consulting-rule',
      owners: [{ who: 'university' }],
    })
  })
})
