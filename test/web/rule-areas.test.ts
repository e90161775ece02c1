import { describe, expect, it } from 'vitest'
import { groupByArea } from '#web/parts/office/rule-areas.ts'

describe('the rules of the house', () => {
  it('are read area by area, none lost and none twice', () => {
    const rules = ['disclosure/plan-in-past', 'task/interested', 'disclosure/similar-undecided', 'link/expired'].map((code) => ({ code }))
    const areas = groupByArea(rules)
    expect(areas.map(({ area, rules: of }) => [area, of.length])).toEqual([
      ['disclosure', 2],
      ['task', 1],
      ['link', 1],
    ])
    expect(areas.flatMap(({ rules: of }) => of).toSorted((a, b) => a.code.localeCompare(b.code))).toEqual(
      rules.toSorted((a, b) => a.code.localeCompare(b.code)),
    )
  })
})
