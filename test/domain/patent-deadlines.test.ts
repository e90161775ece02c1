import { describe, expect, it } from 'vitest'
import { plainDay } from '#domain/day.ts'
import type { PlainDay } from '#domain/day.ts'
import { listPatentDeadlines } from '#domain/patent-deadlines.ts'
import type { PatentDeadline, PatentTimeFacts } from '#domain/patent-time-facts.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { parameters } from '#policy/parameters.ts'

const day = (text: string): PlainDay => plainDay(text)
const list = (facts: PatentTimeFacts): PatentDeadline[] => listPatentDeadlines(facts, [calendar2026], parameters)
const find = (facts: PatentTimeFacts, code: string): PatentDeadline | undefined => list(facts).find((deadline) => deadline.code === code)
const dayOf = (facts: PatentTimeFacts, code: string): PlainDay | undefined => find(facts, code)?.on
const codes = (facts: PatentTimeFacts): string[] => list(facts).map((deadline) => deadline.code)

const invention = { type: 'invention', filedOn: day('2026-03-16') } as const
const utilityModel = { type: 'utility-model', filedOn: day('2026-03-16') } as const
const design = { type: 'design', filedOn: day('2026-03-16') } as const

describe('grace, PL 24 and IR 33', () => {
  const meeting = { kind: 'prescribed-meeting', on: day('2026-04-03') } as const

  it('runs six months from the first forgiven disclosure and is not moved by the holiday it ends on', () => {
    const facts = { type: 'invention', disclosures: [{ kind: 'without-consent', on: day('2026-05-20') }, meeting] } as const
    expect(find(facts, 'grace-filing')).toMatchObject({ on: '2026-10-03', notes: ['not-restorable', 'not-extended-by-holidays'] })
  })

  it('is met by the first filing, also one whose priority is claimed', () => {
    expect(codes({ ...invention, disclosures: [meeting] })).not.toContain('grace-filing')
    const foreign = { on: day('2026-06-01'), kind: 'foreign' } as const
    expect(codes({ type: 'invention', priority: foreign, disclosures: [meeting] })).not.toContain('grace-filing')
  })

  it('asks for proof of exhibition or meeting within two months of actual filing, and only for these', () => {
    const filed = { type: 'invention', filedOn: day('2026-08-08'), disclosures: [meeting] } as const
    expect(find(filed, 'grace-proof')).toMatchObject({ on: '2026-10-08', notes: ['declared-at-filing'] })
    expect(codes({ ...filed, disclosures: [{ kind: 'state-emergency', on: day('2026-04-03') }] })).not.toContain('grace-proof')
  })

  it('counts two months from learning of a disclosure without consent, by a source found only', () => {
    const leak = { kind: 'without-consent', on: day('2026-04-03'), learnedOn: day('2026-05-06') } as const
    const proof = find({ type: 'invention', disclosures: [leak] }, 'grace-unconsented-proof')
    expect(proof).toMatchObject({ on: '2026-07-06', notes: ['proof-when-asked'] })
    expect(proof?.citations.map((citation) => citation.sure)).toEqual(['text', 'verified'])
    const second = { ...leak, learnedOn: day('2026-04-20') }
    expect(dayOf({ type: 'invention', disclosures: [leak, second] }, 'grace-unconsented-proof')).toBe('2026-06-22')
  })

  it('does not exist for a paper or an ordinary conference', () => {
    expect(list({ type: 'invention', disclosures: [{ kind: 'paper', on: day('2026-04-03') }] })).toEqual([])
  })
})

