import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import type { Store, Tx } from '../db.ts'
import { findMatterKey, getMatterKey, getPersonKey, type OpenKey, type Owner } from '../keys.ts'

/** Whose key seals working papers: the matter's where there is one, else the person's who wrote them. */
export type Holder = { readonly matter: MatterId } | { readonly person: PersonId }

/** The holder as owner of a key. */
export function ownerOf(holder: Holder): Owner {
  return 'matter' in holder ? `matter/${holder.matter}` : `person/${holder.person}`
}

/** The key that seals for the holder now. Needs the system's view. */
export async function getHolderKey(store: Store, tx: Tx, institution: InstitutionId, holder: Holder): Promise<OpenKey> {
  return 'matter' in holder ? getMatterKey(store, tx, institution, holder.matter) : getPersonKey(store, tx, institution, holder.person)
}

/** The key that sealed for the holder then; undefined when it was erased. Needs the system's view. */
export async function findHolderKey(
  store: Store,
  tx: Tx,
  institution: InstitutionId,
  holder: Holder,
  generation: number,
): Promise<OpenKey | undefined> {
  return 'matter' in holder
    ? findMatterKey(store, tx, institution, holder.matter, generation)
    : getPersonKey(store, tx, institution, holder.person)
}
