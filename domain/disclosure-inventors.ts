import type { PersonId } from './actor.ts'
import type { CheckContext, PersonFacts } from './checks.ts'
import { addYears, type PlainDay } from './day.ts'
import type { DisclosedInventor, Disclosure } from './disclosure-form.ts'
import { civilCodeArticle, personalDataArticle, technologyContractArticle } from './disclosure-law.ts'
import { wholeBasisPoints } from './money.ts'
import { patentLawArticle, patentRulesArticle, verifiedBy } from './patent-citations.ts'
import { byDesign, refuse, type Refusal, type Rule } from './refusal.ts'

/** Who is an inventor, and what each must state. */
export const inventorRules = {
  naturalPerson: {
    code: 'disclosure/inventor-not-natural-person',
    citations: [patentRulesArticle('14'), verifiedBy('S19', '专利审查指南')],
  },
  known: { code: 'disclosure/inventor-not-in-register', citations: [byDesign] },
  listedOnce: { code: 'disclosure/inventor-listed-twice', citations: [byDesign] },
  creative: { code: 'disclosure/not-an-inventor', citations: [patentRulesArticle('14'), technologyContractArticle('6')] },
  feature: { code: 'disclosure/feature-missing', citations: [patentRulesArticle('14'), technologyContractArticle('6')] },
  sum: { code: 'disclosure/contributions-do-not-sum', citations: [byDesign] },
  positive: {
    code: 'disclosure/contribution-of-nothing',
    citations: [patentRulesArticle('14'), patentLawArticle('16'), civilCodeArticle('849')],
  },
  oneLead: { code: 'disclosure/one-representative', citations: [byDesign] },
  applicantListed: { code: 'disclosure/applicant-not-inventor', citations: [byDesign] },
  leavingDay: { code: 'disclosure/leaving-day-missing', citations: [patentRulesArticle('13(1)(iii)'), technologyContractArticle('2')] },
  leavingDayDiffers: { code: 'disclosure/leaving-day-differs', citations: [patentRulesArticle('13(1)(iii)')] },
  leftBefore: { code: 'disclosure/left-before-made', citations: [patentRulesArticle('13(1)(iii)'), technologyContractArticle('2')] },
  employer: { code: 'disclosure/employer-missing', citations: [patentLawArticle('8'), patentRulesArticle('13(2)')] },
  dataNotice: { code: 'disclosure/data-notice-unread', citations: [personalDataArticle('17')] },
} as const satisfies { readonly [name: string]: Rule }

/** How an inventor is tied to the university for the result: as its own, within the year after leaving, or not at all. */
export type InventorLink = 'ours' | 'ours-after-leaving' | 'shared-with-former' | 'another-unit' | 'himself'

/** The last day on which work tied to former duties is still the former employer's: one year after `leftOn` (专利法实施细则 13). */
export function lastDayAfterLeaving(leftOn: PlainDay): PlainDay {
  // The year measures when the result was made, not an act that a holiday could hinder: no extension to a working day.
  return addYears(leftOn, 1)
}

function isWithinYear(leftOn: PlainDay, madeOn: PlainDay): boolean {
  return madeOn <= lastDayAfterLeaving(leftOn)
}

/** To whom the law ties this inventor's part of a result made on `madeOn` (专利法实施细则 13; 技术合同纠纷司法解释 2, 5). */
export function linkInventor(inventor: DisclosedInventor, madeOn: PlainDay): InventorLink {
  const { relation, leftOn, tiedToFormerDuties, employer, formerEmployer } = inventor
  // What was made by the last day of employment was made by one of ours, whatever became of him since.
  const wasStillHere = leftOn !== undefined && madeOn <= leftOn
  if (relation === 'outside') return employer === undefined || employer === '' ? 'himself' : 'another-unit'
  if (relation === 'left' && !wasStillHere) {
    const still = leftOn !== undefined && tiedToFormerDuties === true && isWithinYear(leftOn, madeOn)
    if (still) return 'ours-after-leaving'
    return employer === undefined || employer === '' ? 'himself' : 'another-unit'
  }
  if (formerEmployer?.tied === true && isWithinYear(formerEmployer.leftOn, madeOn)) return 'shared-with-former'
  return 'ours'
}

