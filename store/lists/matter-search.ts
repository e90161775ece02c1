import type { Viewer } from '../db.ts'
import { listReach, seesHouse } from './matter-reach.ts'

/** So many matters of one token are looked at; a token that more of them have says little. */
const commonness = 1000

/** How many of the tokens the matter `m` has. */
export function sharedTokens(tokens: string): string {
  return `(SELECT count(*) FROM matter_tokens mt WHERE mt.institution_id = m.institution_id AND mt.matter_id = m.id AND mt.token = ANY (${tokens}::text[]))`
}

/** That the matter `m` has at least half of the tokens: a letter wrong or a digit forgotten is no reason not to find. */
export function sharesHalf(tokens: string): string {
  return `2 * ${sharedTokens(tokens)} >= cardinality(${tokens}::text[])`
}

/**
 * Conditions on matters `m` that may have the tokens, of which one holds for each: for the office those with one of the three
 * rarest, since in a large house every other title has the common ones; for everybody else those he may see, which are few.
 */
export function listCandidates(viewer: Viewer, tokens: string): string[] {
  if (!seesHouse(viewer)) return listReach(viewer)
  return [
    `m.id = ANY (ARRAY(SELECT hit.matter_id FROM (
        SELECT k.token FROM unnest(${tokens}::text[]) AS k (token) CROSS JOIN LATERAL (
          SELECT count(*) AS n FROM (SELECT 1 FROM matter_tokens f WHERE f.institution_id = $1 AND f.token = k.token LIMIT ${commonness}) few) rare
        WHERE rare.n > 0 ORDER BY rare.n, k.token LIMIT 3) chosen
      CROSS JOIN LATERAL (
        SELECT mt.matter_id FROM matter_tokens mt WHERE mt.institution_id = $1 AND mt.token = chosen.token LIMIT ${commonness}) hit))`,
  ]
}
