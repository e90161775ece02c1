import type { Disclosure } from './disclosure-form.ts'
import { isPatentable, proofOf } from './disclosure-novelty.ts'
import { patentLawArticle, patentRulesArticle } from './patent-citations.ts'
import { isGraceCase } from './patent-deadlines-filing.ts'
import type { Citation } from './refusal.ts'

/** Something that must be done at the filing, or before it, because of what was reported. */
export type FilingDuty = {
  readonly code:
    | 'declare-grace-and-prove-in-two-months'
    | 'prove-grace-when-asked'
    | 'state-genetic-origin'
    | 'deposit-by-filing-day'
    | 'deposit-certificates-in-four-months'
    | 'confidentiality-examination-first'
  readonly citations: readonly Citation[]
}

const grace = patentLawArticle('24')

/** What the report already obliges whoever files: grace, genetic origin, deposit, examination before filing abroad. */
export function listFilingDuties(disclosure: Disclosure): FilingDuty[] {
  if (!isPatentable(disclosure)) return []
  const proofs = disclosure.publicDisclosures.filter(isGraceCase).map((one) => proofOf(one.kind))
  const { geneticResources, biological } = disclosure.materials
  const needsDeposit = biological.isNew && biological.availableToPublic === false
  const { foreign, resultType } = disclosure
  const duties: (FilingDuty | false)[] = [
    proofs.includes('declare-at-filing-prove-in-two-months') && {
      code: 'declare-grace-and-prove-in-two-months',
      citations: [grace, patentRulesArticle('33(3)')],
    },
    proofs.includes('prove-when-asked') && { code: 'prove-grace-when-asked', citations: [grace, patentRulesArticle('33(4)')] },
    geneticResources.used && { code: 'state-genetic-origin', citations: [patentLawArticle('26(5)'), patentRulesArticle('29(2)')] },
    needsDeposit && biological.deposit === undefined && { code: 'deposit-by-filing-day', citations: [patentRulesArticle('27(i)')] },
    needsDeposit && { code: 'deposit-certificates-in-four-months', citations: [patentRulesArticle('27(i)')] },
    // Designs are not concerned (专利法 19 names inventions and utility models).
    foreign.filing &&
      foreign.madeInChina &&
      resultType !== 'design' && {
        code: 'confidentiality-examination-first',
        citations: [patentLawArticle('19'), patentRulesArticle('8-9')],
      },
  ]
  return duties.filter((duty) => duty !== false)
}
