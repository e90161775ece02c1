import type { Due } from '#domain/deadline.ts'
import type { DueView } from '#schemas/api/due.ts'

/** A due day with its proof, as it is answered: the same value. */
export function viewDue(due: Due): DueView {
  return { ...due, derivation: [...due.derivation] as DueView['derivation'] }
}
