import type { Language } from '../block.ts'
import { valueIn, type Say } from './lines.ts'

/** What whoever objects to a decision under the agreement may do: what the agreement says of disputes (民法典 565). */
export function disputeText({ disputes = 'court' }: { readonly disputes?: string }, language: Language, say: Say): string {
  const way = valueIn(disputes, language)
  return say({
    zh: `对本决定有异议的，可以与学校协商；协商不成的，依赋权协议的争议条款${way}。`,
    en: `Whoever objects to this decision may negotiate with the university; failing that, by the disputes article of the agreement: ${way.slice(0, 1).toLowerCase()}${way.slice(1)}.`,
  })
}
