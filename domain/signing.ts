import type { IssuedPaper } from './action.ts'

/** The papers that no later signature or issue has replaced. */
export function listStanding<Paper extends IssuedPaper>(papers: readonly Paper[]): Paper[] {
  const replaced = new Set(papers.flatMap(({ revises }) => (revises === undefined ? [] : [revises])))
  return papers.filter(({ id }) => !replaced.has(id))
}
