import type { StartMatter } from '#domain/matter-to-open.ts'
import type { Store } from '#store/db.ts'
import type { DrawingPool } from './drawing-pool.ts'
import type { Mailer } from './mailer.ts'
import type { KeyStore } from './signing/key-store.ts'

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
