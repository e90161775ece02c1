import type { Citation } from '#domain/refusal.ts'
import { Interrupted, type MatterRun } from './matter.ts'

/**
 * Erases a matter's content: the record's key, papers, drafts, attachments, and what Temporal kept of the story so far. The chain
 * of hashes stays and still verifies. Used when a result is found to be a state secret, which may not lie in a system that is not
 * classified. Only the word itself outlives the erasure: a story must come back here from the erased state, before it reads any
 * result.
 */
export async function eraseContent(m: MatterRun, basis: readonly Citation[], contact: string): Promise<void> {
  if (m.state.erased === undefined) await m.append('ContentErased', { basis, contact }, 'matter/content-erased')
  // This run's own history holds the forms: the story goes on from the erased state in a new run, and that one has the earlier deleted.
  if (m.startedBeforeErasure) throw new Interrupted()
  await m.world.services.eraseContent({ institution: m.seed.institution, matter: m.seed.id })
}
