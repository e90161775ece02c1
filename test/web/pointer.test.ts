import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '#domain/json.ts'
import { mergeDraft } from '#api/draft-merge.ts'
import { fieldsOf } from '#web/parts/form/draft-saver.ts'
import { below, findAt, partsOf, patchPointer, putAt } from '#web/parts/form/pointer.ts'

describe('a pointer', () => {
  it('names the part that was put below it, whatever its name', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        const pointer = parts.reduce<string>((at, part) => below(at, part), '')
        expect(partsOf(pointer)).toEqual(parts)
      }),
    )
  })

  it('finds what was put there and leaves the rest alone', () => {
    const form: JsonObject = { inventors: [{ feature: 'a' }, { feature: 'b' }], note: 'n' }
    const next = putAt(form, '/inventors/1/feature', 'c')
    expect(findAt(next, '/inventors/1/feature')).toBe('c')
    expect(findAt(next, '/inventors/0')).toEqual({ feature: 'a' })
    expect(form).toEqual({ inventors: [{ feature: 'a' }, { feature: 'b' }], note: 'n' })
  })

  it('makes the parents that are missing, lists where a number stands', () => {
    expect(putAt({}, '/inventors/0/feature', 'a')).toEqual({ inventors: [{ feature: 'a' }] })
  })
})

describe('a draft', () => {
  it('is patched as deep as the server knows it, and by the whole list where lengths differ', () => {
    const now: JsonObject = { inventors: [{ feature: 'a' }, { feature: 'b' }] }
    expect(patchPointer('/inventors/1/feature', { inventors: [{}, {}] }, now)).toBe('/inventors/1/feature')
    expect(patchPointer('/inventors/1/feature', { inventors: [{}] }, now)).toBe('/inventors')
    expect(patchPointer('/inventors/1/feature', {}, now)).toBe('/inventors')
  })

  it('on the server becomes what stands on the page, whatever was typed in whatever order', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean())
    const row = fc.record({ person: leaf, share: leaf }, { requiredKeys: [] })
    const form = fc.record({ title: leaf, rows: fc.array(row, { maxLength: 3 }), part: row }, { requiredKeys: [] })
    fc.assert(
      fc.property(form, form, (before, after) => {
        const pointers = ['/title', '/rows', '/part/person', '/part/share', ...('part' in after ? [] : ['/part'])]
        const fields = fieldsOf(pointers, before, after)
        const merged = mergeDraft(before, fields)
        expect(withoutEmptyParts(merged)).toEqual(withoutEmptyParts(after as JsonObject))
      }),
    )
  })

  it('takes along what the form opened with the first time it is saved', () => {
    expect(fieldsOf(['/note'], undefined, { note: 'n', shareBp: 5000 })).toEqual({ '/note': 'n', '/shareBp': 5000 })
  })

  it('takes away by null what was removed', () => {
    expect(fieldsOf(['/note'], { note: 'n' }, {})).toEqual({ '/note': null })
  })
})

/** An optional part that holds nothing says the same as none. */
function withoutEmptyParts(form: JsonObject | undefined): JsonObject {
  return Object.fromEntries(Object.entries(form ?? {}).filter(([, value]) => JSON.stringify(value) !== '{}'))
}
