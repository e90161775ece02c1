import { timerActor, type PersonId } from '#domain/actor.ts'
import { tallyVotes, type Tally, type Vote } from '#domain/committee.ts'
import { instantOfDayEnd } from '#domain/day.ts'
import type { ServiceStep, UserTaskStep } from '#domain/definition.ts'
import type { JsonObject } from '#domain/json.ts'
import { interestedPeople } from '#domain/project.ts'
import type { MatterState, TaskId } from '#domain/state.ts'
import { issueDocument } from './document.ts'
import { occurrenceOf } from './everybody.ts'
import { Interrupted, type MatterRun } from './matter.ts'
import { Dropped, performTask } from './user-task.ts'

export type Resolution = Tally & { readonly id: TaskId; readonly votes: readonly Vote[] }

type VoteStep = UserTaskStep<JsonObject, Vote['vote']>

/**
 * A committee votes: one task a member, interested members recused beforehand; closes when everybody eligible has voted
 * or the due day has passed. The count and its minutes are recorded. `no-quorum` is for the next level to take up.
 */
export async function committee(
  m: MatterRun,
  steps: { readonly vote: VoteStep; readonly minutes: { readonly step: ServiceStep; readonly template: string } },
  options: { readonly members: readonly PersonId[]; readonly question: JsonObject },
): Promise<Resolution> {
  const id = m.visit(steps.vote.name)
  if (m.state.results[id] === undefined) {
    const barred = interestedPeople(m.definition, m.state).filter((one) => options.members.includes(one))
    const voters = options.members.filter((one) => !barred.includes(one))
    const votes = Promise.all(voters.map((member) => castVote(m, steps.vote, occurrenceOf(id, member), member, options.question)))
    // Restarted after the poll was closed, no task is left whose day could be waited for: then the votes alone are over.
    await Promise.race([votes, closePoll(m, id, voters).then(() => votes)])
    await recordTally(m, id, options.members, barred)
  }
  const resolution = resolutionOf(m.state, id)
  await issueDocument(m, steps.minutes.step, steps.minutes.template)
  return resolution
}

async function castVote(m: MatterRun, step: VoteStep, id: TaskId, member: PersonId, given: JsonObject): Promise<void> {
  try {
    await performTask(m, step, id, { people: [member], roles: [], given })
  } catch (error) {
    // A vote not cast by the due day counts as absent.
    if (!(error instanceof Dropped)) throw error
  }
}

/** Drops the votes still open when the poll's day is over; a day that moves is followed. */
async function closePoll(m: MatterRun, id: TaskId, voters: readonly PersonId[]): Promise<void> {
  const ids = voters.map((member) => occurrenceOf(id, member))
  const findDue = () => ids.flatMap((one) => m.state.tasks[one]?.due ?? [])[0]
  const isOver = () => m.isInterrupted() || ids.every((one) => m.state.results[one] !== undefined)
  await m.world.condition(() => isOver() || findDue() !== undefined)
  for (let due = findDue(); due !== undefined && !isOver(); due = findDue()) {
    const { on } = due
    const isOpen = m.state.standing.is === 'open'
    const changed = () => isOver() || findDue()?.on !== on || (m.state.standing.is === 'open') !== isOpen
    if (!isOpen) await m.world.condition(changed)
    else if (!(await m.world.condition(changed, Math.max(1, instantOfDayEnd(on) - m.now())))) await dropVotes(m, ids)
  }
}

async function dropVotes(m: MatterRun, ids: readonly TaskId[]): Promise<void> {
  for (const task of ids) {
    const still = () => m.state.tasks[task] !== undefined
    await m.append('TaskDropped', { task, why: 'poll-closed' }, `${task}/dropped`, { actor: timerActor, still })
  }
}

async function recordTally(m: MatterRun, id: TaskId, members: readonly PersonId[], barred: readonly PersonId[]): Promise<void> {
  const quorum = m.policy.quorum
  if (quorum === undefined) throw new Error(`The policy of ${m.seed.process} sets no quorum`)
  const votes = members.flatMap((person): Vote[] => {
    const vote = m.state.results[occurrenceOf(id, person)]?.outcome
    return vote === undefined ? [] : [{ person, vote: vote as Vote['vote'] }]
  })
  const tally = tallyVotes(members, barred, votes, quorum, true)
  const recused = [...new Set([...barred, ...votes.filter((one) => one.vote === 'recuse').map((one) => one.person)])]
  await m.append('StepDone', { step: id, outcome: tally.outcome, data: { ...tally, votes, members, recused } }, `${id}/tallied`)
}

function resolutionOf(state: MatterState, id: TaskId): Resolution {
  const data = state.results[id]?.data
  if (data === undefined) throw new Interrupted()
  return { ...(data as unknown as Omit<Resolution, 'id'>), id }
}
