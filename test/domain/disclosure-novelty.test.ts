import { describe, expect, it } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import { completeFacts } from '#domain/complete-facts.ts'
import type { ActionFacts } from '#domain/action.ts'
import { plainDay, type PlainDay } from '#domain/day.ts'
import { listDocketEntries } from '#domain/disclosure-docket.ts'
import { listFilingDuties } from '#domain/disclosure-filing.ts'
import type { Disclosure, Funding } from '#domain/disclosure-form.ts'
import { listIdleClocks } from '#domain/disclosure-idle.ts'
import { findNovelty, type PublicDisclosure } from '#domain/disclosure-novelty.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { noMaterials, sampleDisclosure } from '#cli/samples/disclosure.ts'

const today = plainDay('2026-03-02')
const report = (changes: Partial<Disclosure> = {}) => sampleDisclosure(['ann' as PersonId], changes)

function published(kind: PublicDisclosure['kind'], on: string, standing: PublicDisclosure['standing'] = 'made'): PublicDisclosure {
  return { kind, on: plainDay(on), standing, where: '示例' }
}

const novelty = (...publicDisclosures: PublicDisclosure[]) => findNovelty(report({ publicDisclosures }), today)

describe('novelty', () => {
  it('is lost by a paper, a thesis, an ordinary conference or a sale: a red flag and no timer', () => {
    for (const kind of ['paper', 'thesis', 'conference', 'exhibition', 'use-or-sale', 'other'] as const) {
      expect(novelty(published(kind, '2026-02-20'))).toMatchObject({ is: 'lost', because: 'not-a-grace-case', kind })
    }
    const disclosure = report({ publicDisclosures: [published('paper', '2026-02-20')] })
    expect(listDocketEntries(disclosure, facts('')).map((entry) => entry.code)).toEqual(['idle-review-warning', 'idle-review'])
  })

  it('is kept for six months in the four cases of the law', () => {
    for (const kind of ['state-emergency', 'recognised-exhibition', 'prescribed-meeting', 'without-consent'] as const) {
      expect(novelty(published(kind, '2025-12-31'))).toMatchObject({ is: 'running', because: 'grace', fileBy: '2026-06-30' })
    }
  })

  it('is lost when the six months are over', () => {
    expect(novelty(published('prescribed-meeting', '2025-09-02'))).toMatchObject({ is: 'running', fileBy: '2026-03-02' })
    expect(novelty(published('prescribed-meeting', '2025-09-01'))).toMatchObject({ is: 'lost', because: 'grace-over' })
  })

  it('is safe until the day before a planned paper', () => {
    expect(novelty(published('paper', '2026-09-01', 'planned'))).toMatchObject({ is: 'running', because: 'planned', fileBy: '2026-08-31' })
  })

  it('is open where nothing is or becomes public, and no concern of software or know-how', () => {
    expect(novelty()).toEqual({ is: 'open' })
    const paper = [published('paper', '2026-02-20')]
    expect(findNovelty(report({ resultType: 'software', publicDisclosures: paper }), today)).toEqual({ is: 'not-concerned' })
  })

  it('under grace is declared at filing and proved in two months for shows and meetings, else proved when asked', () => {
    expect(novelty(published('recognised-exhibition', '2026-02-20'))).toMatchObject({ proof: 'declare-at-filing-prove-in-two-months' })
    expect(novelty(published('prescribed-meeting', '2026-02-20'))).toMatchObject({ proof: 'declare-at-filing-prove-in-two-months' })
    expect(novelty(published('state-emergency', '2026-02-20'))).toMatchObject({ proof: 'prove-when-asked' })
    expect(novelty(published('without-consent', '2026-02-20'))).toMatchObject({ proof: 'prove-when-asked' })
  })
})

const facts = (province: string, registeredOn: PlainDay = today) => ({ province, registeredOn, officeMonths: 12, warnMonths: 9 })

/** The days that the docket enters, by code, with the calendar of 2026. */
function days(disclosure: Disclosure, province = '', registeredOn = today): { [code: string]: string } {
  const docket = listDocketEntries(disclosure, facts(province, registeredOn))
  const done = completeFacts({ kind: 'DeadlinesSet', facts: { step: 'docket-result#1', deadlines: [] } as never }, { docket }, [
    calendar2026,
  ])
  return Object.fromEntries((done as ActionFacts['DeadlinesSet']).deadlines.map((entry) => [entry.code, entry.due.on]))
}

