/** Why a deed failed, with what lay behind it: of many failures at once each reason is named once. */
export function explain(error: unknown): string {
  return [...new Set(listReasons(error, 0))].join(' ← ').slice(0, 1000)
}

/** Causes that are followed; beyond them nothing more is learned. */
const deepest = 5

function listReasons(error: unknown, depth: number): string[] {
  if (!(error instanceof Error)) return [String(error)]
  if (depth === deepest) return []
  const within: unknown[] = error instanceof AggregateError ? error.errors : error.cause === undefined ? [] : [error.cause]
  return [error.message, ...within.flatMap((one) => listReasons(one, depth + 1))]
}
