import { findApprovalChain } from '#domain/approval.ts'
import type { PersonId } from '#domain/actor.ts'
import type { UserTaskStep } from '#domain/definition.ts'
import type { Fen } from '#domain/money.ts'
import type { Role } from '#domain/role.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterRun } from './matter.ts'
import { userTask, type Completed } from './user-task.ts'

/**
 * Approval by the pinned policy's matrix: the amount and department give a chain of roles, one task a link, no person
 * twice. Stops at the first answer that is not `approved`.
 */
export async function approveByMatrix<Data>(
  m: MatterRun,
  step: UserTaskStep<Data, 'approved' | 'refused' | 'returned'>,
  options: { readonly amount: Fen; readonly given?: JsonObject },
): Promise<Completed<Data, 'approved' | 'refused' | 'returned'>> {
  const chain = findApprovalChain(m.policy.matrix ?? [], options.amount, m.state.head.department)
  const signed: PersonId[] = []
  let last: Completed<Data, 'approved' | 'refused' | 'returned'> | undefined
  for (const [link, role] of chain.entries()) {
    last = await userTask(m, step, {
      roles: [role satisfies Role],
      barred: signed,
      given: { ...options.given, amountFen: options.amount, chain, link: link + 1 },
    })
    if (last.by.is === 'person') signed.push(last.by.person)
    if (last.outcome !== 'approved') return last
  }
  if (last === undefined) throw new Error(`The approval matrix of ${m.seed.process} names nobody for ${options.amount} fen`)
  return last
}
