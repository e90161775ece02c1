import type { PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { MatterId } from '#domain/state.ts'
import { asProgram, asViewer, type Store, type Viewer } from '../db.ts'
import { findMatterKey, getMatterKey } from '../keys.ts'
import { enqueue } from '../outbox.ts'
import { seal, unseal } from '../seal.ts'

/** `matter`: everybody on the matter; `office`: the office; `privileged`: between counsel and the office, in no export. */
export type CommentVisibility = 'matter' | 'office' | 'privileged'

export type Comment = {
  readonly id: string
  readonly visibility: CommentVisibility
  readonly author: PersonId
  readonly text: string
  readonly mentions: readonly PersonId[]
  /** Office clock, ms. */
  readonly at: number
  readonly on: PlainDay
}

function commentPlace({ institution }: Viewer, matter: MatterId, id: string): string {
  return `comment/${institution}/${matter}/${id}`
}

/**
 * Writes a comment on a matter the viewer may see; whoever is mentioned is told. False when the matter is hidden from him. A
 * comment of the same id is written once.
 */
export async function addComment(store: Store, viewer: Viewer, matter: MatterId, comment: Comment): Promise<boolean> {
  const { institution } = viewer
  const { id, visibility, author, text, mentions, at, on } = comment
  return asViewer(store, viewer, async (tx) => {
    const seen = await tx.matter.count({ where: { institutionId: institution, id: matter } })
    if (seen === 0) return false
    await asProgram(tx, viewer, async () => {
      const { key, generation } = await getMatterKey(store, tx, institution, matter)
      const sealed = Uint8Array.from(seal(key, commentPlace(viewer, matter, id), Buffer.from(text)))
      const row = { institutionId: institution, id, matterId: matter, visibility, author, mentions: [...mentions] }
      const { count } = await tx.comment.createMany({
        data: [{ ...row, at: BigInt(at), onDay: on, keyGeneration: generation, sealed }],
        skipDuplicates: true,
      })
      if (count === 0 || mentions.length === 0) return
      await enqueue(tx, institution, {
        kind: 'comment-mentions',
        key: `comment/${id}`,
        matter,
        body: { comment: id, by: author, to: [...mentions], visibility },
      })
    })
    return true
  })
}

/** The comments of a matter in these visibilities, oldest first. */
export async function listComments(
  store: Store,
  viewer: Viewer,
  matter: MatterId,
  visibilities: readonly CommentVisibility[],
): Promise<Comment[]> {
  const where = { institutionId: viewer.institution, matterId: matter, visibility: { in: [...visibilities] } }
  return asViewer(store, viewer, async (tx) => {
    const rows = await tx.comment.findMany({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
    const first = rows[0]
    if (first === undefined) return []
    // Erasure deletes a matter's comments with its key, so those that are left share one.
    const key = await asProgram(tx, viewer, () => findMatterKey(store, tx, viewer.institution, matter, first.keyGeneration))
    if (key === undefined) return []
    return rows.map((row) => ({
      id: row.id,
      visibility: row.visibility as CommentVisibility,
      author: row.author as PersonId,
      text: unseal(key.key, commentPlace(viewer, matter, row.id), row.sealed).toString('utf8'),
      mentions: row.mentions as PersonId[],
      at: Number(row.at),
      on: row.onDay as PlainDay,
    }))
  })
}
