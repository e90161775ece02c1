import type { Refusal } from '#domain/refusal.ts'

/** Thrown by the recording transaction when a rule that only it can decide says no; nothing was written. */
export class RecordRefusal extends Error {
  override readonly name = 'RecordRefusal'
  readonly refusals: readonly Refusal[]

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((one) => one.code).join(', '))
    this.refusals = refusals
  }
}
