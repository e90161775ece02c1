import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem, type Store } from '../db.ts'

/**
 * Deletes what lies beside a matter's record: papers, attachments, drafts, comments, what commands carried. The record
 * itself was erased when `ContentErased` took its keys. Safe to repeat.
 */
export async function eraseBeside(store: Store, institution: InstitutionId, matter: MatterId): Promise<void> {
  const where = { institutionId: institution, matterId: matter }
  await asSystem(store, institution, async (tx) => {
    await tx.documentReading.deleteMany({ where })
    await tx.document.deleteMany({ where })
    await tx.blob.deleteMany({ where })
    await tx.attachment.deleteMany({ where })
    await tx.comment.deleteMany({ where })
    await tx.draft.deleteMany({ where })
    await tx.refusal.updateMany({ where, data: { sealedFact: Uint8Array.from(Buffer.from('{}')), keyGeneration: 0 } })
    await tx.command.updateMany({ where: { ...where, status: { not: 'pending' } }, data: { sealedRequest: null, sealedAnswer: null } })
  })
}