describe('priority, PL 29–30 and IR 34–37', () => {
  it('from a filing abroad lasts twelve months, six for designs, and has two more with good reason but for designs', () => {
    const abroad = { type: 'utility-model', firstFiledAbroadOn: day('2025-10-17') } as const
    expect(dayOf(abroad, 'foreign-priority')).toBe('2026-10-19')
    expect(dayOf(abroad, 'foreign-priority-restoration')).toBe('2026-12-21')
    const ofDesign = { ...abroad, type: 'design', firstFiledAbroadOn: day('2026-01-15') } as const
    expect(dayOf(ofDesign, 'foreign-priority')).toBe('2026-07-15')
    expect(codes(ofDesign)).not.toContain('foreign-priority-restoration')
  })

  it('at home lasts as long, and costs the earlier application its life', () => {
    const facts = { ...invention, filedOn: day('2025-12-15') }
    expect(find(facts, 'domestic-priority')).toMatchObject({ on: '2026-12-15', notes: ['earlier-application-deemed-withdrawn'] })
    expect(dayOf({ ...design, filedOn: day('2026-01-15') }, 'domestic-priority')).toBe('2026-07-15')
  })

  it('cannot rest on an application that claimed priority itself, is divided out, or is granted', () => {
    for (const barred of [
      { priority: { on: day('2025-06-01'), kind: 'domestic' } },
      { isDivisional: true },
      { grantedOn: day('2026-12-01') },
    ] as const) {
      expect(codes({ ...invention, ...barred })).not.toContain('domestic-priority')
    }
  })

  it('wants the copy of a foreign first filing in 16 months from it, of a design in 3 from filing here, of a domestic one never', () => {
    const priority = { on: day('2025-05-12'), kind: 'foreign' } as const
    expect(dayOf({ ...invention, priority }, 'priority-copy')).toBe('2026-09-14')
    expect(dayOf({ ...design, priority }, 'priority-copy')).toBe('2026-06-16')
    expect(codes({ ...invention, priority: { ...priority, kind: 'domestic' } })).not.toContain('priority-copy')
  })

  it('may be added or corrected until the later of 16 months from priority and 4 from filing, but not for designs', () => {
    const early = { ...invention, priority: { on: day('2025-04-15'), kind: 'foreign' } } as const
    expect(dayOf(early, 'priority-claim-correction')).toBe('2026-08-17')
    const late = { ...invention, priority: { on: day('2025-03-17'), kind: 'foreign' } } as const
    expect(dayOf(late, 'priority-claim-correction')).toBe('2026-07-17')
    expect(dayOf({ ...late, priority: { on: day('2025-02-17'), kind: 'foreign' } }, 'priority-claim-correction')).toBe('2026-07-16')
    expect(codes({ ...early, type: 'design' })).not.toContain('priority-claim-correction')
  })
})

describe('abroad and the PCT', () => {
  it('give twelve months from the first filing, recalled and only after confidentiality examination', () => {
    const facts = { ...invention, filedOn: day('2025-12-15') }
    const pct = find(facts, 'pct-filing')
    expect(pct).toMatchObject({ on: '2026-12-15', notes: ['confidentiality-examination-first'] })
    expect(pct?.citations.map((citation) => citation.sure)).toEqual(['recalled'])
    expect(dayOf({ ...facts, priority: { on: day('2025-11-16'), kind: 'domestic' } }, 'pct-filing')).toBe('2026-11-16')
    expect(dayOf({ ...design, filedOn: day('2026-02-16') }, 'filing-abroad')).toBe('2026-08-17')
    expect(codes(design)).not.toContain('pct-filing')
  })

  it('reach China within 30 months of priority, 32 with surcharge, and then only force majeure helps', () => {
    const facts = { type: 'invention', pct: { priorityOn: day('2023-12-08'), filedOn: day('2024-12-09') } } as const
    expect(dayOf(facts, 'national-phase')).toBe('2026-06-08')
    expect(find(facts, 'national-phase-surcharge')).toMatchObject({
      on: '2026-08-10',
      notes: ['surcharge', 'restorable-for-force-majeure-only'],
    })
    expect(find(facts, 'national-phase-abroad')).toMatchObject({ on: '2026-06-08', notes: ['per-country'] })
    expect(dayOf({ ...facts, pct: { ...facts.pct, enteredOn: day('2026-06-01') } }, 'national-phase')).toBeUndefined()
  })

  it('let a lost priority be asked back within two months of entry, where the international filing came after its end', () => {
    const entered = (filedOn: string): PatentTimeFacts => ({
      type: 'invention',
      pct: { priorityOn: day('2023-12-08'), filedOn: day(filedOn), enteredOn: day('2026-06-01') },
    })
    expect(dayOf(entered('2025-01-20'), 'pct-priority-restoration')).toBe('2026-08-03')
    expect(dayOf(entered('2024-12-10'), 'pct-priority-restoration')).toBe('2026-08-03')
    expect(dayOf(entered('2024-12-09'), 'pct-priority-restoration')).toBeUndefined()
  })
})

describe('confidentiality examination, PL 19 and IR 8–9', () => {
  it('is answered from the request in 2 (+2) and 4 (+2) months, and silence clears nothing', () => {
    const asked = list({ type: 'invention', confidentialityRequestedOn: day('2026-03-16') })
    expect(asked.map(({ code, on }) => [code, on])).toEqual([
      ['confidentiality-notice', '2026-05-18'],
      ['confidentiality-notice-extended', '2026-07-16'],
      ['confidentiality-decision', '2026-07-16'],
      ['confidentiality-decision-extended', '2026-09-16'],
    ])
    for (const deadline of asked) expect(deadline.notes).toEqual(['office-acts', 'no-clearance-by-silence'])
  })

  it('does not concern designs', () => {
    expect(list({ type: 'design', confidentialityRequestedOn: day('2026-03-16') })).toEqual([])
  })
})

