import { describe, expect, it } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import type { CheckContext, PersonFacts } from '#domain/checks.ts'
import { plainDay } from '#domain/day.ts'
import { checkOpening, strip } from '#domain/disclosure-checks.ts'
import type { DisclosedInventor, Disclosure, DisclosureOpening, Funding, Materials } from '#domain/disclosure-form.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { noMaterials, sampleDisclosure } from '#cli/samples/disclosure.ts'

const [ann, bo, chen] = ['ann', 'bo', 'chen'] as PersonId[] as [PersonId, PersonId, PersonId]
const team = [ann, bo, chen]
const today = plainDay('2026-03-02')

const known = (id: PersonId, changes: Partial<PersonFacts> = {}): PersonFacts => ({
  id,
  isNaturalPerson: true,
  employer: 'here',
  relation: 'staff',
  ...changes,
})

const context: CheckContext = {
  today,
  actor: ann,
  calendar: [calendar2026],
  parameters: [],
  registers: [],
  people: team.map((id) => known(id)),
}

function codes(opening: DisclosureOpening, more: Partial<CheckContext> = {}): string[] {
  return checkOpening(opening, { ...context, ...more }).map((refusal) => refusal.code)
}

const report = (changes: Partial<Disclosure> = {}) => sampleDisclosure(team, changes)

function withFirst(changes: Partial<DisclosedInventor>): Disclosure {
  return report({ inventors: report().inventors.map((one, place) => (place === 0 ? { ...one, ...changes } : one)) })
}

describe('a report', () => {
  it('in order is not refused', () => {
    expect(checkOpening(report(), context)).toEqual([])
  })

  it('that bears the mark of a state secret is refused for that alone, naming the field and never the text', () => {
    const [refusal, ...others] = checkOpening(report({ abstract: '机密★10年 ……', madeOn: plainDay('2030-01-01') }), context)
    expect(others).toEqual([])
    expect(refusal).toMatchObject({ code: 'desk/classified-mark', field: '/abstract', fact: {} })
  })

  it('completed in the future is refused', () => {
    expect(codes(report({ madeOn: plainDay('2026-03-03') }))).toEqual(['disclosure/made-in-future'])
  })

  it('is not taken before the inventors were told how their data are used', () => {
    expect(codes(report({ dataNoticeRead: false }))).toEqual(['disclosure/data-notice-unread'])
  })
})

describe('a state secret', () => {
  it('is stripped of everything but that it is one', () => {
    const stripped = strip({ ...report(), secrecyLevel: 'state-secret' })
    expect(stripped).toEqual({ secrecyLevel: 'state-secret' })
    expect(codes(stripped as unknown as DisclosureOpening)).toEqual([])
  })

  it('is the only thing that is stripped', () => {
    const data = { ...report({ secrecyLevel: 'trade-secret' }) }
    expect(strip(data)).toBe(data)
  })
})

describe('the contributions', () => {
  it('sum to 10000 basis points, and one point more or less is refused', () => {
    expect(codes(withFirst({ contributionBp: 4999 }))).toEqual(['disclosure/contributions-do-not-sum'])
    const [refusal] = checkOpening(withFirst({ contributionBp: 5001 }), context)
    expect(refusal).toMatchObject({ code: 'disclosure/contributions-do-not-sum', fact: { sum: 10_001, missing: -1 } })
  })

  it('are creative ones: who organised, gave means or assisted is not an inventor', () => {
    for (const contribution of ['organising', 'means', 'assistance'] as const) {
      expect(codes(withFirst({ contribution }))).toEqual(['disclosure/not-an-inventor'])
    }
  })

  it('each name the feature contributed', () => {
    expect(checkOpening(withFirst({ feature: ' ' }), context)[0]).toMatchObject({
      code: 'disclosure/feature-missing',
      field: '/inventors/0/feature',
    })
  })
})

