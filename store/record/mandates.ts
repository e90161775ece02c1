import type { InstitutionId } from '#domain/actor.ts'
import type { RegisterRow } from '#domain/register.ts'
import type { Ask } from '../reading.ts'

/** Every signing mandate on the register of the house, in the order of their ids. */
export async function readMandates(ask: Ask, institution: InstitutionId): Promise<RegisterRow[]> {
  // The register's own rules made the bodies.
  const sql = `SELECT register, id, body AS facts FROM register_entries WHERE institution_id = $1 AND register = 'mandate' ORDER BY id`
  return ask<RegisterRow>(sql, [institution])
}
