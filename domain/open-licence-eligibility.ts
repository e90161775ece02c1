import { firstWorkingDayFrom, type Calendar } from './calendar.ts'
import type { PlainDay } from './day.ts'
import type { EligibilityOutcome, EligibilityRecord, PatentSnapshot } from './open-licence-forms.ts'
import { eligibilityRules } from './open-licence-rules.ts'
import { patentTermEnd } from './patent-term.ts'
import { refuse, type Refusal, type Rule, type RuleCode } from './refusal.ts'
import {
  listEncumbrances,
  listOwners,
  listUnpaidAnnuities,
  type Encumbrance,
  type EncumbranceKind,
  type Owner,
  type PatentFacts,
} from './register.ts'
import type { MatterId } from './state.ts'

/**
 * How one condition stands: `clear`; `barred` while the fact holds; `hold` while an answer is awaited; `needed` where a
 * consent or report has still to be brought, which the process itself asks for.
 */
export type Standing = 'clear' | 'barred' | 'hold' | 'needed'

/** One condition with what was found; its words, citations and remedy follow from the code. */
export type Finding = { readonly code: RuleCode; readonly standing: Standing; readonly fact: Refusal['fact'] }

/** What a declaration is judged by: the register's row, the day, and what has been consented to so far. */
export type EligibilityFacts = {
  readonly number: string
  /** Absent where the patent is on no register of the house. */
  readonly patent?: PatentFacts
  readonly on: PlainDay
  /** Decides until when a fee whose last day is none of work may still be paid. */
  readonly calendar: Calendar
  /** The declaring matter, whose own entry is no bar to it. */
  readonly matter?: MatterId
  /** Co-owners and pledgees whose written consent for this very patent is on file. */
  readonly consented: readonly string[]
}

type Found = { readonly standing: Standing; readonly fact?: Refusal['fact'] }
type Condition = { readonly rule: Rule; readonly look: (patent: PatentFacts, facts: EligibilityFacts) => Found }

const clear: Found = { standing: 'clear' }

function describe(encumbrances: readonly Encumbrance[]): Refusal['fact'] {
  const [first] = encumbrances
  return {
    kinds: [...new Set(encumbrances.map(({ kind }) => kind))],
    holders: encumbrances.map(({ holder, source }) => holder ?? source),
    since: first?.since ?? '',
    until: first?.until ?? '—',
    recorded: encumbrances.every(({ recorded }) => recorded),
  }
}

function barredBy(kinds: readonly EncumbranceKind[], standing: Standing = 'barred'): Condition['look'] {
  return (patent, { on, matter }) => {
    const found = listEncumbrances(patent, on, kinds).filter((one) => matter === undefined || one.matter !== matter)
    return found.length === 0 ? clear : { standing, fact: describe(found) }
  }
}

/** Whoever owns it with the university on the day. */
export function listCoOwners(patent: PatentFacts, on: PlainDay): readonly Owner[] {
  return listOwners(patent, on).filter(({ isHouse }) => isHouse !== true)
}

/** Whoever holds it in pledge on the day, by name. */
export function listPledgees(patent: PatentFacts, on: PlainDay): string[] {
  return listEncumbrances(patent, on, ['pledge']).map(({ holder, source }) => holder ?? source)
}

/** Utility models and designs need the office's evaluation report; an answer that is awaited holds the matter up. */
function lookAtEvaluation(wanted: 'missing' | 'pending' | 'negative'): Condition['look'] {
  return ({ kind, evaluation }) => {
    if (kind === 'invention') return clear
    const found = evaluation === undefined ? 'missing' : evaluation.conclusion
    if (found !== wanted) return clear
    const standing = { missing: 'needed', pending: 'hold', negative: 'barred' } as const
    return { standing: standing[wanted], fact: { kind, since: evaluation?.since ?? '—', number: evaluation?.number ?? '—' } }
  }
}

function lacking(names: readonly string[], consented: readonly string[], key: string): Found {
  const silent = names.filter((name) => !consented.includes(name))
  // Silence is no consent: whoever has not answered stands here as whoever said no.
  return silent.length === 0 ? clear : { standing: 'needed', fact: { [key]: silent } }
}

