import { findStandard } from '#domain/open-licence-facts.ts'
import type { Comparable } from '#domain/open-licence-forms.ts'
import { summariseComparables } from '#domain/open-licence-price.ts'
import type { JsonObject } from '#domain/json.ts'
import { getState } from '#store/record/read.ts'
import { countTakeUps, listEarlierOffers } from '#store/lists/take-ups.ts'
import type { ActivityDependencies } from './dependencies.ts'
import type { ServiceCall } from './service-call.ts'

/** At most so many earlier offers are compared with. */
const most = 100

/** The house's own earlier offers with their fees, days and licences taken, to set a fee by. */
export function createListComparablesActivity({ store }: ActivityDependencies) {
  return async function listComparables({ institution, matter }: ServiceCall): Promise<JsonObject> {
    const offers: Comparable[] = []
    for (const earlier of await listEarlierOffers(store, institution, matter, most)) {
      const standard = findStandard(await getState(store, institution, earlier.matter))
      if (standard === undefined) continue
      const { method, fixedFen, royaltyBp, royaltyBase } = standard.fee
      offers.push({
        number: earlier.number,
        on: standard.announcedOn,
        method,
        ...(fixedFen === undefined ? {} : { fixedFen }),
        ...(royaltyBp === undefined ? {} : { royaltyBp }),
        ...(royaltyBase === undefined ? {} : { royaltyBase }),
        taken: (await countTakeUps(store, institution, earlier.matter)).licences,
      })
    }
    return summariseComparables(offers)
  }
}
