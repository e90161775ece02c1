import type { InstitutionId } from '#domain/actor.ts'
import type { RegisterRow } from '#domain/register.ts'
import type { Tx } from '../db.ts'

/** Every signing mandate on the register of the house, in the order of their ids. */
export async function readMandates(tx: Tx, institution: InstitutionId): Promise<RegisterRow[]> {
  const rows = await tx.registerEntry.findMany({ where: { institutionId: institution, register: 'mandate' }, orderBy: { id: 'asc' } })
  // The register's own rules made the bodies.
  return rows.map(({ register, id, body }) => ({ register, id, facts: body }) as unknown as RegisterRow)
}
