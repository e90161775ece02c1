import type { PlainDay } from './day.ts'
import { fen, formatYuan, isAboveCap, type Fen } from './money.ts'
import type { Comparable, Fee, FeeMethod, PriceProposal } from './open-licence-forms.ts'
import { openLicenceRules as rules } from './open-licence-rules.ts'
import { getFenParameter, getNumberParameter, type ParameterRow } from './parameter.ts'
import { patentTermEnd } from './patent-term.ts'
import { refuse, type Refusal } from './refusal.ts'
import { isInForce, type PatentFacts } from './register.ts'

/** Which parts of the fee a method has. */
const parts: { readonly [method in FeeMethod]: { readonly fixed: boolean; readonly royalty: boolean } } = {
  'lump-sum': { fixed: true, royalty: false },
  'running-royalty': { fixed: false, royalty: true },
  'entry-and-royalty': { fixed: true, royalty: true },
}

/** Whether the method asks for a sum before the licence exists. */
export function hasEntryPayment(fee: Pick<Fee, 'method'>): boolean {
  return parts[fee.method].fixed
}

/** Whether the method asks for reports and royalties while the licence runs. */
export function hasRoyalty(fee: Pick<Fee, 'method'>): boolean {
  return parts[fee.method].royalty
}

/** What must be paid before the licence exists; nothing where only a royalty runs. */
export function entryAmount(fee: Fee): Fen {
  return hasEntryPayment(fee) ? (fee.fixedFen ?? fen(0)) : fen(0)
}

/** The method decides which parts there are: a declaration must be exact (专利法实施细则 85). */
function checkShape(fee: Fee): Refusal[] {
  const { fixed, royalty } = parts[fee.method]
  const missing = [
    ...(fixed && (fee.fixedFen ?? 0) <= 0 ? ['fixedFen'] : []),
    ...(royalty && (fee.royaltyBp ?? 0) <= 0 ? ['royaltyBp'] : []),
    ...(royalty && fee.royaltyBase === undefined ? ['royaltyBase'] : []),
    ...(royalty && fee.reportMonths === undefined ? ['reportMonths'] : []),
  ]
  const surplus = [
    ...(!fixed && fee.fixedFen !== undefined ? ['fixedFen'] : []),
    ...(!royalty && fee.royaltyBp !== undefined ? ['royaltyBp'] : []),
    ...(!royalty && fee.royaltyBase !== undefined ? ['royaltyBase'] : []),
  ]
  return [
    ...missing.map((part) => refuse(rules.feeIncomplete, { method: fee.method, part }, `/fee/${part}`)),
    ...surplus.map((part) => refuse(rules.feeTooMuch, { method: fee.method, part }, `/fee/${part}`)),
  ]
}

/** Basis points as people write a rate: `3.5%`. */
function percentOf(basisPoints: number): string {
  return `${basisPoints / 100}%`
}

/** Above these the office's notice says fees usually do not go: a reason is asked for, nothing is forbidden. */
function checkCaps({ fee, justification }: PriceProposal, parameters: readonly ParameterRow[], on: PlainDay): Refusal[] {
  if ((justification ?? '').trim() !== '') return []
  const refusals: Refusal[] = []
  const fixedCap = getFenParameter(parameters, 'OPEN_FIXED_SOFTCAP_FEN', on)
  if (fee.fixedFen !== undefined && isAboveCap(fee.fixedFen, fixedCap))
    refusals.push(refuse(rules.fixedCap, { fixedYuan: formatYuan(fee.fixedFen), capYuan: formatYuan(fixedCap) }, '/justification'))
  if (fee.royaltyBp !== undefined && fee.royaltyBase !== undefined) {
    const name = fee.royaltyBase === 'profit' ? 'OPEN_PROFIT_SOFTCAP_BP' : 'OPEN_SALES_SOFTCAP_BP'
    const capBp = getNumberParameter(parameters, name, on)
    if (fee.royaltyBp > capBp)
      refusals.push(refuse(rules.rateCap, { rate: percentOf(fee.royaltyBp), cap: percentOf(capBp) }, '/justification'))
  }
  return refusals
}

/** Words that praise instead of saying: none may stand in a declaration (专利法实施细则 85(3)). The list is ours. */
const praise = [
  '最佳',
  '最优',
  '最先进',
  '最好',
  '第一',
  '唯一',
  '顶级',
  '顶尖',
  '国际领先',
  '世界领先',
  '国内领先',
  '首选',
  '独家',
  '填补空白',
  '优惠',
  '特价',
  '限时',
]

function checkWording(proposal: PriceProposal): Refusal[] {
  const found = praise.filter((word) => (proposal.other ?? '').includes(word))
  return found.length === 0 ? [] : [refuse(rules.advertising, { words: found }, '/other')]
}

