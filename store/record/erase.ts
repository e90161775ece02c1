import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem, type Store } from '../db.ts'

/**
 * Deletes what lies beside a matter's record: papers, attachments, drafts, comments, what commands carried, reasons in lists. The record
 * itself, and the facts of refusals, were erased when `ContentErased` took the keys. Safe to repeat.
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
    await tx.deadline.deleteMany({ where })
    await tx.$executeRaw`DELETE FROM publications WHERE institution_id = ${institution} AND matter_id = ${matter}`
    await tx.$executeRaw`DELETE FROM matter_subjects WHERE institution_id = ${institution} AND matter_id = ${matter}`
    await tx.task.updateMany({ where, data: { reason: null, citations: [] } })
    await tx.command.updateMany({ where: { ...where, status: { not: 'pending' } }, data: { sealedRequest: null, sealedAnswer: null } })
  })
}
