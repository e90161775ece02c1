import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { ProcessPolicy } from '#domain/policy-slice.ts'
import { systemViewer, type Store } from '#store/db.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { ensurePolicy, findPolicyInForce, findPolicyText } from '#store/desk/policies.ts'
import { resolvePolicy, type PinnedPolicy } from './pinned-policy.ts'

/** The policy that a matter opened on `on` is pinned to. */
export async function findPolicyOn(store: Store, institution: InstitutionId, process: string, on: PlainDay): Promise<PinnedPolicy> {
  const own = await findPolicyInForce(store, systemViewer(institution), process, on)
  return resolvePolicy(process, own?.body, await findProvince(store, institution))
}

/** What holds at a university that has set nothing itself. */
export async function findDefaults(store: Store, institution: InstitutionId, process: string): Promise<ProcessPolicy> {
  return resolvePolicy(process, undefined, await findProvince(store, institution)).policy
}

async function findProvince(store: Store, institution: InstitutionId): Promise<string | undefined> {
  return (await listInstitutions(store)).find((one) => one.id === institution)?.province
}

/** The same, kept under its hash, so that what a matter is pinned to can always be looked up. */
export async function pinPolicy(store: Store, institution: InstitutionId, process: string, on: PlainDay): Promise<PinnedPolicy> {
  const pinned = await findPolicyOn(store, institution, process, on)
  const kept = keptTexts.get(store) ?? new Set()
  keptTexts.set(store, kept)
  const name = `${institution}/${pinned.version}`
  if (!kept.has(name)) {
    await ensurePolicy(store, institution, { process, hash: pinned.version, body: pinned.policy })
    kept.add(name)
  }
  return pinned
}

/** Texts that this program has seen kept: they are never deleted. */
const keptTexts = new WeakMap<Store, Set<string>>()

/** The policy a matter was pinned to; the defaults where the hash names none. */
export async function getPinned(store: Store, institution: InstitutionId, process: string, version: string): Promise<PinnedPolicy> {
  const text = await findPolicyText(store, systemViewer(institution), version)
  return text === undefined ? resolvePolicy(process, undefined) : { version, policy: text.body }
}
