import type { BiologicalMaterial, Declared, Disclosure, GeneticResources, Materials } from './disclosure-form.ts'
import type { PlainDay } from './day.ts'
import { patentLawArticle, patentRulesArticle, recalled } from './patent-citations.ts'
import { byDesign, refuse, type Refusal, type Rule } from './refusal.ts'

/** What was used that belongs to others, or that the law watches. */
export const materialRules = {
  facts: { code: 'disclosure/material-facts-missing', citations: [byDesign] },
  document: { code: 'disclosure/material-document-missing', citations: [byDesign] },
  geneticApproval: { code: 'disclosure/genetic-approval-missing', citations: [patentLawArticle('5(2)'), recalled('人类遗传资源管理条例')] },
  geneticAccess: { code: 'disclosure/genetic-access-unlawful', citations: [patentLawArticle('5(2)')] },
  geneticOrigin: { code: 'disclosure/genetic-origin-missing', citations: [patentLawArticle('26(5)'), patentRulesArticle('29(2)')] },
  ethicsApproval: { code: 'disclosure/ethics-approval-missing', citations: [recalled('涉及人的生命科学和医学研究伦理审查办法')] },
  availability: { code: 'disclosure/biological-availability-unstated', citations: [patentRulesArticle('27')] },
  depositDay: { code: 'disclosure/deposit-in-future', citations: [patentRulesArticle('27(i)')] },
  countries: { code: 'disclosure/foreign-countries-missing', citations: [patentLawArticle('19'), byDesign] },
  interest: { code: 'disclosure/interest-unstated', citations: [byDesign] },
  interestPerson: { code: 'disclosure/interest-of-stranger', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }

/** Checks what the result rests on: others' material, code, samples, genetic resources, living material, approvals. */
export function checkMaterials(disclosure: Disclosure, today: PlainDay): Refusal[] {
  const { materials } = disclosure
  return [
    ...(['thirdParty', 'materialTransfer', 'openSource'] as const).flatMap((field) => checkDeclared(materials, field)),
    ...checkEthics(materials.ethics),
    ...checkGenetic(materials.geneticResources, disclosure.protectionWish === 'patent'),
    ...checkBiological(materials.biological, today),
  ]
}

function isBlank(text: string | undefined): boolean {
  return (text ?? '').trim() === ''
}

function hasDocument(declared: Declared): boolean {
  return (declared.documents ?? []).length > 0
}

function checkDeclared(materials: Materials, field: 'thirdParty' | 'materialTransfer' | 'openSource'): Refusal[] {
  const declared = materials[field]
  if (!declared.used) return []
  return [
    ...(isBlank(declared.facts) ? [refuse(materialRules.facts, { material: field }, `/materials/${field}/facts`)] : []),
    ...(hasDocument(declared) ? [] : [refuse(materialRules.document, { material: field }, `/materials/${field}/documents`)]),
  ]
}

function checkEthics(ethics: Declared): Refusal[] {
  return !ethics.used || hasDocument(ethics) ? [] : [refuse(materialRules.ethicsApproval, {}, '/materials/ethics/documents')]
}

function checkGenetic(genetic: GeneticResources, wantsPatent: boolean): Refusal[] {
  if (!genetic.used) return []
  const at = (field: string) => `/materials/geneticResources/${field}`
  const knowsOrigin = !isBlank(genetic.directOrigin) && (!isBlank(genetic.originalOrigin) || !isBlank(genetic.whyUnknown))
  return [
    ...(hasDocument(genetic) ? [] : [refuse(materialRules.geneticApproval, {}, at('documents'))]),
    // A result that rests on unlawfully taken resources gets no patent; it may still be reported and protected otherwise.
    ...(genetic.lawfulAccess === true || !wantsPatent
      ? []
      : [refuse(materialRules.geneticAccess, { stated: genetic.lawfulAccess ?? null }, at('lawfulAccess'))]),
    ...(knowsOrigin ? [] : [refuse(materialRules.geneticOrigin, { direct: genetic.directOrigin ?? '' }, at('directOrigin'))]),
  ]
}

function checkBiological({ isNew, availableToPublic, deposit }: BiologicalMaterial, today: PlainDay): Refusal[] {
  if (!isNew) return []
  return [
    ...(availableToPublic === undefined ? [refuse(materialRules.availability, {}, '/materials/biological/availableToPublic')] : []),
    ...(deposit !== undefined && deposit.on > today
      ? [refuse(materialRules.depositDay, { on: deposit.on, today }, '/materials/biological/deposit/on')]
      : []),
  ]
}

/** Checks plans abroad and declared interests: a yes needs its particulars. */
export function checkPlansAndInterests({ foreign, interests, inventors }: Disclosure): Refusal[] {
  const items = interests.items ?? []
  const people = inventors.map((one) => one.person)
  return [
    ...(foreign.filing && (foreign.countries ?? []).length === 0 ? [refuse(materialRules.countries, {}, '/foreign/countries')] : []),
    ...(interests.none === (items.length === 0)
      ? []
      : [refuse(materialRules.interest, { none: interests.none, count: items.length }, '/interests/items')]),
    ...items.flatMap((item, place) =>
      people.includes(item.person)
        ? []
        : [refuse(materialRules.interestPerson, { person: item.person }, `/interests/items/${place}/person`)],
    ),
  ]
}
