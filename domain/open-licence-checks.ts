import type { CheckContext, FormChecks } from './checks.ts'
import type { PlainDay } from './day.ts'
import { checkEligibility } from './open-licence-eligibility.ts'
import { findStandard, getSnapshot, listAsked, listConsented, readOpening } from './open-licence-facts.ts'
import type {
  Consent,
  Consents,
  Correction,
  DeclarationSignature,
  FilingForm,
  OfficeReply,
  OpenLicenceOpening,
  PriceProposal,
  WithdrawalFiling,
  WithdrawalRequest,
} from './open-licence-forms.ts'
import { listPackage } from './open-licence-package.ts'
import { checkAhead, checkPrice } from './open-licence-price.ts'
import { eligibilityRules, openLicenceRules as rules } from './open-licence-rules.ts'
import { steps } from './open-licence-steps.ts'
import { isPatentNumber } from './patent-number.ts'
import { findForm } from './pre-filing-assessment-facts.ts'
import { refuse, type Refusal } from './refusal.ts'
import { findPatent } from './register.ts'
import { registerRules } from './register-rules.ts'
import { checkMandate } from './signing-mandate.ts'
import { checkPaperSeen } from './signing.ts'
import type { MatterState } from './state.ts'

/** Nothing is recorded that has not happened yet. */
function checkPast(days: { readonly [field: string]: PlainDay | undefined }, today: PlainDay): Refusal[] {
  return Object.entries(days).flatMap(([field, day]) =>
    day !== undefined && day > today ? [refuse(rules.dayToCome, { day, today }, `/${field}`)] : [],
  )
}

/** The patent is on the register; whether it may be declared is the query's answer, and it answers everything at once. */
function checkOpening({ patent }: OpenLicenceOpening, { registers }: CheckContext): Refusal[] {
  if (!isPatentNumber(patent)) return [refuse(registerRules.number, { number: patent }, '/patent')]
  return findPatent(registers, patent) === undefined ? [refuse(eligibilityRules.unknown, { number: patent }, '/patent')] : []
}

/** Each consent is somebody's who was asked, for this very patent, and given already. */
function checkConsentList(consents: readonly Consent[], asked: readonly string[], patent: string, today: PlainDay): Refusal[] {
  return consents.flatMap(({ party, patent: named, consentedOn }, index) => [
    ...(named === patent ? [] : [refuse(rules.consentOtherPatent, { party, named, patent }, `/consents/${index}/patent`)]),
    ...(asked.includes(party) ? [] : [refuse(rules.consentStranger, { party }, `/consents/${index}/party`)]),
    ...(consentedOn > today ? [refuse(rules.consentToCome, { party, consentedOn, today }, `/consents/${index}/consentedOn`)] : []),
  ])
}

function checkConsents({ consents }: Consents, { state, outcome, today }: CheckContext): Refusal[] {
  if (state === undefined) return []
  const { patent } = readOpening(state)
  const { coOwners, pledgees } = listAsked(state)
  const refusals = checkConsentList(consents, [...coOwners, ...pledgees], patent, today)
  if (outcome !== 'consented') return refusals
  const given = consents.filter((one) => one.patent === patent).map(({ party }) => party)
  const silent = (names: readonly string[]) => names.filter((name) => !given.includes(name))
  return [
    ...refusals,
    ...(silent(coOwners).length > 0 ? [refuse(eligibilityRules.coOwner, { coOwners: silent(coOwners) }, '/consents')] : []),
    ...(silent(pledgees).length > 0 ? [refuse(eligibilityRules.pledge, { pledgees: silent(pledgees) }, '/consents')] : []),
  ]
}

function checkProposal(proposal: PriceProposal, context: CheckContext): Refusal[] {
  const { state, registers, outcome } = context
  if (state === undefined || outcome === 'given-up') return []
  const patent = findPatent(registers, readOpening(state).patent)
  return checkPrice(proposal, { ...context, ...(patent === undefined ? {} : { patent }) })
}

function eligibilityOf(state: MatterState, { registers, calendar, today }: CheckContext): Refusal[] {
  const number = readOpening(state).patent
  const patent = findPatent(registers, number)
  return checkEligibility({
    number,
    ...(patent === undefined ? {} : { patent }),
    on: today,
    calendar,
    matter: state.head.id,
    consented: listConsented(state),
  })
}

/** The unit decides on the register as it stands under the patent's lock: another matter may have been quicker. */
function checkApproval(_: object, context: CheckContext): Refusal[] {
  const { state, outcome, registers, today } = context
  if (state === undefined || outcome !== 'approved') return []
  const patent = findPatent(registers, readOpening(state).patent)
  const termEnd = findForm(state, steps.price)?.data.termEnd
  const ahead = patent === undefined || termEnd === undefined ? [] : checkAhead(termEnd, patent, today)
  return [...eligibilityOf(state, context), ...ahead]
}

