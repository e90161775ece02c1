import type { PlainDay } from '#domain/day.ts'
import type { Fen } from '#domain/money.ts'
import { findForm, getForm } from '#domain/pre-filing-assessment-facts.ts'
import { steps } from '#domain/pre-filing-assessment.ts'
import { gatherHouse, type HouseParty } from '../house-party.ts'
import { gatherSignatories, type HouseSignatory } from '../house-signature.ts'
import { personOf, type NamedPerson } from '../lines.ts'
import type { PaperContext } from '../paper-context.ts'
import { gatherHeader, type Header } from './header.ts'

/** The hand-over as its agreement puts it before the parties. */
export type AgreementFacts = Header & {
  readonly decidedOn: PlainDay
  readonly takers: readonly { readonly person: NamedPerson; readonly shareBp: number }[]
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
  /** The university as the register of parties identifies it; absent where it is not entered. */
  readonly house?: HouseParty
  /** Who may sign for the university. */
  readonly signatories: readonly HouseSignatory[]
}

/** Gathers the terms as they were drawn up last. */
export function gatherAgreement(context: PaperContext): AgreementFacts {
  const { state, people } = context
  const terms = getForm(state, steps.handOverTerms).data
  const house = gatherHouse(context)
  const review = findForm(state, steps.taxReview)?.data
  const consents = findForm(state, steps.coOwnerConsents)?.data.consents ?? []
  return {
    ...gatherHeader(context),
    decidedOn: getForm(state, steps.decide).on,
    takers: terms.takers.map(({ person, shareBp }) => ({
      person: personOf(people, person),
      shareBp,
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
    ...(house === undefined ? {} : { house }),
    signatories: gatherSignatories(context, { paper: 'pre-filing-assessment/hand-over-agreement', amountFen: terms.priceFen }),
  }
}
