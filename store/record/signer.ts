import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { findMandateOf, type HouseSigning, type MandateFacts } from '#domain/signing-mandate.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { systemViewer, type Store } from '../db.ts'
import { readAs } from '../reading.ts'
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

type SignerRow = { readonly name: string; readonly title: string | null; readonly house: string; readonly province: string }

const selectSigner = `SELECT p.name, p.title, CASE p.employer WHEN 'here' THEN i.name_zh ELSE coalesce(p.employer_name, '') END AS house, i.province
  FROM people p JOIN institutions i ON i.id = p.institution_id WHERE p.institution_id = $1 AND p.id = $2`

/** Whoever completed the task of a matter, by the record. @throws Error where nobody did, or without a mandate for the house. */
export async function gatherSigner(store: Store, { institution, matter, task, signing }: Asked): Promise<SignerOnRecord> {
  const { by, on } = (await getState(store, institution, matter)).results[task] ?? {}
  if (by?.is !== 'person' || on === undefined) throw new Error(`Nobody signed in ${task} of matter ${matter}`)
  return readAs(store, systemViewer(institution), 'signer', async (ask) => {
    const [row] = await ask<SignerRow>(selectSigner, [institution, by.person])
    if (row === undefined) throw new Error(`No person ${by.person} in ${institution}`)
    const post = row.title === null ? {} : { post: row.title }
    const signer = { person: by.person, name: row.name, house: row.house, province: row.province, ...post }
    if (signing === undefined) return signer
    const mandate = findMandateOf(await readMandates(ask, institution), by.person, signing, on)
    // The recording transaction let nobody sign without one.
    if (mandate === undefined) throw new Error(`Whoever signed in ${task} of matter ${matter} has no mandate for ${signing.paper}`)
    return { ...signer, post: mandate.post, mandate }
  })
}
