import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { maskNumber } from '#domain/organisation.ts'
import { asSystem, type Store, type Tx } from '../db.ts'
import { getPersonKey } from '../keys.ts'
import { sealJson, unsealJson } from '../seal.ts'

/** Numbers of a person that no matter, action, log or list may hold: joined only when a paper or a payment needs them. */
export type PersonNumbers = { readonly identity?: string; readonly account?: string }

/** The numbers given, sealed under the person's key, and their masked forms: columns of his row. Needs the system's view. */
export async function sealNumbers(
  store: Store,
  tx: Tx,
  institution: InstitutionId,
  person: PersonId,
  { identity, account }: PersonNumbers,
) {
  if (identity === undefined && account === undefined) return {}
  const { key } = await getPersonKey(store, tx, institution, person)
  const sealed = (what: keyof PersonNumbers, number: string) => Uint8Array.from(sealJson(key, placeOf(institution, person, what), number))
  return {
    ...(identity === undefined ? {} : { identityMasked: maskNumber(identity, 3, 4), sealedIdentity: sealed('identity', identity) }),
    ...(account === undefined ? {} : { accountMasked: maskNumber(account, 0, 4), sealedAccount: sealed('account', account) }),
  }
}

/** The person's numbers in the clear. Whoever asks says why, and it is logged. Throws where there is no such person. */
export async function readNumbers(
  store: Store,
  institution: InstitutionId,
  person: PersonId,
  reader: { readonly person?: PersonId; readonly why: string },
): Promise<PersonNumbers> {
  return asSystem(store, institution, async (tx) => {
    const row = await tx.person.findUniqueOrThrow({ where: { institutionId_id: { institutionId: institution, id: person } } })
    const what = `numbers/${person}: ${reader.why}`
    await tx.readLog.create({ data: { institutionId: institution, personId: reader.person ?? null, what } })
    return openNumbers(store, tx, institution, person, row)
  })
}

type Sealed = { readonly sealedIdentity: Uint8Array | null; readonly sealedAccount: Uint8Array | null }

/** Opens the numbers of a row for the program itself; nothing of them may leave the transaction that asked. */
export async function openNumbers(store: Store, tx: Tx, institution: InstitutionId, person: PersonId, row: Sealed): Promise<PersonNumbers> {
  const { key } = await getPersonKey(store, tx, institution, person)
  const open = (which: keyof PersonNumbers, sealed: Uint8Array) => unsealJson<string>(key, placeOf(institution, person, which), sealed)
  return {
    ...(row.sealedIdentity === null ? {} : { identity: open('identity', row.sealedIdentity) }),
    ...(row.sealedAccount === null ? {} : { account: open('account', row.sealedAccount) }),
  }
}

function placeOf(institution: InstitutionId, person: PersonId, what: keyof PersonNumbers): string {
  return `number/${institution}/${person}/${what}`
}
