import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { findMandateOf, type HouseSigning, type MandateFacts } from '#domain/signing-mandate.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { asSystem, type Store } from '../db.ts'
import { readMandates } from './mandates.ts'
import { getState } from './read.ts'

/** Who signs: the person with the name and post on record, the house, and the mandate where he signs for it. */
export type SignerOnRecord = {
  readonly person: PersonId
  readonly name: string
  readonly post?: string
  readonly house: string
  readonly province: string
  readonly mandate?: MandateFacts
}

type Asked = {
  readonly institution: InstitutionId
  readonly matter: MatterId
  readonly task: TaskId
  /** What he signed for the house. */
  readonly signing?: HouseSigning
}

/** Whoever completed the task of a matter, by the record. @throws Error where nobody did, or without a mandate for the house. */
export async function gatherSigner(store: Store, { institution, matter, task, signing }: Asked): Promise<SignerOnRecord> {
  const { by, on } = (await getState(store, institution, matter)).results[task] ?? {}
  if (by?.is !== 'person' || on === undefined) throw new Error(`Nobody signed in ${task} of matter ${matter}`)
  return asSystem(store, institution, async (tx) => {
    const house = await tx.institution.findUniqueOrThrow({ where: { id: institution } })
    const row = await tx.person.findUniqueOrThrow({ where: { institutionId_id: { institutionId: institution, id: by.person } } })
    const employer = row.employer === 'here' ? house.nameZh : (row.employerName ?? '')
    const post = row.title === null ? {} : { post: row.title }
    const signer = { person: by.person, name: row.name, house: employer, province: house.province, ...post }
    if (signing === undefined) return signer
    const mandate = findMandateOf(await readMandates(tx, institution), by.person, signing, on)
    // The recording transaction let nobody sign without one.
    if (mandate === undefined) throw new Error(`Whoever signed in ${task} of matter ${matter} has no mandate for ${signing.paper}`)
    return { ...signer, post: mandate.post, mandate }
  })
}
