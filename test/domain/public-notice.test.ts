import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/public-notice.ts'
import type { PersonId } from '#domain/actor.ts'
import type { CheckContext } from '#domain/checks.ts'
import { plainDay } from '#domain/day.ts'
import { computeDue } from '#domain/deadline.ts'
import { isLate } from '#domain/notice-objection.ts'
import { findPersonalNumbers, hasPersonalNumber, isResidentNumber } from '#domain/personal-number.ts'
import { checks } from '#domain/public-notice-checks.ts'
import { isSameContent, listMaterialChanges, noticeKinds, type NoticeKind } from '#domain/public-notice-content.ts'
import { checkContents, listNamed } from '#domain/public-notice-contents.ts'
import { showContent } from '#domain/public-notice-freeze.ts'
import { computeNoticeTerm } from '#domain/public-notice-term.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { parameters } from '#policy/parameters.ts'
import { named } from '#test/samples/public-notice-play.ts'

const today = plainDay('2026-03-02')
const context = (more: Partial<CheckContext> = {}): CheckContext => ({
  today,
  calendar: [calendar2026],
  parameters,
  people: named.map((id) => ({ id, isNaturalPerson: true, employer: 'here', relation: 'staff' })),
  registers: [],
  province: 'Zhejiang',
  ...more,
})

const termOf = (kind: NoticeKind, on: string, province?: string, minDays?: number) =>
  computeNoticeTerm({
    kind,
    on: plainDay(on),
    parameters,
    unitDays: 15,
    ...(province === undefined ? {} : { province }),
    ...(minDays === undefined ? {} : { minDays }),
  })
const closes = (kind: NoticeKind, on: string) => computeDue(termOf(kind, on).rule, plainDay(on), [calendar2026])
const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)

describe('how long a notice stands', () => {
  it('a price notice posted on 2026-09-16 closes on 2026-10-08, its fifteenth day being a holiday (1.2 worked 1)', () => {
    expect(closes('PRICE', '2026-09-16')).toMatchObject({ raw: '2026-10-01', on: '2026-10-08', provisional: false })
  })

  it('a notice of cash awards counts working days: from 2026-09-21 to 2026-10-19, from 2026-02-09 to 2026-03-06 (1.2 worked 2, 3)', () => {
    expect(closes('CASH_TAX', '2026-09-21').on).toBe('2026-10-19')
    expect(closes('CASH_TAX', '2026-02-09').on).toBe('2026-03-06')
    expect(closes('PRICE', '2026-02-09').on).toBe('2026-02-24')
  })

  it('an objection of 2026-10-08 is in time where the fifteenth day is the holiday 2026-10-01, one of the day after is late (9.3)', () => {
    const closesOn = closes('PRICE', '2026-09-16').on
    expect(isLate({ closesOn, receivedOn: plainDay('2026-10-01') })).toBe(false)
    expect(isLate({ closesOn, receivedOn: plainDay('2026-10-08') })).toBe(false)
    expect(isLate({ closesOn, receivedOn: plainDay('2026-10-09') })).toBe(true)
    // Held open by another objection it has no last day.
    expect(isLate({ receivedOn: plainDay('2026-12-01') })).toBe(false)
  })

  it('is provisional while the next year’s table is missing (9.15)', () => {
    expect(closes('PRICE', '2026-12-21')).toMatchObject({ on: '2027-01-05', provisional: true })
  })

  it('rests on the text of the province where it has one, and on memory elsewhere', () => {
    expect(termOf('PRICE', '2026-03-02', 'Zhejiang').citations).toMatchObject([{ law: '浙江省促进科技成果转化条例', sure: 'text' }])
    expect(termOf('PRICE', '2026-03-02', 'Jiangsu').citations).toMatchObject([{ law: '国发〔2016〕16号', sure: 'recalled' }])
  })

  it('where no text fixes a length the unit’s own rule counts; nothing shortens the law’s', () => {
    expect(termOf('LEADER', '2026-03-02')).toMatchObject({ rule: { days: 15 } })
    expect(termOf('LEADER', '2026-03-02').leastByLaw).toBeUndefined()
    expect(computeNoticeTerm({ kind: 'PRICE', on: today, parameters, unitDays: 5 }).rule).toEqual({ days: 15 })
    expect(termOf('GRANT', '2026-03-02', undefined, 20).rule).toEqual({ days: 20 })
    const shorter = sample.sampleNotice('PRICE', named, { minDays: 10 })
    expect(checks['public-notice/open'](shorter, context())).toMatchObject([{ code: 'notice/too-short', fact: { wanted: 10, least: 15 } }])
  })
})

