import type { CheckContext } from './checks.ts'
import type { PlainDay } from './day.ts'
import { patentTermEnd } from './patent-term.ts'
import { refuse, type Refusal, type Rule } from './refusal.ts'
import {
  findFacts,
  isInForce,
  listEncumbrances,
  listOwners,
  type Encumbrance,
  type EncumbranceKind,
  type PatentFacts,
  type ResultFacts,
  type Transformation,
} from './register.ts'
import type { GrantedResult, OwnershipCheck, WrittenConsent } from './title-grant-forms.ts'
import { barRules } from './title-grant-rules.ts'

type Facts = PatentFacts | ResultFacts

/** What the registers say of a result; undefined where it is on none. */
export function findResultFacts({ register, number }: GrantedResult, context: Pick<CheckContext, 'registers'>): Facts | undefined {
  return register === 'patent' ? findFacts(context.registers, 'patent', number) : findFacts(context.registers, 'result', number)
}

/** What the registers know of the transformation of these results, whoever entered it; from `since` on where a day is named. */
export function listTransformations(
  results: readonly GrantedResult[],
  context: Pick<CheckContext, 'registers'>,
  since?: PlainDay,
): Transformation[] {
  const all = results.flatMap((result) => findResultFacts(result, context)?.transformations ?? [])
  return since === undefined ? all : all.filter(({ on }) => on >= since)
}

/** The last day of the right: of a patent by the register, else as the team stated it; undefined where it does not end. */
export function lifeEndOf(result: GrantedResult, facts: Facts | undefined): PlainDay | undefined {
  return facts !== undefined && 'filedOn' in facts ? patentTermEnd(facts) : result.endsOn
}

/** Encumbrances that no consent lifts: whoever grants beside them promises twice. */
const absolute: readonly (readonly [EncumbranceKind, Rule])[] = [
  ['exclusive-licence', barRules.exclusiveLicence],
  ['sole-licence', barRules.exclusiveLicence],
  ['open-licence', barRules.openLicence],
  ['ownership-dispute', barRules.disputed],
  ['preservation', barRules.preserved],
]

function isEnded(facts: Facts): boolean {
  return !['pending', 'granted', 'held'].includes(facts.status)
}

/** An exclusive licence that is agreed for a later day is promised already. */
function listAhead({ encumbrances }: Facts, kind: EncumbranceKind, today: PlainDay): readonly Encumbrance[] {
  if (kind !== 'exclusive-licence' && kind !== 'sole-licence') return []
  return encumbrances.filter((one) => one.kind === kind && one.since > today && isInForce(one, one.since))
}

function checkEncumbrances(number: string, facts: Facts, context: CheckContext, field: string): Refusal[] {
  const named = (kinds: readonly EncumbranceKind[]) => listEncumbrances(facts, context.today, kinds)
  const bound = absolute.flatMap(([kind, rule]) =>
    [...named([kind]), ...listAhead(facts, kind, context.today)].map(({ id, holder, since, recorded }) =>
      refuse(rule, { number, kind, id, holder: holder ?? '—', since, recorded }, field),
    ),
  )
  // What this matter itself reserved is no bar to it.
  const granted = named(['title-grant']).filter(({ matter }) => matter === undefined || matter !== context.state?.head.id)
  const listed = named(['negative-list']).filter(({ matter }) => matter === undefined || matter !== context.state?.head.id)
  return [
    ...bound,
    ...granted.map(({ id, since }) => refuse(barRules.alreadyGranted, { number, id, since }, field)),
    ...listed.map(({ since }) => refuse(barRules.negativeListed, { number, since }, field)),
  ]
}

/** Bars that the registers show for each result: off the register, ended, another's, or bound by what excludes a grant. */
export function checkBars(results: readonly GrantedResult[], context: CheckContext): Refusal[] {
  return results.flatMap((result, index) => {
    const { number } = result
    const field = context.state === undefined ? `/results/${index}/number` : ''
    const facts = findResultFacts(result, context)
    if (facts === undefined) return [refuse(barRules.resultUnknown, { number }, field)]
    const refusals = isEnded(facts) ? [refuse(barRules.rightEnded, { number, status: facts.status }, field)] : []
    if (!listOwners(facts, context.today).some(({ isHouse }) => isHouse === true))
      refusals.push(refuse(barRules.notOwned, { number }, field))
    return [...refusals, ...checkEncumbrances(number, facts, context, field)]
  })
}

function checkConsents(consents: readonly WrittenConsent[], field: string, today: PlainDay): Refusal[] {
  return consents.flatMap(({ who, consentedOn }, index) =>
    consentedOn > today ? [refuse(barRules.consentFuture, { who, consentedOn, today }, `/${field}/${index}/consentedOn`)] : [],
  )
}

/** The written consents that a result needs: of every other owner, and of every pledgee for that very number; silence is none. */
export function checkConsentsNeeded(results: readonly GrantedResult[], check: OwnershipCheck, context: CheckContext): Refusal[] {
  const { coOwnerConsents, pledgeeConsents } = check
  const missing = results.flatMap((result) => {
    const facts = findResultFacts(result, context)
    if (facts === undefined) return []
    const { number } = result
    const others = listOwners(facts, context.today).filter(({ isHouse }) => isHouse !== true)
    const silent = others.filter(({ name }) => !coOwnerConsents.some((one) => one.number === number && one.who === name))
    const pledges = listEncumbrances(facts, context.today, ['pledge'])
    const misstated = coOwnerConsents.filter(
      (one) => one.number === number && others.some(({ name, shareBp }) => name === one.who && shareBp !== one.shareBp),
    )
    const unheard = pledges.filter(({ holder }) => !pledgeeConsents.some((one) => one.number === number && one.who === holder))
    return [
      ...silent.map(({ name }) => refuse(barRules.coOwnerSilent, { number, coOwner: name }, '/coOwnerConsents')),
      ...misstated.map(({ who, shareBp }) =>
        refuse(barRules.coOwnerShare, { number, coOwner: who, shareBp: shareBp ?? '—' }, '/coOwnerConsents'),
      ),
      ...unheard.map(({ holder }) => refuseUnheard(number, holder ?? '—', pledgeeConsents)),
    ]
  })
  const { today } = context
  return [
    ...missing,
    ...checkConsents(coOwnerConsents, 'coOwnerConsents', today),
    ...checkConsents(pledgeeConsents, 'pledgeeConsents', today),
  ]
}

/** A consent for another number is told apart from none at all. */
function refuseUnheard(number: string, pledgee: string, consents: readonly WrittenConsent[]): Refusal {
  const other = consents.find(({ who }) => who === pledgee)
  if (other === undefined) return refuse(barRules.pledged, { number, pledgee }, '/pledgeeConsents')
  return refuse(barRules.consentOfAnother, { number, pledgee, given: other.number }, '/pledgeeConsents')
}
