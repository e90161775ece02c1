import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchTokens } from '#store/lists/search-tokens.ts'

test('Chinese is cut into pairs, letters and digits into threes, and numbers also stand without their zeros', () => {
  expect(searchTokens('固态电解质')).toEqual(['固态', '态电', '电解', '解质'].toSorted())
  expect(searchTokens('CP-2026-00012')).toEqual(['000', '001', '012', '026', '12', '202', 'cp'])
})

test('case, width and punctuation do not count', () => {
  expect(searchTokens('ＣＰ－２０２６（示波器）')).toEqual(searchTokens('cp 2026 示波器'))
})

test('a text of punctuation alone has no tokens', () => {
  expect(searchTokens(' -—。，()% ')).toEqual([])
})

test('whatever part of a Chinese title is remembered, all its tokens are among those of the title', () => {
  const title = fc.string({ unit: fc.constantFrom(...'固态电解质制备方法装置系统一种'), minLength: 2, maxLength: 30 })
  fc.assert(
    fc.property(title, fc.nat(), fc.nat(), (whole, from, length) => {
      const start = from % (whole.length - 1)
      const part = whole.slice(start, start + 2 + (length % whole.length))
      const tokens = new Set(searchTokens(whole))
      return searchTokens(part).every((token) => tokens.has(token))
    }),
  )
})
