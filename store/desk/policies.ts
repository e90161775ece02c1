import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import { deskRules } from '#domain/desk-rules.ts'
import type { JsonObject } from '#domain/json.ts'
import type { ProcessPolicy } from '#domain/policy-slice.ts'
import { refuse } from '#domain/refusal.ts'
import { asViewer, systemViewer, type Store, type Tx, type Viewer } from '../db.ts'
import type { Deed } from '../deed.ts'
import { readAs, writeAs } from '../reading.ts'
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
  const sql = 'INSERT INTO policies (institution_id, hash, process, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING'
  await writeAs(store, systemViewer(institution), 'ensure-policy', (ask) =>
    ask(sql, [institution, text.hash, text.process, JSON.stringify(text.body)]),
  )
}

/** The text of a hash, published or only pinned. */
export async function findPolicyText(store: Store, viewer: Viewer, hash: string): Promise<PolicyText | undefined> {
  const where = { institutionId_hash: { institutionId: viewer.institution, hash } }
  const row = await asViewer(store, viewer, (tx) => tx.policy.findUnique({ where }))
  return row === null ? undefined : { process: row.process, hash, body: row.body as ProcessPolicy }
}

/** What the university had published for the process on that day; undefined where only the defaults hold. */
export async function findPolicyInForce(store: Store, viewer: Viewer, process: string, on: PlainDay): Promise<PublishedPolicy | undefined> {
  // Of two publications for one day the later counts.
  const sql = `SELECT p.process, p.hash, t.body, p.from_day AS from, p.published_by AS by, p.note, p.seq
    FROM policy_publications p JOIN policies t ON t.institution_id = p.institution_id AND t.hash = p.hash
    WHERE p.institution_id = $1 AND p.process = $2 AND p.from_day <= $3 ORDER BY p.from_day DESC, p.seq DESC LIMIT 1`
  type Row = Omit<PublishedPolicy, 'note'> & { readonly note: string | null }
  const [row] = await readAs(store, viewer, 'policy-in-force', (ask) => ask<Row>(sql, [viewer.institution, process, on]))
  if (row === undefined) return undefined
  const { note, ...published } = row
  return note === null ? published : { ...published, note }
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
