import type { OfferEnd } from './open-licence-end.ts'
import type { PlainDay } from './day.ts'
import type { OpenLicenceOpening, AnnouncedStandard, EligibilityRecord, PatentSnapshot, PriceProposal } from './open-licence-forms.ts'
import { steps } from './open-licence-steps.ts'
import { findForm, listForms } from './pre-filing-assessment-facts.ts'
import { findResult, stepOfTask, type MatterState, type TaskId } from './state.ts'

/** What the matter was opened with; its schema held when it was opened. */
export function readOpening(state: MatterState): OpenLicenceOpening {
  return state.data as unknown as OpenLicenceOpening
}

/** The latest answer of the eligibility query; undefined before it was asked. */
export function findEligibility(state: MatterState): EligibilityRecord | undefined {
  return findResult(state, steps.eligibility.name)?.data as unknown as EligibilityRecord | undefined
}

/** The patent as it was last read; throws an Error before it was found on the register, which is a bug of the story. */
export function getSnapshot(state: MatterState): PatentSnapshot {
  const patent = findEligibility(state)?.patent
  if (patent === undefined) throw new Error(`Matter ${state.head.id} has read no patent`)
  return patent
}

/** Owners beside the university, by name. */
export function coOwnersOf(state: MatterState): string[] {
  return getSnapshot(state)
    .owners.filter(({ isHouse }) => isHouse !== true)
    .map(({ name }) => name)
}

/** Everybody whose written consent for this very patent is on file. */
export function listConsented(state: MatterState): string[] {
  const { patent } = readOpening(state)
  const given = findForm(state, steps.consents)?.data.consents ?? []
  return [...new Set(given.filter((one) => one.patent === patent).map(({ party }) => party))]
}

/** Co-owners and pledgees who are asked for their consent. */
export function listAsked(state: MatterState): { readonly coOwners: readonly string[]; readonly pledgees: readonly string[] } {
  return { coOwners: coOwnersOf(state), pledgees: getSnapshot(state).pledgees }
}

/** The proposal that was approved, or the latest; throws an Error before there is one. */
export function getProposal(state: MatterState): PriceProposal {
  const proposal = findForm(state, steps.price)?.data
  if (proposal === undefined) throw new Error(`Matter ${state.head.id} has no price`)
  return proposal
}

/** The announced standard; undefined until the office has announced the declaration. */
export function findStandard(state: MatterState): AnnouncedStandard | undefined {
  const announced = listForms(state, steps.officeReply).findLast(({ outcome }) => outcome === 'announced')
  if (announced?.data.announcedOn === undefined) return undefined
  const { patent } = readOpening(state)
  const { title, titleEn, owners } = getSnapshot(state)
  const { fee, termEnd, noticeSystem, noticeAddress, account, other } = getProposal(state)
  return {
    declaration: state.head.id,
    number: state.head.number,
    patent,
    title,
    ...(titleEn === undefined ? {} : { titleEn }),
    patentees: owners.map(({ name }) => name),
    announcementNumber: announced.data.announcementNumber ?? '',
    announcedOn: announced.data.announcedOn,
    fee,
    termEnd,
    noticeSystem,
    noticeAddress,
    account,
    ...(other === undefined ? {} : { other }),
  }
}

/** When and under which number the withdrawal was announced; undefined while the offer stands. */
export function findWithdrawal(state: MatterState): { readonly announcedOn: PlainDay; readonly announcementNumber: string } | undefined {
  const announced = listForms(state, steps.withdrawalReply).findLast(({ outcome }) => outcome === 'announced')
  if (announced?.data.announcedOn === undefined) return undefined
  return { announcedOn: announced.data.announcedOn, announcementNumber: announced.data.announcementNumber ?? '' }
}

/** The unit's last approval that completed its chain, by its task; undefined before the unit has decided. */
export function findApproval(state: MatterState): string | undefined {
  return Object.entries(state.results).findLast(
    ([id, { outcome }]) => stepOfTask(id as TaskId) === steps.approve.name && outcome === 'approved',
  )?.[0]
}

/** Why and since when the offer is over; undefined while it stands or was never made. */
export function findOfferEnd(state: MatterState): OfferEnd | undefined {
  const ended = findResult(state, steps.offerEnded.name)
  if (ended === undefined) return undefined
  return { cause: ended.outcome as OfferEnd['cause'], ...(ended.data as unknown as Omit<OfferEnd, 'cause'>) }
}
