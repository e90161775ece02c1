import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import { deskRules } from '#domain/desk-rules.ts'
import type { JsonObject } from '#domain/json.ts'
import type { ProcessPolicy } from '#domain/policy-slice.ts'
import { refuse } from '#domain/refusal.ts'
import { asSystem, asViewer, type Store, type Tx, type Viewer } from '../db.ts'
import type { Deed } from '../deed.ts'
import { changeRegister, deny, nameOf } from './register.ts'

/** A policy's text under the hash that names it. The hash is the giver's: the store never computes it. */
export type PolicyText = { readonly process: string; readonly hash: string; readonly body: ProcessPolicy }

/** A text published: matters opened from this day on are pinned to it. */
export type PublishedPolicy = PolicyText & { readonly from: PlainDay; readonly by: string; readonly note?: string; readonly seq: number }

/** Publishes a text from a day on, today or later; an earlier text may be published again. Throws RegisterRefusal. */
export async function publishPolicy(
  store: Store,
  deed: Deed,
  policy: PolicyText & { readonly from: PlainDay; readonly note?: string },
): Promise<{ seq: number }> {
  const { process, hash, from, note } = policy
  const facts = await changeRegister(store, deed, `policy/${process}`, async (tx, seq) => {
    if (from < deed.on) deny(refuse(deskRules.policyBackDated, { from, today: deed.on }, '/from'))
    await keepText(tx, deed.institution, policy)
    const data = { institutionId: deed.institution, process, seq, hash, fromDay: from, publishedBy: nameOf(deed.actor), note: note ?? null }
    await tx.policyPublication.create({ data })
    return { kind: 'PolicyPublished', facts: { process, hash, from, seq } }
  })
  return { seq: Number(facts['seq']) }
}

/** Keeps a text so that the hash a matter is pinned to can always be looked up; nothing is published by it. */
export async function ensurePolicy(store: Store, institution: InstitutionId, text: PolicyText): Promise<void> {
  await asSystem(store, institution, (tx) => keepText(tx, institution, text))
}

/** The text of a hash, published or only pinned. */
export async function findPolicyText(store: Store, viewer: Viewer, hash: string): Promise<PolicyText | undefined> {
  const where = { institutionId_hash: { institutionId: viewer.institution, hash } }
  const row = await asViewer(store, viewer, (tx) => tx.policy.findUnique({ where }))
  return row === null ? undefined : { process: row.process, hash, body: row.body as ProcessPolicy }
}

/** What the university had published for the process on that day; undefined where only the defaults hold. */
export async function findPolicyInForce(store: Store, viewer: Viewer, process: string, on: PlainDay): Promise<PublishedPolicy | undefined> {
  const before = (await listPublishedPolicies(store, viewer, process)).filter((one) => one.from <= on)
  return before.reduce<PublishedPolicy | undefined>((last, one) => (last === undefined || isLater(one, last) ? one : last), undefined)
}

/** Of two publications for one day the later counts. */
function isLater(a: PublishedPolicy, b: PublishedPolicy): boolean {
  return a.from === b.from ? a.seq > b.seq : a.from > b.from
}

/** Every publication, of one process or of all, in the order they were made. */
export async function listPublishedPolicies(store: Store, viewer: Viewer, process?: string): Promise<PublishedPolicy[]> {
  const where = { institutionId: viewer.institution, ...(process === undefined ? {} : { process }) }
  return asViewer(store, viewer, async (tx) => {
    const rows = await tx.policyPublication.findMany({ where, orderBy: [{ process: 'asc' }, { seq: 'asc' }] })
    const hashes = [...new Set(rows.map((row) => row.hash))]
    const texts = await tx.policy.findMany({ where: { institutionId: viewer.institution, hash: { in: hashes } } })
    const bodies = new Map(texts.map((text) => [text.hash, text.body as ProcessPolicy]))
    return rows.map(({ process: of, hash, fromDay, publishedBy, note, seq }) => {
      const published = { process: of, hash, body: bodies.get(hash) ?? {}, from: fromDay as PlainDay, by: publishedBy, seq }
      return note === null ? published : { ...published, note }
    })
  })
}

async function keepText(tx: Tx, institution: InstitutionId, { process, hash, body }: PolicyText): Promise<void> {
  const data = [{ institutionId: institution, hash, process, body: body as JsonObject }]
  await tx.policy.createMany({ data, skipDuplicates: true })
}
