import type { InstitutionId } from '#domain/actor.ts'
import type { CheckContext } from '#domain/checks.ts'
import type { PlainDay } from '#domain/day.ts'
import { findPatent, type PatentFacts } from '#domain/register.ts'
import { gatherCheckContext } from '../check-context.ts'
import { systemViewer, type Store } from '../db.ts'
import { readAs } from '../reading.ts'

/** A patent's row with the dated parameters and calendars that rules over it read. */
export async function readPatent(
  store: Store,
  { institution, today }: { readonly institution: InstitutionId; readonly today: PlainDay },
  number: string,
): Promise<Pick<CheckContext, 'parameters' | 'calendar'> & { readonly patent?: PatentFacts }> {
  const context = await readAs(store, systemViewer(institution), 'patent-context', (ask) =>
    gatherCheckContext(ask, institution, today, [number]),
  )
  const patent = findPatent(context.registers, number)
  return { parameters: context.parameters, calendar: context.calendar, ...(patent === undefined ? {} : { patent }) }
}