describe('the inventors', () => {
  it('are natural persons', () => {
    expect(codes(report(), { people: [known(ann), known(bo, { isNaturalPerson: false }), known(chen)] })).toEqual([
      'disclosure/inventor-not-natural-person',
    ])
  })

  it('are in the register, each listed once, with one representative, the applicant among them', () => {
    expect(codes(report(), { people: [known(ann), known(bo)] })).toEqual(['disclosure/inventor-not-in-register'])
    expect(codes(withFirst({ person: bo }), { actor: bo })).toEqual(['disclosure/inventor-listed-twice'])
    expect(codes(withFirst({ role: 'member' }))).toEqual(['disclosure/one-representative'])
    expect(codes(report(), { actor: 'dora' as PersonId })).toEqual(['disclosure/applicant-not-inventor'])
  })

  it('9.8: a student without a contract is an inventor as anybody else', () => {
    expect(codes(withFirst({ relation: 'student' }), { people: [known(ann, { relation: 'student' }), known(bo), known(chen)] })).toEqual([])
  })

  it('9.7: who has left states the day, which is the register’s', () => {
    const people = [known(ann, { relation: 'left', leftOn: plainDay('2025-08-31') }), known(bo), known(chen)]
    expect(codes(withFirst({ relation: 'left' }), { people })).toEqual(['disclosure/leaving-day-missing'])
    expect(codes(withFirst({ relation: 'left', leftOn: plainDay('2025-09-30'), tiedToFormerDuties: true }), { people })).toEqual([
      'disclosure/leaving-day-differs',
    ])
    expect(codes(withFirst({ relation: 'left', leftOn: plainDay('2025-08-31'), tiedToFormerDuties: true }), { people })).toEqual([])
  })

  it('who had left by the register before the result was made are stated to have left, whatever they are called', () => {
    const { madeOn } = report()
    const gone = (leftOn: string) => ({ people: [known(ann, { relation: 'left', leftOn: plainDay(leftOn) }), known(bo), known(chen)] })
    expect(checkOpening(report(), { ...context, ...gone('2025-08-31') })).toMatchObject([
      { code: 'disclosure/left-before-made', field: '/inventors/0/relation', fact: { registered: '2025-08-31', madeOn } },
    ])
    expect(codes(report(), gone(madeOn))).toEqual([])
    expect(codes(withFirst({ relation: 'outside', employer: '示例研究院' }), gone('2025-08-31'))).toEqual(['disclosure/left-before-made'])
  })

  it('who visit name their employer', () => {
    expect(codes(withFirst({ relation: 'visitor' }))).toEqual(['disclosure/employer-missing'])
  })
})

describe('the funding', () => {
  const codesOf = (funding: Partial<Funding>) => codes(report({ funding: [{ source: 'horizontal', ...funding }] }))
  const contract: Partial<Funding> = { projectNumber: 'HX-1', partner: '示例公司', arrangement: 'commissioned', agreedOwner: 'silent' }

  it('by a project gives its number; one’s own funds need none', () => {
    expect(codes(report({ funding: [{ source: 'fiscal' }] }))).toEqual(['disclosure/project-number-missing'])
    expect(codes(report({ funding: [{ source: 'self-raised' }] }))).toEqual([])
  })

  it('by contract says what the contract agrees on ownership, with the clause where it names an owner', () => {
    expect(codesOf(contract)).toEqual([])
    expect(codesOf({ ...contract, agreedOwner: 'partner' })).toEqual(['disclosure/ownership-clause-missing'])
    expect(codesOf({ ...contract, agreedOwner: 'partner', ownershipClause: '第八条：知识产权归甲方。' })).toEqual([])
    expect(codesOf({ projectNumber: 'HX-1', partner: '示例公司' })).toEqual(['disclosure/ownership-clause-missing'])
    expect(codesOf({ ...contract, partner: ' ' })).toEqual(['disclosure/partner-missing'])
  })

  it('by cooperation says what the partner did, by transformation whether it led to a new invention', () => {
    expect(codesOf({ ...contract, arrangement: 'cooperation' })).toEqual(['disclosure/partner-part-missing'])
    expect(codesOf({ ...contract, arrangement: 'transformation' })).toEqual(['disclosure/new-invention-unstated'])
  })

  it('of an applied project is not completed in the future', () => {
    expect(codes(report({ funding: [{ source: 'fiscal', projectNumber: 'F-1', completedOn: plainDay('2026-03-03') }] }))).toEqual([
      'disclosure/completion-in-future',
    ])
  })

  it('mainly by the university’s means states the facts', () => {
    const { facts: _, ...resources } = report().resources
    expect(codes(report({ resources }))).toEqual(['disclosure/means-facts-missing'])
  })
})

