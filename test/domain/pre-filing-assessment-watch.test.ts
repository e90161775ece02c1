import { describe, expect, it } from 'vitest'
import {
  inventionNumber,
  sampleAbandonment,
  sampleDualFiling,
  sampleEvent,
  sampleFiling,
  utilityModelNumber,
} from '#cli/samples/pre-filing-assessment.ts'
import { plainDay } from '#domain/day.ts'
import { checkAbandonment, checkOfficeEvent, readEvent, standingAfter } from '#domain/pre-filing-assessment-watch.ts'
import type { FilingRecord, OfficeEvent } from '#domain/pre-filing-assessment-forms.ts'
import type { Result } from '#domain/state.ts'
import { contextOf, decidedState, result } from '#test/samples/pre-filing-assessment-state.ts'

const dual = sampleDualFiling('2026-04-15')
const single = sampleFiling('2026-04-15')
const today = plainDay('2026-12-01')
const model = { applicationNumber: utilityModelNumber }
const granted = sampleEvent('grant-announced', '2026-11-20')
const modelGranted = sampleEvent('grant-announced', '2026-10-20', model)

/** Checks an event after others were heard. */
function check(record: FilingRecord, event: OfficeEvent, ...heard: OfficeEvent[]): string[] {
  const watched = heard.map((one, index): [string, Result] => [`filing-watch#${index + 1}`, result('record-office-event', one, 'officer')])
  const state = decidedState('file-cn', {}, { 'record-filing#1': result('filed', record, 'officer'), ...Object.fromEntries(watched) })
  return checkOfficeEvent(event, contextOf(state, { today })).map(({ code }) => code)
}

describe('an event of the office', () => {
  it('concerns an application of this matter, after its filing and before today', () => {
    expect(check(single, granted)).toEqual([])
    expect(check(single, modelGranted)).toEqual(['assessment/unknown-application'])
    expect(check(single, sampleEvent('grant-announced', '2026-12-02'))).toEqual(['assessment/event-in-future'])
    expect(check(single, sampleEvent('published', '2026-04-14'))).toEqual(['assessment/event-before-filing'])
  })

  it('comes to no application that has ended, but a granted patent may still lapse', () => {
    expect(check(single, granted, sampleEvent('withdrawn', '2026-09-01'))).toEqual(['assessment/application-settled'])
    expect(check(dual, modelGranted, modelGranted)).toEqual(['assessment/application-settled'])
    expect(check(dual, sampleEvent('lapsed', '2026-11-30', model), modelGranted)).toEqual([])
  })

  it('asks for the utility model to be abandoned only of an invention filed twice, and sets a period (9.25)', () => {
    const notice = sampleEvent('utility-model-to-be-abandoned', '2026-11-01', { answerMonths: 2 })
    expect(check(dual, notice)).toEqual([])
    const { answerMonths: _, ...withoutPeriod } = notice
    expect(check(dual, withoutPeriod)).toEqual(['assessment/answer-period-missing'])
    expect(check(single, notice)).toEqual(['assessment/no-dual-filing'])
    expect(check(dual, { ...notice, ...model })).toEqual(['assessment/no-dual-filing'])
  })
})

describe('what an event means', () => {
  it('the watch ends with the last pending application', () => {
    expect(readEvent(single, [sampleEvent('published', '2026-10-15')])).toBe('noted')
    expect(readEvent(single, [granted])).toBe('granted-only')
    expect(readEvent(single, [sampleEvent('rejected', '2026-11-20')])).toBe('ended')
    expect(readEvent(dual, [modelGranted])).toBe('granted-first')
    expect(readEvent(dual, [modelGranted, granted])).toBe('granted-second')
    expect(readEvent(dual, [modelGranted, sampleEvent('rejected', '2026-11-20')])).toBe('ended-granted')
    expect(readEvent(dual, [sampleEvent('withdrawn', '2026-09-01', model), granted])).toBe('granted-only')
    expect(readEvent(dual, [sampleEvent('utility-model-to-be-abandoned', '2026-11-01', { answerMonths: 2 })])).toBe('abandonment')
  })

  it('9.25: the utility model ends on the day the invention’s grant is announced', () => {
    expect(standingAfter(dual, [modelGranted])).toEqual({ [inventionNumber]: 'pending', [utilityModelNumber]: 'granted' })
    expect(standingAfter(dual, [modelGranted, granted])).toEqual({ [inventionNumber]: 'granted', [utilityModelNumber]: 'replaced' })
    // A utility model that lapsed before is not replaced by anything.
    const lapsed = sampleEvent('lapsed', '2026-11-01', model)
    expect(standingAfter(dual, [modelGranted, lapsed, granted])[utilityModelNumber]).toBe('lapsed')
  })
})

describe('9.25: abandoning a licensed utility model', () => {
  const context = contextOf(decidedState('same-day-dual'), { outcome: 'abandoned' })

  it('warns of its licences: each licensee is told first', () => {
    expect(checkAbandonment(sampleAbandonment, context)).toEqual([])
    const untold = { ...sampleAbandonment, licences: [{ contract: '（示例）XK-2027-003', kind: 'exclusive' as const }] }
    const [warning] = checkAbandonment(untold, context)
    expect(warning).toMatchObject({
      code: 'assessment/licensees-untold',
      fact: { licences: ['（示例）XK-2027-003'], kinds: ['exclusive'], endsWith: 'invention-grant-announced' },
    })
    expect(warning?.citations[0]).toMatchObject({ law: '专利法实施细则', article: '47' })
    const later = {
      ...sampleAbandonment,
      licences: [{ contract: '（示例）XK-2027-003', kind: 'open' as const, toldOn: plainDay('2026-03-03') }],
    }
    expect(checkAbandonment(later, context)).toHaveLength(1)
  })

  it('is declared on a day, with the warning read; keeping it needs no declaration', () => {
    const { declaredOn: _, ...undated } = sampleAbandonment
    expect(checkAbandonment(undated, context).map(({ code }) => code)).toEqual(['assessment/declaration-undated'])
    expect(
      checkAbandonment({ ...undated, warningRead: false, licences: [] }, { ...context, outcome: 'kept' }).map(({ code }) => code),
    ).toEqual(['assessment/dual-warning-unread'])
    expect(checkAbandonment({ ...undated, licences: [{ contract: '（示例）', kind: 'sole' }] }, { ...context, outcome: 'kept' })).toEqual(
      [],
    )
  })
})
