import { restartStory, type StoryGrounds } from '#api/restart-story.ts'
import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { listOpenMatters } from '#store/lists/open-matters.ts'
import { getState } from '#store/record/read.ts'
import { workflowIdOf } from '#workflows/messages.ts'
import { findStory } from '#worker/story.ts'

export type RestartParts = StoryGrounds & {
  /** `missing`: the stories that Temporal does not run; `all`: every one, where the record is older than what Temporal remembers. */
  readonly which: 'missing' | 'all'
}

/** How many matters are open, and which of them had their story begun again. */
export type Restarted = { readonly open: number; readonly restarted: readonly MatterId[] }

/**
 * Begins the stories of open matters again from what is on record, after one of the two memories was lost or brought back from a
 * backup: every step remembers, so a story that begins at any point comes to the same end.
 */
export async function restartStories(parts: RestartParts, institution: InstitutionId): Promise<Restarted> {
  const restarted: MatterId[] = []
  let open = 0
  let page = await listOpenMatters(parts.store, institution)
  while (page.length > 0) {
    open += page.length
    for (const matter of page) if (await restart(parts, institution, matter)) restarted.push(matter)
    page = await listOpenMatters(parts.store, institution, page.at(-1))
  }
  return { open, restarted }
}

async function restart(parts: RestartParts, institution: InstitutionId, matter: MatterId): Promise<boolean> {
  const { store, temporal, which } = parts
  const { head } = await getState(store, institution, matter)
  if (which === 'missing' && (await findStory(temporal, workflowIdOf(head.process, matter)))?.status === 'RUNNING') return false
  await restartStory(parts, institution, matter, which === 'all' ? 'TERMINATE_EXISTING' : 'USE_EXISTING')
  return true
}
