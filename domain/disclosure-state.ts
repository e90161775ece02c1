import type { PersonId } from './actor.ts'
import type { MatterPerson } from './definition.ts'
import type { OwnershipDecision } from './disclosure-desk-forms.ts'
import type { Disclosure } from './disclosure-form.ts'
import type { OwnershipFinding, OwnershipKind } from './disclosure-owner.ts'
import type { JsonObject } from './json.ts'
import type { Share } from './negotiation.ts'
import { findResult, listResults, type MatterState } from './state.ts'

/** Whether this is the stub of a state secret. */
export function isSecretStub(data: JsonObject): boolean {
  return data['secrecyLevel'] === 'state-secret'
}

/** Whether nothing of the content may be kept any more: a stub, at opening or by revision, or erased. */
export function holdsNoContent(state: MatterState): boolean {
  return state.erased !== undefined || isSecretStub(latestData(state))
}

/** The report as it stands after revisions; undefined where it is a stub or erased. */
export function findDisclosure(state: MatterState): Disclosure | undefined {
  const data = latestData(state)
  // The form's schema and checks held when the data were recorded.
  return 'titleZh' in data ? (data as unknown as Disclosure) : undefined
}

/** The report; throws where there is none, which the story has then already left. */
export function getDisclosure(state: MatterState): Disclosure {
  const disclosure = findDisclosure(state)
  if (disclosure === undefined) throw new Error(`No content in matter ${state.head.id}`)
  return disclosure
}

function latestData(state: MatterState): JsonObject {
  return findResult(state, 'revise')?.data ?? state.data
}

/** The inventors in the order of the report, which breaks ties of money. */
export function listInventors(state: MatterState): PersonId[] {
  return findDisclosure(state)?.inventors.map((one) => one.person) ?? []
}

/** The shares as recorded after confirmation or settlement; undefined before. */
export function findShares(
  state: MatterState,
): { readonly how: 'confirmed' | 'determined'; readonly shares: readonly Share[] } | undefined {
  const recorded = findResult(state, 'record-shares')
  if (recorded === undefined) return undefined
  const how = recorded.outcome === 'determined' ? 'determined' : 'confirmed'
  return { how, shares: recorded.data['shares'] as unknown as readonly Share[] }
}

/** What the rules proposed about ownership. */
export function findProposedOwnership(state: MatterState): OwnershipFinding | undefined {
  return findResult(state, 'ownership-proposal')?.data as unknown as OwnershipFinding | undefined
}

/** What legal decided; undefined before, and while a dispute is open. */
export function findOwnershipDecision(state: MatterState): (OwnershipDecision & { readonly kind: OwnershipKind }) | undefined {
  const decided = listResults(state, 'ownership-finding').findLast((one) => one.outcome !== 'disputed')
  if (decided === undefined) return undefined
  return { ...(decided.data as unknown as OwnershipDecision), kind: decided.outcome as OwnershipKind }
}

/** The secrecy level that binds: the screen's or the ruling's, before them the reporter's own. */
export function findSecrecyLevel(state: MatterState): 'none' | 'trade-secret' {
  const ruled = findResult(state, 'secrecy-ruling')?.outcome
  const screened = findResult(state, 'secrecy-screen')?.outcome
  const level = ruled ?? screened ?? findDisclosure(state)?.secrecyLevel
  return level === 'trade-secret' ? 'trade-secret' : 'none'
}

/** The title for lists; empty where no content may be kept. */
export function titleOf(state: MatterState): string {
  return findDisclosure(state)?.titleZh ?? ''
}

/** Everybody tied to the matter: the applicant, the inventors with their shares once recorded, the declared interests. */
export function listPeople(state: MatterState): MatterPerson[] {
  const { openedBy } = state.head
  const applicant: MatterPerson[] =
    openedBy.is === 'person' ? [{ person: openedBy.onBehalfOf ?? openedBy.person, relation: 'applicant' }] : []
  const shares = findShares(state)?.shares ?? []
  const inventors = listInventors(state).map((person): MatterPerson => {
    const share = shares.find((one) => one.person === person)
    return share === undefined ? { person, relation: 'inventor' } : { person, relation: 'inventor', shareBp: share.shareBp }
  })
  const interested = (findDisclosure(state)?.interests.items ?? []).map((one): MatterPerson => ({
    person: one.person,
    relation: 'interested',
  }))
  return [...applicant, ...inventors, ...interested]
}

/** The applicant, to whom a returned report goes back. */
export function listApplicants(state: MatterState): PersonId[] {
  return listPeople(state)
    .filter((one) => one.relation === 'applicant')
    .map((one) => one.person)
}