function checkEstimate({ fee, estimate, justification }: PriceProposal): Refusal[] {
  const { lowFen, highFen, lowBp, highBp, sources } = estimate
  const refusals: Refusal[] = []
  if (sources.length === 0) refusals.push(refuse(rules.estimateBare, { basis: estimate.basis }, '/estimate/sources'))
  if (isReversed(lowFen, highFen)) refusals.push(refuse(rules.estimateRange, {}, '/estimate/highFen'))
  if (isReversed(lowBp, highBp)) refusals.push(refuse(rules.estimateRange, {}, '/estimate/highBp'))
  const outside = isOutside(fee.fixedFen, lowFen, highFen) || isOutside(fee.royaltyBp, lowBp, highBp)
  if (outside && (justification ?? '').trim() === '') refusals.push(refuse(rules.estimateElsewhere, {}, '/justification'))
  return refusals
}

function isReversed(low: number | undefined, high: number | undefined): boolean {
  return low !== undefined && high !== undefined && high < low
}

function isOutside(value: number | undefined, low: number | undefined, high: number | undefined): boolean {
  return value !== undefined && ((low !== undefined && value < low) || (high !== undefined && value > high))
}

/** No offer reaches into an exclusive or sole licence that is agreed for later: it would stand beside one in term (实施细则 86(i)). */
export function checkAhead(termEnd: PlainDay, { encumbrances }: PatentFacts, on: PlainDay): Refusal[] {
  const ahead = encumbrances.find(
    (one) =>
      ['exclusive-licence', 'sole-licence'].includes(one.kind) && one.since > on && one.since <= termEnd && isInForce(one, one.since),
  )
  if (ahead === undefined) return []
  const { kind, holder, source, since, until, recorded } = ahead
  return [refuse(rules.exclusive, { kinds: [kind], holders: [holder ?? source], since, until: until ?? '—', recorded }, '/termEnd')]
}

/** A licence cannot outlast its patent (民法典 865), nor be over before it begins. */
function checkTerm(termEnd: PlainDay, patent: PatentFacts | undefined, on: PlainDay): Refusal[] {
  if (termEnd <= on) return [refuse(rules.termOver, { termEnd, today: on }, '/termEnd')]
  if (patent === undefined) return []
  const patentEnd = patentTermEnd(patent)
  const tooLong = termEnd > patentEnd ? [refuse(rules.termTooLong, { termEnd, patentEnd }, '/termEnd')] : []
  return [...tooLong, ...checkAhead(termEnd, patent, on)]
}

/** Everything that is wrong with a proposed fee and its estimate, at once. */
export function checkPrice(
  proposal: PriceProposal,
  { patent, parameters, today }: { readonly patent?: PatentFacts; readonly parameters: readonly ParameterRow[]; readonly today: PlainDay },
): Refusal[] {
  return [
    ...checkShape(proposal.fee),
    ...checkCaps(proposal, parameters, today),
    ...checkTerm(proposal.termEnd, patent, today),
    ...checkWording(proposal),
    ...checkEstimate(proposal),
  ]
}

/** What earlier offers of the house show: how many there are and from when, beside every figure. */
export type ComparableSummary = {
  readonly n: number
  readonly from?: PlainDay
  readonly to?: PlainDay
  readonly lowestFen?: Fen
  readonly medianFen?: Fen
  readonly highestFen?: Fen
  readonly lowestBp?: number
  readonly medianBp?: number
  readonly highestBp?: number
  readonly taken: number
  readonly offers: readonly Comparable[]
}

/** The middle one; of an even number the lower of the two, so that it is a fee that was really asked. */
function median(sorted: readonly number[]): number | undefined {
  return sorted[Math.floor((sorted.length - 1) / 2)]
}

function ranked<Value extends number>(values: readonly (Value | undefined)[]): Value[] {
  return values.filter((value) => value !== undefined).toSorted((a, b) => a - b)
}

/** Sums up the offers to compare with, the newest first, at most twenty of them by name. */
export function summariseComparables(offers: readonly Comparable[]): ComparableSummary {
  const byDay = offers.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1))
  const sums = ranked(offers.map(({ fixedFen }) => fixedFen))
  const rates = ranked(offers.map(({ royaltyBp }) => royaltyBp))
  const [from, to] = [byDay.at(-1)?.on, byDay[0]?.on]
  const [middleFen, middleBp] = [median(sums), median(rates)]
  return {
    n: offers.length,
    ...(from === undefined || to === undefined ? {} : { from, to }),
    ...(sums[0] === undefined || middleFen === undefined
      ? {}
      : { lowestFen: sums[0], medianFen: fen(middleFen), highestFen: fen(sums.at(-1) ?? 0) }),
    ...(rates[0] === undefined || middleBp === undefined ? {} : { lowestBp: rates[0], medianBp: middleBp, highestBp: rates.at(-1) ?? 0 }),
    taken: offers.reduce((sum, { taken }) => sum + taken, 0),
    offers: byDay.slice(0, 20),
  }
}
