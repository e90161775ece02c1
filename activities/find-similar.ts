import type { PersonId } from '#domain/actor.ts'
import { listSimilar } from '#domain/disclosure-similar.ts'
import type { JsonObject } from '#domain/json.ts'
import { listTitles } from '#store/record/titles.ts'
import type { ActivityDependencies } from './dependencies.ts'
import type { ServiceCall } from './service-call.ts'

/** Results on record that look like this one, for whoever checks a disclosure; input `{title, inventors, leastBp}`. */
export function createFindSimilarActivity({ store }: ActivityDependencies) {
  return async function findSimilar({ institution, matter, input }: ServiceCall): Promise<JsonObject> {
    const own = { title: String(input['title'] ?? ''), inventors: input['inventors'] as readonly PersonId[] }
    const candidates = await listTitles(store, institution, { process: 'disclosure', except: matter })
    return { similar: listSimilar(own, candidates, Number(input['leastBp'] ?? 5000)).slice(0, 10) }
  }
}
