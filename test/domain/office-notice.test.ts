import { describe, expect, it } from 'vitest'
import { plainDay } from '#domain/day.ts'
import type { PlainDay } from '#domain/day.ts'
import { noticeReceivedOn } from '#domain/office-notice.ts'
import { getNumberParameter } from '#domain/parameter.ts'
import { parameters } from '#policy/parameters.ts'

const day = (text: string): PlainDay => plainDay(text)
const mailDays = getNumberParameter(parameters, 'MAIL_DEEMED_DAYS', day('2026-03-02'))

describe('IR 4: a notice of the patent office is received', () => {
  it('the day it enters the electronic system, with no days added', () => {
    expect(noticeReceivedOn({ by: 'electronic', enteredOn: day('2026-03-02') }, mailDays)).toBe('2026-03-02')
  })

  it('by mail 15 days after dispatch, unless another day is proved', () => {
    expect(noticeReceivedOn({ by: 'mail', dispatchedOn: day('2026-03-02') }, mailDays)).toBe('2026-03-17')
    expect(noticeReceivedOn({ by: 'mail', dispatchedOn: day('2026-03-02'), provedReceivedOn: day('2026-03-05') }, mailDays)).toBe(
      '2026-03-05',
    )
    expect(noticeReceivedOn({ by: 'mail', dispatchedOn: day('2026-03-02'), provedReceivedOn: day('2026-03-30') }, mailDays)).toBe(
      '2026-03-30',
    )
  })

  it('by hand on delivery, and a month after announcement where the address is unknown', () => {
    expect(noticeReceivedOn({ by: 'hand', deliveredOn: day('2026-03-02') }, mailDays)).toBe('2026-03-02')
    expect(noticeReceivedOn({ by: 'announcement', announcedOn: day('2026-01-31') }, mailDays)).toBe('2026-02-28')
  })
})
