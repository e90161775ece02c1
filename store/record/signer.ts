import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { asSystem, type Store } from '../db.ts'
import { getState } from './read.ts'

/** Who signs: the person with the name on record, and the house. */
export type SignerOnRecord = { readonly person: PersonId; readonly name: string; readonly house: string; readonly province: string }

/** Whoever completed the task of a matter, by the record. @throws Error where nobody did. */
export async function gatherSigner(
  store: Store,
  { institution, matter, task }: { readonly institution: InstitutionId; readonly matter: MatterId; readonly task: TaskId },
): Promise<SignerOnRecord> {
  const { by } = (await getState(store, institution, matter)).results[task] ?? {}
  if (by?.is !== 'person') throw new Error(`Nobody signed in ${task} of matter ${matter}`)
  return asSystem(store, institution, async (tx) => {
    const house = await tx.institution.findUniqueOrThrow({ where: { id: institution } })
    const row = await tx.person.findUniqueOrThrow({ where: { institutionId_id: { institutionId: institution, id: by.person } } })
    const employer = row.employer === 'here' ? house.nameZh : (row.employerName ?? '')
    return { person: by.person, name: row.name, house: employer, province: house.province }
  })
}
