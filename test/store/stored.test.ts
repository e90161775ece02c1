import fc from 'fast-check'
import { expect, test } from 'vitest'
import { processActor, type InstitutionId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import { chainStart, hashStored, type StoredAction } from '#store/record/stored.ts'

const action: StoredAction = {
  institution: 'uni-a' as InstitutionId,
  chain: 'matter/1',
  seq: 1,
  commandId: 'c',
  kind: 'MatterWithdrawn',
  actor: processActor,
  at: 1772413200000,
  on: plainDay('2026-03-02'),
  facts: Buffer.from([1, 2, 3]),
  keyGeneration: 1,
  policyVersion: 'v1',
}

test('the hash of an action is fixed for all time: chains written today verify for ever', () => {
  expect(hashStored(action, chainStart).toString('hex')).toBe('a3e81ae9febe786d89b93e66d6df73c4ddf4142e3a6346e422da3e788c3b0803')
})

test('the hash does not depend on the order in which fields were written down', () => {
  const turned = Object.fromEntries(Object.entries(action).toReversed()) as StoredAction
  expect(hashStored(turned, chainStart)).toEqual(hashStored(action, chainStart))
})

test('no field can change without the hash changing, nor what came before', () => {
  const original = hashStored(action, chainStart).toString('hex')
  const others: Partial<StoredAction>[] = [
    { institution: 'uni-b' as InstitutionId },
    { chain: 'matter/2' },
    { seq: 2 },
    { commandId: 'd' },
    { kind: 'MatterClosed' },
    { actor: { is: 'system', name: 'timer' } },
    { at: 1772413200001 },
    { on: plainDay('2026-03-03') },
    { facts: Buffer.from([1, 2, 4]) },
    { keyGeneration: 2 },
    { policyVersion: null },
  ]
  expect(others.map((other) => Object.keys(other)[0]).toSorted()).toEqual(Object.keys(action).toSorted())
  for (const other of others) expect(hashStored({ ...action, ...other }, chainStart).toString('hex')).not.toBe(original)
  expect(hashStored(action, Buffer.alloc(32, 1)).toString('hex')).not.toBe(original)
})

test('two different facts never share a hash', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
      const equal = Buffer.from(a).equals(Buffer.from(b))
      const hash = (facts: Uint8Array) => hashStored({ ...action, facts: Buffer.from(facts) }, chainStart).toString('hex')
      return (hash(a) === hash(b)) === equal
    }),
  )
})