describe('what a notice must say', () => {
  it.each(noticeKinds)('a whole notice of kind %s lacks nothing in Zhejiang', (kind) => {
    expect(codes(checks['public-notice/open'](sample.sampleNotice(kind, named), context()))).toEqual([])
  })

  it('Zhejiang wants more of a price notice than the law of the country', () => {
    const { subject, ...rest } = sample.sampleContent('PRICE', named)
    const bare = { ...rest, subject: { title: subject.title } }
    expect(codes(checkContents('PRICE', bare))).toEqual(['notice/price-missing'])
    const all = ['price', 'abstract', 'mode', 'market'].map((one) => `notice/${one}-missing`)
    expect(codes(checkContents('PRICE', bare, 'Zhejiang'))).toEqual([...all, 'notice/tie-unstated'])
    const tied = { ...rest, subject: { ...subject, takerTie: 'related' } } as const
    expect(codes(checkContents('PRICE', tied, 'Zhejiang'))).toEqual(['notice/relation-missing'])
  })

  it('each kind names what its basis demands', () => {
    const bare = (kind: NoticeKind) => codes(checkContents(kind, { ...sample.sampleContent(kind, []), subject: { title: '成果' } }))
    expect(bare('GRANT')).toEqual(['notice/team-missing', 'notice/grant-missing', 'notice/plan-missing'])
    expect(bare('CASH_TAX')).toEqual(['notice/transformation-missing', 'notice/awardees-missing', 'notice/registration-missing'])
    expect(bare('LEADER')).toEqual(['notice/leader-missing'])
    expect(bare('AWARD')).toEqual(['notice/awardees-missing'])
    expect(bare('RELATED')).toEqual(['notice/relation-missing', 'notice/relation-missing', 'notice/relation-missing'])
    const [ann] = named as [PersonId]
    const unpaid = { ...sample.sampleContent('CASH_TAX', named), people: [{ person: ann, role: 'awardee' }] } as const
    expect(codes(checkContents('CASH_TAX', unpaid))).toEqual(['notice/amount-missing'])
    const shareless = { ...sample.sampleContent('LEADER', named), people: [{ person: ann, role: 'leader' }] } as const
    expect(codes(checkContents('LEADER', shareless))).toEqual(['notice/leader-share-missing'])
  })

  it('names nobody in a price notice but who is tied to the taker', () => {
    const [ann, bo] = named as [PersonId, PersonId]
    const people = [
      { person: ann, role: 'inventor' },
      { person: bo, role: 'related' },
    ] as const
    expect(listNamed('PRICE', people)).toEqual([people[1]])
    expect(listNamed('GRANT', people)).toEqual([people[0]])
  })

  it('bears no identity or card number, wherever it is written', () => {
    expect(isResidentNumber('11010519491231002X')).toBe(true)
    expect(hasPersonalNumber('身份证110105 1949 1231 002X，请核对')).toBe(true)
    expect(hasPersonalNumber('专利号ZL202110123456.0，电话0571-00000000')).toBe(false)
    expect(hasPersonalNumber('卡号6222 0200 0000 0000 003')).toBe(false)
    expect(hasPersonalNumber('卡号4111 1111 1111 1111')).toBe(true)
    const notice = sample.sampleNotice('PRICE', named, { contact: '联系人 11010519491231002X' })
    expect(checks['public-notice/open'](notice, context())).toMatchObject([{ code: 'notice/personal-number', field: '/contact' }])
    expect(findPersonalNumbers({ a: ['x', '4111111111111111'] })).toEqual(['/a/1'])
  })

  it('names people of the register, each once in a role', () => {
    const { people, ...rest } = sample.sampleNotice('GRANT', named)
    const twice = { ...rest, people: [...people, ...people.slice(0, 1)] }
    expect(codes(checks['public-notice/open'](twice, context()))).toEqual(['notice/person-twice'])
    expect(codes(checks['public-notice/open']({ ...rest, people }, context({ people: [] })))).toEqual(
      Array(3).fill('notice/person-unknown'),
    )
  })
})

