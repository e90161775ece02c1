import { describe, expect, it } from 'vitest'
import { groupRefused } from '#web/parts/bulk-outcomes.ts'

const refusal = (code: string, says: string) => ({ code, says, remedy: '改派给他人', citations: [], verified: true, fact: {} })
const own = refusal('task/interested', '本人是完成人，不能审批自己的办件')
const notCandidate = refusal('task/not-candidate', '不在可办理的岗位之列')

describe('what a bulk reassignment leaves where it is', () => {
  it('is told reason by reason, each once, with every task it keeps', () => {
    const groups = groupRefused({
      items: [
        { task: 'a', outcome: 'refused', refusals: [own] },
        { task: 'b', outcome: 'moves' },
        { task: 'c', outcome: 'refused', refusals: [notCandidate] },
        { task: 'd', outcome: 'refused', refusals: [own] },
      ],
    })
    expect(groups.map(({ refusals, tasks }) => [refusals.map(({ code }) => code), tasks])).toEqual([
      [['task/interested'], ['a', 'd']],
      [['task/not-candidate'], ['c']],
    ])
  })

  it('keeps apart what the same rule says in other words', () => {
    const other = { ...own, says: '本人是近亲属，不能审批' }
    const groups = groupRefused({
      items: [
        { task: 'a', outcome: 'refused', refusals: [own] },
        { task: 'b', outcome: 'refused', refusals: [other] },
      ],
    })
    expect(groups.map(({ tasks }) => tasks)).toEqual([['a'], ['b']])
  })

  it('tells no reason for a task that is absent or hidden', () => {
    expect(groupRefused({ items: [{ task: 'x', outcome: 'refused', refusals: [] }] })).toEqual([{ refusals: [], tasks: ['x'] }])
  })
})
