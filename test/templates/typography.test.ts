import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines, type Atom, type LineRoom } from '#templates/typography-lines.ts'
import { gapBetween, mayBreakBetween, splitAtoms } from '#templates/typography.ts'

const size = 10
const isWide = (character: string): boolean => (character.codePointAt(0) ?? 0) > 0x2000
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (isWide(character) ? size : size / 2), 0)
const atomOf = (text: string): Atom => ({ text, width: widthOf(text) })

function room(ems: number, ragged: boolean): LineRoom<Atom> {
  const divide = (atom: Atom): Atom[] => [...atom.text].map(atomOf)
  return { width: () => ems * size, between: () => 0, blankAtStart: () => 0, blankAtEnd: () => 0, ragged, divide }
}

function linesOf(text: string, ems: number, ragged = false): string[] {
  const atoms = splitAtoms(text, 'zh-CN').map(atomOf)
  return breakLines(atoms, room(ems, ragged)).map((line) => line.atoms.map((atom) => atom.text).join(''))
}

const hanzi = fc.constantFrom(...'专利法职务科技成果转化䶮𠮷龘')
const closing = fc.constantFrom(...'、。，；：！？）》」』】〕”’…')
const opening = fc.constantFrom(...'（《「『【〔“‘')
const word = fc.constantFrom('Cu–Zn', '1,234,567.89', 'PCT/CN2024/098765', 'MIT', '2026', '3.5%', 'O’Brien', '——', '……')
// At most two marks meet, as in any sane text; else no line could take them all with what they belong to.
const phrase = fc.tuple(fc.option(opening, { nil: '' }), fc.oneof({ weight: 4, arbitrary: hanzi }, word), fc.option(closing, { nil: '' }))
const chineseText = fc.array(phrase, { minLength: 1, maxLength: 80 }).map((parts) => parts.map((part) => part.join('')).join(''))
const ems = fc.integer({ min: 14, max: 44 })

describe('line breaking (避头尾)', () => {
  it('no line begins with a stop or a closing mark', () => {
    fc.assert(
      fc.property(chineseText, ems, (text, width) =>
        linesOf(text, width)
          .slice(1)
          .every((line) => !/^[、。，；：！？）》」』】〕”’…—]/u.test(line)),
      ),
    )
  })

  it('no line ends with an opening mark', () => {
    fc.assert(fc.property(chineseText, ems, (text, width) => linesOf(text, width).every((line) => !/[（《「『【〔“‘]$/u.test(line))))
  })

  it('no line is wider than its room', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'专利，。（）ab1 ') }), ems, (text, width) =>
        linesOf(text, width).every((line) => widthOf(line) <= width * size),
      ),
    )
  })

  it('no character is lost or moved, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), ems, (text, width) => {
        expect(splitAtoms(text, 'zh-CN').join('')).toBe(text)
        expect(splitAtoms(text, 'en').join('')).toBe(text)
        const unbroken = text.replace(/[ \t]/g, '')
        expect(linesOf(text, width).join('').replace(/[ \t]/g, '')).toBe(unbroken)
      }),
    )
  })

  it('no text ends with one character on a line of its own', () => {
    for (let length = 20; length < 140; length++) {
      const text = `${'职务科技成果转化'.repeat(20).slice(0, length)}。`
      const lines = linesOf(text, 20)
      expect(lines.join('')).toBe(text)
      expect([...(lines.at(-1) ?? '')].length).toBeGreaterThan(2)
    }
  })

  it('nor does a narrow label or head of a table, which nothing stretches', () => {
    expect(linesOf('占甲方自有份额', 6, true)).toEqual(['占甲方自有', '份额'])
    expect(linesOf('实质性内容是否在中国境内完成', 13, true)).toEqual(['实质性内容是否在中国境内', '完成'])
  })

  it('what cannot be parted from its line leaves a last character alone rather than a gap', () => {
    expect(linesOf('专'.repeat(13) + 'PCT/CN2024/098765'.slice(0, 12) + '利', 19)).toEqual(['专'.repeat(13) + 'PCT/CN2024/0', '利'])
  })

  it('numbers, words and double dashes are never torn', () => {
    fc.assert(
      fc.property(chineseText, ems, (text, width) => {
        const torn = linesOf(text, width).join('\n')
        for (const whole of ['1,234,567.89', 'PCT/CN2024/098765', 'Cu–Zn', '3.5%', 'O’Brien', '——', '……']) {
          expect(torn.split(whole).length).toBe(text.split(whole).length)
        }
      }),
    )
  })

  it('a word wider than the line is cut rather than set beyond the edge', () => {
    expect(linesOf('a'.repeat(100), 14)).toHaveLength(4)
  })

  it('an English sentence breaks at its spaces and after hyphens', () => {
    const atoms = splitAtoms('a title-grant agreement', 'en')
    expect(atoms).toEqual(['a', ' ', 'title-', 'grant', ' ', 'agreement'])
  })

  it('an apostrophe is no quotation mark', () => {
    expect(splitAtoms('由O’Brien签署', 'zh-CN')).toEqual(['由', 'O’Brien', '签', '署'])
  })
})

describe('spacing', () => {
  it('Chinese and Latin stand a little apart, but less than a space would', () => {
    expect(gapBetween('专', 'MIT')).toBeGreaterThan(0.05)
    expect(gapBetween('2026', '年')).toBeLessThan(0.1)
  })

  it('marks that meet give up half a character', () => {
    for (const [left, right] of ['」，', '）（', '，“', '《《', '。”'].map((pair) => [...pair]))
      expect(gapBetween(left ?? '', right ?? '')).toBe(-0.5)
    for (const [left, right] of ['（）', '专，', '（专'].map((pair) => [...pair])) expect(gapBetween(left ?? '', right ?? '')).toBe(0)
  })
})

describe('numbers and what they count', () => {
  it.each([
    ['2026', '年'],
    ['2', '日'],
    ['4,000', '元'],
    ['第', '24'],
  ])('no line ends between %s and %s', (left, right) => {
    expect(mayBreakBetween(left, right)).toBe(false)
  })

  it('a line may end between the year and the month', () => {
    expect(mayBreakBetween('年', '3')).toBe(true)
  })
})
