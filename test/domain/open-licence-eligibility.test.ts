import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/open-licence.ts'
import { plainDay, type PlainDay } from '#domain/day.ts'
import { checkAgainstOpenLicence } from '#domain/open-licence-conflicts.ts'
import { checkEligibility, concludeEligibility, examineEligibility } from '#domain/open-licence-eligibility.ts'
import { patentTermEnd } from '#domain/patent-term.ts'
import type { EncumbranceKind, PatentFacts } from '#domain/register.ts'
import type { MatterId } from '#domain/state.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'

const today = plainDay('2026-03-02')

function examine(patent: PatentFacts | undefined, consented: readonly string[] = [], matter?: MatterId, on: PlainDay = today) {
  const facts = {
    number: sample.sampleNumber(1001),
    on,
    calendar: [calendar2026],
    consented,
    ...(patent === undefined ? {} : { patent }),
    ...(matter === undefined ? {} : { matter }),
  }
  const findings = examineEligibility(facts)
  return {
    conclusion: concludeEligibility(findings),
    open: findings.filter(({ standing }) => standing !== 'clear').map(({ code }) => code.replace('open-licence/', '')),
    refusals: checkEligibility(facts),
    findings,
  }
}

const bound = (...kinds: readonly EncumbranceKind[]) =>
  sample.samplePatent({ encumbrances: kinds.map((kind) => sample.sampleEncumbrance(kind)) })

