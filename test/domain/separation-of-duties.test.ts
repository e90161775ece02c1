import { describe, expect, it } from 'vitest'
import type { Action } from '#domain/action.ts'
import { processActor, type Actor, type PersonId } from '#domain/actor.ts'
import { applyAction } from '#domain/apply.ts'
import { plainDay } from '#domain/day.ts'
import { decide } from '#domain/decide.ts'
import type { ProcessDefinition, UserTaskStep } from '#domain/definition.ts'
import { isOwnStatement } from '#domain/own-statement.ts'
import { processes } from '#domain/registry.gen.ts'
import { roles, type RoleKey } from '#domain/role.ts'
import type { MatterState, Task, TaskId } from '#domain/state.ts'
import { mayAct, type TaskVerb } from '#domain/who-may.ts'

const today = plainDay('2026-03-10')
const verbs: TaskVerb[] = ['claim', 'release', 'delegate', 'resolve', 'complete', 'follow-up']

const userSteps = (definition: ProcessDefinition) =>
  Object.values(definition.steps).filter((step): step is UserTaskStep<never> => step.word === 'user-task')
const everyStep = Object.values(processes).flatMap((definition) =>
  userSteps(definition).map((step) => ({ name: `${definition.stem} · ${step.name}`, step })),
)

/** A task of the step in whichever way it may come to ann: by every role, by name, in her hands, by deputyship. */
function standings({ name, act, party, form, outcomes, roles: candidates }: UserTaskStep<never>): Task[] {
  const ann = 'ann' as PersonId
  const common: Task = {
    id: `${name}#1` as TaskId,
    step: name,
    act,
    party,
    form,
    outcomes,
    roles: [...candidates] as string[] as RoleKey[],
    people: [],
    barred: [],
    openedOn: today,
    reminders: [],
    escalatedTo: [],
  }
  const held = { assignee: ann, assignedAt: 0 }
  return [common, { ...common, people: [ann] }, { ...common, ...held }, { ...common, ...held, owner: 'bo' as PersonId }]
}

const everyMessage = Object.values(processes).flatMap((definition) =>
  Object.values(definition.messages).map((message) => ({ name: `${definition.stem} · ${message.name}`, definition, message })),
)

/** A matter that waits for the message, opened by somebody else. */
function awaiting(process: string, message: string): MatterState {
  const head = {
    id: 'm-1',
    process,
    institution: 'u-1',
    number: 'X-2026-00001',
    openedBy: processActor,
    openedOn: today,
    policyVersion: 'v',
  }
  const opened = { seq: 1, kind: 'MatterOpened', commandId: 'o', actor: processActor, at: 0, on: today, facts: { head, data: {} } }
  const waits = { 'wait#1': { messages: [message], since: today } }
  return { ...applyAction(undefined, opened as unknown as Action), waits }
}

