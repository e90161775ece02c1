import { getSnapshot } from './open-licence-facts.ts'
import type { PackageItem } from './open-licence-forms.ts'
import type { MatterState } from './state.ts'

/** What a filing must hold for this patent. */
export function listPackage(state: MatterState): PackageItem[] {
  const { kind, owners, pledgees } = getSnapshot(state)
  return [
    'declaration',
    ...(owners.length > 1 ? (['patentee-consents'] as const) : []),
    ...(pledgees.length > 0 ? (['pledgee-consents'] as const) : []),
    ...(kind === 'invention' ? [] : (['evaluation-report'] as const)),
    'fee-estimate',
    'no-bars-statement',
  ]
}