describe('what was used', () => {
  const codesOf = (materials: Partial<Materials>, more: Partial<Disclosure> = {}) =>
    codes(report({ materials: { ...noMaterials, ...materials }, ...more }))

  it('of others is described and documented', () => {
    for (const field of ['thirdParty', 'materialTransfer', 'openSource'] as const) {
      expect(codesOf({ [field]: { used: true } })).toEqual(['disclosure/material-facts-missing', 'disclosure/material-document-missing'])
      expect(codesOf({ [field]: { used: true, facts: '示例', documents: ['att-1'] } })).toEqual([])
    }
  })

  it('of genetic resources unlawfully taken bars a patent, and no other protection', () => {
    const geneticResources = { used: true, documents: ['att-1'], lawfulAccess: false, directOrigin: '示例种质库', originalOrigin: '云南' }
    expect(codesOf({ geneticResources })).toEqual(['disclosure/genetic-access-unlawful'])
    expect(codesOf({ geneticResources }, { protectionWish: 'publish' })).toEqual([])
    expect(codesOf({ geneticResources: { ...geneticResources, lawfulAccess: true } })).toEqual([])
  })

  it('of genetic resources states the direct and the original origin, or why the latter cannot be named', () => {
    const lawful = { used: true, documents: ['att-1'], lawfulAccess: true, directOrigin: '示例种质库' }
    expect(codesOf({ geneticResources: lawful })).toEqual(['disclosure/genetic-origin-missing'])
    expect(codesOf({ geneticResources: { ...lawful, whyUnknown: '种质库登记缺失' } })).toEqual([])
    expect(codesOf({ geneticResources: { used: true, lawfulAccess: true, directOrigin: 'x', originalOrigin: 'y' } })).toEqual([
      'disclosure/genetic-approval-missing',
    ])
  })

  it('of new biological material says whether the public can get it; a deposit is never dated ahead', () => {
    expect(codesOf({ biological: { isNew: true } })).toEqual(['disclosure/biological-availability-unstated'])
    const deposit = { institution: '示例保藏中心', number: 'X-1', on: plainDay('2026-03-03') }
    expect(codesOf({ biological: { isNew: true, availableToPublic: false, deposit } })).toEqual(['disclosure/deposit-in-future'])
  })

  it('under ethics review shows the approval', () => {
    expect(codesOf({ ethics: { used: true } })).toEqual(['disclosure/ethics-approval-missing'])
  })
})

describe('plans and interests', () => {
  it('abroad name their countries', () => {
    expect(codes(report({ foreign: { filing: true, madeInChina: true, exporting: false } }))).toEqual([
      'disclosure/foreign-countries-missing',
    ])
  })

  it('are declared either way: none, or each with the inventor who has it', () => {
    expect(codes(report({ interests: { none: false } }))).toEqual(['disclosure/interest-unstated'])
    const stranger = { person: 'dora' as PersonId, company: '示例公司', kind: 'own' as const }
    expect(codes(report({ interests: { none: true, items: [{ ...stranger, person: ann }] } }))).toEqual(['disclosure/interest-unstated'])
    expect(codes(report({ interests: { none: false, items: [stranger] } }))).toEqual(['disclosure/interest-of-stranger'])
    expect(codes(report({ interests: { none: false, items: [{ ...stranger, person: ann }] } }))).toEqual([])
  })
})

describe('a publication', () => {
  const codesOf = (one: Partial<Disclosure['publicDisclosures'][number]>) =>
    codes(report({ publicDisclosures: [{ kind: 'paper', standing: 'made', on: plainDay('2026-02-01'), where: '《示例学报》', ...one }] }))

  it('made is not to come, and planned has not passed', () => {
    expect(codesOf({ on: plainDay('2026-03-03') })).toEqual(['disclosure/publication-in-future'])
    expect(codesOf({ standing: 'planned', on: plainDay('2026-03-01') })).toEqual(['disclosure/plan-in-past'])
    expect(codesOf({ standing: 'planned', on: today })).toEqual([])
  })

  it('that claims grace names who holds or recognises the exhibition or meeting', () => {
    expect(codesOf({ kind: 'prescribed-meeting' })).toEqual(['disclosure/grace-organiser-missing'])
    expect(codesOf({ kind: 'recognised-exhibition', organiser: '国际展览局（示例）' })).toEqual([])
    expect(codesOf({ kind: 'conference' })).toEqual([])
  })

  it('without consent was learned of after it happened, and was never planned', () => {
    expect(codesOf({ kind: 'without-consent' })).toEqual(['disclosure/leak-learned-on-missing'])
    expect(codesOf({ kind: 'without-consent', learnedOn: plainDay('2026-01-31') })).toEqual(['disclosure/leak-learned-on-missing'])
    expect(codesOf({ kind: 'without-consent', learnedOn: plainDay('2026-02-10') })).toEqual([])
    expect(codesOf({ kind: 'without-consent', standing: 'planned', on: today, learnedOn: today })).toEqual(['disclosure/leak-planned'])
  })
})