/** The house takes the declaration back as it was shown, by whoever has a mandate for that. */
function checkWithdrawalSigned(signature: DeclarationSignature, context: CheckContext): Refusal[] {
  if (context.outcome !== 'signed') return []
  const paper = 'open-licence/withdrawal-sheet'
  return [...checkPaperSeen(signature, context.state, paper), ...checkMandate(context, { paper })]
}

/** The house signs the declaration as it was shown, by whoever has a mandate for it. */
function checkDeclaration(signature: DeclarationSignature, context: CheckContext): Refusal[] {
  const { state, outcome } = context
  if (state === undefined || outcome !== 'signed') return []
  const paper = 'open-licence/declaration-sheet'
  const fixedFen = findForm(state, steps.price)?.data.fee.fixedFen
  return [
    ...checkPaperSeen(signature, state, paper),
    ...checkMandate(context, fixedFen === undefined ? { paper } : { paper, amountFen: fixedFen }),
  ]
}

/** Every patentee signed, everything is in the package, and no bar has come up since the unit decided. */
function checkFiling(filing: FilingForm, context: CheckContext): Refusal[] {
  const { state, outcome, today } = context
  if (state === undefined || outcome !== 'filed') return []
  const signed = filing.signatures.map(({ party }) => party)
  const unsigned = getSnapshot(state)
    .owners.filter(({ isHouse, name }) => isHouse !== true && !signed.includes(name))
    .map(({ name }) => name)
  const lacking = listPackage(state).filter((item) => !filing.contents.includes(item))
  return [
    ...checkPast({ filedOn: filing.filedOn }, today),
    ...filing.signatures.flatMap(({ signedOn }, index) =>
      signedOn > filing.filedOn
        ? [refuse(rules.daysReversed, { first: signedOn, later: filing.filedOn }, `/signatures/${index}/signedOn`)]
        : [],
    ),
    ...(unsigned.length > 0 ? [refuse(rules.notSigned, { patentees: unsigned }, '/signatures')] : []),
    ...(lacking.length > 0 ? [refuse(rules.packageShort, { items: lacking, count: lacking.length }, '/contents')] : []),
    ...eligibilityOf(state, context),
  ]
}

/** What each answer of the patent office has to say. */
const repliesNeed: { readonly [outcome: string]: readonly (keyof OfficeReply)[] } = {
  announced: ['announcedOn', 'announcementNumber'],
  'correction-asked': ['correctionDays', 'defects'],
  refused: ['defects'],
}

function checkReply(since: (state: MatterState) => PlainDay | undefined) {
  return (reply: OfficeReply, { state, outcome = '', today }: CheckContext): Refusal[] => {
    const missing = (repliesNeed[outcome] ?? []).filter((field) => reply[field] === undefined)
    const filedOn = state === undefined ? undefined : since(state)
    const { receivedOn, announcedOn } = reply
    const isEarly = filedOn !== undefined && announcedOn !== undefined && announcedOn < filedOn
    return [
      ...missing.map((field) => refuse(rules.answerIncomplete, { field }, `/${field}`)),
      ...checkPast({ receivedOn, announcedOn }, today),
      ...(isEarly ? [refuse(rules.daysReversed, { first: filedOn, later: announcedOn }, '/announcedOn')] : []),
    ]
  }
}

/** Withdrawal needs every patentee, a reason, and no condition. */
function checkWithdrawal({ unconditional, consents }: WithdrawalRequest, { state, today }: CheckContext): Refusal[] {
  if (state === undefined) return []
  const { patent } = readOpening(state)
  const { coOwners } = listAsked(state)
  const given = consents.filter((one) => one.patent === patent).map(({ party }) => party)
  const silent = coOwners.filter((name) => !given.includes(name))
  return [
    ...(unconditional ? [] : [refuse(rules.conditional, {}, '/unconditional')]),
    ...checkConsentList(consents, coOwners, patent, today),
    ...(silent.length > 0 ? [refuse(eligibilityRules.coOwner, { coOwners: silent }, '/consents')] : []),
  ]
}

const checkPastFiling = ({ filedOn }: WithdrawalFiling, { today, outcome }: CheckContext) =>
  outcome === 'filed' ? checkPast({ filedOn }, today) : []

/** The law behind each form of the open licence. */
export const checks = {
  'open-licence/open': checkOpening,
  'open-licence/consents': checkConsents,
  'open-licence/price': checkProposal,
  'open-licence/approve': checkApproval,
  'open-licence/sign-declaration': checkDeclaration,
  'open-licence/sign-withdrawal': checkWithdrawalSigned,
  'open-licence/file': checkFiling,
  'open-licence/office-reply': checkReply((state) => findForm(state, steps.file)?.data.filedOn),
  'open-licence/correct': ({ resubmittedOn }: Correction, { today }: CheckContext) => checkPast({ resubmittedOn }, today),
  'open-licence/withdraw-declaration': checkWithdrawal,
  'open-licence/file-withdrawal': checkPastFiling,
  'open-licence/withdrawal-reply': checkReply(
    (state) => findForm(state, steps.fileWithdrawal)?.data.filedOn ?? findStandard(state)?.announcedOn,
  ),
} as const satisfies FormChecks
