import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Actor, PersonId } from '#domain/actor.ts'
import type { Order } from '#domain/command.ts'
import { userTaskStep, type ProcessDefinition, type WaitStep } from '#domain/definition.ts'
import type { JsonObject } from '#domain/json.ts'
import type { RoleKey } from '#domain/role.ts'
import type { TaskId } from '#domain/state.ts'
import { actUpdate, type MatterEnd, type MatterInput } from '#workflows/messages.ts'
import { runMatter, type MatterRun } from '#workflows/steps/matter.ts'
import { userTaskOrSilence } from '#workflows/steps/silence.ts'
import { userTask } from '#workflows/steps/user-task.ts'
import { awaitMessage } from '#workflows/steps/wait.ts'
import { createRecord, inputOf, type Simulation } from '../simulator/simulate.ts'
import { enterWorld, World } from '../simulator/temporal.ts'

const check = userTaskStep<JsonObject>()({
  name: 'check',
  party: 'office',
  act: 'decides',
  roles: ['ipo_officer'],
  form: 'race/check',
  outcomes: ['accepted', 'overdue'],
  due: { workingDays: 3, class: 'service' },
  escalatesTo: ['legal'],
})
const letter: WaitStep = { word: 'wait', name: 'letter', party: 'outside', messages: ['reply'] }

const definition: ProcessDefinition = {
  stem: 'race',
  code: 'RA',
  opens: { roles: [], form: 'race/open' },
  steps: { check, letter },
  outcomes: ['accepted', 'overdue', 'reply', 'due'],
  messages: { reply: { name: 'reply', act: 'declares', roles: ['ipo_officer'], form: 'race/reply' } },
  mayWithdraw: () => false,
  title: () => '',
  people: () => [],
  documents: [],
}

const officer: Actor = { is: 'person', person: 'olga' as PersonId, roles: ['ipo_officer' as RoleKey], deputyFor: [] }
const completed: Order = { name: 'complete-task', task: 'check#1' as TaskId, outcome: 'accepted', data: {} }
const replied: Order = { name: 'send-message', message: 'reply', data: {} }

let world: World

beforeEach(() => {
  vi.spyOn(Date, 'now').mockImplementation(() => world.now)
})

afterEach(() => {
  vi.restoreAllMocks()
})

/** A matter whose record, once `hold` was called, takes nothing until `letGo` is. */
async function begin(story: (m: MatterRun) => Promise<MatterEnd>) {
  const tell = (input: MatterInput) => runMatter(definition, input, story)
  const next = () => 'wait' as const
  const simulation: Simulation = { story: tell, process: 'race', data: {}, openedBy: 'ann' as PersonId, policy: {}, next }
  const record = createRecord({ ...simulation, together: true })
  let gate: Promise<void> = Promise.resolve()
  let letGo: () => void = () => undefined
  let answering: Promise<void> = Promise.resolve()
  const recordAction = async (call: Parameters<typeof record.append>[0]) => {
    await gate
    const answer = await record.append(call)
    await answering
    return answer
  }
  world = new World(Date.UTC(2026, 2, 2, 1), { recordAction })
  enterWorld(world)
  const end = tell(inputOf(simulation))
  end.catch(() => undefined)
  await world.settle()
  return {
    end,
    kinds: () => record.actions.map(({ kind }) => kind),
    hold: () => {
      gate = new Promise((resolve) => (letGo = resolve))
    },
    /** What is recorded from now on is known to everybody but the story, until `letGo`. */
    holdAnswer: () => {
      answering = new Promise((resolve) => (letGo = resolve))
    },
    letGo: () => letGo(),
  }
}

/** Somebody's order is being recorded while the matter's next timer fires; then the record answers. */
async function race(matter: Awaited<ReturnType<typeof begin>>, order: Order): Promise<MatterEnd> {
  const due = world.nextAlarm()
  expect(due).toBeDefined()
  matter.hold()
  const acting = world.update(actUpdate, { id: 'c-1', actor: officer, order })
  await world.settle()
  await world.advance()
  expect(world.now).toBe(due)
  matter.letGo()
  await acting
  await world.settle()
  return matter.end
}

