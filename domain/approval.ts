import type { Fen } from './money.ts'
import type { ApprovalRow } from './policy-slice.ts'
import type { Role } from './role.ts'

/** The chain of roles that approves `amount` for `department`: the first row that fits, rows being in order of limit. */
export function findApprovalChain(matrix: readonly ApprovalRow[], amount: Fen, department?: string): readonly Role[] {
  const row = matrix.find(
    (one) => (one.upToFen === undefined || amount <= one.upToFen) && (one.department === undefined || one.department === department),
  )
  return row?.chain ?? []
}
