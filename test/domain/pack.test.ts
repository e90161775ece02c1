import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '#domain/json.ts'
import { pack, unpack } from '#domain/pack.ts'

const word = fc.constantFrom(
  'ann',
  '~',
  '~0',
  '~:0',
  '~~1',
  'the same words again',
  '0c5e3a52-7a0f-5a3c-9a5c-0d1f4b1f7c11',
  '__proto__',
  '1234567',
  'a/the same words again',
  '~/x/ann/12',
  '/',
)
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 4 }),
  ),
}))
const plain = (one: unknown) => JSON.parse(JSON.stringify(one)) as Json

describe('a packed value', () => {
  it('comes back as it was, its fields in their order, also over the wire', () => {
    fc.assert(
      fc.property(value, (one) => {
        const sent = plain(one)
        expect(JSON.stringify(unpack(plain(pack(sent)) as never))).toBe(JSON.stringify(sent))
      }),
      { numRuns: 1000 },
    )
  })

  it('says what stands in it often only once', () => {
    const facts = { people: ['0c5e3a52-7a0f-5a3c-9a5c-0d1f4b1f7c11', '0c5e3a52-7a0f-5a3c-9a5c-0d1f4b1f7c12'], rounds: 3 }
    const given = Object.fromEntries(facts.people.map((person) => [person, { person, given: facts }]))
    const text = JSON.stringify(pack(given))
    for (const person of facts.people) expect(text.split(person)).toHaveLength(2)
    expect(text.split('rounds')).toHaveLength(2)
  })

  it('names the fields that many have in common only once, and is read where that was not yet done', () => {
    const rows = Array.from({ length: 12 }, (_, place) => ({ outcome: `o${place}`, place, remark: '~:0', nested: { outcome: [place] } }))
    const packed = pack(rows)
    expect(JSON.stringify(packed).split('remark')).toHaveLength(2)
    expect(JSON.stringify(packed).length).toBeLessThan(JSON.stringify(rows).length)
    expect(unpack(packed)).toEqual(rows)
    expect(unpack({ shared: ['the same words again'], value: [{ remark: '~0' }, '~~:0'] })).toEqual([
      { remark: 'the same words again' },
      '~:0',
    ])
  })

  it('is no larger than it was, but for the frame around it', () => {
    fc.assert(
      fc.property(value, (one) => {
        const sent = plain(one)
        fc.pre(!JSON.stringify(sent).includes('~'))
        expect(JSON.stringify(pack(sent)).length).toBeLessThanOrEqual(JSON.stringify(sent).length + 32)
      }),
    )
  })
})
