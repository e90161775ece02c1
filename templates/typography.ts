import type { Language } from './block.ts'

// 避头: marks that never begin a line (GB/T 15834: stops and closing marks stay with what they close).
const neverFirst = new Set(
  '、。，．：；！？…—～·・％‰℃°′″）］｝〕》〉」』】〗〙〛’”»›ー々〻ヽヾゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ〜゠‐–,.:;!?)]}%¢',
)
// 避尾: opening marks and currency signs never end a line.
const neverLast = new Set('（［｛〔《〈「『【〖〘〚‘“«‹([{¥￥＄$£￡€№＃#')

// Full-width marks with half a character of blank behind or before their ink (the marks as drawn for mainland China).
const blankBehind = new Set('、。，．）］｝〕》〉」』】〗〙〛’”')
const blankBefore = new Set('（［｛〔《〈「『【〖〘〚‘“')

const ideographic =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u2e80-\u303f\u3200-\u33ff\u2460-\u24ff\u25a0-\u27bf\ufe30-\ufe4f\uff00-\uffef]/u
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const wordish = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u
// Variation selectors are among the marks.
const mark = /\p{M}|\u200c|\u200d/u
const letter = /\p{L}/u
const latin = /\p{Script=Latin}/u
const ambiguous = new Set('“”‘’…—')

/** Distance between Chinese and Latin in em. Below 0.1, so that no reader takes it for a typed space when text is copied out. */
export const autoSpace = 0.095

type Kind = 'space' | 'wide' | 'word' | 'dash'

function kindOf(character: string, language: Language): Kind {
  if (character === ' ' || character === '\t') return 'space'
  if (ambiguous.has(character)) {
    if (language === 'en') return 'word'
    return character === '—' || character === '…' ? 'dash' : 'wide'
  }
  return ideographic.test(character) ? 'wide' : 'word'
}

function isApostrophe(characters: readonly string[], index: number): boolean {
  if (characters[index] !== '’') return false
  return latin.test(characters[index - 1] ?? '') && latin.test(characters[index + 1] ?? '')
}

// A hyphenated word may be broken after its hyphen; a number, a date or a patent number may not.
function endsAfterHyphen(word: string, next: string): boolean {
  return /\p{L}{2,}-$/u.test(word) && letter.test(next)
}

function joins(kind: Kind, previous: Kind, word: string, next: string): boolean {
  if (kind !== previous || kind === 'wide') return false
  if (kind === 'dash') return word === next
  return kind === 'space' || !(endsAfterHyphen(word, next) || word.endsWith('—'))
}

/**
 * Cuts one line of an author's text (no `\n` in it) into atoms, the smallest pieces that a line takes whole: one Chinese
 * character, one word or number, one run of spaces. Joined together they are the text again.
 */
export function splitAtoms(text: string, language: Language): string[] {
  const characters = [...text]
  const atoms: string[] = []
  let previous: Kind | undefined
  for (const [index, character] of characters.entries()) {
    const last = atoms.length - 1
    const kind = isApostrophe(characters, index) ? 'word' : kindOf(character, language)
    const current = atoms[last]
    if (current !== undefined && previous !== undefined && (mark.test(character) || joins(kind, previous, current, character))) {
      atoms[last] = current + character
      continue
    }
    atoms.push(character)
    previous = kind
  }
  return atoms
}

/** Whether an atom is nothing but spaces; these vanish at a line's end. */
export function isSpace(atom: string): boolean {
  return atom.startsWith(' ') || atom.startsWith('\t')
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0)
}

function lastOf(text: string): string {
  const tail = text.codePointAt(text.length - 2)
  return tail !== undefined && tail > 0xffff ? String.fromCodePoint(tail) : text.slice(-1)
}

// A number stays with what it counts, and with the 第 before it.
const counted = new Set('年月日元条款项')

function isCount(left: string, right: string): boolean {
  if (left === '第') return /^\d/.test(right)
  return counted.has(right) && /\d$/.test(left)
}

/** Whether a line may end after `left` and the next begin with `right`. */
export function mayBreakBetween(left: string, right: string): boolean {
  if (isCount(left, right)) return false
  if (isSpace(right) || neverFirst.has(firstOf(right)) || neverLast.has(lastOf(left))) return false
  if (isSpace(left)) return true
  if (ideographic.test(lastOf(left)) || ideographic.test(firstOf(right))) return true
  return ambiguous.has(lastOf(left)) || ambiguous.has(firstOf(right)) || left.endsWith('-')
}

/** Distance between two neighbours in em: a little air between Chinese and Latin, half a character less where two marks meet. */
export function gapBetween(left: string, right: string): number {
  const a = lastOf(left)
  const b = firstOf(right)
  if (han.test(a)) return wordish.test(b) ? autoSpace : 0
  if (han.test(b)) return wordish.test(a) ? autoSpace : 0
  const marksMeet = (blankBehind.has(a) && (blankBehind.has(b) || blankBefore.has(b))) || (blankBefore.has(a) && blankBefore.has(b))
  return marksMeet ? -0.5 : 0
}

/** Blank in em that a full-width opening mark may lose at a line's start. */
export function blankAtStart(text: string): number {
  return blankBefore.has(firstOf(text)) ? 0.5 : 0
}

/** Blank in em that a full-width closing mark may lose at a line's end. */
export function blankAtEnd(text: string): number {
  return blankBehind.has(lastOf(text)) ? 0.5 : 0
}

/** Whether slack of a justified line may be put between the two: between Chinese characters, at spaces, at a change of script. */
export function mayStretchBetween(left: string, right: string): 'wide' | 'narrow' | undefined {
  if (isSpace(left) || isSpace(right)) return isSpace(left) ? 'wide' : undefined
  if (gapBetween(left, right) === autoSpace) return 'wide'
  return ideographic.test(lastOf(left)) || ideographic.test(firstOf(right)) ? 'narrow' : undefined
}
