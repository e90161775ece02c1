import { describe, expect, it } from 'vitest'
import type { Actor, PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { ProcessDefinition, UserTaskStep } from '#domain/definition.ts'
import { isOwnStatement } from '#domain/own-statement.ts'
import { processes } from '#domain/registry.gen.ts'
import { roles, type RoleKey } from '#domain/role.ts'
import type { Task, TaskId } from '#domain/state.ts'
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

describe('separation of duties in every process', () => {
  const all = [...roles, ...roles.map((role) => `${role}@cs`)] as RoleKey[]
  const bo = { person: 'bo' as PersonId, roles: all, from: today, to: today }
  const ann: Actor = { is: 'person', person: 'ann' as PersonId, roles: all, deputyFor: [bo] }

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

  it('knows the statements of the first two processes by name', () => {
    const statements = (stem: string) =>
      userSteps(processes[stem] as ProcessDefinition)
        .filter(isOwnStatement)
        .map((step) => step.name)
    expect(statements('disclosure')).toEqual(['revise', 'propose-shares', 'confirm-share'])
    expect(statements('pre-filing-assessment')).toEqual(['reply', 'hand-over-election', 'sign-hand-over'])
  })
})
