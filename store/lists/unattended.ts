import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterId, MatterState, TaskId } from '#domain/state.ts'
import { systemViewer, type Store } from '../db.ts'
import { loadActor, type PersonActor } from '../desk/actors.ts'
import { readAs } from '../reading.ts'
import { getState } from '../record/read.ts'

/** A matter that waits for software, not for a person or a day. */
export type InMotion = { readonly matter: MatterId; readonly process: string }

/** Matters looked at in one round. */
const mostInMotion = 200

/** Open matters at no step since before `since` (ms of the office clock), the longest first. */
export async function listInMotion(store: Store, institution: InstitutionId, since: number): Promise<InMotion[]> {
  const sql = `SELECT id AS matter, process FROM matters
    WHERE institution_id = $1 AND standing = 'open' AND cardinality(stage) = 0 AND last_at < $2 ORDER BY last_at, id LIMIT ${mostInMotion}`
  return readAs(store, systemViewer(institution), 'in-motion', (ask) => ask<InMotion>(sql, [institution, since]))
}

/** An open task for which the register shows nobody at first sight, and whoever might be asked after all. */
export type Suspect = {
  readonly matter: MatterId
  readonly number: string
  readonly task: TaskId
  readonly step: string
  readonly roles: readonly RoleKey[]
  readonly people: readonly PersonId[]
  readonly candidates: readonly PersonId[]
}

/**
 * Open tasks whose named people are all barred or gone and, where a role may act too, whose roles nobody unbarred holds on `on`.
 * Roles do not count where named people declare: what was escalated to a role is not its to declare. Who has left does no work,
 * and still speaks for himself. The rules decide on each.
 */
export async function listSuspects(store: Store, institution: InstitutionId, on: PlainDay): Promise<Suspect[]> {
  const holds = `r.institution_id = t.institution_id AND r.role_key = ANY (t.roles) AND r.status = 'active' AND r.from_day <= $2
    AND (r.to_day IS NULL OR r.to_day >= $2)`
  const sql = `SELECT t.matter_id AS matter, m.number, t.id AS task, t.step, t.roles, t.people,
      ARRAY(SELECT p.id FROM people p WHERE p.institution_id = t.institution_id AND p.id = ANY (t.people || t.assignee)
          AND (p.left_on IS NULL OR t.act = 'declares')
        UNION SELECT r.person_id FROM role_assignments r WHERE ${holds}) AS candidates
    FROM tasks t JOIN matters m ON m.institution_id = t.institution_id AND m.id = t.matter_id
    WHERE t.institution_id = $1 AND t.status = 'open' AND m.standing = 'open'
      AND NOT EXISTS (SELECT 1 FROM people p WHERE p.institution_id = t.institution_id AND p.id = ANY (t.people || t.assignee)
        AND p.left_on IS NULL AND NOT p.id = ANY (t.barred))
      AND ((t.act = 'declares' AND cardinality(t.people) > 0)
        OR NOT EXISTS (SELECT 1 FROM role_assignments r WHERE ${holds} AND NOT r.person_id = ANY (t.barred)))
    ORDER BY t.matter_id, t.id`
  return readAs(store, systemViewer(institution), 'suspect-tasks', (ask) => ask<Suspect>(sql, [institution, on]))
}

/** The matter of a suspect task as it stands, and its candidates as they are on `on`. */
export async function readSuspect(
  store: Store,
  institution: InstitutionId,
  { matter, candidates }: Suspect,
  on: PlainDay,
): Promise<{ readonly state: MatterState; readonly actors: readonly PersonActor[] }> {
  const state = await getState(store, institution, matter)
  return { state, actors: await Promise.all(candidates.map((person) => loadActor(store, institution, person, on))) }
}
