import type { Action } from './action.ts'
import type { PersonId } from './actor.ts'
import { findApprovalChain } from './approval.ts'
import type { Telling } from './definition.ts'
import { allocate, fen, sumFen, type Fen } from './money.ts'
import {
  registerChange,
  type Owner,
  type RegisterChange,
  type RegisterEvent,
  type RegisterEventFacts,
  type Transformation,
} from './register.ts'
import type { MatterId, MatterState, Result, TaskId } from './state.ts'
import { findResult, listResults, stepOfTask } from './state.ts'
import { findGround, getForm, listForms, readOpening, readTeam } from './title-grant-facts.ts'
import type {
  GrantApplication,
  GrantedResult,
  ObjectionSettlement,
  OfficeReply,
  ReportedTransformation,
  TeamMember,
  TitleGrantOpening,
  WrittenConsent,
} from './title-grant-forms.ts'
import { listRegistrable } from './title-grant-agreement.ts'
import { agreementSteps } from './title-grant-steps-agreement.ts'
import { monitoringSteps } from './title-grant-steps-monitoring.ts'
import { reviewSteps } from './title-grant-steps-review.ts'
import { teamSteps } from './title-grant-steps-team.ts'

/** Steps at whose recording the patents and results are locked and read again; `withdraw` and `close` are the matter's own ends. */
export const locks = [
  'open',
  reviewSteps.secrecyCheck.name,
  reviewSteps.approve.name,
  reviewSteps.noticeFinding.name,
  reviewSteps.settleObjection.name,
  agreementSteps.signUniversity.name,
  agreementSteps.conclude.name,
  agreementSteps.officeReply.name,
  monitoringSteps.annualReport.name,
  monitoringSteps.recoveryReview.name,
  monitoringSteps.considerOverturned.name,
  'close',
] as const

/** The chains of the patents and results that the matter is about. */
export function listSubjects(state: MatterState | undefined, data: object): string[] {
  const { results = [] } = (state?.data ?? data) as Partial<TitleGrantOpening>
  return results.map(({ register, number }) => `${register}/${number}`)
}

/** What the approval of an application goes by: the worth of what is granted; nothing where it was not valued. */
export function worthOf({ valuation, considerationFen }: Pick<GrantApplication, 'valuation' | 'considerationFen'>): Fen {
  return valuation?.amountFen ?? considerationFen
}

/**
 * The occurrences by which the unit's approval was complete, oldest first: the matrix names a chain of roles for the worth applied
 * for, and the last link's yes completes it; a no or a return begins the chain anew.
 */
export function listApprovals(state: MatterState): TaskId[] {
  const matrix = findGround(state)?.matrix ?? []
  let links = 0
  let given = 0
  return Object.entries(state.results).flatMap(([id, { outcome, data }]): TaskId[] => {
    const step = stepOfTask(id as TaskId)
    if (step === teamSteps.apply.name)
      links = findApprovalChain(matrix, worthOf(data as unknown as GrantApplication), state.head.department).length
    if (step !== reviewSteps.approve.name) return []
    given = outcome === 'approved' ? given + 1 : 0
    if (given < links || given === 0) return []
    given = 0
    return [id as TaskId]
  })
}

/** The approval that binds the rights now; undefined where none does, or an upheld or cancelled notice undid it. */
export function findReservation(state: MatterState): TaskId | undefined {
  const approval = listApprovals(state).at(-1)
  if (approval === undefined) return undefined
  const after = Object.keys(state.results).slice(Object.keys(state.results).indexOf(approval) + 1)
  const undone = after.some((id) => {
    const step = stepOfTask(id as TaskId)
    return (
      step === reviewSteps.settleObjection.name || (step === reviewSteps.noticeFinding.name && state.results[id]?.outcome === 'cancelled')
    )
  })
  return undone ? undefined : approval
}

type Known = { readonly source: string; readonly on: Action['on'] }

function eachResult<Kind extends RegisterEvent>(
  results: readonly GrantedResult[],
  kind: Kind,
  facts: RegisterEventFacts[Kind],
  known: Known,
): RegisterChange[] {
  return results.map(({ register, number }) => registerChange({ register, id: number }, kind, facts, known))
}

const idOf = (state: MatterState, approval: TaskId) => `${state.head.id}/${approval}`

function reserve(state: MatterState, approval: TaskId, known: Known): RegisterChange[] {
  const matter = state.head.id
  const facts = { id: idOf(state, approval), kind: 'title-grant', recorded: false, since: known.on, matter } as const
  return eachResult(readOpening(state).results, 'EncumbranceEntered', facts, known)
}

