import { describe, expect, it } from 'vitest'
import { foreseeChanges } from '#web/parts/office/policy-changes.ts'

const defaults = { due: { check: { workingDays: 5 } }, numbers: { noticeDays: 15, rounds: 3 }, texts: { province: 'Beijing' } }
const inForce = { ...defaults, numbers: { noticeDays: 15, rounds: 2 } }

describe('what a policy that is being written would change', () => {
  it('is the entry that is written, and what the version in force has otherwise than the defaults', () => {
    expect(foreseeChanges(inForce, defaults, { numbers: { noticeDays: 20 } })).toEqual([
      { path: 'numbers.noticeDays', before: 15, after: 20 },
      { path: 'numbers.rounds', before: 2, after: 3 },
    ])
  })

  it('is nothing where nothing is written and the defaults hold, and nothing where the text is no table', () => {
    expect(foreseeChanges(defaults, defaults, {})).toEqual([])
    expect(foreseeChanges(defaults, defaults, ['check'])).toEqual([])
  })
})
