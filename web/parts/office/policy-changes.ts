import type { Json } from '#domain/json.ts'
import { layOver, type ProcessPolicy } from '#domain/policy-slice.ts'

/** One place where two policies differ. */
export type PolicyChange = { readonly path: string; readonly before: Json | undefined; readonly after: Json | undefined }

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// Where two policies differ, entry by entry; lists are compared whole, for their order has a meaning.
function listPolicyChanges(before: Json | undefined, after: Json | undefined, path = ''): readonly PolicyChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (!isObject(before) || !isObject(after)) return [{ path, before, after }]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  return names.flatMap((name) => listPolicyChanges(before[name], after[name], path === '' ? name : `${path}.${name}`))
}

/** What a text that is being written would change of the policy in force: it is laid over the defaults, as the program does. */
export function foreseeChanges(inForce: ProcessPolicy, defaults: ProcessPolicy, said: Json): readonly PolicyChange[] {
  return listPolicyChanges(inForce, layOver(defaults, isObject(said) ? said : {}))
}
