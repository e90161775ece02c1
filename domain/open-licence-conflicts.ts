import type { PlainDay } from './day.ts'
import { patentLawArticle } from './patent-citations.ts'
import { byDesign, refuse, type Refusal, type Rule } from './refusal.ts'
import { listEncumbrances, type EncumbranceKind, type PatentFacts } from './register.ts'

/** What an open licence forbids other matters. */
export const conflictRules = {
  exclusive: { code: 'open-licence/exclusive-barred', citations: [patentLawArticle('51(3)')] },
  transfer: { code: 'open-licence/transfer-barred', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }

export const rules: readonly Rule[] = Object.values(conflictRules)

/**
 * Whether a grant of this kind may be made while an open licence is declared or announced: an ordinary licence at any fee
 * may (专利法 51(3)), an exclusive or sole one may not until the withdrawal is announced. Title that changes hands meanwhile is
 * held up by the university's own rule: the new owner would have to withdraw or declare anew.
 */
export function checkAgainstOpenLicence(kind: EncumbranceKind, patent: PatentFacts, on: PlainDay): Refusal[] {
  const [offer] = listEncumbrances(patent, on, ['open-licence'])
  if (offer === undefined) return []
  const fact = { patent: patent.number, since: offer.since, until: offer.until ?? '—', number: offer.source }
  if (kind === 'exclusive-licence' || kind === 'sole-licence') return [refuse(conflictRules.exclusive, fact)]
  return kind === 'title-grant' ? [refuse(conflictRules.transfer, fact)] : []
}
