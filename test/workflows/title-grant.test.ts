import { describe, expect, it } from 'vitest'
import { papersOf, play } from '#test/samples/title-grant-play.ts'
import { simulate } from '../simulator/simulate.ts'

describe('a grant of a share of the title', () => {
  it('is agreed, reviewed, approved, posted, signed by all, registered, and watched to the end of the right', async () => {
    const t0 = performance.now()
    const { end, state, actions, refused } = await simulate(play())
    console.log(performance.now() - t0, papersOf(state), JSON.stringify(state).length, state.seq, actions.length, refused)
    expect(end.outcome).toBe('term-ended')
  })
})
