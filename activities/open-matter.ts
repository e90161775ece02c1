import { createHash } from 'node:crypto'
import type { ActorRef, DepartmentId, InstitutionId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import type { ActivityDependencies } from './dependencies.ts'

export type NextMatter = {
  readonly institution: InstitutionId
  readonly parent: MatterId
  readonly step: TaskId
  readonly process: string
  readonly data: JsonObject
  readonly openedBy: ActorRef
  readonly department?: DepartmentId
}

/** Opens the matter that follows from `parent` at `step`; asked again, it answers with the one already opened. */
export function createOpenMatterActivity({ startMatter }: ActivityDependencies) {
  return async function openMatter({ parent, step, ...next }: NextMatter): Promise<{ id: MatterId; number: string }> {
    const id = createHash('sha256').update(`${next.institution}/${parent}/${step}`).digest('hex').slice(0, 26) as MatterId
    return startMatter({ ...next, id, parent, openingCommand: `${parent}/${step}/opens` })
  }
}