const conditions: readonly Condition[] = [
  {
    rule: eligibilityRules.notOurs,
    look: (patent, { on }) => {
      const owners = listOwners(patent, on)
      return owners.some(({ isHouse }) => isHouse === true)
        ? clear
        : { standing: 'barred', fact: { owners: owners.map(({ name }) => name) } }
    },
  },
  {
    rule: eligibilityRules.notGranted,
    look: ({ status, grantedOn }, { on }) =>
      status === 'pending' || grantedOn === undefined || grantedOn > on
        ? { standing: 'hold', fact: { grantedOn: grantedOn ?? '—' } }
        : clear,
  },
  {
    rule: eligibilityRules.notInForce,
    look: (patent, { on }) => {
      const termEnd = patentTermEnd(patent)
      if (patent.status !== 'granted' && patent.status !== 'pending')
        return { standing: 'barred', fact: { status: patent.status, termEnd } }
      return on > termEnd ? { standing: 'barred', fact: { status: 'expired', termEnd } } : clear
    },
  },
  { rule: eligibilityRules.exclusive, look: barredBy(['exclusive-licence', 'sole-licence']) },
  { rule: eligibilityRules.suspended, look: barredBy(['ownership-dispute', 'preservation']) },
  {
    rule: eligibilityRules.annuity,
    look: (patent, { on, calendar }) => {
      // On the due day itself it may still be paid, and where that is no working day on the first one after it (实施细则 5).
      const unpaid = listUnpaidAnnuities(patent, on).filter(({ dueOn }) => firstWorkingDayFrom(calendar, dueOn) < on)
      return unpaid.length === 0
        ? clear
        : { standing: 'barred', fact: { years: unpaid.map(({ year }) => year), dueOn: unpaid[0]?.dueOn ?? '' } }
    },
  },
  { rule: eligibilityRules.pledge, look: (patent, { on, consented }) => lacking(listPledgees(patent, on), consented, 'pledgees') },
  { rule: eligibilityRules.evaluationMissing, look: lookAtEvaluation('missing') },
  { rule: eligibilityRules.evaluationPending, look: lookAtEvaluation('pending') },
  { rule: eligibilityRules.evaluationNegative, look: lookAtEvaluation('negative') },
  {
    rule: eligibilityRules.coOwner,
    look: (patent, { on, consented }) =>
      lacking(
        listCoOwners(patent, on).map(({ name }) => name),
        consented,
        'coOwners',
      ),
  },
  { rule: eligibilityRules.titleGrant, look: barredBy(['title-grant'], 'hold') },
  { rule: eligibilityRules.declared, look: barredBy(['open-licence']) },
]

/** Looks at every condition and answers all of them at once, the clear ones too. */
export function examineEligibility(facts: EligibilityFacts): Finding[] {
  const { patent, number } = facts
  if (patent === undefined) return [{ code: eligibilityRules.unknown.code, standing: 'barred', fact: { number } }]
  const found = conditions.map(({ rule, look }) => {
    const { standing, fact = {} } = look(patent, facts)
    return { code: rule.code, standing, fact }
  })
  return [{ code: eligibilityRules.unknown.code, standing: 'clear', fact: {} }, ...found]
}

/** What the findings come to: one bar suffices; what is only needed is asked for next. */
export function concludeEligibility(findings: readonly Finding[]): EligibilityOutcome {
  if (findings.some(({ standing }) => standing === 'barred')) return 'barred'
  // The report on a utility model takes two months: without it the matter waits as if it were on its way.
  const isReportMissing = findings.some(({ code, standing }) => code === eligibilityRules.evaluationMissing.code && standing === 'needed')
  return isReportMissing || findings.some(({ standing }) => standing === 'hold') ? 'hold' : 'eligible'
}

const ruleByCode = new Map<RuleCode, Rule>(Object.values(eligibilityRules).map((rule) => [rule.code, rule]))

/** The rule behind a finding; throws an Error for a code that is none of them. */
export function getEligibilityRule(code: RuleCode): Rule {
  const rule = ruleByCode.get(code)
  if (rule === undefined) throw new Error(`No condition of an open licence is called ${code}`)
  return rule
}

/** Every condition that is not clear, as refusals: nothing may be needed or pending any more when the unit decides. */
export function checkEligibility(facts: EligibilityFacts): Refusal[] {
  return examineEligibility(facts)
    .filter(({ standing }) => standing !== 'clear')
    .map(({ code, fact }) => refuse(getEligibilityRule(code), fact))
}

/** What a matter keeps of the register's row: enough for its papers, no more. */
function snapshotOf(patent: PatentFacts, on: PlainDay): PatentSnapshot {
  const { title, titleEn, inventors, kind, filedOn, grantedOn, evaluation } = patent
  return {
    title,
    ...(titleEn === undefined ? {} : { titleEn }),
    inventors,
    kind,
    filedOn,
    ...(grantedOn === undefined ? {} : { grantedOn }),
    termEnd: patentTermEnd(patent),
    owners: listOwners(patent, on).map(({ name, isHouse }) => (isHouse === true ? { name, isHouse } : { name })),
    pledgees: listPledgees(patent, on),
    ...(evaluation === undefined
      ? {}
      : { evaluation: { conclusion: evaluation.conclusion, ...(evaluation.number === undefined ? {} : { number: evaluation.number }) } }),
  }
}

/** The answer to the eligibility query as a matter records it. */
export function recordEligibility(facts: EligibilityFacts): EligibilityRecord {
  const findings = examineEligibility(facts)
  return {
    conclusion: concludeEligibility(findings),
    ...(facts.patent === undefined ? {} : { patent: snapshotOf(facts.patent, facts.on) }),
    findings,
  }
}
