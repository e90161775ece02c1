import type { PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Fen } from '#domain/money.ts'
import { findForm, getForm, listForms } from '#domain/pre-filing-assessment-facts.ts'
import { steps } from '#domain/pre-filing-assessment.ts'
import { personOf, type NamedPerson } from '../lines.ts'
import type { PaperContext } from '../paper-context.ts'
import { gatherHeader, type Header } from './header.ts'

/** The hand-over as its agreement tells it: the terms that every party confirmed, and when. */
export type AgreementFacts = Header & {
  readonly decidedOn: PlainDay
  readonly takers: readonly { readonly person: NamedPerson; readonly shareBp: number; readonly confirmedOn: PlainDay }[]
  readonly representative: NamedPerson
  readonly price: Fen
  /** Where it is for nothing: the market price of the deemed sale, or the exemption. */
  readonly deemedSale?: { readonly marketPrice: Fen; readonly exemption?: string }
  readonly universityShareBp: number
  readonly effectiveOn: PlainDay
  readonly researchUseReserved: boolean
  readonly reportEveryMonths: number
  readonly exportLicence?: string
  readonly consents: readonly { readonly coOwner: string; readonly letter: string; readonly on: PlainDay }[]
  readonly sealedOn: PlainDay
  readonly sealedBy?: NamedPerson
}

function confirmedOn(context: PaperContext, person: PersonId): PlainDay {
  const confirmation = listForms(context.state, steps.signHandOver).findLast(
    ({ by, outcome }) => outcome === 'confirmed' && by.is === 'person' && by.person === person,
  )
  if (confirmation === undefined) throw new Error(`Matter ${context.state.head.id}: ${person} has not confirmed`)
  return confirmation.on
}

/** Gathers the terms and the confirmations; throws where a party has not confirmed. */
export function gatherAgreement(context: PaperContext): AgreementFacts {
  const { state, people } = context
  const terms = getForm(state, steps.handOverTerms).data
  const sealed = getForm(state, steps.sealHandOver)
  const review = findForm(state, steps.taxReview)?.data
  const consents = findForm(state, steps.coOwnerConsents)?.data.consents ?? []
  return {
    ...gatherHeader(context),
    decidedOn: getForm(state, steps.decide).on,
    takers: terms.takers.map(({ person, shareBp }) => ({
      person: personOf(people, person),
      shareBp,
      confirmedOn: confirmedOn(context, person),
    })),
    representative: personOf(people, terms.representative),
    price: terms.priceFen,
    ...(terms.priceFen > 0 || review === undefined
      ? {}
      : { deemedSale: { marketPrice: review.marketPriceFen, ...(review.exemption === undefined ? {} : { exemption: review.exemption }) } }),
    universityShareBp: terms.universityShareBp,
    effectiveOn: terms.effectiveOn,
    researchUseReserved: terms.researchUseReserved,
    reportEveryMonths: terms.reportEveryMonths,
    ...(terms.exportLicence === undefined ? {} : { exportLicence: terms.exportLicence }),
    consents: consents.map(({ coOwner, letter, consentedOn }) => ({ coOwner, letter, on: consentedOn })),
    sealedOn: sealed.on,
    ...(sealed.by.is === 'person' ? { sealedBy: personOf(people, sealed.by.person) } : {}),
  }
}
