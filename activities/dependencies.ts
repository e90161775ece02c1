import type { ActorRef, DepartmentId, InstitutionId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterId } from '#domain/state.ts'
import type { Store } from '#store/db.ts'
import type { DrawingPool } from './drawing-pool.ts'
import type { Mailer } from './mailer.ts'
import type { KeyStore } from './signing/key-store.ts'

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

export type StartMatter = (matter: MatterToOpen) => Promise<{ readonly id: MatterId; readonly number: string }>

/** What activities need of the outside; the worker and the tests give it to them. */
export type ActivityDependencies = {
  readonly store: Store
  readonly pool: Pick<DrawingPool, 'draw'>
  readonly startMatter: StartMatter
  readonly mailer: Mailer
  /** The keys by which papers are signed. */
  readonly keys: KeyStore
  /** Address of the program for people, named in mail. */
  readonly publicUrl?: string
}
