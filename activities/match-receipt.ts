import type { PersonId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import { numberOfReference } from '#domain/licence-take-up-decision.ts'
import { outstandingFen } from '#domain/licence-take-up-facts.ts'
import { definition } from '#domain/licence-take-up.ts'
import { interestedPeople } from '#domain/project.ts'
import { matchReceipt as match, referenceOf, type Guidance, type ReceiptCandidate } from '#domain/receipt-match.ts'
import type { ReceiptData } from '#domain/receipt.ts'
import { getState } from '#store/record/read.ts'
import { findTakeUp } from '#store/lists/take-ups.ts'
import type { ActivityDependencies } from './dependencies.ts'
import type { ServiceCall } from './service-call.ts'

/** Finds what a receipt pays for; input `{receipt, guidance?, by?}`. */
export function createMatchReceiptActivity({ store }: ActivityDependencies) {
  async function findCandidate(institution: ServiceCall['institution'], reference: string): Promise<ReceiptCandidate | undefined> {
    const number = numberOfReference(reference)
    const found = await findTakeUp(store, institution, number)
    if (found === undefined) return undefined
    const state = await getState(store, institution, found.matter)
    return { ...found, number, outstandingFen: outstandingFen(state), interested: interestedPeople(definition, state) }
  }

  return async function matchReceipt({ institution, input }: ServiceCall): Promise<JsonObject> {
    const receipt = input['receipt'] as unknown as ReceiptData
    const guidance = input['guidance'] as unknown as Guidance | undefined
    const reference = referenceOf(receipt, guidance)
    const candidate = reference === undefined ? undefined : await findCandidate(institution, reference)
    const by = input['by'] as PersonId | undefined
    return match(receipt, candidate, guidance, by === undefined ? {} : { by })
  }
}
