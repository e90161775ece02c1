import { describe, expect, it } from 'vitest'
import type { Action, DocketEntry } from '#domain/action.ts'
import { processActor } from '#domain/actor.ts'
import { applyAction } from '#domain/apply.ts'
import { plainDay, type PlainDay } from '#domain/day.ts'
import type { MatterId, MatterState, TaskId } from '#domain/state.ts'

const opened = plainDay('2026-03-02')

function entry(code: string, kind: DocketEntry['class'], metBy?: readonly string[]): DocketEntry {
  const due = { on: opened, raw: opened, from: opened, rule: { days: 0 }, provisional: false, derivation: [] }
  return { code, class: kind, due, citations: [], ...(metBy === undefined ? {} : { metBy }) }
}

/** The state after the actions, one a day from the opening. */
function after(...drafts: readonly Pick<Action, 'kind' | 'facts'>[]): MatterState {
  const head = { id: 'm-1' as MatterId, process: 'loan', institution: 'uni-a', number: 'LN-1', openedBy: processActor, openedOn: opened }
  const all = [{ kind: 'MatterOpened', facts: { head: { ...head, policyVersion: 'p' }, data: {} } }, ...drafts]
  let state: MatterState | undefined
  for (const [index, draft] of all.entries()) {
    const on = `2026-03-${String(index + 2).padStart(2, '0')}` as PlainDay
    const action = { ...draft, seq: index + 1, commandId: `c${index}`, actor: processActor, at: Date.parse(on), on }
    state = applyAction(state, action as unknown as Action)
  }
  return state as MatterState
}

const docketed = (...deadlines: readonly DocketEntry[]) =>
  ({ kind: 'DeadlinesSet', facts: { step: 'docket#1' as TaskId, deadlines } }) satisfies Pick<Action, 'kind' | 'facts'>
const done = (step: string) =>
  ({ kind: 'StepDone', facts: { step: step as TaskId, outcome: 'done', data: {} } }) satisfies Pick<Action, 'kind' | 'facts'>
const closed = { kind: 'MatterClosed', facts: { outcome: 'granted' } } satisfies Pick<Action, 'kind' | 'facts'>

describe('a docketed day', () => {
  it('is met on the day on which a step is done that meets it, at whichever visit, and by no other', () => {
    const deadline = entry('recordal', 'statutory', ['file-recordal'])
    expect(after(docketed(deadline), done('other#1')).docket['recordal']?.metOn).toBeUndefined()
    expect(after(docketed(deadline), done('other#1'), done('file-recordal#2')).docket['recordal']?.metOn).toBe('2026-03-05')
  })

  it('once met stays met on that day, and entered anew is open again', () => {
    const deadline = entry('correction', 'statutory', ['correct'])
    expect(after(docketed(deadline), done('correct#1'), done('correct#2')).docket['correction']?.metOn).toBe('2026-03-04')
    expect(after(docketed(deadline), done('correct#1'), docketed(deadline)).docket['correction']?.metOn).toBeUndefined()
  })

  it("is no longer waited for when the matter closes, unless the law's own, which runs on", () => {
    const { docket } = after(docketed(entry('annuity', 'statutory'), entry('payment', 'contractual'), entry('decision', 'service')), closed)
    expect([docket['annuity']?.metOn, docket['payment']?.metOn, docket['decision']?.metOn]).toEqual([undefined, '2026-03-04', '2026-03-04'])
  })
})
