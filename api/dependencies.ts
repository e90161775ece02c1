import type { Client } from '@temporalio/client'
import type { Logger } from 'pino'
import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Config } from '#schemas/config.ts'
import type { Store } from '#store/db.ts'
import type { Incident } from '#store/desk/incidents.ts'
import type { Rehearsal } from './rehearsal.ts'

/** The office's time: Temporal's plus an offset. Days, numbers and papers follow it; sessions and logs do not. */
export type OfficeClock = {
  /** Milliseconds since the epoch. */
  now(): number
  today(): PlainDay
  /** Milliseconds by which it is ahead of Temporal; travels in each matter's input. */
  readonly offset: number
}

/** Tries again what failed outside, and waits for what comes of it; `outcome` is the answer's own words. */
export type RetryIncident = (
  institution: InstitutionId,
  incident: Incident,
) => Promise<{ readonly is: 'resolved' | 'failed-again' | 'still-running'; readonly outcome: string }>

/** What the API needs of the outside; whoever starts it gives it. */
export type ApiDependencies = {
  readonly store: Store
  readonly temporal: Client
  readonly config: Config
  readonly officeClock: OfficeClock
  /** BPMN 2.0 XML by process stem. */
  readonly drawings: { readonly [stem: string]: string }
  readonly log: Logger
  /** Tries an incident again and tells what came of it. */
  readonly retryIncident: RetryIncident
  /** Present in a rehearsal alone. */
  readonly rehearsal?: Rehearsal
}
