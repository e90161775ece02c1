import { describe, expect, it } from 'vitest'
import { mayRemark } from '#web/parts/task/may-remark.ts'

const accept = { name: 'accepted', label: '受理', reasonRequired: false }
const giveBack = { name: 'returned', label: '退回补正', reasonRequired: true }
const check = { may: true, act: 'decides', outcomes: [accept, giveBack] } as const

describe('remarks on the fields of a matter', () => {
  it('are asked for where something can be sent back', () => {
    expect(mayRemark({ ...check, outcomes: [...check.outcomes] })).toBe(true)
  })

  it('are not asked for where no outcome wants a reason', () => {
    expect(mayRemark({ ...check, outcomes: [accept] })).toBe(false)
  })

  it('are not asked of who may not act, nor in one’s own statement', () => {
    expect(mayRemark({ ...check, outcomes: [...check.outcomes], may: false })).toBe(false)
    expect(mayRemark({ ...check, outcomes: [...check.outcomes], act: 'declares' })).toBe(false)
  })
})
