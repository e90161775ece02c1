import type { Refusal } from '#domain/refusal.ts'

/** Thrown when a rule says no to a change of a register; nothing was written. */
export class RegisterRefusal extends Error {
  override readonly name = 'RegisterRefusal'
  readonly refusals: readonly Refusal[]

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((one) => one.code).join(', '))
    this.refusals = refusals
  }
}