describe('the docket', () => {
  it('enters the last day of grace unextended, though it is a holiday', () => {
    // Six months from 1 April 2026 end on 1 October, the first of seven days off.
    const disclosure = report({ publicDisclosures: [published('prescribed-meeting', '2026-04-01')] })
    expect(days(disclosure, '', plainDay('2026-04-20'))['grace-filing']).toBe('2026-10-01')
  })

  it('enters the earliest of several planned publications, and the proof of a leak two months from learning of it', () => {
    const publicDisclosures: PublicDisclosure[] = [
      published('paper', '2026-09-01', 'planned'),
      published('thesis', '2026-06-15', 'planned'),
      { ...published('without-consent', '2026-02-01'), learnedOn: plainDay('2026-02-10') },
    ]
    expect(days(report({ publicDisclosures }))).toMatchObject({
      'file-before-publication': '2026-06-14',
      'grace-filing': '2026-08-01',
      'grace-unconsented-proof': '2026-04-10',
    })
  })
})

describe('the clock of an idle result', () => {
  const fiscal: Funding[] = [{ source: 'fiscal', projectNumber: 'F-1', applied: true, completedOn: plainDay('2026-01-31') }]
  const rights = (province: string, changes: Partial<Disclosure> = {}) =>
    listIdleClocks(report(changes), facts(province)).map((clock) => clock.right)

  it('in Beijing runs one year from registration and warns at nine months', () => {
    expect(days(report(), 'Beijing')).toMatchObject({ 'idle-beijing': '2027-03-02', 'idle-beijing-warning': '2026-12-02' })
    expect(rights('Beijing')).toEqual(['contributors-may-exploit'])
  })

  it('in Zhejiang begins at registration for what is not patented, and leaves the proceeds to the contributors', () => {
    expect(rights('Zhejiang', { protectionWish: 'secret' })).toEqual(['contributors-keep-proceeds'])
    // A result to be patented counts from its grant, which is not yet.
    expect(rights('Zhejiang', { protectionWish: 'patent' })).toEqual(['review-only'])
  })

  it('in Shandong runs from the completion of an applied public project and of no other', () => {
    expect(days(report({ funding: fiscal }), 'Shandong')['idle-shandong']).toBe('2027-01-31')
    expect(rights('Shandong', { funding: [{ source: 'fiscal', projectNumber: 'F-1' }] })).toEqual(['review-only'])
  })

  it('is the office’s own elsewhere, a service and no right of law', () => {
    expect(listIdleClocks(report(), facts('Jiangsu'))).toMatchObject([
      { rule: 'disclosure/idle-review', class: 'service', months: 12, warnMonths: 9 },
    ])
  })
})

describe('what the filing will have to observe', () => {
  const codesOf = (changes: Partial<Disclosure>) => listFilingDuties(report({ publicDisclosures: [], ...changes })).map((duty) => duty.code)

  it('is nothing for a plain report', () => {
    expect(codesOf({})).toEqual([])
  })

  it('is the examination before filing abroad for what was made in China, designs apart', () => {
    const foreign = { filing: true, countries: ['PCT'], madeInChina: true, exporting: false }
    expect(codesOf({ foreign })).toEqual(['confidentiality-examination-first'])
    expect(codesOf({ foreign: { ...foreign, madeInChina: false } })).toEqual([])
    expect(codesOf({ foreign, resultType: 'design' })).toEqual([])
  })

  it('is the deposit by the filing day and its certificates within four months', () => {
    const isNew = { isNew: true, availableToPublic: false }
    expect(codesOf({ materials: { ...noMaterials, biological: isNew } })).toEqual([
      'deposit-by-filing-day',
      'deposit-certificates-in-four-months',
    ])
    const deposit = { institution: '示例保藏中心', number: 'X-1', on: today }
    expect(codesOf({ materials: { ...noMaterials, biological: { ...isNew, deposit } } })).toEqual(['deposit-certificates-in-four-months'])
    expect(codesOf({ materials: { ...noMaterials, biological: { isNew: true, availableToPublic: true } } })).toEqual([])
  })

  it('is the origin of genetic resources, and the proof of grace', () => {
    const geneticResources = { used: true, lawfulAccess: true, directOrigin: 'x', originalOrigin: 'y' }
    expect(codesOf({ materials: { ...noMaterials, geneticResources } })).toEqual(['state-genetic-origin'])
    expect(codesOf({ publicDisclosures: [published('recognised-exhibition', '2026-02-01')] })).toEqual([
      'declare-grace-and-prove-in-two-months',
    ])
    expect(codesOf({ publicDisclosures: [published('without-consent', '2026-02-01')] })).toEqual(['prove-grace-when-asked'])
  })
})
