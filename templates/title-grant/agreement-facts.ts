import type { PlainDay } from '#domain/day.ts'
import { addYears } from '#domain/day.ts'
import { findResult } from '#domain/state.ts'
import { findForm, getForm } from '#domain/title-grant-facts.ts'
import type { AgreementTerms, TaxReview } from '#domain/title-grant-forms.ts'
import { steps } from '#domain/title-grant.ts'
import type { PaperContext } from '../paper-context.ts'
import { gatherHeader, type Header } from './header.ts'

/** The agreement as it is put before the parties: the terms, what they rest on, and what finance found. */
export type AgreementFacts = Header & {
  readonly terms: AgreementTerms
  readonly authority: string
  readonly universityName: string
  readonly noticeNumber?: string
  readonly tax?: TaxReview
  /** If all sign today: the day a use right ends. */
  readonly until?: PlainDay
}

/** Gathers the terms; throws where none were drawn up. */
export function gatherAgreement(context: PaperContext): AgreementFacts {
  const { state, on } = context
  const drafted = getForm(state, steps.draftTerms)
  const notice = findResult(state, steps.noticeFinding.name)?.data['number']
  const tax = drafted.outcome === 'for-nothing' ? findForm(state, steps.taxReview)?.data : undefined
  const { termYears } = drafted.data
  return {
    ...gatherHeader(context),
    terms: drafted.data,
    authority: getForm(state, steps.formalCheck).data.authority,
    universityName: getForm(state, steps.ownershipCheck).data.universityName,
    ...(notice === undefined ? {} : { noticeNumber: String(notice) }),
    ...(tax === undefined ? {} : { tax }),
    ...(termYears === undefined ? {} : { until: addYears(on, termYears) }),
  }
}
