import type { Refusal } from './refusal.ts'
import type { EncumbranceKind, PatentFacts, RegisterEventFacts, ResultFacts } from './register.ts'
import { checkGranted, type Disposal } from './title-grant-disposal.ts'

const disposals: { readonly [kind in EncumbranceKind]?: Disposal['kind'] } = {
  'ordinary-licence': 'ordinary-licence',
  'exclusive-licence': 'exclusive-licence',
  'sole-licence': 'exclusive-licence',
  pledge: 'pledge',
}

/**
 * Who was granted a part in a right has his say in what binds it from the day of the grant on (专利法 14). What comes from others, as
 * a dispute does, asks nobody.
 */
export function checkBesideGrant(
  before: PatentFacts | ResultFacts,
  { kind, since, consents = [] }: RegisterEventFacts['EncumbranceEntered'],
): Refusal[] {
  const disposal = disposals[kind]
  return disposal === undefined ? [] : checkGranted(before, { kind: disposal, on: since, consents })
}

/** The same of a transfer; what passes by succession or an authority's decision is nobody's to consent to. */
export function checkTransfer(
  before: PatentFacts | ResultFacts,
  { since, ground = 'transfer', consents = [] }: RegisterEventFacts['OwnerChanged'],
): Refusal[] {
  return ground === 'transfer' ? checkGranted(before, { kind: 'transfer', on: since, consents }) : []
}
