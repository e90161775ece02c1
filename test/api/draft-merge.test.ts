import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listChanges, mergeDraft } from '#api/draft-merge.ts'
import type { Json, JsonObject } from '#domain/json.ts'

describe('saving a draft', () => {
  it('puts a value where its pointer leads and makes what is missing on the way', () => {
    expect(mergeDraft({}, { '/inventors/0/contributionBp': 6000, '/titleZh': '电解质' })).toEqual({
      inventors: [{ contributionBp: 6000 }],
      titleZh: '电解质',
    })
  })

  it('keeps what somebody else wrote in other fields', () => {
    const draft = { abstract: '甲', inventors: [{ person: 'p1', feature: '配方' }] }
    expect(mergeDraft(draft, { '/inventors/0/feature': '工艺' })).toEqual({
      abstract: '甲',
      inventors: [{ person: 'p1', feature: '工艺' }],
    })
    expect(draft.inventors[0]?.feature).toBe('配方')
  })

  it('takes a value away with null, an item of a list with its place', () => {
    expect(mergeDraft({ a: 1, list: ['x', 'y', 'z'] }, { '/a': null, '/list/1': null })).toEqual({ list: ['x', 'z'] })
  })

  it('adds to a list at its end only', () => {
    expect(mergeDraft({ list: ['x'] }, { '/list/1': 'y', '/list/-': 'z' })).toEqual({ list: ['x', 'y', 'z'] })
    expect(mergeDraft({ list: ['x'] }, { '/list/5': 'y' })).toBeUndefined()
  })

  it.each(['a', 'a/b', '/__proto__/polluted', '/a/__proto__'])('says no to the pointer %s', (pointer) => {
    expect(mergeDraft({}, { [pointer]: 1 })).toBeUndefined()
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it('reads ~0 and ~1 in a pointer as ~ and /', () => {
    expect(mergeDraft({}, { '/a~1b~0c': 1 })).toEqual({ 'a/b~c': 1 })
  })

  it('two people who save different fields lose nothing, whoever comes first', () => {
    const field = fc.constantFrom('/a', '/b/c', '/b/d', '/e/0')
    fc.assert(
      fc.property(fc.uniqueArray(field, { minLength: 2 }), fc.integer(), fc.integer(), ([one, other], x, y) => {
        const first = mergeDraft(mergeDraft({}, { [one as string]: x }) as JsonObject, { [other as string]: y })
        const second = mergeDraft(mergeDraft({}, { [other as string]: y }) as JsonObject, { [one as string]: x })
        expect(first).toEqual(second)
      }),
    )
  })
})

describe('what a resubmission changed', () => {
  it('is nothing between equal forms', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (form) => {
        expect(listChanges(form as Json, structuredClone(form) as Json)).toEqual([])
      }),
    )
  })

  it('names each field by its pointer, with what was and what is', () => {
    const before = { titleZh: '甲', inventors: [{ contributionBp: 5000 }, { contributionBp: 5000 }], note: '旧' }
    const now = { titleZh: '甲', inventors: [{ contributionBp: 6000 }, { contributionBp: 4000 }], 'a/b': true }
    expect(listChanges(before, now)).toEqual([
      { field: '/inventors/0/contributionBp', before: 5000, now: 6000 },
      { field: '/inventors/1/contributionBp', before: 5000, now: 4000 },
      { field: '/note', before: '旧', now: null },
      { field: '/a~1b', before: null, now: true },
    ])
  })

  it('shows a list whole when its length changed', () => {
    expect(listChanges({ ipc: ['A01G'] }, { ipc: ['A01G', 'H01M'] })).toEqual([{ field: '/ipc', before: ['A01G'], now: ['A01G', 'H01M'] }])
  })
})