function release(before: MatterState, known: Known): RegisterChange[] {
  const approval = findReservation(before)
  if (approval === undefined) return []
  return eachResult(readOpening(before).results, 'EncumbranceEnded', { id: idOf(before, approval), endedOn: known.on }, known)
}

/** Until it is delisted no grant of it is applied for again. */
function blacklist(state: MatterState, task: TaskId, known: Known): RegisterChange[] {
  const matter = state.head.id
  const facts = { id: idOf(state, task), kind: 'negative-list', recorded: false, since: known.on, matter } as const
  return eachResult(readOpening(state).results, 'EncumbranceEntered', facts, known)
}

/** Each transformation of the yearly reports once in the years, on the day of the report: what was told before is not told again. */
function listEntered(state: MatterState): Transformation[] {
  const told: ReportedTransformation[] = []
  return listForms(state, monitoringSteps.annualReport).flatMap(({ on, outcome, data }) => {
    const isNew = ({ reference, incentives }: ReportedTransformation) =>
      !told.some((one) => one.reference === reference && incentives.every((incentive) => one.incentives.includes(incentive)))
    const fresh = outcome === 'reported' ? data.transformations.filter(isNew) : []
    told.push(...(data.transformations ?? []))
    return fresh.map(({ kind, reference, incentives }): Transformation => ({ kind, on, reference, incentives, matter: state.head.id }))
  })
}

/** What a report of the year adds to what the registers had from this matter. */
function enterTransformations(before: MatterState, state: MatterState, known: Known): RegisterChange[] {
  const { results } = readOpening(state)
  return listEntered(state)
    .slice(listEntered(before).length)
    .flatMap((facts) => eachResult(results, 'TransformationEntered', facts, known))
}

/** A report that was corrected changes what the registers have from this matter. */
function correctTransformations(before: MatterState, state: MatterState, known: Known): RegisterChange[] {
  const transformations = listEntered(state)
  if (JSON.stringify(transformations) === JSON.stringify(listEntered(before))) return []
  return eachResult(readOpening(state).results, 'TransformationsCorrected', { matter: state.head.id, transformations }, known)
}

/** An owner as a change of the right makes him. */
export type NewOwner = Omit<Owner, 'since' | 'until'>

/** Who holds a member's part: he himself, or, where he has died, his heirs in equal parts (民法典 1130). */
function holdersOf({ person, standing, heirs = [] }: TeamMember, part: Fen): { readonly name: PersonId; readonly part: Fen }[] {
  if (standing !== 'deceased' || heirs.length === 0) return [{ name: person, part }]
  const parts = allocate(
    part,
    heirs.map(() => 1),
  )
  return heirs.map((heir, place) => ({ name: heir, part: parts[place] ?? fen(0) }))
}

/** One owner stands once with all that he holds: an heir may have a part of his own, or inherit from two. */
function together(held: readonly { readonly name: PersonId; readonly part: Fen }[]): { readonly name: PersonId; readonly part: Fen }[] {
  const names = [...new Set(held.map(({ name }) => name))]
  return names.map((name) => ({ name, part: sumFen(held.filter((one) => one.name === name).map(({ part }) => part)) }))
}

/**
 * Who owns a right after the change: the university's part goes to university and team in their ratio, the team's to its members;
 * other owners keep theirs. Members are named by their ids, which papers join with their names.
 */
export function ownersAfter(state: MatterState, number: string, returns: boolean): NewOwner[] {
  const check = getForm(state, reviewSteps.ownershipCheck).data
  const others = check.coOwnerConsents.filter((one) => one.number === number)
  const house = { name: check.universityName, isHouse: true }
  const kept = others.map(({ who, shareBp }) => ({ name: who, ...(shareBp === undefined ? {} : { shareBp }) }))
  const isShared = others.every(({ shareBp }) => shareBp !== undefined)
  const whole = 10_000 - others.reduce((sum: number, { shareBp }: WrittenConsent) => sum + (shareBp ?? 0), 0)
  if (returns) return [{ ...house, ...(isShared ? { shareBp: whole } : {}) }, ...kept]
  const title = getForm(state, agreementSteps.draftTerms).data.title ?? { universityBp: 10_000, teamBp: 0 }
  const { members } = readTeam(state)
  // One division of the whole, so that the parts of all owners sum to it.
  const weights = [title.universityBp * 10_000, ...members.map(({ shareBp }) => title.teamBp * shareBp)]
  const [own = fen(0), ...parts] = allocate(fen(whole), weights)
  const share = (part: number) => (isShared ? { shareBp: part } : {})
  const held = together(members.flatMap((member, place) => holdersOf(member, parts[place] ?? fen(0))))
  return [{ ...house, ...share(own) }, ...held.map(({ name, part }) => ({ name, ...share(part) })), ...kept]
}

