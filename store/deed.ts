import type { ActorRef, InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'

/** Who changes a register, when by the office clock, and under which command. */
export type Deed = {
  readonly institution: InstitutionId
  readonly commandId: string
  readonly actor: ActorRef
  /** Office clock, ms. */
  readonly at: number
  readonly on: PlainDay
}
