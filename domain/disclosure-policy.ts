import type { OwnershipPolicy } from './disclosure-ownership.ts'
import type { ProcessPolicy } from './policy-slice.ts'

/** What this process reads of the pinned policy. */
type DisclosurePolicy = {
  readonly negotiationRounds: number
  readonly confirmationRounds: number
  readonly idleMonths: number
  readonly idleWarnMonths: number
  readonly similarLeastBp: number
  readonly province: string
  readonly ownership: OwnershipPolicy
  readonly secrecyContact: string
}

/** Reads the pinned policy; throws where it lacks a name, since a pinned policy holds the defaults for what nobody set. */
export function readDisclosurePolicy(policy: ProcessPolicy): DisclosurePolicy {
  const number = (name: string) => get(policy.numbers?.[name], name)
  const text = (name: string) => get(policy.texts?.[name], name)
  return {
    negotiationRounds: number('negotiationRounds'),
    confirmationRounds: number('confirmationRounds'),
    idleMonths: number('idleMonths'),
    idleWarnMonths: number('idleWarnMonths'),
    similarLeastBp: number('similarLeastBp'),
    province: text('province'),
    ownership: { privateConsulting: text('privateConsulting') === 'university' ? 'university' : 'law' },
    secrecyContact: text('secrecyContact'),
  }
}

function get<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`The policy of disclosure lacks ${name}`)
  return value
}
