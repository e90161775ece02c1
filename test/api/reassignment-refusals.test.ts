import { describe, expect, it } from 'vitest'
import { peopleInFacts, viewRefusal } from '#api/refusal-view.ts'
import { wordsOf } from '#api/words.ts'
import { processActor, type Actor, type PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import { decide } from '#domain/decide.ts'
import { deskRules } from '#domain/desk-rules.ts'
import { refuse, type Refusal } from '#domain/refusal.ts'
import { processes } from '#domain/registry.gen.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterState, Task, TaskId } from '#domain/state.ts'
import { taskRules } from '#domain/task-rules.ts'

const today = plainDay('2026-03-10')
const [definition] = Object.values(processes).filter(({ stem }) => stem === 'disclosure')
const names = new Map(['wu', 'zhou', 'lin'].map((id, place) => [id, ['吴越', '周敏', '林岚'][place] ?? id]))

const person = (id: string, ...roles: string[]): Actor => ({
  is: 'person',
  person: id as PersonId,
  roles: roles as RoleKey[],
  deputyFor: [],
})
const officer = person('zhou', 'ipo_officer')
const task: Task = {
  id: 'formal-check#1' as TaskId,
  step: 'formal-check',
  act: 'decides',
  party: 'office',
  form: 'disclosure/formal-check',
  outcomes: ['accepted'],
  roles: ['dept_admin', 'ipo_officer'] as RoleKey[],
  people: [],
  barred: [],
  openedOn: today,
  reminders: [],
  escalatedTo: [],
}
const open: MatterState = {
  head: { process: 'disclosure', openedBy: processActor },
  standing: { is: 'open' },
  tasks: { [task.id]: task },
  results: {},
  corrections: {},
} as unknown as MatterState

function reassign(changes: { task?: Partial<Task>; state?: Partial<MatterState>; by?: Actor; to?: Actor; interested?: string }): Refusal[] {
  const { by = officer, to = person('wu', 'dept_admin'), interested } = changes
  const people = interested === undefined ? [] : [{ person: interested as PersonId, relation: 'inventor' as const }]
  const state = { ...open, tasks: { [task.id]: { ...task, ...changes.task } }, ...changes.state } as MatterState
  const order = { name: 'reassign-task', task: task.id, target: to } as const
  const decision = decide({ ...definition!, people: () => people }, state, { id: 'c', actor: by, order }, today)
  return decision.ok ? [] : [...decision.refusals]
}

const own = { act: 'declares', party: 'inventor', roles: [], people: ['lin' as PersonId] } as const
const cases: readonly (readonly [string, Refusal[], string])[] = [
  ['a closed matter', reassign({ state: { standing: { is: 'closed', outcome: 'withdrawn', on: today } as never } }), '2026年3月10日'],
  ['erased content', reassign({ state: { erased: { on: today, contact: '保密办' } } }), '保密办'],
  ['a suspended matter', reassign({ state: { standing: { is: 'suspended', reason: '等待答复', since: today } as never } }), '等待答复'],
  ['a task that is done', reassign({ state: { tasks: {} } }), '形式审查'],
  ['whoever is no dispatcher', reassign({ by: person('lin') }), '技术转移办公室'],
  ['a dispatcher with an interest', reassign({ interested: 'zhou' }), '形式审查'],
  ['a receiver with an interest', reassign({ interested: 'wu' }), '吴越'],
  ['a receiver whom four eyes bar', reassign({ task: { barred: ['wu' as PersonId] } }), '吴越'],
  ['a receiver without the role', reassign({ to: person('lin') }), '林岚'],
  ["a person's own statement", reassign({ task: own }), '本人声明'],
  ['a vote asked by name', reassign({ task: { ...own, act: 'advises', party: 'office' } }), '表决'],
  ['a role given up meanwhile', [refuse(taskRules.roleNotHeld, { role: 'ipo_officer' })], '技术转移办公室'],
  ['a receiver whom the register does not know', [refuse(deskRules.personUnknown, { person: 'x-9' })], 'x-9'],
]

describe('a reassignment that is refused', () => {
  it.each(cases)('says of %s what is wrong and what to do, in both languages', (_, refusals, fact) => {
    expect(refusals.length).toBe(1)
    for (const refusal of refusals) {
      const zh = viewRefusal(refusal, wordsOf('zh-CN'), names, 'disclosure')
      const en = viewRefusal(refusal, wordsOf('en'), names, 'disclosure')
      expect(`${zh.says}${zh.remedy}`).toContain(fact)
      expect(en.says).not.toBe(zh.says)
      for (const { says, remedy, flips = '' } of [zh, en]) {
        expect(remedy.length).toBeGreaterThan(3)
        expect(`${says}${remedy}${flips}`).not.toMatch(/\{\w+\}|undefined|ipo_officer|formal-check|\d{4}-\d\d-\d\d/)
      }
    }
  })

  it('tells each of these apart by its code', () => {
    const codes = cases.map(([, refusals]) => refusals[0]?.code)
    expect(codes.filter((code) => code === 'task/interested').length).toBe(1)
    expect(codes).toEqual(expect.arrayContaining(['task/receiver-interested', 'task/receiver-four-eyes', 'task/receiver-not-candidate']))
    expect(peopleInFacts(reassign({ interested: 'wu' }))).toContain('wu')
  })

  it('lists roles and people as the language does', () => {
    const [refusal] = reassign({ to: person('lin'), task: { people: ['zhou' as PersonId] } })
    expect(viewRefusal(refusal!, wordsOf('en'), names, 'disclosure').says).toMatch(/: [^、]+, [^、]+, 周敏; 林岚 is not/)
    expect(viewRefusal(refusal!, wordsOf('zh-CN'), names, 'disclosure').says).toMatch(/：[^,]+、[^,]+、周敏，林岚不在其列/)
  })
})
