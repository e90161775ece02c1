import type { InstitutionId } from '#domain/actor.ts'
import { findPublication, type PublicationRow } from '#store/lists/publications.ts'
import { notFound } from './problem.ts'
import type { Call } from './route.ts'

/** A request about the notices of a house. */
export type HouseCall = Call<{ readonly institution?: string | undefined }>

/** The process whose publications are the notices. */
export const noticeStem = 'public-notice'

/** The notice that the address names. Throws 404 where nothing, or nothing public, has its id. */
export async function findNotice({ deps, params }: Call, institution: InstitutionId): Promise<PublicationRow> {
  const row = await findPublication(deps.store, institution, noticeStem, params['id'] ?? '')
  if (row === undefined) throw notFound()
  return row
}
