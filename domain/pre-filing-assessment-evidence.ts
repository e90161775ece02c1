import type { PersonId } from './actor.ts'
import type { CheckContext, PersonFacts } from './checks.ts'
import type { PlainDay } from './day.ts'
import type { PublicDisclosure } from './disclosure-novelty.ts'
import type { Assignment, CostEstimate, Interview, NoveltySearch, Score } from './pre-filing-assessment-forms.ts'
import { listInventorIds, readOpening } from './pre-filing-assessment-facts.ts'
import { assessmentRules } from './pre-filing-assessment-rules.ts'
import type { Yardstick } from './pre-filing-assessment-score.ts'
import type { AssessmentOpening } from './pre-filing-assessment.ts'
import { refuse } from './refusal.ts'
import type { Refusal, Rule } from './refusal.ts'
import type { MatterState } from './state.ts'
import { findResult, listResults } from './state.ts'

/** What ties a person to the inventors so that he may not assess their result. */
export type Conflict =
  'inventor' | 'supervises-an-inventor' | 'supervised-by-an-inventor' | 'same-supervisor' | 'shared-interest' | 'recused'

/** The shortest text that counts as evidence of points, and as what sets a result apart from the nearest document. */
export const leastEvidenceLength = 10
export const leastDistinctionLength = 50

/** Characters as people count them: a rare character is one, though it takes two units of storage. */
function countCharacters(text: string): number {
  return [...text.trim()].length
}

/** The measure put on record when the matter opened; undefined before that. */
export function findYardstick(state: MatterState): Yardstick | undefined {
  return findResult(state, 'urgency')?.data?.['yardstick'] as Yardstick | undefined
}

/** The measure on record; throws an Error before the matter was opened, which is a bug of the story. */
export function getYardstickOf(state: MatterState): Yardstick {
  const yardstick = findYardstick(state)
  if (yardstick === undefined) throw new Error(`Matter ${state.head.id} has no measure on record`)
  return yardstick
}

/** What ties `person` to the inventors; undefined where nothing is known that does. */
export function findConflict(person: PersonId, inventors: readonly PersonId[], people: readonly PersonFacts[]): Conflict | undefined {
  if (inventors.includes(person)) return 'inventor'
  const supervisorOf = (id: PersonId) => people.find((one) => one.id === id)?.supervisor
  if (inventors.some((inventor) => supervisorOf(inventor) === person)) return 'supervises-an-inventor'
  const supervisor = supervisorOf(person)
  if (supervisor === undefined) return undefined
  if (inventors.includes(supervisor)) return 'supervised-by-an-inventor'
  return inventors.some((inventor) => supervisorOf(inventor) === supervisor) ? 'same-supervisor' : undefined
}

/** Whether the register knows an interest of `person`, or of his relatives, in a firm in which an inventor has one too. */
function sharesInterest(person: PersonId, inventors: readonly PersonId[], { registers, today }: CheckContext): boolean {
  const ties = registers.flatMap((row) => (row.register === 'interest' ? [row.facts] : []))
  const lasting = ties.filter(({ until }) => until === undefined || until >= today)
  const own = lasting.filter((tie) => tie.person === person).map(({ party }) => party)
  return lasting.some((tie) => inventors.includes(tie.person) && own.includes(tie.party))
}

/** A refusal for each person whom the register does not know: a task of his would wait for nobody. */
export function refuseUnknown(people: readonly PersonId[], context: CheckContext, pointers: readonly string[]): Refusal[] {
  return people.flatMap((person, index) =>
    context.people.some(({ id }) => id === person) ? [] : [refuse(assessmentRules.personUnknown, { person }, pointers[index])],
  )
}

/** A refusal for each person who is tied to the inventors; `pointers` are the JSON pointers of the people, in order. */
export function refuseConflicts(
  rule: Rule,
  people: readonly PersonId[],
  inventors: readonly PersonId[],
  context: CheckContext,
  pointers: readonly string[],
): Refusal[] {
  return people.flatMap((person, index) => {
    const tie = findConflict(person, inventors, context.people)
    const because = tie ?? (sharesInterest(person, inventors, context) ? 'shared-interest' : undefined)
    return because === undefined ? [] : [refuse(rule, { person, because }, pointers[index])]
  })
}

function hasTwice<T>(list: readonly T[]): T | undefined {
  return list.find((item, index) => list.indexOf(item) !== index)
}

/** Something that is said to be public already cannot lie in the future. */
function checkPublications(publications: readonly PublicDisclosure[], today: PlainDay): Refusal[] {
  return publications.flatMap(({ standing, on }, index) =>
    standing === 'made' && on > today ? [refuse(assessmentRules.publicationInFuture, { on, today }, `/publicDisclosures/${index}/on`)] : [],
  )
}

/** What an assessment cannot be opened with. */
export function checkOpening(opening: AssessmentOpening, context: CheckContext): Refusal[] {
  const refusals: Refusal[] = []
  const sum = opening.inventors.reduce((all, inventor) => all + inventor.shareBp, 0)
  if (sum !== 10_000) refusals.push(refuse(assessmentRules.sharesDoNotSum, { sum }, '/inventors'))
  const ids = opening.inventors.map((inventor) => inventor.person)
  const twice = hasTwice(ids)
  if (twice !== undefined) refusals.push(refuse(assessmentRules.inventorTwice, { person: twice }, '/inventors'))
  refusals.push(...checkPublications(opening.publicDisclosures, context.today))
  const pointers = ids.map((_, index) => `/inventors/${index}/person`)
  refusals.push(...refuseUnknown(ids, context, pointers))
  ids.forEach((person, index) => {
    const facts = context.people.find((one) => one.id === person)
    if (facts?.isNaturalPerson === false) refusals.push(refuse(assessmentRules.notNaturalPerson, { person }, pointers[index]))
  })
  return refusals
}