describe('posting', () => {
  it('needs a review for secrecy that was made, a page that was reached, and where names are shown an assessment of impact', () => {
    const post = (changes: object) =>
      codes(checks['public-notice/approve']({ ...sample.samplePosting(today), ...changes }, context({ outcome: 'post' })))
    expect(post({})).toEqual([])
    expect(post({ secrecyReview: undefined })).toEqual(['notice/secrecy-unreviewed'])
    expect(post({ secrecyReview: { reviewedOn: plainDay('2026-03-03'), opinion: '可以' } })).toEqual(['notice/secrecy-unreviewed'])
    expect(post({ channelReached: false })).toEqual(['notice/channel-unreachable'])
    const returned = { channelReached: false, impactAssessed: false }
    expect(checks['public-notice/approve'](returned, context({ outcome: 'returned' }))).toEqual([])
  })
})

describe('a change', () => {
  const before = sample.sampleContent('PRICE', named)
  it('of price, mode, taker or person is material; of an abstract, a contact or a page it is not', () => {
    const subject = (changes: object) => listMaterialChanges(before, { ...before, subject: { ...before.subject, ...changes } })
    expect(subject({ priceFen: 1 })).toEqual(['priceFen'])
    expect(subject({ counterparty: '（示例）他方' })).toEqual(['counterparty'])
    expect(subject({ abstract: '更正' })).toEqual([])
    expect(listMaterialChanges(before, { ...before, people: before.people.slice(1) })).toEqual(['people'])
    expect(listMaterialChanges(before, { ...before, people: before.people.toReversed(), contact: '新' })).toEqual([])
  })

  it('of a share is material, to the basis point', () => {
    const grant = sample.sampleContent('GRANT', named)
    const [first, ...others] = grant.people
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (shareBp) => {
        const after = { ...grant, people: [{ ...first, shareBp } as typeof first & object, ...others] }
        expect(listMaterialChanges(grant, after)).toEqual(shareBp === first?.shareBp ? [] : ['people'])
      }),
    )
  })

  it('that changes nothing is none', () => {
    expect(isSameContent(before, structuredClone(before))).toBe(true)
    expect(isSameContent(before, { ...before, contact: '新' })).toBe(false)
    const [first, ...others] = before.people
    expect(isSameContent(before, { ...before, people: [{ ...first, post: '院长' } as typeof first & object, ...others] })).toBe(false)
  })
})

it('what is shown has names where the record has ids, and never an id', () => {
  const [ann] = named as [PersonId]
  const content = {
    ...sample.sampleContent('GRANT', [ann]),
    number: 'GS-2026-00001',
    version: 1,
    kind: 'GRANT' as const,
    basis: '会议纪要',
    nonce: 'n',
  }
  const shown = showContent(content, () => ({ name: '甲', unit: '示例学院' }))
  expect(shown.people).toEqual([{ role: 'inventor', shareBp: 4000, name: '甲', unit: '示例学院' }])
  expect(JSON.stringify(shown)).not.toContain(`"${ann}"`)
})

it('is frozen with the parameter in force on the day of posting', () => {
  const longer = {
    name: 'NOTICE_GRANT_DAYS',
    value: 20,
    from: plainDay('2026-07-01'),
    citations: [{ law: '示例', sure: 'design' }],
  } as const
  const until = parameters.map((row) => (row.name === 'NOTICE_GRANT_DAYS' ? { ...row, to: plainDay('2026-06-30') } : row))
  const freeze = (on: string) => computeNoticeTerm({ kind: 'GRANT', on: plainDay(on), parameters: [...until, longer], unitDays: 15 }).rule
  expect([freeze('2026-06-30'), freeze('2026-07-01')]).toEqual([{ days: 15 }, { days: 20 }])
})
