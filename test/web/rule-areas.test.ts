import { describe, expect, it } from 'vitest'
import { allRules, processes } from '#domain/registry.gen.ts'
import { groupByArea, isNamedArea, withGaps } from '#web/parts/office/rule-areas.ts'

describe('the rules of the house', () => {
  it('stand under a name that people read, whichever area they are of', () => {
    const areas = groupByArea(allRules).map(({ area }) => area)
    expect(areas.filter((area) => !isNamedArea(area) && processes[area] === undefined)).toEqual([])
  })

  it('are read with a gap for each fact, and no sign of the program', () => {
    expect(withGaps('{on} 发布的 {year} 年放假安排：{roles}{people}')).toBe('… 发布的 … 年放假安排：…')
  })

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