const done = async (m: MatterRun) => ({ outcome: (await userTask(m, check)).outcome })

describe('a timer that fires while somebody’s completion is being recorded', () => {
  it('reminds nobody of a task that is done, and the story goes on', async () => {
    const matter = await begin(done)
    expect(await race(matter, completed)).toEqual({ outcome: 'accepted' })
    expect(matter.kinds()).toEqual(['MatterOpened', 'TaskOpened', 'TaskCompleted', 'MatterClosed'])
  })

  it('escalates no task that is done', async () => {
    const matter = await begin(done)
    await world.advance()
    await world.advance()
    expect(matter.kinds().slice(2)).toEqual(['TaskReminded', 'TaskReminded'])
    expect(await race(matter, completed)).toEqual({ outcome: 'accepted' })
    expect(matter.kinds().slice(4)).toEqual(['TaskCompleted', 'MatterClosed'])
  })

  it('takes no answer for silence that was given on the last day', async () => {
    const silence = { outcome: 'overdue', data: {} } as const
    const matter = await begin(async (m) => ({ outcome: (await userTaskOrSilence(m, check, { silence })).outcome }))
    await world.advance()
    await world.advance()
    expect(await race(matter, completed)).toEqual({ outcome: 'accepted' })
    expect(matter.kinds().slice(4)).toEqual(['TaskCompleted', 'MatterClosed'])
  })

  it('ends no wait that a message has ended', async () => {
    const until = { rule: { days: 10 }, class: 'contractual', from: '2026-03-02' as never, trigger: 'race' } as const
    const matter = await begin(async (m) => ({ outcome: (await awaitMessage(m, letter, { until })).name }))
    expect(await race(matter, replied)).toEqual({ outcome: 'reply' })
    expect(matter.kinds()).toEqual(['MatterOpened', 'WaitStarted', 'MessageReceived', 'MatterClosed'])
  })
})

describe('a command given on a record that the story does not know yet', () => {
  const twice = async (m: MatterRun) => {
    await userTask(m, check)
    return done(m)
  }
  const claimed: Order = { name: 'claim-task', task: 'check#2' as TaskId }

  it('waits until it does, and is carried out', async () => {
    const matter = await begin(twice)
    matter.holdAnswer()
    const acting = world.update(actUpdate, { id: 'c-1', actor: officer, order: completed })
    await world.settle()
    expect(matter.kinds()).toEqual(['MatterOpened', 'TaskOpened', 'TaskCompleted', 'TaskOpened'])
    const claiming = world.update(actUpdate, { id: 'c-2', actor: officer, order: claimed, seen: 4 })
    await world.settle()
    matter.letGo()
    await world.settle()
    await acting
    expect(await claiming).toMatchObject({ seq: 5 })
    expect(matter.kinds().slice(4)).toEqual(['TaskClaimed'])
  })

  it('is refused at once where whoever gives it has seen no more than the story', async () => {
    const matter = await begin(twice)
    await expect(world.update(actUpdate, { id: 'c-2', actor: officer, order: claimed, seen: 2 })).rejects.toMatchObject({ type: 'Refusal' })
    expect(matter.kinds()).toEqual(['MatterOpened', 'TaskOpened'])
  })
})

describe('a completion that comes while a timer’s action is being recorded', () => {
  it('follows the reminder', async () => {
    const matter = await begin(done)
    matter.hold()
    await world.advance()
    const acting = world.update(actUpdate, { id: 'c-1', actor: officer, order: completed })
    matter.letGo()
    await acting
    await world.settle()
    expect(await matter.end).toEqual({ outcome: 'accepted' })
    expect(matter.kinds()).toEqual(['MatterOpened', 'TaskOpened', 'TaskReminded', 'TaskCompleted', 'MatterClosed'])
  })
})