function changeOwners(state: MatterState, reply: OfficeReply, known: Known): RegisterChange[] {
  const { results } = readOpening(state)
  const registrable = listRegistrable(results)
  const returns = findResult(state, monitoringSteps.titleReturn.name)?.outcome === 'needed'
  const since = reply.registeredOn ?? known.on
  const approval = findReservation(state)
  return results
    .filter(({ number }) => registrable.includes(number))
    .flatMap((result) => {
      const owners = ownersAfter(state, result.number, returns)
      const changed = eachResult([result], 'OwnerChanged', { since, owners }, known)
      return returns || approval === undefined
        ? changed
        : [...changed, ...eachResult([result], 'EncumbranceRecorded', { id: idOf(state, approval) }, known)]
    })
}

function touchesSecurity(result: Result | undefined): boolean {
  return result !== undefined && (result.data as unknown as ObjectionSettlement).touches.length > 0
}

function effectsOfTask(before: MatterState, state: MatterState, task: TaskId, result: Result | undefined, known: Known): RegisterChange[] {
  const step = stepOfTask(task)
  const outcome = result?.outcome
  if (step === reviewSteps.approve.name) return listApprovals(state).at(-1) === task ? reserve(state, task, known) : []
  if (step === reviewSteps.secrecyCheck.name) return outcome === 'negative-list' ? blacklist(state, task, known) : []
  if (step === monitoringSteps.considerOverturned.name) return touchesSecurity(result) ? blacklist(state, task, known) : []
  if (step === reviewSteps.settleObjection.name)
    return [...release(before, known), ...(outcome === 'security' ? blacklist(state, task, known) : [])]
  if (step === agreementSteps.officeReply.name && outcome === 'registered')
    return changeOwners(state, result?.data as unknown as OfficeReply, known)
  if (step === monitoringSteps.annualReport.name && outcome === 'reported') return enterTransformations(before, state, known)
  return []
}

/** From the last signature on the members have their say in what becomes of the right, by the way agreed (专利法 14). */
function agree(state: MatterState, known: Known): RegisterChange[] {
  const approval = findReservation(state)
  if (approval === undefined) return []
  const { members, representative } = readTeam(state)
  // The register needs no paper of inheritance.
  const team = { members: members.map(({ heirProof: _, ...member }) => member), representative }
  const { decision } = getForm(state, agreementSteps.draftTerms).data
  return eachResult(readOpening(state).results, 'GrantAgreed', { id: idOf(state, approval), grantedTo: { team, decision } }, known)
}

function effectsOfStep(before: MatterState, step: string, outcome: string, known: Known): RegisterChange[] {
  if (step === agreementSteps.conclude.name) return agree(before, known)
  return step === reviewSteps.noticeFinding.name && outcome === 'cancelled' ? release(before, known) : []
}

/**
 * What an action of the matter changes in the registers: the rights are bound at approval, freed at its end, change hands at
 * registration, and are transformed as the yearly reports say.
 */
export function effects(before: MatterState | undefined, state: MatterState, action: Action): RegisterChange[] {
  if (before === undefined || before.erased !== undefined) return []
  const known: Known = { source: `matter ${state.head.number}`, on: action.on }
  switch (action.kind) {
    case 'TaskCompleted':
      return effectsOfTask(before, state, action.facts.task, state.results[action.facts.task], known)
    case 'StepDone':
      return effectsOfStep(before, stepOfTask(action.facts.step), action.facts.outcome, known)
    case 'CorrectionDecided':
      return correctTransformations(before, state, known)
    case 'MatterClosed':
      return release(before, known)
    case 'ContentErased':
      return before.standing.is === 'closed' ? [] : release(before, known)
    default:
      return []
  }
}

/** A notice that still stands when its application is taken back is cancelled. */
export function tells(before: MatterState | undefined, state: MatterState, action: Action): Telling[] {
  if (action.kind !== 'MatterWithdrawn' || before === undefined) return []
  const posted = listResults(before, reviewSteps.publicNotice.name)
  const closed = listResults(before, reviewSteps.noticeWatch.name)
  const notice = posted.length > closed.length ? posted.at(-1)?.data['matter'] : undefined
  if (notice === undefined) return []
  return [
    {
      matter: String(notice) as MatterId,
      message: 'cancel-notice',
      data: { reason: `${state.head.number}：${action.facts.reason}`.slice(0, 500) },
    },
  ]
}
