import type { Json } from '#domain/json.ts'

/** The number of a matter, where the facts a form opens with name it beside its id; undefined where they do not. */
export function findNumber(given: Json, matter: string | undefined): string | undefined {
  if (matter === undefined || typeof given !== 'object' || given === null) return undefined
  const { matter: id, number } = given as { readonly [name: string]: Json | undefined }
  if (id === matter && typeof number === 'string') return number
  for (const part of Object.values(given)) {
    const found = findNumber(part, matter)
    if (found !== undefined) return found
  }
  return undefined
}
