import type { InstitutionId, PersonId } from '#domain/actor.ts'
import { asSystem, type Store } from '../db.ts'
import { getPersonKey } from '../keys.ts'
import { appendTo, type Deed } from '../record/chain.ts'
import { sealJson, unsealJson } from '../seal.ts'

/** Numbers of a person that no matter, action, log or list may hold: joined only when a paper or a payment needs them. */
export type PersonNumbers = {
  readonly identity?: { readonly type: string; readonly number: string }
  readonly account?: { readonly bank: string; readonly number: string }
}

function numberPlace(institution: InstitutionId, person: PersonId, what: keyof PersonNumbers): string {
  return `number/${institution}/${person}/${what}`
}

/** Seals the numbers given under the person's key; his chain says which were entered, never what they are. */
export async function recordNumbers(store: Store, deed: Deed, person: PersonId, numbers: PersonNumbers): Promise<void> {
  const { institution } = deed
  await asSystem(store, institution, async (tx) => {
    const key = await getPersonKey(store, tx, institution, person)
    const facts = { kind: 'NumbersRecorded', facts: { entered: Object.keys(numbers) } }
    const written = await appendTo(tx, `person/${person}`, deed, facts, key)
    if (!written) return
    const { identity, account } = numbers
    const sealed = (what: keyof PersonNumbers, value: unknown) =>
      Uint8Array.from(sealJson(key.key, numberPlace(institution, person, what), value))
    await tx.person.update({
      where: { institutionId_id: { institutionId: institution, id: person } },
      data: {
        ...(identity && {
          idType: identity.type,
          identityMasked: maskIdentity(identity.number),
          sealedIdentity: sealed('identity', identity),
        }),
        ...(account && { accountMasked: maskAccount(account.number), sealedAccount: sealed('account', account) }),
      },
    })
  })
}

/** The person's numbers in the clear. Whoever asks says why, and it is logged; throws where there is no such person. */
export async function readNumbers(
  store: Store,
  institution: InstitutionId,
  person: PersonId,
  reader: { readonly person?: PersonId; readonly why: string },
): Promise<PersonNumbers> {
  return asSystem(store, institution, async (tx) => {
    const row = await tx.person.findUniqueOrThrow({ where: { institutionId_id: { institutionId: institution, id: person } } })
    await tx.readLog.create({
      data: { institutionId: institution, personId: reader.person ?? null, what: `numbers/${person}: ${reader.why}` },
    })
    const { key } = await getPersonKey(store, tx, institution, person)
    const open = <T>(what: keyof PersonNumbers, sealed: Uint8Array): T => unsealJson<T>(key, numberPlace(institution, person, what), sealed)
    return {
      ...(row.sealedIdentity && { identity: open<NonNullable<PersonNumbers['identity']>>('identity', row.sealedIdentity) }),
      ...(row.sealedAccount && { account: open<NonNullable<PersonNumbers['account']>>('account', row.sealedAccount) }),
    }
  })
}

/** The first three and the last four characters; all hidden when that would show too much. */
function maskIdentity(number: string): string {
  return number.length < 12 ? '*'.repeat(number.length) : `${number.slice(0, 3)}${'*'.repeat(number.length - 7)}${number.slice(-4)}`
}

function maskAccount(number: string): string {
  return number.length < 8 ? '*'.repeat(number.length) : `${'*'.repeat(number.length - 4)}${number.slice(-4)}`
}
