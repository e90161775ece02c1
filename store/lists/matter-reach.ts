import { departmentRoles, roleOfKey } from '#domain/role.ts'
import { settingsOf, type Viewer } from '../db.ts'

const tiedMatters = `SELECT p.matter_id FROM matter_people p WHERE p.institution_id = $1 AND p.person_id = app_person()`

/** Matters with a task that waits for the viewer under one of these keys. */
function taskMatters(keys: string): string {
  return `SELECT c.matter_id FROM task_candidates c WHERE c.institution_id = $1 AND c.candidate = ANY (${keys})
    AND c.candidate <> (SELECT '!' || coalesce(app_person(), ''))`
}

/** His own: he is tied to them, took part, or a task waits for him by name. */
const ownMatters = `${tiedMatters} UNION ${taskMatters(`ARRAY[(SELECT '+' || app_person()), (SELECT '=' || app_person()), (SELECT '^' || app_person())]`)}`

/** His own, and those with a task for one of his roles. */
const visibleMatters = `${tiedMatters} UNION ${taskMatters('(SELECT app_keys())::text[]')}`

const departmentMatters = `m.department_id = ANY ((SELECT app_list('app.departments'))::text[])`

/** Whether the wall shows the viewer every matter of the house. */
export function seesHouse(viewer: Viewer): boolean {
  return viewer.scope === 'system' || settingsOf(viewer).office === 'on'
}

/**
 * Conditions on matters `m` of which one or another holds for everything the viewer may see, or, with `mine`, for what is his own.
 * The wall hides the rest anyway, but only after reading every matter of the house; each of these can be looked up.
 */
export function listReach(viewer: Viewer, mine = false): string[] {
  if (mine) return [`m.id = ANY (ARRAY(${ownMatters}))`]
  if (seesHouse(viewer)) return ['true']
  const ofDepartments = viewer.roles.some((key) => departmentRoles.includes(roleOfKey(key)))
  return [...(ofDepartments ? [departmentMatters] : []), `m.id = ANY (ARRAY(${visibleMatters}))`]
}
