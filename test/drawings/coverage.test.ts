import { describe, expect, it } from 'vitest'
import type { Action } from '#domain/action.ts'
import { checkTrails } from '#cli/check-trails.ts'
import { drawingOf, trailOf, type Happening } from './sample.ts'

const drawings = {
  check: drawingOf(
    {
      start: { kind: 'start' },
      check: { kind: 'user-task' },
      checked: { kind: 'gateway-exclusive' },
      'end-accepted': { kind: 'end' },
      'end-refused': { kind: 'end' },
    },
    [
      { arrow: 'start -> check' },
      { arrow: 'check -> checked' },
      { arrow: 'checked -> end-accepted', when: { step: 'check', outcomes: ['accepted'] } },
      { arrow: 'checked -> end-refused', when: { step: 'check', outcomes: ['refused'] } },
    ],
  ),
}

/** A kept trail of the process `check`. */
function kept(name: string, ...happenings: readonly Happening[]): { readonly name: string; readonly actions: readonly Action[] } {
  const actions = trailOf(...happenings).map((action) =>
    action.kind === 'MatterOpened' ? { ...action, facts: { ...action.facts, head: { ...action.facts.head, process: 'check' } } } : action,
  )
  return { name, actions }
}

const ended = (outcome: string) => kept(`${outcome}.json`, { opens: 'check#1' }, { completes: 'check#1', outcome }, { closes: outcome })

describe('the check of the trails after the tests', () => {
  it('is content where every element and arrow was passed by some matter', () => {
    expect(checkTrails([ended('accepted'), ended('refused')], drawings).flatMap(({ wrong }) => wrong)).toEqual([])
  })

  it('names the elements and arrows that none has passed', () => {
    const checks = checkTrails([ended('accepted')], drawings)
    expect(checks.at(-1)).toEqual({
      name: 'check.bpmn',
      wrong: ['never passed: end-refused', 'never passed: checked>end-refused (checked to end-refused)'],
    })
  })

  it('names a trail that its drawing does not allow, and the first action that does not fit', () => {
    const [check] = checkTrails([kept('odd.json', { opens: 'check#1' }, { closes: 'accepted' })], drawings)
    expect(check).toEqual({ name: 'odd.json', wrong: ['action 3 at end-accepted: no-way'] })
  })

  it('names a trail of a process without a drawing', () => {
    expect(checkTrails([ended('accepted')], {}).flatMap(({ wrong }) => wrong)).toEqual(['no drawing of check'])
  })
})
