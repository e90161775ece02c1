import { createHash } from 'node:crypto'
import type { MatterToOpen, OpenedMatter } from '#domain/matter-to-open.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import type { ActivityDependencies } from './dependencies.ts'

export type NextMatter = Omit<MatterToOpen, 'id' | 'openingCommand' | 'parent'> & { readonly parent: MatterId; readonly step: TaskId }

/** Opens the matter that follows from `parent` at `step`; asked again, it answers with the one already opened. */
export function createOpenMatterActivity({ startMatter }: ActivityDependencies) {
  return async function openMatter({ parent, step, ...next }: NextMatter): Promise<OpenedMatter> {
    const id = createHash('sha256').update(`${next.institution}/${parent}/${step}`).digest('hex').slice(0, 26) as MatterId
    return startMatter({ ...next, id, parent, openingCommand: `${parent}/${step}/opens` })
  }
}
