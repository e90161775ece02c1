import type { PlainDay } from '#domain/day.ts'
import { addYears } from '#domain/day.ts'
import { findResult } from '#domain/state.ts'
import { valueOf } from '#domain/title-grant-agreement.ts'
import { findForm, getForm, getGround } from '#domain/title-grant-facts.ts'
import type { AgreementTerms, TaxReview } from '#domain/title-grant-forms.ts'
import { steps } from '#domain/title-grant.ts'
import { gatherHouse, type HouseParty } from '../house-party.ts'
import { gatherSignatories, type HouseSignatory } from '../house-signature.ts'
import type { PaperContext } from '../paper-context.ts'
import { gatherAuthority, type PaperAuthority } from './authority.ts'
import { gatherHeader, type Header } from './header.ts'
import { gatherRights, type PaperRight } from './rights.ts'

/** The agreement as it is put before the parties: the terms, what they rest on, and what finance found. */
export type AgreementFacts = Header &
  PaperAuthority & {
    readonly terms: AgreementTerms
    /** The rights as the registers have them; absent in papers drawn before they were read. */
    readonly rights?: readonly PaperRight[]
    readonly recordChangeDays?: number
    readonly extensionNoticeDays?: number
    readonly universityName: string
    /** The university as the register of parties identifies it; absent where it is not entered. */
    readonly house?: HouseParty
    readonly noticeNumber?: string
    readonly tax?: TaxReview
    /** Other owners of the results, whose parts the grant leaves alone; absent where there are none. */
    readonly coOwners?: readonly { readonly who: string; readonly number: string; readonly shareBp?: number }[]
    /** If all sign today: the day a use right ends. */
    readonly until?: PlainDay
    /** Who may sign for the university; absent in papers drawn before mandates were registered. */
    readonly signatories?: readonly HouseSignatory[]
  }

/** Gathers the terms; throws where none were drawn up. */
export function gatherAgreement(context: PaperContext): AgreementFacts {
  const { state, on } = context
  const drafted = getForm(state, steps.draftTerms)
  const notice = findResult(state, steps.noticeFinding.name)?.data['number']
  const tax = drafted.outcome === 'for-nothing' ? findForm(state, steps.taxReview)?.data : undefined
  const { termYears } = drafted.data
  const ground = getGround(state)
  const house = gatherHouse(context)
  const coOwners = getForm(state, steps.ownershipCheck).data.coOwnerConsents.map(({ who, number, shareBp }) => ({
    who,
    number,
    ...(shareBp === undefined ? {} : { shareBp }),
  }))
  return {
    ...gatherHeader(context),
    terms: drafted.data,
    ...gatherAuthority(context),
    rights: gatherRights(context),
    recordChangeDays: ground.recordChangeDays,
    extensionNoticeDays: ground.extensionNoticeDays,
    ...(house === undefined ? {} : { house }),
    universityName: getForm(state, steps.ownershipCheck).data.universityName,
    ...(notice === undefined ? {} : { noticeNumber: String(notice) }),
    ...(tax === undefined ? {} : { tax }),
    ...(coOwners.length === 0 ? {} : { coOwners }),
    ...(termYears === undefined ? {} : { until: addYears(on, termYears) }),
    signatories: gatherSignatories(context, { paper: 'title-grant/agreement', amountFen: valueOf(state) }),
  }
}
