import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from '#domain/csv.ts'

function fieldsOf(text: string): readonly (readonly string[])[] {
  const reading = readCsv(text)
  if (!reading.read) throw new Error(`line ${reading.strayQuote}`)
  return reading.records.map((record) => record.fields)
}

test('records are read with any line ending, a byte order mark, and commas and quotation marks within quotation marks', () => {
  expect(fieldsOf('\uFEFFa,b\r\n"x, y","say ""hi"""\nlast,\r')).toEqual([
    ['a', 'b'],
    ['x, y', 'say "hi"'],
    ['last', ''],
  ])
})

test('a record is named by the line on which it begins, also after line breaks within a field', () => {
  const reading = readCsv('a\n"two\nlines"\n\n,,\nlast')
  expect(reading).toEqual({
    read: true,
    records: [
      { line: 1, fields: ['a'] },
      { line: 2, fields: ['two\nlines'] },
      { line: 6, fields: ['last'] },
    ],
  })
})

test('a quotation mark that is not closed, or stands within a bare field, is named by its line', () => {
  expect(readCsv('a\nb,"open\nand on')).toEqual({ read: false, strayQuote: 2 })
  expect(readCsv('a\nb"c')).toEqual({ read: false, strayQuote: 2 })
  expect(readCsv('a\n"b" c')).toEqual({ read: false, strayQuote: 2 })
})

test('nothing is read of an empty file', () => {
  expect(fieldsOf('')).toEqual([])
  expect(fieldsOf('\n\r\n')).toEqual([])
})

test('what is written by the rules is read as it was', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '林', '"', ',', ' ', '\n', '\r\n') }).map((one) => one.trim())
  const record = fc.array(text, { minLength: 1, maxLength: 5 }).filter((fields) => fields.some((one) => one !== ''))
  fc.assert(
    fc.property(fc.array(record), fc.constantFrom('\n', '\r\n', '\r'), (records, end) => {
      const written = records.map((fields) => fields.map((one) => `"${one.replaceAll('"', '""')}"`).join(',') + end).join('')
      expect(fieldsOf(written)).toEqual(records)
    }),
  )
})
