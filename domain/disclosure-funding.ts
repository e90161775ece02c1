import type { PlainDay } from './day.ts'
import type { Disclosure, Funding } from './disclosure-form.ts'
import { civilCodeArticle, technologyContractArticle, transformationLawArticle } from './disclosure-law.ts'
import { patentLawArticle, patentRulesArticle } from './patent-citations.ts'
import { byDesign, refuse, type Refusal, type Rule } from './refusal.ts'

/** Who paid, under which contract, with which means. */
export const fundingRules = {
  project: { code: 'disclosure/project-number-missing', citations: [transformationLawArticle('11'), byDesign] },
  partner: { code: 'disclosure/partner-missing', citations: [patentLawArticle('8')] },
  clause: { code: 'disclosure/ownership-clause-missing', citations: [patentLawArticle('8'), civilCodeArticle('859-861, 885')] },
  partnerDoes: { code: 'disclosure/partner-part-missing', citations: [technologyContractArticle('19(2)')] },
  newInvention: { code: 'disclosure/new-invention-unstated', citations: [transformationLawArticle('40')] },
  completion: { code: 'disclosure/completion-in-future', citations: [byDesign] },
  means: {
    code: 'disclosure/means-facts-missing',
    citations: [patentLawArticle('6'), patentRulesArticle('13(2)'), technologyContractArticle('4')],
  },
  madeInFuture: { code: 'disclosure/made-in-future', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }

/** Checks funding and means: each project with its number, each contract with its clause on ownership, a yes with facts. */
export function checkFunding(disclosure: Disclosure, today: PlainDay): Refusal[] {
  const { resources, madeOn, funding } = disclosure
  const needsFacts = resources.mainlyUnitMeans || resources.builtOnUnpublished
  return [
    ...(madeOn > today ? [refuse(fundingRules.madeInFuture, { madeOn, today }, '/madeOn')] : []),
    ...funding.flatMap((one, place) => checkProject(one, place, today)),
    ...(needsFacts && isBlank(resources.facts) ? [refuse(fundingRules.means, {}, '/resources/facts')] : []),
  ]
}

function isBlank(text: string | undefined): boolean {
  return (text ?? '').trim() === ''
}

function checkProject(funding: Funding, place: number, today: PlainDay): Refusal[] {
  const at = (field: string) => `/funding/${place}/${field}`
  const { source, projectNumber, completedOn } = funding
  const needsNumber = source !== 'self-raised' && funding.arrangement !== 'private-consulting'
  return [
    ...(needsNumber && isBlank(projectNumber) ? [refuse(fundingRules.project, { source }, at('projectNumber'))] : []),
    ...(completedOn !== undefined && completedOn > today
      ? [refuse(fundingRules.completion, { completedOn, today }, at('completedOn'))]
      : []),
    ...(source === 'horizontal' ? checkContract(funding, place) : []),
  ]
}

function checkContract(funding: Funding, place: number): Refusal[] {
  const at = (field: string) => `/funding/${place}/${field}`
  const { partner, arrangement, agreedOwner, ownershipClause, partnerDoes, newInvention } = funding
  const namesOwner = agreedOwner !== undefined && agreedOwner !== 'silent'
  const lacksClause = arrangement === undefined || agreedOwner === undefined || (namesOwner && isBlank(ownershipClause))
  return [
    ...(isBlank(partner) ? [refuse(fundingRules.partner, {}, at('partner'))] : []),
    ...(lacksClause
      ? [
          refuse(
            fundingRules.clause,
            { agreedOwner: agreedOwner ?? null },
            at(arrangement === undefined ? 'arrangement' : 'ownershipClause'),
          ),
        ]
      : []),
    ...(arrangement === 'cooperation' && partnerDoes === undefined ? [refuse(fundingRules.partnerDoes, {}, at('partnerDoes'))] : []),
    ...(arrangement === 'transformation' && newInvention === undefined ? [refuse(fundingRules.newInvention, {}, at('newInvention'))] : []),
  ]
}
