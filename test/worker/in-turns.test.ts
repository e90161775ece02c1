import { describe, expect, test } from 'vitest'
import { inTurns } from '#worker/in-turns.ts'

type Letter = { readonly to: string; readonly says: number }
const byReader = { nameOf: ({ to }: Letter) => to, lanes: 2 }

describe('tellings in turns', () => {
  test('what is told to one matter is told in its order, and to others meanwhile, two at a time', async () => {
    const log: string[] = []
    const open = new Set<string>()
    let most = 0
    const letters = ['a', 'b', 'a', 'c', 'b', 'a'].map((to, says) => ({ to, says }))
    await inTurns(letters, byReader, async ({ to, says }) => {
      expect(open.has(to)).toBe(false)
      open.add(to)
      most = Math.max(most, open.size)
      await new Promise(setImmediate)
      log.push(`${to}${says}`)
      open.delete(to)
    })
    expect(most).toBe(2)
    expect(log.toSorted()).toEqual(['a0', 'a2', 'a5', 'b1', 'b4', 'c3'])
    expect(log.filter((line) => line.startsWith('a'))).toEqual(['a0', 'a2', 'a5'])
  })

  test('one that fails is told of when the other lanes have done what they can', async () => {
    const log: number[] = []
    const letters = ['a', 'b', 'c'].map((to, says) => ({ to, says }))
    const work = async ({ says }: Letter) => {
      await Promise.resolve()
      if (says === 0) throw new Error('no answer')
      log.push(says)
    }
    await expect(inTurns(letters, byReader, work)).rejects.toThrow('no answer')
    expect(log).toEqual([1, 2])
  })
})
