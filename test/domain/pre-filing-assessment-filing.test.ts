import { describe, expect, it } from 'vitest'
import { sampleDualFiling, sampleFiling, sampleInvention, samplePctFiling, sampleUtilityModel } from '#cli/samples/pre-filing-assessment.ts'
import { plainDay } from '#domain/day.ts'
import type { PublicDisclosure } from '#domain/disclosure-novelty.ts'
import { checkFilingRecord, isDualFiling } from '#domain/pre-filing-assessment-filing.ts'
import type { ConfidentialityExamination, FilingRecord, ForeignFiling } from '#domain/pre-filing-assessment-forms.ts'
import { contextOf, decidedState } from '#test/samples/pre-filing-assessment-state.ts'

const today = plainDay('2026-04-20')
const on = '2026-04-15'
const dual = { dual: { shapeOrStructure: true, warningRead: true } }

function check(record: FilingRecord, decision = 'file-cn', form: object = {}): string[] {
  return checkFilingRecord(record, contextOf(decidedState(decision, form), { today })).map(({ code }) => code)
}

describe('what is recorded of a filing', () => {
  it('is what was decided, with a number whose check digit, type and year are right', () => {
    expect(check(sampleFiling(on))).toEqual([])
    const numbered = (applicationNumber: string) => check(sampleFiling(on, { applications: [sampleInvention(on, { applicationNumber })] }))
    expect(numbered('202610123456.1')).toEqual(['assessment/application-check-digit'])
    expect(numbered('202620123457.X')).toEqual(['assessment/application-type'])
    expect(check(sampleFiling('2025-04-15'))).toEqual(['assessment/application-year'])
  })

  it('is in the past, and there', () => {
    expect(check(sampleFiling('2026-04-21'))).toEqual(['assessment/filed-in-future'])
    expect(check(sampleFiling(on, { applications: [] }))).toEqual(['assessment/application-missing'])
    expect(check(sampleFiling(on, { applications: [sampleInvention(on), sampleInvention(on)] }))).toContain('assessment/application-twice')
  })

  it('was accepted on a day after its filing that has come: the fee is counted from it too', () => {
    const accepted = (day: string) =>
      check(sampleFiling(on, { applications: [sampleInvention(on, { acceptanceNoticeOn: plainDay(day) })] }))
    expect(accepted('2026-04-15')).toEqual([])
    expect(accepted('2026-04-14')).toEqual(['assessment/event-before-filing'])
    expect(accepted('2027-04-16')).toEqual(['assessment/event-in-future'])
  })

  it('is of the type that was decided, and one application', () => {
    expect(check(sampleFiling(on), 'file-cn', { patentType: 'utility-model' })).toEqual(['assessment/type-not-decided'])
    expect(check(sampleDualFiling(on))).toEqual(['assessment/type-not-decided'])
  })
})

describe('two filings of one day', () => {
  it('are an invention and a utility model of one day, each declared to the other (9.25)', () => {
    expect(check(sampleDualFiling(on), 'same-day-dual', dual)).toEqual([])
    expect(isDualFiling(sampleDualFiling(on))).toBe(true)
    const later = sampleFiling(on, { applications: [sampleInvention(on, { dualDeclared: true }), sampleUtilityModel('2026-04-16')] })
    expect(check(later, 'same-day-dual', dual)).toEqual(['assessment/dual-not-same-day'])
    const silent = sampleFiling(on, { applications: [sampleInvention(on), sampleUtilityModel(on)] })
    expect(check(silent, 'same-day-dual', dual)).toEqual(['assessment/dual-undeclared'])
    expect(isDualFiling(silent)).toBe(false)
    expect(check(sampleFiling(on), 'same-day-dual', dual)).toEqual(['assessment/type-not-decided'])
  })
})

