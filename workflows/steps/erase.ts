import type { Citation } from '#domain/refusal.ts'
import { services } from './activities.ts'
import type { MatterRun } from './matter.ts'

/**
 * Erases a matter's content: the record's key, papers, drafts, attachments. The chain of hashes stays and still verifies.
 * Used when a result is found to be a state secret, which may not lie in a system that is not classified.
 */
export async function eraseContent(m: MatterRun, basis: readonly Citation[], contact: string): Promise<void> {
  if (m.state.erased === undefined) await m.append('ContentErased', { basis, contact }, 'matter/content-erased')
  await services.eraseContent({ institution: m.seed.institution, matter: m.seed.id })
}
