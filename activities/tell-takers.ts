import type { JsonObject } from '#domain/json.ts'
import { countTakeUps } from '#store/lists/take-ups.ts'
import { tellTakeUps } from '#store/record/tell-take-ups.ts'
import type { ActivityDependencies } from './dependencies.ts'
import type { ServiceCall } from './service-call.ts'

/** So many takers are told in one statement. */
const pageOf = 500

/** Tells every open take-up of this declaration that the offer is over, page by page; input is what they are told. */
export function createTellTakersActivity({ store }: ActivityDependencies) {
  return async function tellTakers({ institution, matter, input }: ServiceCall): Promise<JsonObject> {
    const { licences, notices } = await countTakeUps(store, institution, matter)
    let told = 0
    let after: string | undefined
    do {
      const page = { message: 'offer-ended', data: input, limit: pageOf, ...(after === undefined ? {} : { after }) }
      const { told: count, next } = await tellTakeUps(store, institution, matter, page)
      told += count
      after = next
    } while (after !== undefined)
    return { told, notices, licences }
  }
}
