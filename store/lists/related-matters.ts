import type { MatterId } from '#domain/state.ts'
import type { Store, Viewer } from '../db.ts'
import { readAs } from '../reading.ts'

/** A matter that hangs together with another. */
export type RelatedMatter = {
  readonly id: MatterId
  readonly number: string
  readonly process: string
  readonly standing: 'open' | 'suspended' | 'closed'
}

/** The matter that this one came from, those that came from it, and those about the same patent or result; none that is erased. */
export async function listRelated(store: Store, viewer: Viewer, id: MatterId): Promise<RelatedMatter[]> {
  const sql = `SELECT m.id, m.number, m.process, m.standing FROM matters m
    WHERE m.institution_id = $1 AND m.id <> $2 AND m.erased_on IS NULL AND (m.parent_id = $2
      OR m.id = (SELECT o.parent_id FROM matters o WHERE o.institution_id = $1 AND o.id = $2)
      OR m.id IN (SELECT s.matter_id FROM matter_subjects own JOIN matter_subjects s
        ON s.institution_id = own.institution_id AND s.subject = own.subject WHERE own.institution_id = $1 AND own.matter_id = $2))
    ORDER BY m.opened_on, m.number LIMIT 200`
  return readAs(store, viewer, 'related-matters', (ask) => ask<RelatedMatter>(sql, [viewer.institution, id]))
}
