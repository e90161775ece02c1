import type { Client } from '@temporalio/client'
import type { Logger } from 'pino'
import type { PlainDay } from '#domain/day.ts'
import type { Config } from '#schemas/config.ts'
import type { Store } from '#store/db.ts'

/** The office's time: Temporal's plus an offset. Days, numbers and papers follow it; sessions and logs do not. */
export type OfficeClock = {
  /** Milliseconds since the epoch. */
  now(): number
  today(): PlainDay
  /** Milliseconds by which it is ahead of Temporal; travels in each matter's input. */
  readonly offset: number
}

/** What the API needs of the outside; whoever starts it gives it. */
export type ApiDependencies = {
  readonly store: Store
  readonly temporal: Client
  readonly config: Config
  readonly officeClock: OfficeClock
  /** BPMN 2.0 XML by process stem. */
  readonly drawings: { readonly [stem: string]: string }
  readonly log: Logger
}