describe('separation of duties in every process', () => {
  const all = [...roles, ...roles.map((role) => `${role}@cs`)] as RoleKey[]
  const bo = { person: 'bo' as PersonId, roles: all, from: today, to: today }
  const ann: Extract<Actor, { is: 'person' }> = { is: 'person', person: 'ann' as PersonId, roles: all, deputyFor: [bo] }

  it.each(everyStep)('$name: whoever has an interest acts in it only where it is a statement of his own', ({ step }) => {
    for (const standing of standings(step)) {
      for (const verb of verbs) {
        const verdict = mayAct({ verb, task: standing, actor: ann, interested: [ann.person], on: today })
        if (verdict.may) expect(isOwnStatement(standing)).toBe(true)
        else if (!isOwnStatement(standing)) expect(verdict.refusal.code).toBe('task/interested')
      }
      expect(mayAct({ verb: 'reassign', task: standing, actor: ann, interested: [ann.person], on: today }).may).toBe(false)
    }
  })

  it.each(everyStep)('$name: is carried out by a role of the office, or stated by those it names', ({ step }) => {
    // A step that declares, names nobody's role and waits for the office would be neither.
    expect(step.act === 'declares' && step.party === 'office' && step.roles.length === 0).toBe(false)
  })

  it.each(everyMessage)('$name: whoever has an interest sends it only where it is his to say', ({ definition, message }) => {
    for (const relation of ['inventor', 'interested'] as const) {
      const tied = { ...definition, people: () => [{ person: ann.person, relation }] }
      const order = { name: 'send-message', message: message.name, data: {} } as const
      const decision = decide(tied, awaiting(definition.stem, message.name), { id: 'c', actor: ann, order }, today)
      const isHis = message.act === 'declares' && message.relations?.includes(relation) === true
      expect(decision.ok).toBe(isHis)
      if (decision.ok) expect(decision.by).toEqual({ is: 'person', person: ann.person, as: 'self' })
    }
  })

  it('delegates the signature of the house to another holder of its role alone, and other work to anybody', () => {
    const people = Object.values(processes).map((one) => ({ ...one, people: () => [] }))
    const mandated = people.flatMap((one) => userSteps(one).flatMap((step) => (step.mandated === true ? [{ one, step }] : [])))
    expect(mandated.map(({ step }) => step.name).toSorted()).toEqual([
      'seal-hand-over',
      'sign-declaration',
      'sign-university',
      'sign-withdrawal',
    ])
    for (const { one, step } of mandated) {
      const holder = { ...ann, roles: [...step.roles] as string[] as RoleKey[], deputyFor: [] }
      const delegate = (definition: ProcessDefinition, roles: RoleKey[]) => {
        const [task] = standings(step).filter(({ assignee, owner }) => assignee !== undefined && owner === undefined)
        const state = { ...awaiting(one.stem, ''), tasks: { [String(task?.id)]: task as Task } }
        const target: Actor = { is: 'person', person: 'bo' as PersonId, roles, deputyFor: [] }
        const order = { name: 'delegate-task', task: String(task?.id) as TaskId, target } as const
        return decide(definition, state, { id: 'c', actor: holder, order }, today)
      }
      expect(delegate(one, ['evaluator' as RoleKey])).toMatchObject({ ok: false, refusals: [{ code: 'task/receiver-not-candidate' }] })
      expect(delegate(one, [...holder.roles]).ok).toBe(true)
      const { mandated: _, ...other } = step
      expect(delegate({ ...one, steps: { other } }, ['evaluator' as RoleKey]).ok).toBe(true)
    }
  })

  it('corrects forms, and never what was given under seal or what a program found, nor tells that something is there under seal', () => {
    for (const one of Object.values(processes)) {
      const definition: ProcessDefinition = { ...one, people: () => [] }
      for (const step of Object.values(one.steps)) {
        const id = `${step.name}#1` as TaskId
        const propose = (state: MatterState) => {
          const order = { name: 'propose-correction', correction: 'k', step: id, data: {}, reason: '?' } as const
          const decision = decide(definition, state, { id: 'c', actor: { ...ann, deputyFor: [] }, order }, today)
          return decision.ok ? decision.kind : decision.refusals.map(({ code }) => code)
        }
        const state = awaiting(one.stem, '')
        const given = { ...state, results: { [id]: { outcome: 'x', data: {}, by: processActor, at: 0, on: today } } }
        expect(propose(state)).toEqual(['correction/no-such-step'])
        const isForm = step.word === 'user-task' && step.private !== true
        expect(propose(given), `${one.stem} ${step.name}`).toEqual(isForm ? 'CorrectionProposed' : ['correction/not-correctable'])
        if (step.word !== 'user-task' || isForm) continue
        const [open] = userSteps(definition).flatMap(standings)
        const waiting = { ...given, tasks: { [`${id}/bo`]: open as Task } }
        expect(propose(waiting)).toEqual(['correction/no-such-step'])
      }
    }
  })

  it('knows the statements of the first two processes by name', () => {
    const statements = (stem: string) =>
      userSteps(processes[stem] as ProcessDefinition)
        .filter(isOwnStatement)
        .map((step) => step.name)
    expect(statements('disclosure')).toEqual(['revise', 'propose-shares', 'confirm-share'])
    expect(statements('pre-filing-assessment')).toEqual(['reply', 'hand-over-election', 'sign-hand-over'])
  })
})
