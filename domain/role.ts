/** The roles of the office, rules 1.1. `sysadmin` administers accounts and decides nothing on a matter. */
export const roles = [
  'inventor',
  'dept_admin',
  'ipo_officer',
  'tech_manager',
  'evaluator',
  'legal',
  'finance',
  'hr',
  'asset',
  'secrecy',
  'committee',
  'discipline',
  'sysadmin',
] as const

export type Role = (typeof roles)[number]

/** Roles that one holds for a department only; every other role is held for the institution. */
export const departmentRoles: readonly Role[] = ['dept_admin']

/** Roles of the office: their holders see matters by role, where everybody else sees only his own. */
export const officeRoles: readonly Role[] = [
  'dept_admin',
  'ipo_officer',
  'tech_manager',
  'legal',
  'finance',
  'hr',
  'asset',
  'secrecy',
  'committee',
  'discipline',
]

/** Roles that a separation rule names: granting them needs a second person. */
export const guardedRoles: readonly Role[] = ['sysadmin', 'finance', 'secrecy', 'committee', 'discipline']

/** A role as it is matched: `ipo_officer`, or `dept_admin@<department>` for a role held for one department. */
export type RoleKey = string & { readonly __brand: 'RoleKey' }

/** The key under which `role` is held, for `department` where the role is a department's. */
export function roleKey(role: Role, department?: string): RoleKey {
  return (departmentRoles.includes(role) && department !== undefined ? `${role}@${department}` : role) as RoleKey
}

/** The role inside a key. */
export function roleOfKey(key: RoleKey): Role {
  return key.split('@')[0] as Role
}
