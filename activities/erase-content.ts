import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { eraseBeside } from '#store/record/erase.ts'
import type { ActivityDependencies } from './dependencies.ts'

/** Deletes what lies beside the record of a matter whose content may not be kept; safe to repeat. */
export function createEraseContentActivity({ store }: ActivityDependencies) {
  return async function eraseContent({ institution, matter }: { institution: InstitutionId; matter: MatterId }): Promise<void> {
    await eraseBeside(store, institution, matter)
  }
}
