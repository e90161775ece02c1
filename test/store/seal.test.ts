import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seal, sealJson, unseal, unsealJson } from '#store/seal.ts'

const key = Buffer.alloc(32, 1)

test('what was sealed opens with the same key in the same place', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (bytes, place) => unseal(key, place, seal(key, place, bytes)).equals(Buffer.from(bytes))),
  )
  expect(unsealJson(key, 'p', sealJson(key, 'p', { 题目: [1, null] }))).toEqual({ 题目: [1, null] })
})

test('nothing opens with another key, in another place, or with one bit changed', () => {
  const sealed = seal(key, 'matter/1', Buffer.from('secret'))
  expect(() => unseal(randomBytes(32), 'matter/1', sealed)).toThrow()
  expect(() => unseal(key, 'matter/2', sealed)).toThrow()
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    expect(() => unseal(key, 'matter/1', changed)).toThrow()
  }
})

test('the same content sealed twice does not look the same', () => {
  expect(seal(key, 'p', Buffer.from('x')).equals(seal(key, 'p', Buffer.from('x')))).toBe(false)
})
