import { describe, expect, it } from 'vitest'
import { plainDay } from '#domain/day.ts'
import type { PlainDay } from '#domain/day.ts'
import { lastSafeFilingDay } from '#domain/patent-deadlines.ts'
import type { NoveltyClock } from '#domain/patent-deadlines.ts'
import type { Disclosure, DisclosureKind } from '#domain/patent-time-facts.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'

const day = (text: string): PlainDay => plainDay(text)
const clock = (asOf: string, ...disclosures: readonly (readonly [DisclosureKind, string])[]): NoveltyClock =>
  lastSafeFilingDay(
    disclosures.map(([kind, on]): Disclosure => ({ kind, on: day(on) })),
    day(asOf),
    [calendar2026],
  )

describe('the novelty clock', () => {
  it('is open while nothing is public or planned', () => {
    expect(clock('2026-03-02')).toEqual({ kind: 'open' })
  })

  it.each(['state-emergency', 'recognised-exhibition', 'prescribed-meeting', 'without-consent'] as const)(
    'leaves six months after a disclosure of the kind %s (PL 24)',
    (kind) => {
      expect(clock('2026-05-20', [kind, '2026-04-03'])).toMatchObject({ kind: 'running', on: '2026-10-03', because: 'grace' })
    },
  )

  it.each(['paper', 'thesis', 'conference', 'exhibition', 'use-or-sale', 'other'] as const)(
    'is no timer but an alarm after a disclosure of the kind %s',
    (kind) => {
      const lost = clock('2026-05-20', [kind, '2026-05-19'])
      expect(lost).toMatchObject({ kind: 'noveltyLost', because: 'not-a-grace-case', by: { kind, on: '2026-05-19' } })
      expect(lost).not.toHaveProperty('on')
    },
  )

  it('leaves no day more because the last one is a holiday', () => {
    expect(clock('2026-10-03', ['prescribed-meeting', '2026-04-03'])).toMatchObject({ kind: 'running', on: '2026-10-03' })
    expect(clock('2026-10-04', ['prescribed-meeting', '2026-04-03'])).toMatchObject({ kind: 'noveltyLost', because: 'grace-over' })
  })

  it('runs to the day before a planned paper, and through its day while the filing is made on it', () => {
    expect(clock('2026-03-02', ['paper', '2026-03-20'])).toMatchObject({ kind: 'running', on: '2026-03-19', because: 'planned' })
    expect(clock('2026-03-20', ['paper', '2026-03-20'])).toMatchObject({ kind: 'running', on: '2026-03-20' })
    expect(clock('2026-03-21', ['paper', '2026-03-20'])).toMatchObject({ kind: 'noveltyLost' })
  })

  it('takes the earliest of several days, and one disclosure beyond help is enough', () => {
    expect(
      clock('2026-05-20', ['prescribed-meeting', '2026-04-03'], ['without-consent', '2026-02-10'], ['paper', '2026-09-01']),
    ).toMatchObject({ on: '2026-08-10', by: { kind: 'without-consent' } })
    expect(clock('2026-05-20', ['prescribed-meeting', '2026-04-03'], ['conference', '2026-05-01'])).toMatchObject({
      kind: 'noveltyLost',
      by: { kind: 'conference' },
    })
    expect(clock('2026-05-20', ['prescribed-meeting', '2026-04-03'], ['paper', '2026-06-02'])).toMatchObject({
      on: '2026-06-01',
      because: 'planned',
    })
  })

  it('seen from the day of a filing says whether that filing was in time', () => {
    expect(clock('2026-04-30', ['paper', '2026-05-01']).kind).toBe('running')
    expect(clock('2026-05-02', ['paper', '2026-05-01']).kind).toBe('noveltyLost')
  })

  it('rests on the articles that were read, and for papers also on a source', () => {
    const lost = clock('2026-05-20', ['paper', '2026-05-01'])
    expect(lost.kind === 'noveltyLost' && lost.citations.map(({ law, article, sure }) => [law, article, sure])).toEqual([
      ['专利法', '22', 'text'],
      ['专利法', '24', 'text'],
      ['专利法实施细则', '12', 'text'],
      ['专利法实施细则', '33', 'text'],
      ['专利审查指南', undefined, 'verified'],
    ])
  })
})
