import type { Json } from './json.ts'
import type { PlainDay } from './day.ts'

/**
 * How sure a citation is: `text` the article was read; `verified` a source found by search says it; `recalled` and
 * `recalled-check` from memory (the latter doubtful even of the number); `article` press; `design` no law, our proposal.
 */
export type Sureness = 'text' | 'verified' | 'recalled' | 'recalled-check' | 'article' | 'design'

/** Where a rule comes from: a statute and its article with the version read, or a clause of the university's policy. */
export type Citation = {
  /** Short official name, e.g. `专利法`, or `policy` for a clause of the university. */
  readonly law: string
  /** Article with paragraph or item, e.g. `24`, `6(1)`. */
  readonly article?: string
  /** Date of the version that was read. */
  readonly version?: PlainDay
  readonly sure: Sureness
  /** Index of the secondary source, e.g. `S14`. */
  readonly source?: string
}

/** `noun/fact` in kebab-case, e.g. `disclosure/contributions-do-not-sum`. */
export type RuleCode = `${string}/${string}`

/** One executable check: what it is called, what it rests on, when it is in force, which parameters feed it. */
export type Rule = {
  readonly code: RuleCode
  readonly citations: readonly [Citation, ...Citation[]]
  /** In force from / to (inclusive); open when absent. */
  readonly from?: PlainDay
  readonly to?: PlainDay
  /** Names of the dated parameters the rule reads. */
  readonly parameters?: readonly string[]
}

/** A lawful no: the rule's code and citations, and the fact that failed. Words and remedy stand in `domain/words`. */
export type Refusal = {
  readonly code: RuleCode
  readonly citations: readonly Citation[]
  /** What was found, named; the words' templates read these values. */
  readonly fact: { readonly [key: string]: Json }
  /** JSON pointer of the input field at fault, where there is one. */
  readonly field?: string
}

/** Makes the refusal of `rule` for `fact`; `field` is the JSON pointer of the input at fault. */
export function refuse(rule: Rule, fact: Refusal['fact'] = {}, field?: string): Refusal {
  const refusal = { code: rule.code, citations: rule.citations, fact }
  return field === undefined ? refusal : { ...refusal, field }
}

/** Whether a refusal rests only on recollection: its words then add "not verified: ask counsel". */
export function isUnverified(refusal: { readonly citations: readonly Citation[] }): boolean {
  return refusal.citations.every((c) => c.sure === 'recalled' || c.sure === 'recalled-check')
}

/** Shorthand for a citation whose article was read in the version of `version`. */
export function text(law: string, article: string, version: PlainDay): Citation {
  return { law, article, version, sure: 'text' }
}

/** Shorthand for a rule of the software's own design, which counsel or policy may change. */
export const byDesign: Citation = { law: 'policy', sure: 'design' }
