import { describe, expect, it } from 'vitest'
import {
  inventionNumber,
  sampleDualFiling,
  sampleEvent,
  sampleFiling,
  samplePctFiling,
  utilityModelNumber,
} from '#cli/samples/pre-filing-assessment.ts'
import type { DocketRequest } from '#domain/complete-facts.ts'
import { plainDay } from '#domain/day.ts'
import { computeDue } from '#domain/deadline.ts'
import { listEventDocket, listFilingDocket, listSecrecyDocket } from '#domain/pre-filing-assessment-docket.ts'
import type { FilingRecord, OfficeEvent } from '#domain/pre-filing-assessment-forms.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { decidedState, result } from '#test/samples/pre-filing-assessment-state.ts'

const on = '2026-04-15'

function filed(record: FilingRecord) {
  return decidedState('file-cn', {}, { 'record-filing#1': result('filed', record, 'officer') })
}

/** The days the requests come to, by code, with the calendar of 2026. */
function daysOf(requests: readonly DocketRequest[]): { [code: string]: string } {
  return Object.fromEntries(requests.map(({ code, rule, from }) => [code, computeDue(rule, from, [calendar2026]).on]))
}

describe('the docket of a filing', () => {
  it('3.5: has the fee, publication, examination, priority and filing abroad, all statutory', () => {
    const requests = listFilingDocket(filed(sampleFiling(on)))
    expect(daysOf(requests)).toMatchObject({
      // Two months from filing are later than fifteen days from the notice of acceptance.
      'filing-fee': '2026-06-15',
      'domestic-priority': '2027-04-15',
      'filing-abroad': '2027-04-15',
      'pct-filing': '2027-04-15',
      publication: '2027-10-15',
      'substantive-examination': '2029-04-16',
    })
    expect(new Set(requests.map((one) => one.class))).toEqual(new Set(['statutory']))
    expect(requests.every(({ citations }) => citations.length > 0)).toBe(true)
  })

  it('leaves restoration out until something was missed, and the national phase of its own country', () => {
    const codes = listFilingDocket(filed(samplePctFiling(on))).map(({ code }) => code)
    expect(codes.filter((code) => code.endsWith('-restoration') || code === 'national-phase')).toEqual([])
    expect(codes).toContain('national-phase-abroad')
    expect(codes).not.toContain('pct-filing')
  })

  it('3.5: of a PCT application at the Chinese office counts the examination from it, and warns that silence clears nothing', () => {
    const requests = listFilingDocket(filed(samplePctFiling(on)))
    expect(daysOf(requests)).toMatchObject({
      'confidentiality-notice': '2026-06-15',
      'confidentiality-notice-extended': '2026-08-17',
      'confidentiality-decision': '2026-08-17',
      'confidentiality-decision-extended': '2026-10-15',
    })
    expect(requests.find(({ code }) => code === 'confidentiality-decision')?.notes).toContain('no-clearance-by-silence')
  })

  it('tells the two filings of one day apart', () => {
    const codes = listFilingDocket(filed(sampleDualFiling(on))).map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes).toEqual(
      expect.arrayContaining(['filing-fee', 'filing-fee-utility-model', 'own-amendments-utility-model', 'substantive-examination']),
    )
    expect(codes).not.toContain('substantive-examination-utility-model')
  })

  it('counts from the priority day what patent law counts from it', () => {
    const priorities = [{ country: 'CN', number: '（示例）', filedOn: plainDay('2025-10-20') }]
    const days = daysOf(listFilingDocket(filed(sampleFiling(on, { priorities }))))
    expect(days['substantive-examination']).toBe('2028-10-20')
    expect(days['filing-fee']).toBe('2026-06-15')
    expect(days['domestic-priority']).toBeUndefined()
  })
})