describe('a filing abroad', () => {
  const direct: ForeignFiling = { route: 'direct', office: 'JP', number: '（示例）特愿2026-000001', filedOn: plainDay('2026-04-18') }
  const abroad = (confidentiality: ConfidentialityExamination, filing = direct) =>
    check(sampleFiling(on, { foreignFilings: [filing], confidentiality }), 'file-cn-pct')

  it('is part of the decision', () => {
    expect(check(samplePctFiling(on))).toEqual(['assessment/foreign-undecided'])
    expect(check(samplePctFiling(on), 'file-cn-pct')).toEqual([])
  })

  it('waits until the confidentiality examination has cleared it; silence of the office never does', () => {
    const requestedOn = plainDay('2025-10-01')
    expect(abroad({ is: 'requested', on: requestedOn })).toEqual(['assessment/foreign-uncleared'])
    const cleared = (day: string): ConfidentialityExamination => ({
      is: 'cleared',
      requestedOn,
      on: plainDay(day),
      decision: '（示例）保审〔2026〕1号',
    })
    expect(abroad(cleared('2026-04-18'))).toEqual([])
    expect(abroad(cleared('2026-04-19'))).toEqual(['assessment/foreign-uncleared'])
    expect(abroad({ is: 'not-needed', because: 'no-filing-abroad' })).toEqual(['assessment/foreign-uncleared'])
    expect(abroad({ is: 'not-needed', because: 'made-abroad' })).toEqual([])
  })

  it('has been made, after a clearance that was asked for before it was given', () => {
    const cleared = (requestedOn: string, day: string): ConfidentialityExamination => ({
      is: 'cleared',
      requestedOn: plainDay(requestedOn),
      on: plainDay(day),
      decision: '（示例）',
    })
    expect(abroad(cleared('2026-04-19', '2026-04-18'))).toEqual(['assessment/foreign-uncleared'])
    expect(abroad(cleared('2025-10-01', '2026-04-21'), { ...direct, filedOn: plainDay('2026-04-21') })).toEqual([
      'assessment/filed-in-future',
    ])
  })

  it('needs no examination where all that is filed is a design, and only there', () => {
    expect(abroad({ is: 'not-needed', because: 'design' })).toEqual(['assessment/foreign-uncleared'])
  })

  it('under the PCT at the Chinese office counts as the request, elsewhere it does not', () => {
    const pct = (office: string): ForeignFiling => ({ route: 'pct', office, number: 'PCT/XX2026/000001', filedOn: plainDay('2026-04-18') })
    const notNeeded: ConfidentialityExamination = { is: 'not-needed', because: 'no-filing-abroad' }
    expect(abroad(notNeeded, pct('CN'))).toEqual([])
    expect(abroad(notNeeded, pct('US'))).toEqual(['assessment/foreign-uncleared'])
  })

  it('that was ordered to be kept secret goes nowhere', () => {
    const ordered: ConfidentialityExamination = {
      is: 'secrecy-ordered',
      requestedOn: plainDay('2026-01-01'),
      on: plainDay('2026-04-01'),
      decision: '（示例）',
    }
    expect(abroad(ordered)).toEqual(['assessment/foreign-uncleared'])
    expect(abroad(ordered, { route: 'pct', office: 'CN', number: 'PCT/CN2026/1', filedOn: plainDay('2026-04-18') })).toEqual([
      'assessment/foreign-uncleared',
    ])
  })
})

describe('priority', () => {
  const from = (filedOn: string, type: 'invention' | 'design' = 'invention') => {
    const application = type === 'design' ? sampleInvention(on, { type, applicationNumber: '202630123450.X' }) : sampleInvention(on)
    const record = sampleFiling(on, {
      applications: [application],
      priorities: [{ country: 'CN', number: '（示例）', filedOn: plainDay(filedOn) }],
    })
    return checkFilingRecord(record, contextOf(decidedState('file-cn'), { today })).map(({ code }) => code)
  }

  it('3.5: lasts twelve months and two of restoration for an invention', () => {
    expect(from('2025-02-15')).toEqual([])
    expect(from('2025-02-14')).toEqual(['assessment/priority-too-old'])
  })

  it('3.5: has its months of restoration from the day to which a holiday moved the twelve', () => {
    const filed = sampleFiling('2026-12-08', { priorities: [{ country: 'JP', number: '（示例）', filedOn: plainDay('2025-10-03') }] })
    const asked = contextOf(decidedState('file-cn'), { today: plainDay('2026-12-09') })
    expect(checkFilingRecord(filed, asked)).toEqual([])
    const later = { ...filed, applications: [sampleInvention('2026-12-09')] }
    expect(checkFilingRecord(later, asked)).toMatchObject([{ code: 'assessment/priority-too-old', fact: { lastDay: '2026-12-08' } }])
  })

  it('is of an earlier application: one filed later gives none, and would move every period that runs from it', () => {
    expect(from('2026-04-16')).toEqual(['assessment/priority-not-earlier'])
    expect(from('2026-04-15')).toEqual([])
  })

  it('3.5: lasts six months for a design', () => {
    expect(from('2025-10-15', 'design')).not.toContain('assessment/priority-too-old')
    expect(from('2025-10-14', 'design')).toContain('assessment/priority-too-old')
  })
})

describe('a grace period that is claimed', () => {
  const shown = (kind: PublicDisclosure['kind'], day: string, priorities: FilingRecord['priorities'] = []) =>
    check(sampleFiling(on, { priorities, graceClaimed: { kind, standing: 'made', on: plainDay(day), where: '（示例）展览' } }))

  it('3.5: is one of the four cases; a paper has none', () => {
    expect(shown('recognised-exhibition', '2025-12-01')).toEqual([])
    expect(shown('paper', '2026-04-01')).toEqual(['assessment/grace-not-covered'])
  })

  it('3.5: ends six months after the disclosure, met by the first filing if its priority is claimed', () => {
    expect(shown('prescribed-meeting', '2025-10-15')).toEqual([])
    expect(shown('prescribed-meeting', '2025-10-14')).toEqual(['assessment/grace-passed'])
    const earlier = [{ country: 'CN', number: '（示例）', filedOn: plainDay('2025-11-01') }]
    expect(shown('prescribed-meeting', '2025-10-14', earlier)).toEqual([])
  })
})
