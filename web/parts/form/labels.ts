import type { FormView } from '#schemas/api/form.ts'
import { partsOf } from './pointer.ts'

export type FieldLabel = { readonly label: string; readonly help?: string | undefined }

/** Whether a label's path, `*` for any part, names `parts`. */
function fits(path: string, parts: readonly string[]): boolean {
  const wanted = path.split('.')
  return wanted.length === parts.length && wanted.every((part, index) => part === '*' || part === parts[index])
}

/** The label of the field at a JSON pointer: the exact path before one with `*`; undefined where nobody named it. */
export function findLabel(labels: FormView['labels'], pointer: string): FieldLabel | undefined {
  const parts = partsOf(pointer)
  const exact = labels[parts.join('.')]
  if (exact !== undefined) return exact
  const found = Object.keys(labels)
    .filter((path) => fits(path, parts))
    .toSorted((a, b) => starsOf(a) - starsOf(b))[0]
  return found === undefined ? undefined : labels[found]
}

function starsOf(path: string): number {
  return path.split('.').filter((part) => part === '*').length
}
