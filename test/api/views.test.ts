import { describe, expect, it } from 'vitest'
import { mayKnow, listVisibilities, mayReadResult, type Reader } from '#api/visibility.ts'
import { peopleOfAction, viewAction, type Telling } from '#api/views/action-view.ts'
import { createLookup } from '#api/views/lookup.ts'
import { viewRefusal } from '#api/refusal-view.ts'
import { parseInput, ProblemError, renderProblem } from '#api/problem.ts'
import { wordsOf } from '#api/words.ts'
import type { Action } from '#domain/action.ts'
import { processActor, type PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import { refuse } from '#domain/refusal.ts'
import { roles, type RoleKey } from '#domain/role.ts'
import type { MatterState, TaskId } from '#domain/state.ts'
import { taskRules } from '#domain/task-rules.ts'
import { signIn } from '#schemas/api/session.ts'

const zh = wordsOf('zh-CN')
const en = wordsOf('en')
const reader = (person: string, ...held: string[]): Reader => ({ person: person as PersonId, roles: held as RoleKey[] })

describe('who may know what a matter is about', () => {
  it('is whoever is tied to it', () => {
    expect(mayKnow(reader('ann'), { tied: true })).toBe(true)
    expect(mayKnow(reader('ann'), { tied: false })).toBe(false)
  })

  it.each(['ipo_officer', 'tech_manager', 'legal', 'secrecy', 'discipline'])('is %s always', (role) => {
    expect(mayKnow(reader('x', role), { tied: false })).toBe(true)
  })

  it.each(['finance', 'hr', 'asset', 'committee', 'evaluator', 'sysadmin'])('is %s only when tied to it', (role) => {
    expect(mayKnow(reader('x', role), { tied: false })).toBe(false)
    expect(mayKnow(reader('x', role), { tied: true })).toBe(true)
  })

  it('is a department’s secretary for his department', () => {
    expect(mayKnow(reader('x', 'dept_admin@materials'), { tied: false, department: 'materials' })).toBe(true)
    expect(mayKnow(reader('x', 'dept_admin@materials'), { tied: false, department: 'physics' })).toBe(false)
    expect(mayKnow(reader('x', 'dept_admin@materials'), { tied: false })).toBe(false)
  })

  it('privileged notes are between counsel and the office', () => {
    const privileged = roles.filter((role) => listVisibilities(reader('x', role)).includes('privileged'))
    expect(privileged).toEqual(['ipo_officer', 'legal'])
    expect(listVisibilities(reader('ann'))).toEqual(['matter'])
    expect(listVisibilities(reader('x', 'finance'))).toEqual(['matter', 'office'])
  })
})

describe('who may read what was written in a step', () => {
  const step = (name: string, party: string, more: object = {}) => ({
    word: 'user-task',
    name,
    party,
    act: 'declares',
    roles: [],
    form: 'x/y',
    outcomes: ['done'],
    ...more,
  })
  const definition = {
    stem: 'sample',
    steps: { share: step('share', 'inventor', { each: true, private: true }), check: step('check', 'office') },
  } as unknown as ProcessDefinition
  const result = (person: string) => ({
    outcome: 'done',
    data: {},
    by: { is: 'person', person, as: 'self' },
    at: 0,
    on: plainDay('2026-03-02'),
  })
  const results = { 'share#1/ann': result('ann'), 'check#1': result('zhou') }
  const open = { results, tasks: { 'share#1/bo': {} } } as unknown as MatterState
  const over = { results, tasks: { 'share#2/bo': {} } } as unknown as MatterState
  const may = (state: MatterState, id: string, who: Reader) => mayReadResult(definition, state, id as TaskId, who)

  it('of a private one its author alone, until everybody has written', () => {
    expect(may(open, 'share#1/ann', reader('ann'))).toBe(true)
    expect(may(open, 'share#1/ann', reader('bo'))).toBe(false)
    expect(may(open, 'share#1/ann', reader('zhou', 'ipo_officer'))).toBe(false)
    expect(may(over, 'share#1/ann', reader('bo'))).toBe(true)
    expect(may(over, 'share#1/ann', reader('zhou', 'ipo_officer'))).toBe(true)
  })

  it('of an office’s step the office; others read its outcome and reason only', () => {
    expect(may(over, 'check#1', reader('wu', 'legal'))).toBe(true)
    expect(may(over, 'check#1', reader('ann'))).toBe(false)
  })
})

describe('the trail', () => {
  const lookup = createLookup(
    new Map([
      ['zhou', { id: 'zhou' as PersonId, name: '周敏' }],
      ['wu', { id: 'wu' as PersonId, name: '吴越' }],
    ]),
    new Map(),
  )
  const base = { seq: 3, commandId: 'c', at: 1_772_413_200_000, on: plainDay('2026-03-02') }
  const actor = { is: 'person', person: 'zhou' as PersonId, as: 'ipo_officer' as RoleKey } as const
  const telling = (register: Telling['register'], mayRead = true): Telling => ({
    stem: 'disclosure',
    words: zh,
    lookup,
    register,
    mayRead: () => mayRead,
  })

  it('names the office’s people to the office, and to others the office', () => {
    const action: Action = { ...base, kind: 'TaskClaimed', actor, facts: { task: 'formal-check#1' as TaskId } }
    expect(viewAction(action, telling('office')).sentence).toContain('周敏')
    const outside = viewAction(action, telling('outside'))
    expect(JSON.stringify(outside)).not.toContain('周敏')
    expect(outside.actor.as?.name).toBe('ipo_officer')
  })

  it('names both, where one acted for another', () => {
    const action: Action = {
      ...base,
      kind: 'TaskClaimed',
      actor: { ...actor, onBehalfOf: 'wu' as PersonId },
      facts: { task: 'formal-check#1' as TaskId },
    }
    expect(viewAction(action, telling('office')).actor).toMatchObject({ name: '周敏', onBehalfOf: { name: '吴越' } })
  })

  it('says whose part of a step begins where each of several people has one, and not twice who acted', () => {
    const opened = { ...base, kind: 'TaskOpened', actor: processActor, facts: { task: { id: 'confirm-share#1/wu' } } } as unknown as Action
    expect(viewAction(opened, telling('office')).sentence).toBe('进入环节“发明人确认本人比例（吴越）”')
    expect(viewAction(opened, { ...telling('office'), words: en }).sentence).toMatch(/^Reached “.+ \(吴越\)”$/)
    expect(viewAction(opened, { ...telling('outside'), mayName: () => false }).sentence).not.toContain('吴越')
    expect(peopleOfAction(opened)).toContain('wu')
    const own = { ...actor, person: 'wu' as PersonId, as: 'self' } as const
    const claimed: Action = { ...base, kind: 'TaskClaimed', actor: own, facts: { task: 'confirm-share#1/wu' as TaskId } }
    expect(viewAction(claimed, telling('office')).sentence).toBe('吴越领取了“发明人确认本人比例”')
  })

  it('keeps what was written from whoever may not read it', () => {
    const action: Action = {
      ...base,
      kind: 'TaskCompleted',
      actor,
      facts: { task: 'formal-check#1' as TaskId, outcome: 'accepted', data: { secret: '配方' } },
    }
    expect(JSON.stringify(viewAction(action, telling('office', false)))).not.toContain('配方')
    expect(viewAction(action, telling('office')).facts).toMatchObject({ data: { secret: '配方' } })
  })

  it('has a sentence without gaps for every kind of action, in both languages', () => {
    const kinds: readonly Action['kind'][] = ['MatterOpened', 'TaskOpened', 'TaskClaimed', 'TaskReleased', 'TaskDelegated', 'TaskResolved', 'TaskReassigned', 'TaskCompleted',
      'TaskReminded', 'TaskEscalated', 'TaskDropped', 'FollowUpSet', 'StepDone', 'WaitStarted', 'MessageReceived', 'DocumentIssued', 'DeadlinesSet', 'DueDaysRecomputed',
      'MatterSuspended', 'MatterResumed', 'MatterWithdrawn', 'CorrectionProposed', 'CorrectionDecided', 'ContentErased', 'MatterClosed'] // prettier-ignore
    const facts = { task: 'formal-check#1', step: 'formal-check#1', outcome: 'accepted', data: {}, to: 'wu', reason: '因故', why: '因故', on: '2026-03-09', name: 'n',
      deadlines: [], paper: { template: 't', number: '1' }, days: 3, contact: '保密办', approved: true, reminder: 'r', messages: [], head: {} } // prettier-ignore
    for (const kind of kinds) {
      const own =
        kind === 'TaskEscalated' ? { ...facts, to: ['legal'] } : kind === 'TaskOpened' ? { task: { id: 'formal-check#1' } } : facts
      const action = { ...base, kind, actor, facts: own } as unknown as Action
      for (const words of [zh, en]) {
        expect(words.desk(`kind/${kind}`), kind).not.toContain('/')
        const { sentence } = viewAction(action, { ...telling('office'), words })
        expect(sentence, kind).not.toMatch(/\{\w+\}|undefined|^action\//)
        expect(sentence.length, kind).toBeGreaterThan(3)
      }
    }
  })
})

describe('a refusal, as people read it', () => {
  const names = new Map([['zhou', '周敏']])

  it('names people, roles and steps instead of their ids', () => {
    const held = viewRefusal(refuse(taskRules.held, { holder: 'zhou', since: 1_772_413_200_000 }), zh, names)
    expect(held.says).toContain('周敏')
    const officer = viewRefusal(refuse(taskRules.notOfficer, { roles: ['ipo_officer', 'legal'] }), en, names)
    expect(officer.says).toContain('counsel')
  })

  it('says "not verified: ask counsel" where every citation is from memory', () => {
    const rule = { code: 'task/not-held', citations: [{ law: '某法', article: '1', sure: 'recalled' }] } as const
    expect(viewRefusal(refuse(rule), en, names)).toMatchObject({ verified: false, note: 'Not verified: ask counsel.' })
    expect(viewRefusal(refuse(taskRules.notHeld), en, names).verified).toBe(true)
  })

  it('is a problem with title, detail, remedy and citation', () => {
    const problem = renderProblem({ status: 409, refusals: [refuse(taskRules.held, { holder: 'zhou' })] }, zh, names)
    expect(problem).toMatchObject({
      type: 'urn:conveyance:task/held-by-other',
      status: 409,
      refusals: [{ code: 'task/held-by-other', fact: { holder: 'zhou' } }],
    })
    expect(problem.refusals?.[0]?.remedy).toBeTruthy()
  })
})

describe('an input that does not fit', () => {
  const faultOf = (work: () => unknown) => {
    try {
      work()
    } catch (error) {
      if (error instanceof ProblemError) return error.fault
      throw error
    }
    return undefined
  }

  it('is answered 422 with every fault by its pointer, in the reader’s language', () => {
    const fault = faultOf(() => parseInput(signIn, { username: '', extra: 1 }, zh))
    expect(fault?.status).toBe(422)
    expect(fault?.errors?.map((one) => one.field).sort()).toEqual(['/extra', '/password', '/username'])
    expect(fault?.errors?.every((one) => /[\u4e00-\u9fff]/.test(one.message))).toBe(true)
  })
})
