/** Closes a `switch` over a union; reached only through a bug, which it names. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`)
}