describe('from filing to examination', () => {
  it('the filing fee is due in two months from filing or 15 days from the acceptance notice, whichever is later', () => {
    expect(dayOf(invention, 'filing-fee')).toBe('2026-05-18')
    expect(dayOf({ ...invention, acceptanceNoticeReceivedOn: day('2026-05-06') }, 'filing-fee')).toBe('2026-05-21')
    expect(dayOf({ ...invention, acceptanceNoticeReceivedOn: day('2026-03-20') }, 'filing-fee')).toBe('2026-05-18')
  })

  it('publication and the examination request run from the priority day where there is one (IR 12)', () => {
    expect(dayOf({ ...invention, filedOn: day('2025-03-16') }, 'publication')).toBe('2026-09-16')
    expect(dayOf({ ...invention, filedOn: day('2025-04-03') }, 'publication')).toBe('2026-10-03')
    const claimed = { ...invention, filedOn: day('2024-02-16'), priority: { on: day('2023-03-16'), kind: 'foreign' } } as const
    expect(dayOf(claimed, 'publication')).toBe('2024-09-16')
    expect(dayOf(claimed, 'substantive-examination')).toBe('2026-03-16')
    expect(dayOf({ ...invention, filedOn: day('2024-02-16') }, 'substantive-examination')).toBe('2027-02-16')
  })

  it('neither concerns utility models, nor an application that has them behind it', () => {
    expect(codes(utilityModel)).not.toContain('publication')
    expect(codes(utilityModel)).not.toContain('substantive-examination')
    const behind = codes({ ...invention, publishedOn: day('2026-06-01'), examinationRequestedOn: day('2026-03-16') })
    expect(behind).not.toContain('publication')
    expect(behind).not.toContain('substantive-examination')
  })

  it('own amendments are free for 3 months after entry into examination, and for 2 from filing of other patents', () => {
    expect(dayOf({ ...invention, examinationEntryReceivedOn: day('2026-07-06') }, 'own-amendments')).toBe('2026-10-08')
    expect(codes(invention)).not.toContain('own-amendments')
    expect(dayOf(utilityModel, 'own-amendments')).toBe('2026-05-18')
    expect(dayOf(design, 'own-amendments')).toBe('2026-05-18')
  })
})

describe('rejection and grant', () => {
  it('leave 3 months for re-examination and 3 for the court; a missed re-examination 2 more from its own end', () => {
    const rejected = { ...invention, rejectionReceivedOn: day('2026-07-03') }
    expect(dayOf(rejected, 're-examination')).toBe('2026-10-08')
    expect(find(rejected, 're-examination-restoration')).toMatchObject({
      on: '2026-12-08',
      notes: ['good-reason-needed', 'restoration-fee'],
    })
    expect(dayOf({ ...rejected, reexaminationDecisionReceivedOn: day('2026-08-10') }, 're-examination-court')).toBe('2026-11-10')
  })

  it('want registration within 2 months of the notice, while the grant is not announced', () => {
    const noticed = { ...invention, grantNoticeReceivedOn: day('2026-08-01') }
    expect(find(noticed, 'registration')).toMatchObject({ on: '2026-10-08', notes: ['annuity-of-grant-year-with-it'] })
    expect(codes({ ...noticed, grantedOn: day('2026-09-15') })).not.toContain('registration')
  })

  it('bring the evaluation report 2 months after the request, or after the announcement where asked with registration', () => {
    const granted = { ...utilityModel, grantedOn: day('2026-09-15') }
    expect(dayOf({ ...granted, evaluationRequested: { at: 'registration' } }, 'evaluation-report')).toBe('2026-11-16')
    expect(dayOf({ ...granted, evaluationRequested: { at: 'later', on: day('2026-10-09') } }, 'evaluation-report')).toBe('2026-12-09')
    expect(codes(granted)).not.toContain('evaluation-report')
    expect(codes({ ...granted, type: 'invention', evaluationRequested: { at: 'registration' } })).not.toContain('evaluation-report')
  })

  it('start the 3 months for the statutory reward', () => {
    const reward = find({ ...invention, grantedOn: day('2026-09-15') }, 'grant-reward')
    expect(reward).toMatchObject({ on: '2026-12-15', notes: ['only-without-rule-or-agreement'] })
  })

  it('make non-use count from 3 years after grant and 4 after filing, the later, but not for designs', () => {
    const granted = { ...invention, filedOn: day('2021-06-10') }
    expect(dayOf({ ...granted, grantedOn: day('2024-08-01') }, 'non-use')).toBe('2027-08-01')
    expect(dayOf({ ...granted, grantedOn: day('2021-12-01') }, 'non-use')).toBe('2025-06-10')
    expect(dayOf({ ...granted, filedOn: day('2022-10-03'), grantedOn: day('2023-04-04') }, 'non-use')).toBe('2026-10-03')
    expect(codes({ ...granted, type: 'design', grantedOn: day('2021-12-01') })).not.toContain('non-use')
  })
})
