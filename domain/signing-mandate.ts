import type { PersonId } from './actor.ts'
import type { CheckContext } from './checks.ts'
import type { PlainDay } from './day.ts'
import type { Fen } from './money.ts'
import { refuse, type Refusal } from './refusal.ts'
import type { RegisterRow } from './register.ts'
import { signingRules } from './signing-rules.ts'

export const mandateBases = ['legal-representative', 'written-authorisation'] as const

/** The papers that are signed for the house, for whoever enters a mandate to choose from. */
export const mandatedPapers = [
  'title-grant/agreement',
  'open-licence/declaration-sheet',
  'open-licence/withdrawal-sheet',
  'pre-filing-assessment/hand-over-agreement',
] as const

/** By what a person binds the house with his signature: by law as its legal representative (民法典 61), or as its agent (民法典 165). */
export type MandateFacts = {
  readonly person: PersonId
  readonly basis: (typeof mandateBases)[number]
  /** Of the letter of authority, or of the entry that names the legal representative. */
  readonly number: string
  readonly givenOn: PlainDay
  /** Post in which he signs, as his signatures show it. */
  readonly post: string
  readonly since: PlainDay
  /** Last day; a written authorisation has one. */
  readonly until?: PlainDay
  /** Templates of the papers that it covers; every paper where it names none. */
  readonly papers: readonly string[]
  /** Covers papers up to and including this sum; without limit when absent. */
  readonly upToFen?: Fen
  readonly revokedOn?: PlainDay
}

/** A mandate as papers and signatures name it. */
export type MandateNamed = Pick<MandateFacts, 'basis' | 'number' | 'givenOn' | 'post'>

/** What is to be signed for the house: the paper's template, and the sum it is about where it names one. */
export type HouseSigning = { readonly paper: string; readonly amountFen?: Fen }

/** What papers and signatures name of a mandate. */
export function nameMandate({ basis, number, givenOn, post }: MandateFacts): MandateNamed {
  return { basis, number, givenOn, post }
}

/** The id of the row that says under which mandate `person` signs. */
export function mandateId(person: PersonId, number: string): string {
  return `${person}~${number}`
}

function covers({ papers, upToFen }: MandateFacts, { paper, amountFen = 0 as Fen }: HouseSigning): boolean {
  return (papers.length === 0 || papers.includes(paper)) && (upToFen === undefined || amountFen <= upToFen)
}

function isWithin({ since, until }: MandateFacts, on: PlainDay): boolean {
  return since <= on && (until === undefined || on <= until)
}

/** Whether something may be signed under it on `on`: from the day of its revocation on no more. */
export function isMandateInForce(mandate: MandateFacts, on: PlainDay): boolean {
  return isWithin(mandate, on) && (mandate.revokedOn === undefined || on < mandate.revokedOn)
}

function listMandates(registers: readonly RegisterRow[]): MandateFacts[] {
  return registers.flatMap((row) => (row.register === 'mandate' ? [row.facts] : []))
}

/** The mandates under which such a paper may be signed on `on`, by whomever. */
export function listCovering(registers: readonly RegisterRow[], signing: HouseSigning, on: PlainDay): MandateFacts[] {
  return listMandates(registers).filter((one) => isMandateInForce(one, on) && covers(one, signing))
}

/**
 * The mandate under which `person` signed on `on`. A signature that was given on the very day on which the mandate was revoked
 * was looked at when it was recorded, and came before.
 */
export function findMandateOf(
  registers: readonly RegisterRow[],
  person: PersonId,
  signing: HouseSigning,
  on: PlainDay,
): MandateFacts | undefined {
  const usable = listMandates(registers).filter((one) => one.person === person && isWithin(one, on) && covers(one, signing))
  return usable.find((one) => isMandateInForce(one, on)) ?? usable.find(({ revokedOn }) => revokedOn === on)
}

/**
 * Whoever signs for the house has a mandate of his own, in force today, that covers the paper and its sum (民法典 165, 171). A
 * deputy of absence takes over work, not the mandate: it is given on by nobody (民法典 169).
 */
export function checkMandate({ signer, actor, registers, today }: CheckContext, signing: HouseSigning): Refusal[] {
  const own = listMandates(registers).filter(({ person }) => person === signer)
  const { paper, amountFen } = signing
  const [first] = own
  if (first === undefined) {
    const isDeputy = signer !== undefined && actor !== undefined && signer !== actor
    return [isDeputy ? refuse(signingRules.deputyUnmandated, { paper, principal: actor }) : refuse(signingRules.mandateMissing, { paper })]
  }
  const standing = own.filter((one) => isMandateInForce(one, today))
  const [latest] = standing
  if (latest === undefined) {
    const { number, since, until, revokedOn } = first
    return [refuse(signingRules.mandateNotInForce, { number, since, until: revokedOn ?? until ?? '', today })]
  }
  if (standing.some((one) => covers(one, signing))) return []
  return [refuse(signingRules.mandateTooNarrow, { number: latest.number, paper, ...(amountFen === undefined ? {} : { amountFen }) })]
}
