import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { CheckContext } from '#domain/checks.ts'
import type { PlainDay } from '#domain/day.ts'
import type { Json } from '#domain/json.ts'
import { gatherCheckContext } from '#store/check-context.ts'
import { systemViewer, type Store } from '#store/db.ts'
import { readAs } from '#store/reading.ts'

/** The dated facts that a form's checks look at: calendars, parameters, the province, the people and subjects that `named` names, and the signer's mandates. */
export async function gatherFacts(
  store: Store,
  institution: InstitutionId,
  today: PlainDay,
  named: Json,
  signer?: PersonId,
): Promise<CheckContext> {
  return readAs(store, systemViewer(institution), 'check-context', (ask) => gatherCheckContext(ask, institution, today, named, signer))
}