/** Checks the list of inventors: who may stand in it, what each states, and that the contributions make a whole. */
export function checkInventors(disclosure: Disclosure, context: Pick<CheckContext, 'people' | 'actor'>): Refusal[] {
  const { inventors } = disclosure
  return [
    ...inventors.flatMap((inventor, place) => checkInventor(inventor, place, context.people, disclosure.madeOn)),
    ...checkTogether(inventors),
    ...checkApplicant(inventors, context.actor),
    ...(disclosure.dataNoticeRead ? [] : [refuse(inventorRules.dataNotice, {}, '/dataNoticeRead')]),
  ]
}

function checkInventor(inventor: DisclosedInventor, place: number, people: readonly PersonFacts[], madeOn: PlainDay): Refusal[] {
  const at = (field: string) => `/inventors/${place}/${field}`
  const { person, contribution, feature, contributionBp } = inventor
  const facts = people.find((one) => one.id === person)
  return [
    ...(facts === undefined ? [refuse(inventorRules.known, { person }, at('person'))] : []),
    ...(facts?.isNaturalPerson === false ? [refuse(inventorRules.naturalPerson, { person }, at('person'))] : []),
    ...(contribution === 'creative' ? [] : [refuse(inventorRules.creative, { person, contribution }, at('contribution'))]),
    ...(feature.trim() === '' ? [refuse(inventorRules.feature, { person }, at('feature'))] : []),
    ...(contributionBp > 0 ? [] : [refuse(inventorRules.positive, { person }, at('contributionBp'))]),
    ...checkRelation(inventor, place, facts),
    ...checkPresence(inventor, place, facts, madeOn),
  ]
}

function checkRelation(inventor: DisclosedInventor, place: number, facts: PersonFacts | undefined): Refusal[] {
  const at = (field: string) => `/inventors/${place}/${field}`
  const { person, relation, leftOn, employer, tiedToFormerDuties } = inventor
  if (relation === 'visitor' && (employer ?? '').trim() === '')
    return [refuse(inventorRules.employer, { person, relation }, at('employer'))]
  if (relation !== 'left') return []
  if (leftOn === undefined || tiedToFormerDuties === undefined) return [refuse(inventorRules.leavingDay, { person }, at('leftOn'))]
  const registered = facts?.leftOn
  return registered === undefined || registered === leftOn
    ? []
    : [refuse(inventorRules.leavingDayDiffers, { person, stated: leftOn, registered }, at('leftOn'))]
}

/** The year after leaving is counted for whoever had left; the register knows who had, however the report calls him. */
function checkPresence(
  { person, relation }: DisclosedInventor,
  place: number,
  facts: PersonFacts | undefined,
  madeOn: PlainDay,
): Refusal[] {
  const registered = facts?.leftOn
  if (relation === 'left' || registered === undefined || registered >= madeOn) return []
  return [refuse(inventorRules.leftBefore, { person, registered, madeOn }, `/inventors/${place}/relation`)]
}

function checkTogether(inventors: readonly DisclosedInventor[]): Refusal[] {
  const sum = inventors.reduce((all, one) => all + one.contributionBp, 0)
  const leads = inventors.filter((one) => one.role === 'lead').length
  const twice = inventors.flatMap((one, place) =>
    inventors.findIndex((other) => other.person === one.person) < place ? [{ person: one.person, place }] : [],
  )
  return [
    ...(sum === wholeBasisPoints ? [] : [refuse(inventorRules.sum, { sum, missing: wholeBasisPoints - sum }, '/inventors')]),
    ...(leads === 1 ? [] : [refuse(inventorRules.oneLead, { leads }, '/inventors')]),
    ...twice.map(({ person, place }) => refuse(inventorRules.listedOnce, { person }, `/inventors/${place}/person`)),
  ]
}

function checkApplicant(inventors: readonly DisclosedInventor[], actor: PersonId | undefined): Refusal[] {
  if (actor === undefined || inventors.some((one) => one.person === actor)) return []
  return [refuse(inventorRules.applicantListed, { applicant: actor }, '/inventors')]
}