/** Evaluators and manager: enough of them, each once, none tied to the inventors. */
export function checkAssignment(assignment: Assignment, context: CheckContext): Refusal[] {
  const { state } = context
  if (state === undefined) return []
  const refusals: Refusal[] = []
  const least = findYardstick(state)?.leastEvaluators ?? 1
  const { evaluators, techManager } = assignment
  if (evaluators.length < least) refusals.push(refuse(assessmentRules.tooFewEvaluators, { named: evaluators.length, least }, '/evaluators'))
  const twice = hasTwice(evaluators)
  if (twice !== undefined) refusals.push(refuse(assessmentRules.evaluatorTwice, { person: twice }, '/evaluators'))
  listResults(state, 'score').forEach(({ outcome, by }) => {
    if (outcome !== 'recused' || by.is !== 'person' || !evaluators.includes(by.person)) return
    refusals.push(refuse(assessmentRules.assessorConflicted, { person: by.person, because: 'recused' }, '/evaluators'))
  })
  const named = [techManager, ...evaluators]
  const pointers = ['/techManager', ...evaluators.map((_, index) => `/evaluators/${index}`)]
  return [
    ...refusals,
    ...refuseUnknown(named, context, pointers),
    ...refuseConflicts(assessmentRules.assessorConflicted, named, listInventorIds(state), context, pointers),
  ]
}

/** A search that could not have been made, or whose finding its own documents contradict. */
export function checkNoveltySearch(search: NoveltySearch, context: CheckContext): Refusal[] {
  const { today } = context
  const refusals: Refusal[] = []
  if (search.searchedOn > today)
    refusals.push(refuse(assessmentRules.searchInFuture, { searchedOn: search.searchedOn, today }, '/searchedOn'))
  search.documents.forEach(({ number, publishedOn }, index) => {
    // Prior art is what the public knew before the filing day; what appears later is none.
    if (publishedOn > search.searchedOn) {
      refusals.push(refuse(assessmentRules.documentInFuture, { number, publishedOn }, `/documents/${index}/publishedOn`))
    }
  })
  const against = search.documents.filter(({ category }) => category === 'X').map(({ number }) => number)
  const distinction = countCharacters(search.distinction ?? '')
  if (search.finding === 'novel' && against.length > 0 && distinction < leastDistinctionLength) {
    refusals.push(refuse(assessmentRules.documentContradicts, { documents: against, least: leastDistinctionLength }, '/distinction'))
  }
  if (search.finding === 'anticipated' && search.documents.every(({ category }) => category === 'A')) {
    refusals.push(refuse(assessmentRules.anticipationUnproved, { documents: search.documents.length }, '/documents'))
  }
  return refusals
}

/** An interview that has not been held, or with somebody who is no inventor of this result. */
export function checkInterview(interview: Interview, context: CheckContext): Refusal[] {
  const { state, today } = context
  const refusals: Refusal[] = []
  if (interview.heldOn > today) refusals.push(refuse(assessmentRules.interviewInFuture, { heldOn: interview.heldOn, today }, '/heldOn'))
  refusals.push(...checkPublications(interview.publicDisclosures, today))
  const inventors = state === undefined ? interview.inventors : listInventorIds(state)
  interview.inventors.forEach((person, index) => {
    if (!inventors.includes(person)) refusals.push(refuse(assessmentRules.notAnInventor, { person }, `/inventors/${index}`))
  })
  return refusals
}

/** Scores that leave out a criterion, lack their evidence, or come from somebody with an interest. */
export function checkScore(score: Score, context: CheckContext): Refusal[] {
  if (context.outcome === 'recused') return []
  const refusals: Refusal[] = []
  if (score.interest !== 'no-interest') refusals.push(refuse(assessmentRules.interestUndeclared, { interest: score.interest }, '/interest'))
  const criteria = context.state === undefined ? [] : (findYardstick(context.state)?.criteria ?? [])
  const scored = score.scores.map(({ criterion }) => criterion)
  const missing = criteria.map(({ code }) => code).filter((code) => !scored.includes(code))
  const unknown = scored.filter((code, index) => scored.indexOf(code) !== index || !criteria.some((one) => one.code === code))
  if (missing.length > 0 || unknown.length > 0)
    refusals.push(
      refuse(assessmentRules.scoresIncomplete, { missing, unknown, criteria: criteria.length, scored: scored.length }, '/scores'),
    )
  score.scores.forEach(({ criterion, evidence }, index) => {
    if (countCharacters(evidence) < leastEvidenceLength) {
      refusals.push(refuse(assessmentRules.evidenceMissing, { criterion, least: leastEvidenceLength }, `/scores/${index}/evidence`))
    }
  })
  if (score.recommendation === undefined) refusals.push(refuse(assessmentRules.recommendationMissing, {}, '/recommendation'))
  return refusals
}

/** An estimate without any cost at home, or without one abroad where filing abroad is planned. */
export function checkCostEstimate(estimate: CostEstimate, context: CheckContext): Refusal[] {
  const has = (part: CostEstimate['items'][number]['part']) => estimate.items.some((item) => item.part === part)
  const foreignPlan = context.state !== undefined && readOpening(context.state).foreignPlan
  if (!has('domestic')) return [refuse(assessmentRules.costMissing, {}, '/items')]
  return foreignPlan && !has('pct') && !has('foreign') ? [refuse(assessmentRules.costAbroadMissing, {}, '/items')] : []
}
