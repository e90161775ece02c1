import type { CheckContext } from './checks.ts'
import { refuse, type Refusal } from './refusal.ts'
import { findFacts } from './register.ts'
import { checkGate, checkTypes } from './title-grant-authority.ts'
import { checkBars } from './title-grant-bars.ts'
import { isConcluded, readOpening } from './title-grant-facts.ts'
import type {
  GrantedResult,
  SplitStatement,
  TeamMember,
  TeamRevision,
  TeamSplit,
  TitleGrantOpening,
  WithdrawalProposal,
} from './title-grant-forms.ts'
import { teamRules } from './title-grant-rules.ts'

function checkMember(member: TeamMember, index: number, members: readonly TeamMember[], context: CheckContext): Refusal[] {
  const at = `/members/${index}`
  const { person, standing, heirs = [], heirProof } = member
  const refusals: Refusal[] = []
  if (members.findIndex((other) => other.person === person) < index)
    refusals.push(refuse(teamRules.memberTwice, { person }, `${at}/person`))
  if (context.people.some(({ id, isNaturalPerson }) => id === person && !isNaturalPerson))
    refusals.push(refuse(teamRules.notNaturalPerson, { person }, `${at}/person`))
  if (standing === 'deceased') {
    // The dead stay named; heirs prove their right by a paper original (电子签名法 3(3)).
    if (heirs.length === 0 || (heirProof ?? '').trim() === '') refusals.push(refuse(teamRules.heirsMissing, { person }, `${at}/heirs`))
    const dead = members.flatMap((one) => (one.standing === 'deceased' ? [one.person] : []))
    const unable = heirs.filter((heir, place) => dead.includes(heir) || heirs.indexOf(heir) < place)
    if (unable.length > 0) refusals.push(refuse(teamRules.heirsWrong, { person, heirs: unable }, `${at}/heirs`))
  } else if (heirs.length > 0) refusals.push(refuse(teamRules.heirsOfTheLiving, { person }, `${at}/heirs`))
  return refusals
}

/** Every inventor of a registered result has his part, also who left, and a dead one through his heirs. */
function checkNobodyLeftOut(members: readonly TeamMember[], results: readonly GrantedResult[], context: CheckContext): Refusal[] {
  return results.flatMap(({ register, number }, index) => {
    const inventors = findFacts(context.registers, register, number)?.inventors ?? []
    const missing = inventors.filter((person) => !members.some((member) => member.person === person))
    return missing.length === 0 ? [] : [refuse(teamRules.inventorLeftOut, { people: missing, number }, `/results/${index}`)]
  })
}

/** A team's split: parts of one whole among natural persons, each once, represented by one of the living. */
export function checkSplit({ members, representative }: TeamSplit, context: CheckContext): Refusal[] {
  const sum = members.reduce((all, { shareBp }) => all + shareBp, 0)
  const refusals = sum === 10_000 ? [] : [refuse(teamRules.splitDoesNotSum, { sum }, '/members')]
  refusals.push(...members.flatMap((member, index) => checkMember(member, index, members, context)))
  const named = members.find(({ person }) => person === representative)
  if (named === undefined) refusals.push(refuse(teamRules.representativeOutside, { person: representative }, '/representative'))
  if (named?.standing === 'deceased') refusals.push(refuse(teamRules.representativeDead, { person: representative }, '/representative'))
  return refusals
}

/** What a matter cannot be opened with: without authority, on what is not the university's or is bound, by a team that does not add up. */
export function checkOpening(opening: TitleGrantOpening, context: CheckContext): Refusal[] {
  const { results } = opening
  const twice = results.flatMap(({ number }, index) =>
    results.findIndex((other) => other.number === number) < index
      ? [refuse(teamRules.resultTwice, { number }, `/results/${index}/number`)]
      : [],
  )
  return [
    ...checkGate(context),
    ...twice,
    ...checkTypes(results, context),
    ...checkSplit(opening, context),
    ...checkBars(results, context),
    ...checkNobodyLeftOut(opening.members, results, context),
  ]
}

/** A revised team is checked like the first. */
export function checkRevision(revision: TeamRevision, context: CheckContext): Refusal[] {
  if (context.outcome === 'given-up' || context.state === undefined) return []
  return [...checkSplit(revision, context), ...checkNobodyLeftOut(revision.members, readOpening(context.state).results, context)]
}

/** Who signs has read the split and gives the representative his mandate; an interest is named with the company. */
export function checkStatement(statement: SplitStatement, { outcome }: CheckContext): Refusal[] {
  if (outcome !== 'signed') return []
  const refusals: Refusal[] = []
  if (!statement.splitRead) refusals.push(refuse(teamRules.splitUnread, {}, '/splitRead'))
  if (!statement.mandate) refusals.push(refuse(teamRules.mandateMissing, {}, '/mandate'))
  if (statement.interest !== 'no-interest' && (statement.interestIn ?? '').trim() === '')
    refusals.push(refuse(teamRules.interestUnnamed, { interest: statement.interest }, '/interestIn'))
  return refusals
}

/** The application is taken back before the agreement is signed; afterwards it ends only by agreement or its own terms. */
export function checkWithdrawal(_: WithdrawalProposal, { state }: CheckContext): Refusal[] {
  return state !== undefined && isConcluded(state) ? [refuse(teamRules.withdrawalPast, {})] : []
}
