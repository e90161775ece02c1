import type { Disclosure } from './disclosure-form.ts'
import { isPatentable } from './disclosure-novelty.ts'
import { findOwnershipDecision, findSecrecyLevel, findShares, getDisclosure } from './disclosure-state.ts'
import type { AssessmentOpening } from './pre-filing-assessment.ts'
import type { MatterState } from './state.ts'

/** Whether a pre-filing assessment follows: a patent is planned, or nobody has decided against one. */
export function needsAssessment(disclosure: Pick<Disclosure, 'resultType' | 'protectionWish'>): boolean {
  const { protectionWish } = disclosure
  return isPatentable(disclosure) && (protectionWish === 'patent' || protectionWish === 'undecided')
}

/** What the assessment is opened with; shares are the confirmed ones, or the reported contributions before confirmation. */
export function openingOfAssessment(state: MatterState): AssessmentOpening {
  const disclosure = getDisclosure(state)
  const shares = findShares(state)?.shares ?? []
  const owners = findOwnershipDecision(state)?.owners ?? []
  const coOwners = owners.filter((one) => one.who !== 'university').map((one) => ({ name: one.name ?? one.who }))
  const { department } = state.head
  return {
    disclosure: state.head.id,
    disclosureNumber: state.head.number,
    title: disclosure.titleZh,
    ...(disclosure.titleEn === undefined ? {} : { titleEn: disclosure.titleEn }),
    abstract: disclosure.abstract,
    field: disclosure.ipc[0] ?? '',
    inventors: disclosure.inventors.map(({ person, contributionBp, relation }) => ({
      person,
      shareBp: shares.find((one) => one.person === person)?.shareBp ?? contributionBp,
      relation,
    })),
    publicDisclosures: disclosure.publicDisclosures,
    resultType: disclosure.resultType,
    foreignPlan: disclosure.foreign.filing,
    exportPlan: disclosure.foreign.exporting,
    secrecyLevel: findSecrecyLevel(state),
    ...(department === undefined ? {} : { department }),
    ...(coOwners.length === 0 ? {} : { coOwners }),
  }
}
