import type { Citation } from '#domain/refusal.ts'
import { Interrupted, type MatterRun } from './matter.ts'

/**
 * Erases a matter's content: the record's key, papers, drafts, attachments, and what Temporal kept of the story so far. The chain
 * of hashes stays and still verifies. Used when a result is found to be a state secret, which may not lie in a system that is not
 * classified. No story comes back from here: its own history holds the forms, so a new run ends the matter from the erased state and
 * has the earlier ones deleted.
 */
export async function eraseContent(m: MatterRun, basis: readonly Citation[], contact: string): Promise<never> {
  await m.append('ContentErased', { basis, contact }, 'matter/content-erased')
  throw new Interrupted()
}
