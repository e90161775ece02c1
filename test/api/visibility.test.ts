import { describe, expect, it } from 'vitest'
import { mayReadDraft, mayReadOutcome, mayReadTask, type Reader } from '#api/visibility.ts'
import type { PersonId } from '#domain/actor.ts'
import { decide } from '#domain/decide.ts'
import { plainDay } from '#domain/day.ts'
import { definition } from '#domain/pre-filing-assessment.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterState, TaskId } from '#domain/state.ts'

const reader = (person: string, ...held: string[]): Reader => ({ person: person as PersonId, roles: held as RoleKey[] })
const ann = reader('ann')
const officer = reader('zhou', 'ipo_officer')

describe('how one of several voted', () => {
  const vote = 'panel-vote#1/cai' as TaskId
  const result = {
    outcome: 'against',
    data: {},
    reason: '费用过高',
    by: { is: 'person', person: 'cai', as: 'self' },
    at: 0,
    on: plainDay('2026-03-02'),
  }
  const base = {
    standing: { is: 'open' },
    head: { openedBy: { is: 'person', person: 'zhou', as: 'ipo_officer' } },
    data: {},
    waits: {},
    messages: [],
    results: { [vote]: result },
  }
  const open = { ...base, tasks: { 'panel-vote#1/cui': {} } } as unknown as MatterState
  const over = { ...base, tasks: {} } as unknown as MatterState

  it('is heard by himself alone until all have voted', () => {
    expect(mayReadOutcome(definition, open, vote, reader('cai', 'committee'))).toBe(true)
    expect(mayReadOutcome(definition, open, vote, reader('cui', 'committee'))).toBe(false)
    expect(mayReadOutcome(definition, open, vote, officer)).toBe(false)
    expect(mayReadOutcome(definition, over, vote, reader('cui', 'committee'))).toBe(true)
  })

  it('is not in the refusal of whoever comes late', () => {
    const actor = { is: 'person', person: 'cui' as PersonId, roles: [], deputyFor: [] } as const
    const ask = (state: MatterState) =>
      decide(definition, state, { id: 'c', actor, order: { name: 'claim-task', task: vote } }, plainDay('2026-03-02'))
    expect(JSON.stringify(ask(open))).not.toContain('against')
    expect(JSON.stringify(ask(over))).toContain('against')
  })
})

describe('an open task of the office', () => {
  const task = { party: 'office' } as const

  it('shows what it was given, and unfinished work, to the office and to whoever works on it', () => {
    for (const may of [mayReadTask, mayReadDraft])
      expect([may(task, officer, false), may(task, ann, true), may(task, ann, false)]).toEqual([true, true, false])
  })
})

describe('an open task of the inventors', () => {
  const task = { party: 'inventor' } as const

  it('shows what it was given to all of them, and unfinished work to its writer alone', () => {
    expect([mayReadTask(task, ann, false), mayReadTask(task, officer, false)]).toEqual([true, true])
    expect([mayReadDraft(task, ann, true), mayReadDraft(task, ann, false), mayReadDraft(task, officer, false)]).toEqual([
      true,
      false,
      false,
    ])
  })
})
