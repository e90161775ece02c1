import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCursorValues, pageOf, wholeOf, writeCursor } from '#store/lists/cursor.ts'

test('a cursor gives back the values it was written from', () => {
  const value = fc.oneof(fc.string(), fc.integer())
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
      expect(findCursorValues(writeCursor(values), values.length)).toEqual(values)
    }),
  )
})

test('what is no cursor, or one of another list, gives nothing', () => {
  expect(['', '%%', 'bnVsbA', writeCursor(['a', 'b'])].map((one) => findCursorValues(one, 3))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(findCursorValues(Buffer.from('[{}]').toString('base64url'), 1)).toBeUndefined()
})

test('of a value that should count, what does not count is nothing', () => {
  expect(['12', 12, '-1', '1e9', '9'.repeat(20), 'x', undefined].map(wholeOf)).toEqual([
    12,
    12,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(findCursorValues(Buffer.from('[1e308,"a"]').toString('base64url'), 2)).toBeUndefined()
})

test('a page says what follows only when something follows', () => {
  const page = (rows: number[]) =>
    pageOf(
      rows,
      2,
      (row) => row * 10,
      (row) => [row],
    )
  expect(page([1, 2])).toEqual({ items: [10, 20] })
  expect(page([1, 2, 3])).toEqual({ items: [10, 20], next: writeCursor([2]) })
})
