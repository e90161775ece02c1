import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterId, TaskId } from '#domain/state.ts'

/** What every activity of the common shape is told: whose matter, which step, the office day, and its own input. */
export type ServiceCall = {
  readonly institution: InstitutionId
  readonly matter: MatterId
  readonly step: TaskId
  readonly today: PlainDay
  readonly input: JsonObject
}
