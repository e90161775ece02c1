import { describe, expect, it } from 'vitest'
import type { Action, ActionDraft } from '#domain/action.ts'
import type { Actor, InstitutionId, PersonId } from '#domain/actor.ts'
import { userTaskStep, type ProcessDefinition } from '#domain/definition.ts'
import type { JsonObject } from '#domain/json.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { actUpdate, type MatterInput } from '#workflows/messages.ts'
import { runMatter } from '#workflows/steps/matter.ts'
import { userTask } from '#workflows/steps/user-task.ts'
import { enterWorld, World } from '../simulator/temporal.ts'

const step = userTaskStep<JsonObject>()({
  name: 'check',
  party: 'office',
  act: 'decides',
  roles: ['ipo_officer'],
  form: 'queue/check',
  outcomes: ['accepted'],
})

const definition: ProcessDefinition = {
  stem: 'queue',
  code: 'QU',
  opens: { roles: [], form: 'queue/open' },
  steps: { step },
  outcomes: ['accepted'],
  messages: {},
  mayWithdraw: () => false,
  title: () => '',
  people: () => [],
  documents: [],
}

const input: MatterInput = {
  matter: {
    id: 'm-1' as MatterId,
    process: 'queue',
    institution: 'u-1' as InstitutionId,
    openedBy: { is: 'person', person: 'ann' as PersonId, as: 'self' },
    openingCommand: 'open',
    policyVersion: 'simulated',
    policy: {},
    clockOffset: 0,
  },
  data: {},
}

/** A record that takes its time, so that whoever does not wait his turn meets another in the middle of it. */
function createSlowRecord() {
  const actions: Action[] = []
  const asked: string[] = []
  const recordAction = async ({ after, draft }: { readonly after: number; readonly draft: ActionDraft }) => {
    asked.push(draft.kind)
    await new Promise((resolve) => setTimeout(resolve, 2))
    const missed = actions.slice(after)
    if (missed.length > 0) return { missed }
    const action = { ...draft, seq: actions.length + 1 } as Action
    actions.push(action)
    return { missed: [], recorded: { seq: action.seq, at: action.at, on: action.on, facts: action.facts } }
  }
  return { actions, asked, recordAction: recordAction as World['activities'][string] }
}

async function claimAtOnce(people: readonly PersonId[]) {
  const { actions, asked, recordAction } = createSlowRecord()
  const world = new World(0, { recordAction })
  enterWorld(world)
  void runMatter(definition, input, async (m) => ({ outcome: (await userTask(m, step)).outcome }))
  while (!actions.some((action) => action.kind === 'TaskOpened')) await world.settle()
  await world.settle()
  const answers = await Promise.allSettled(
    people.map((person) => {
      const actor: Actor = { is: 'person', person, roles: ['ipo_officer' as RoleKey], deputyFor: [] }
      return world.update(actUpdate, { id: `claim-${person}`, actor, order: { name: 'claim-task', task: 'check#1' as TaskId } })
    }),
  )
  return { actions, asked, answers }
}

describe('twenty who claim one task at the same moment', () => {
  it('meet one winner, and nineteen are told who holds it', async () => {
    const people = Array.from({ length: 20 }, (_, place) => `officer-${place}` as PersonId)
    const { actions, asked, answers } = await claimAtOnce(people)
    const claims = actions.filter((action) => action.kind === 'TaskClaimed')
    expect(claims).toHaveLength(1)
    // Whoever waited his turn is refused by the story itself: the record is not asked again.
    expect(asked.filter((kind) => kind === 'TaskClaimed')).toHaveLength(1)
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    const holder = claims[0]?.actor.is === 'person' ? claims[0].actor.person : undefined
    for (const answer of answers.filter((one) => one.status === 'rejected')) {
      expect(answer.reason).toMatchObject({ type: 'Refusal', details: [{ code: 'task/held-by-other', fact: { holder } }] })
    }
  })
})