describe('the docket of an event', () => {
  const after = (record: FilingRecord, event: OfficeEvent, isStatutory = true) => daysOf(listEventDocket(filed(record), event, isStatutory))

  it('3.5: a rejection leaves three months for re-examination, a grant notice two for registration', () => {
    expect(after(sampleFiling(on), sampleEvent('rejection-received', '2026-06-10'))).toEqual({ 're-examination': '2026-09-10' })
    expect(after(sampleFiling(on), sampleEvent('grant-notice-received', '2026-06-10'))).toEqual({ registration: '2026-08-10' })
    expect(after(sampleFiling(on), sampleEvent('entered-examination', '2026-06-10'))).toEqual({ 'own-amendments': '2026-09-10' })
    expect(after(sampleFiling(on), sampleEvent('published', '2026-06-10'))).toEqual({})
  })

  it('3.5: a decision on re-examination leaves three months for the court (41(2)), a notice of loss two to ask for the right back (IR 6(2))', () => {
    expect(after(sampleFiling(on), sampleEvent('re-examination-decided', '2026-07-03'))).toEqual({ 're-examination-court': '2026-10-08' })
    const lost = sampleEvent('loss-notice-received', '2026-08-03')
    expect(after(sampleFiling(on), lost)).toEqual({ restoration: '2026-10-08' })
    expect(after(sampleDualFiling(on), { ...lost, applicationNumber: utilityModelNumber })).toEqual({
      'restoration-utility-model': '2026-10-08',
    })
    expect(listEventDocket(filed(sampleFiling(on)), lost, true)).toMatchObject([
      { class: 'statutory', notes: ['good-reason-needed', 'restoration-fee'] },
    ])
  })

  it('1.2: three months from a grant announced on 2026-07-03 end on 2026-10-08, after the holiday', () => {
    expect(after(sampleFiling(on), sampleEvent('grant-announced', '2026-07-03'))['grant-reward']).toBe('2026-10-08')
  })

  it('a grant starts the next annuity, the term and the clock of non-use; the statutory reward only without rule or agreement', () => {
    const granted = sampleEvent('grant-announced', '2026-11-20')
    expect(after(sampleFiling(on), granted)).toMatchObject({
      'annuity-year-2': '2027-04-15',
      'term-end': '2046-04-15',
      'non-use': '2030-04-15',
    })
    expect(after(sampleFiling(on), granted, false)['grant-reward']).toBeUndefined()
  })

  it('a grant after more than four years leaves three months to ask for compensation of the term, and says that it adds to it (42(2))', () => {
    const record = sampleFiling(on)
    const late = sampleEvent('grant-announced', '2030-07-03')
    expect(after(record, sampleEvent('grant-announced', '2030-04-15'))['term-compensation']).toBeUndefined()
    expect(after(record, sampleEvent('grant-announced', '2030-04-16'))['term-compensation']).toBe('2030-07-16')
    const requests = listEventDocket(filed(record), late, false)
    expect(requests.find(({ code }) => code === 'term-end')?.notes).toContain('compensation-adds-to-it')
    expect(after(sampleDualFiling(on), late)['term-compensation']).toBeUndefined()
  })

  it('the period to abandon the utility model is the one the office set (9.25)', () => {
    const notice = sampleEvent('utility-model-to-be-abandoned', '2026-06-10', { answerMonths: 2 })
    expect(after(sampleDualFiling(on), notice)).toEqual({ 'utility-model-abandonment': '2026-08-10' })
  })

  it('of the utility model bears its name', () => {
    const granted = sampleEvent('grant-announced', '2026-06-10', { applicationNumber: utilityModelNumber })
    const codes = Object.keys(after(sampleDualFiling(on), granted))
    expect(codes).toContain('grant-reward-utility-model')
    expect(after(sampleDualFiling(on), { ...granted, applicationNumber: '（无）' })).toEqual({})
    expect(inventionNumber).not.toBe(utilityModelNumber)
  })
})

describe('a trade secret', () => {
  it('is looked at again after the months of its plan', () => {
    const [review] = listSecrecyDocket({ custodian: 'manager' as never, measures: ['示例'], reviewMonths: 6 }, plainDay('2026-03-02'))
    expect(review).toMatchObject({ code: 'secret-review', class: 'service', rule: { months: 6 } })
    expect(listSecrecyDocket(undefined, plainDay('2026-03-02'))).toEqual([])
  })
})