describe('whether a patent may be put under an open licence', () => {
  it('is answered for every condition at once', () => {
    expect(examine(sample.samplePatent())).toMatchObject({ conclusion: 'eligible', open: [], refusals: [] })
    const hindered = sample.samplePatent({
      owners: [...sample.sampleCoOwned.owners],
      status: 'lapsed',
      annuities: [{ year: 5, dueOn: plainDay('2025-06-10') }],
      encumbrances: (['exclusive-licence', 'preservation', 'pledge', 'title-grant', 'open-licence'] as const).map((kind) =>
        sample.sampleEncumbrance(kind),
      ),
    })
    expect(examine(hindered)).toMatchObject({
      conclusion: 'barred',
      open: [
        'patent-not-in-force',
        'exclusive-licence',
        'proceedings-suspended',
        'annuity-unpaid',
        'pledgee-not-consented',
        'co-owner-not-consented',
        'title-in-transfer',
        'declared-before',
      ],
    })
    expect(examine(undefined)).toMatchObject({ conclusion: 'barred', open: ['patent-unknown'] })
  })

  it('9.1: an exclusive or sole licence bars it, recorded with the office or known to the house alone', () => {
    for (const kind of ['exclusive-licence', 'sole-licence'] as const) {
      for (const recorded of [true, false]) {
        const patent = sample.samplePatent({ encumbrances: [sample.sampleEncumbrance(kind, { recorded })] })
        expect(examine(patent)).toMatchObject({ conclusion: 'barred', open: ['exclusive-licence'] })
        expect(examine(patent).refusals[0]?.citations).toMatchObject([{ article: '86(i)', sure: 'text' }])
      }
    }
    const over = sample.samplePatent({ encumbrances: [sample.sampleEncumbrance('exclusive-licence', { until: plainDay('2026-03-01') })] })
    expect(examine(over).conclusion).toBe('eligible')
    expect(examine(bound('ordinary-licence')).conclusion).toBe('eligible')
  })

  it('9.12: a utility model with a negative report is refused, a design whose report is pending waits', () => {
    const since = plainDay('2026-01-10')
    const model = { kind: 'utility-model', number: sample.sampleNumber(1002, 2) } as const
    const report = (conclusion: 'positive' | 'negative' | 'pending') => ({ evaluation: { conclusion, source: '示例', since } })
    expect(examine(sample.samplePatent({ ...model, ...report('negative') }))).toMatchObject({
      conclusion: 'barred',
      open: ['evaluation-negative'],
    })
    expect(examine(sample.samplePatent({ ...model, ...report('positive') })).conclusion).toBe('eligible')
    const design = sample.samplePatent({ kind: 'design', number: sample.sampleNumber(1003, 3), ...report('pending') })
    expect(examine(design)).toMatchObject({ conclusion: 'hold', open: ['evaluation-pending'] })
    expect(examine(sample.samplePatent(model))).toMatchObject({ conclusion: 'hold', open: ['evaluation-missing'] })
    // The law asks for the report alone; that its conclusion counts is the office's rule, and disputed.
    const [refusal] = examine(sample.samplePatent({ ...model, ...report('negative') })).refusals
    expect(refusal?.citations.map(({ sure }) => sure)).toEqual(['verified', 'verified'])
  })

  it('9.19: a pledged patent needs the pledgee', () => {
    const patent = sample.samplePatent({ encumbrances: [sample.sampleEncumbrance('pledge', { holder: sample.samplePledgee })] })
    expect(examine(patent)).toMatchObject({ conclusion: 'eligible', open: ['pledgee-not-consented'] })
    expect(examine(patent).refusals).toMatchObject([
      { code: 'open-licence/pledgee-not-consented', fact: { pledgees: [sample.samplePledgee] } },
    ])
    expect(examine(patent, [sample.samplePledgee]).refusals).toEqual([])
  })

  it('needs every co-owner: silence is no consent (9.9)', () => {
    const patent = sample.samplePatent(sample.sampleCoOwned)
    expect(examine(patent).refusals).toMatchObject([
      { code: 'open-licence/co-owner-not-consented', fact: { coOwners: [sample.sampleCoOwner] } },
    ])
    expect(examine(patent, [sample.sampleCoOwner]).refusals).toEqual([])
  })

  it('is not hindered by the declaring matter’s own entry, but by another’s', () => {
    const patent = sample.samplePatent({ encumbrances: [sample.sampleEncumbrance('open-licence', { matter: 'm-1' as MatterId })] })
    expect(examine(patent, [], 'm-1' as MatterId).conclusion).toBe('eligible')
    expect(examine(patent, [], 'm-2' as MatterId).open).toEqual(['declared-before'])
  })

  it('waits for the announcement of the grant, and ends with the term', () => {
    const { grantedOn: _, ...pending } = sample.samplePatent({ status: 'pending' })
    expect(examine(pending)).toMatchObject({ conclusion: 'hold', open: ['grant-not-announced'] })
    expect(patentTermEnd(sample.samplePatent())).toBe('2041-06-09')
    expect(examine(sample.samplePatent({ filedOn: plainDay('2005-03-02') })).open).toEqual(['patent-not-in-force'])
  })

  it('lets an annuity be paid on its due day, and after a holiday on the first working day (实施细则 5)', () => {
    const open = (dueOn: string, on: string) =>
      examine(sample.samplePatent({ annuities: [{ year: 6, dueOn: plainDay(dueOn) }] }), [], undefined, plainDay(on)).open
    expect(open('2026-03-02', '2026-03-02')).toEqual([])
    // 28 February is a Saturday that is worked, 1 March a Sunday.
    expect([open('2026-02-28', '2026-03-02'), open('2026-03-01', '2026-03-02')]).toEqual([['annuity-unpaid'], []])
    expect([open('2026-10-03', '2026-10-08'), open('2026-10-03', '2026-10-09')]).toEqual([[], ['annuity-unpaid']])
  })

  it('no bar hides another: with any of them the conclusion is never eligible', () => {
    const kinds = ['exclusive-licence', 'sole-licence', 'ownership-dispute', 'preservation', 'open-licence'] as const
    fc.assert(
      fc.property(fc.subarray([...kinds], { minLength: 1 }), (some) => {
        const { findings, conclusion } = examine(bound(...some))
        expect(conclusion).toBe('barred')
        expect(findings).toHaveLength(14)
      }),
    )
  })
})

describe('what an open licence forbids others', () => {
  it('9.2: no exclusive or sole licence until its withdrawal is announced; an ordinary one at any fee', () => {
    const live = (changes = {}) => sample.samplePatent({ encumbrances: [sample.sampleEncumbrance('open-licence', changes)] })
    for (const kind of ['exclusive-licence', 'sole-licence'] as const) {
      expect(checkAgainstOpenLicence(kind, live(), today)).toMatchObject([
        { code: 'open-licence/exclusive-barred', citations: [{ article: '51(3)' }] },
      ])
      expect(checkAgainstOpenLicence(kind, live({ recorded: false }), today)).toHaveLength(1)
      expect(checkAgainstOpenLicence(kind, live({ endedOn: plainDay('2026-03-03') }), today)).toHaveLength(1)
      expect(checkAgainstOpenLicence(kind, live({ endedOn: today }), today)).toEqual([])
    }
    expect(checkAgainstOpenLicence('ordinary-licence', live(), today)).toEqual([])
    expect(checkAgainstOpenLicence('title-grant', live(), today)).toHaveLength(1)
  })
})
