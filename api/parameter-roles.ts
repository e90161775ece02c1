import type { Role } from '#domain/role.ts'

/** Who enters dated values of law and fee tables. */
export const parameterRoles = ['ipo_officer', 'legal'] as const satisfies readonly Role[]
