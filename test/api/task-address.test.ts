import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandIdOf, hashBody, matterIdOf } from '#api/command-id.ts'
import { resolvePolicy } from '#api/pinned-policy.ts'
import { layOver } from '#domain/policy-slice.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { findTaskAddress, taskAddress } from '#schemas/api/task-address.ts'

describe("a task's address", () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/)

  it('leads back to the task, and needs no escaping in a path', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        word,
        fc.nat(99),
        fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/), { nil: undefined }),
        (matter, step, n, person) => {
          const task = `${step}#${n}${person === undefined ? '' : `/${person}`}` as TaskId
          const address = taskAddress(matter as MatterId, task)
          expect(encodeURIComponent(address)).toBe(address)
          expect(findTaskAddress(address)).toEqual({ matter, task })
        },
      ),
    )
  })

  it.each(['', 'x', 'a.b', 'a.b.c', '.b.1', 'a..1', 'a.B C.1'])('is not %j', (address) => {
    expect(findTaskAddress(address)).toBeUndefined()
  })
})

describe('the id of a command', () => {
  it('follows from who asks and his key', () => {
    expect(commandIdOf('u', 'p1', 'k')).toBe(commandIdOf('u', 'p1', 'k'))
    expect(commandIdOf('u', 'p1', 'k')).not.toBe(commandIdOf('u', 'p2', 'k'))
    expect(commandIdOf('v', 'p1', 'k')).not.toBe(commandIdOf('u', 'p1', 'k'))
    expect(commandIdOf('u', 'p1', 'k')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('is another each time without a key', () => {
    expect(commandIdOf('u', 'p1', undefined)).not.toBe(commandIdOf('u', 'p1', undefined))
  })

  it('gives the matter it opens its id', () => {
    expect(matterIdOf('c')).toBe(matterIdOf('c'))
    expect(matterIdOf('c')).not.toBe(matterIdOf('d'))
  })

  it('a body is the same in whatever order its keys come', () => {
    expect(hashBody({ a: 1, b: [2] })).toBe(hashBody({ b: [2], a: 1 }))
    expect(hashBody({ a: 1 })).not.toBe(hashBody({ a: '1' }))
  })
})

describe('the policy a matter is pinned to', () => {
  it('is the defaults with what the university set laid over them, entry by entry', () => {
    const under = { due: { a: { days: 1 }, b: { days: 2 } }, numbers: { x: 1 } }
    expect(layOver(under, { due: { b: { workingDays: 9 } } })).toEqual({
      due: { a: { days: 1 }, b: { workingDays: 9 } },
      numbers: { x: 1 },
    })
  })

  it('has a matrix or a quorum whole, never mixed', () => {
    const quorum = { present: [2, 3], inFavour: [1, 2], least: 3 } as const
    expect(layOver({ quorum: { ...quorum, least: 9 }, matrix: [{ chain: ['legal'] }] }, { quorum, matrix: [] })).toEqual({
      quorum,
      matrix: [],
    })
  })

  it('is named by its content', () => {
    expect(resolvePolicy('x', { numbers: { n: 1 } }).version).toBe(resolvePolicy('x', { numbers: { n: 1 } }).version)
    expect(resolvePolicy('x', { numbers: { n: 1 } }).version).not.toBe(resolvePolicy('x', { numbers: { n: 2 } }).version)
    expect(resolvePolicy('x', undefined).version).not.toBe(resolvePolicy('y', undefined).version)
  })
})
