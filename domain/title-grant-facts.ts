import type { PersonId } from './actor.ts'
import type { UserTaskStep } from './definition.ts'
import type { ApprovalRow, ProcessPolicy } from './policy-slice.ts'
import type { MatterState, Result } from './state.ts'
import { findResult, listResults } from './state.ts'
import type { GrantMode, GrantApplication, TeamSplit, TitleGrantOpening } from './title-grant-forms.ts'
import { agreementSteps } from './title-grant-steps-agreement.ts'
import { reviewSteps } from './title-grant-steps-review.ts'
import { teamSteps } from './title-grant-steps-team.ts'

/** A remembered result with the form of its step. */
export type FormResult<Data, Outcome extends string = string> = Omit<Result, 'data' | 'outcome'> & {
  readonly data: Data
  readonly outcome: Outcome
}

/** Every form of a step that was handed in, oldest first. */
export function listForms<Data, Outcome extends string>(
  state: MatterState,
  step: UserTaskStep<Data, Outcome>,
): FormResult<Data, Outcome>[] {
  return listResults(state, step.name).map((result) => result as unknown as FormResult<Data, Outcome>)
}

/** The latest form of a step; undefined before anybody handed one in. */
export function findForm<Data, Outcome extends string>(
  state: MatterState,
  step: UserTaskStep<Data, Outcome>,
): FormResult<Data, Outcome> | undefined {
  return listForms(state, step).at(-1)
}

/** The latest form of a step that must be there; throws an Error naming the step, which is a bug of the story. */
export function getForm<Data, Outcome extends string>(state: MatterState, step: UserTaskStep<Data, Outcome>): FormResult<Data, Outcome> {
  const form = findForm(state, step)
  if (form === undefined) throw new Error(`Matter ${state.head.id} has no ${step.name}`)
  return form
}

/** What the matter was opened with; its schema held when it was opened. */
export function readOpening(state: MatterState): TitleGrantOpening {
  return state.data as unknown as TitleGrantOpening
}

/** The team as it was last put to its members. */
export function readTeam(state: MatterState): TeamSplit {
  const revised = listForms(state, teamSteps.reviseTeam).findLast(({ outcome }) => outcome === 'resubmitted')
  return revised?.data ?? readOpening(state)
}

/** Everybody who signs for the team, in the order of the record: the living for themselves, heirs for the dead. */
export function listSigners({ members }: Pick<TeamSplit, 'members'>): PersonId[] {
  const signers = members.flatMap((member) => (member.standing === 'deceased' ? (member.heirs ?? []) : [member.person]))
  return [...new Set(signers)]
}

/** For whom a signer signs: for himself, and for each dead contributor whose heir he is. */
export function listSignedFor({ members }: Pick<TeamSplit, 'members'>, signer: PersonId): PersonId[] {
  return members
    .filter(({ person, standing, heirs = [] }) => (standing === 'deceased' ? heirs.includes(signer) : person === signer))
    .map(({ person }) => person)
}

export type Application = { readonly mode: GrantMode; readonly form: GrantApplication }

/** The latest application; undefined before there is one. */
export function findApplication(state: MatterState): Application | undefined {
  const form = findForm(state, teamSteps.apply)
  return form === undefined ? undefined : { mode: form.outcome, form: form.data }
}

/** The latest application; throws an Error where there is none. */
export function getApplication(state: MatterState): Application {
  const application = findApplication(state)
  if (application === undefined) throw new Error(`Matter ${state.head.id} has no application`)
  return application
}

/** What the pinned policy said when the matter was opened, as the checks need it. */
export type Ground = {
  readonly leastPanel: number
  readonly recoveryMonths: number
  readonly extensionNoticeDays: number
  readonly recordChangeDays: number
  /** Who approves what, as the policy's matrix said then. */
  readonly matrix: readonly ApprovalRow[]
}

/** Reads the pinned policy; throws an Error where it lacks a number, since a pinned policy holds the defaults for what nobody set. */
export function groundOf(policy: ProcessPolicy): Ground {
  const number = (name: string): number => {
    const value = policy.numbers?.[name]
    if (value === undefined) throw new Error(`The policy of title-grant lacks ${name}`)
    return value
  }
  return {
    leastPanel: policy.quorum?.least ?? 1,
    recoveryMonths: number('recoveryMonths'),
    extensionNoticeDays: number('extensionNoticeDays'),
    recordChangeDays: number('recordChangeDays'),
    matrix: policy.matrix ?? [],
  }
}

/** The recorded ground; undefined in the first moment of a matter. */
export function findGround(state: MatterState): Ground | undefined {
  return findResult(state, teamSteps.ground.name)?.data as unknown as Ground | undefined
}

/** The recorded ground; throws an Error where there is none, which is a bug of the story. */
export function getGround(state: MatterState): Ground {
  const ground = findGround(state)
  if (ground === undefined) throw new Error(`Matter ${state.head.id} has no ground`)
  return ground
}

/** Whether the university, who signs last, has signed. */
export function isConcluded(state: MatterState): boolean {
  return findForm(state, agreementSteps.signUniversity)?.outcome === 'signed'
}

/** Whether the team's request for one internal review was used. */
export function isReviewUsed(state: MatterState): boolean {
  return listForms(state, reviewSteps.askReview).some(({ outcome }) => outcome === 'review')
}
