import type { JsonObject } from '#domain/json.ts'
import { findEligibility, findOfferEnd, findStandard } from '#domain/open-licence-facts.ts'
import { getNumberParameter } from '#domain/parameter.ts'
import type { MatterId } from '#domain/state.ts'
import { readPatent } from '#store/record/patent-facts.ts'
import { getState } from '#store/record/read.ts'
import type { ActivityDependencies } from './dependencies.ts'
import type { ServiceCall } from './service-call.ts'

/** The announced standard of a declaration as its record has it, and its end where it has one; input `{declaration}`. */
export function createReadStandardActivity({ store }: ActivityDependencies) {
  return async function readStandard({ institution, today, input }: ServiceCall): Promise<JsonObject> {
    const declaration = String(input['declaration']) as MatterId
    const state = await getState(store, institution, declaration)
    const standard = findStandard(state)
    if (standard === undefined) throw new Error(`The declaration ${declaration} was never announced`)
    const end = findOfferEnd(state)
    const { parameters } = await readPatent(store, { institution, today }, standard.patent)
    return {
      standard,
      inventors: findEligibility(state)?.patent?.inventors ?? [],
      ...(end === undefined ? {} : { ended: end }),
      recordalMonths: getNumberParameter(parameters, 'RECORDAL_MONTHS', today),
    }
  }
}
