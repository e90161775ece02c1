import { describe, expect, it } from 'vitest'
import type { Actor, PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import { userTaskStep, type ProcessDefinition } from '#domain/definition.ts'
import type { JsonObject } from '#domain/json.ts'
import type { RoleKey } from '#domain/role.ts'
import type { TaskId } from '#domain/state.ts'
import type { MatterInput } from '#workflows/messages.ts'
import { runMatter } from '#workflows/steps/matter.ts'
import { userTask, type TaskDue } from '#workflows/steps/user-task.ts'
import { simulate, simulateFromEveryAction, type Simulation } from './simulate.ts'

const steps = {
  review: userTaskStep<JsonObject>()({
    name: 'review',
    party: 'office',
    act: 'decides',
    roles: ['ipo_officer'],
    form: 'sample/review',
    outcomes: ['approved', 'returned'],
    due: { workingDays: 3, class: 'service' },
    escalatesTo: ['legal'],
  }),
  revise: userTaskStep<JsonObject>()({
    name: 'revise',
    party: 'inventor',
    act: 'declares',
    roles: [],
    form: 'sample/revise',
    outcomes: ['resubmitted'],
  }),
}

const definition: ProcessDefinition = {
  stem: 'sample',
  code: 'X',
  opens: { roles: ['inventor'], form: 'sample/open' },
  steps,
  outcomes: ['approved'],
  messages: {},
  mayWithdraw: () => true,
  title: () => 'sample',
  people: () => [{ person: 'ann' as PersonId, relation: 'applicant' }],
  documents: [],
}

async function sample(input: MatterInput) {
  return runMatter(definition, input, async (m) => {
    for (;;) {
      const review = await userTask(m, steps.review)
      if (review.outcome === 'approved') return { outcome: 'approved' }
      await userTask(m, steps.revise, { people: ['ann' as PersonId] })
    }
  })
}

const officer: Actor = { is: 'person', person: 'olga' as PersonId, roles: ['ipo_officer' as RoleKey], deputyFor: [] }
const ann: Actor = { is: 'person', person: 'ann' as PersonId, roles: ['inventor' as RoleKey], deputyFor: [] }

const simulation: Simulation = {
  story: sample,
  process: 'sample',
  data: {},
  openedBy: 'ann' as PersonId,
  policy: { remindBefore: { '*': [1] } },
  next: (state) => {
    if (state.tasks['revise#1'] !== undefined)
      return { actor: ann, order: { name: 'complete-task', task: 'revise#1' as TaskId, outcome: 'resubmitted', data: {} } }
    const review = Object.values(state.tasks)[0]
    if (review === undefined || (review.id === 'review#1' && review.escalatedTo.length === 0)) return 'wait'
    const outcome = review.id === 'review#1' ? 'returned' : 'approved'
    return { actor: officer, order: { name: 'complete-task', task: review.id, outcome, data: {} } }
  },
}

describe('a matter on the virtual clock', () => {
  it('is reminded, escalated, returned, resubmitted and approved', async () => {
    const trail = await simulate(simulation)
    expect(trail.end).toEqual({ outcome: 'approved' })
    expect(trail.actions.map((one) => one.kind)).toEqual([
      'MatterOpened',
      'TaskOpened',
      'TaskReminded',
      'TaskReminded',
      'TaskEscalated',
      'TaskCompleted',
      'TaskOpened',
      'TaskCompleted',
      'TaskOpened',
      'TaskCompleted',
      'MatterClosed',
    ])
    expect(trail.state.results['review#1']).toMatchObject({ outcome: 'returned', on: '2026-03-06' })
  })

  it('comes to the same end when it is restarted after any of its actions', async () => {
    const trail = await simulate(simulation)
    const ends = await simulateFromEveryAction(simulation, trail)
    expect(ends).toHaveLength(trail.actions.length - 1)
    expect(new Set(ends.map((end) => end.outcome))).toEqual(new Set(['approved']))
  })

  it('ends as withdrawn when the applicant withdraws it, whatever is open', async () => {
    const trail = await simulate({
      ...simulation,
      next: () => ({ actor: ann, order: { name: 'withdraw-matter', reason: 'published elsewhere' } }),
    })
    expect(trail.end).toEqual({ outcome: 'withdrawn', reason: 'published elsewhere' })
    expect(trail.state.tasks).toEqual({})
  })

  it('lets nobody act while it is suspended, and moves the service days on when it is resumed', async () => {
    let waited = 0
    const trail = await simulate({
      ...simulation,
      next: (state) => {
        const review = state.tasks['review#1']
        if (state.standing.is === 'suspended') {
          waited += 1
          if (waited === 1)
            return { actor: officer, order: { name: 'complete-task', task: 'review#1' as TaskId, outcome: 'approved', data: {} } }
          return { actor: officer, order: { name: 'resume-matter' } }
        }
        if (waited === 0) return { actor: officer, order: { name: 'suspend-matter', reason: 'inventorship disputed' } }
        return {
          actor: officer,
          order: { name: 'complete-task', task: review?.id ?? ('review#1' as TaskId), outcome: 'approved', data: {} },
        }
      },
    })
    expect(trail.refused).toHaveLength(1)
    expect(trail.actions.map((one) => one.kind)).toContain('MatterResumed')
    expect(trail.end.outcome).toBe('approved')
  })
})

describe('the due day of a task', () => {
  const dueOf = async (due: TaskDue | undefined) => {
    const story = (input: MatterInput) =>
      runMatter(definition, input, async (m) => {
        await userTask(m, steps.revise, { people: ['ann' as PersonId], ...(due === undefined ? {} : { due }) })
        return { outcome: 'approved' }
      })
    const answer = { name: 'complete-task', task: 'revise#1' as TaskId, outcome: 'resubmitted', data: {} } as const
    const { actions } = await simulate({ ...simulation, story, next: () => ({ actor: ann, order: answer }) })
    const opened = actions.find((one) => one.kind === 'TaskOpened')
    return opened?.facts.task.due
  }

  it('is counted from its opening', async () => {
    expect(await dueOf({ days: 10 })).toMatchObject({ from: '2026-03-02', on: '2026-03-12' })
  })

  it('is counted from another day where the law counts from an event', async () => {
    const due = await dueOf({ months: 3, from: plainDay('2026-02-11') })
    expect(due).toMatchObject({ from: '2026-02-11', raw: '2026-05-11', rule: { months: 3 } })
    expect(due?.rule).not.toHaveProperty('from')
  })

  it('is none where neither the visit nor the policy nor the step sets one', async () => {
    expect(await dueOf(undefined)).toBeUndefined()
  })
})
