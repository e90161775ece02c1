import type { Role } from '#domain/role.ts'
import type { Me } from '#schemas/api/session.ts'

const keepers: readonly Role[] = ['ipo_officer', 'legal', 'asset']

/** Whether somebody keeps the registers: forms for changing them are shown to him. */
export function keepsRegisters(me: Me | undefined): boolean {
  return me?.roles.some(({ role }) => keepers.includes(role)) === true
}
