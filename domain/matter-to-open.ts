import type { ActorRef, DepartmentId, InstitutionId } from './actor.ts'
import type { JsonObject } from './json.ts'
import type { MatterId } from './state.ts'

/** A matter to be opened; started at most once per `id`. */
export type MatterToOpen = {
  readonly institution: InstitutionId
  readonly id: MatterId
  readonly process: string
  readonly data: JsonObject
  readonly openedBy: ActorRef
  readonly openingCommand: string
  readonly department?: DepartmentId
  readonly parent?: MatterId
}

export type OpenedMatter = { readonly id: MatterId; readonly number: string }

/** Opens a matter, or answers with the one that is open under its id. */
export type StartMatter = (matter: MatterToOpen) => Promise<OpenedMatter>
