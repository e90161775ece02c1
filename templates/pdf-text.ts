import type { Align, Language } from './block.ts'
import type { Node } from './pdf-canvas.ts'
import type { Fonts, Glyph } from './pdf-fonts.ts'
import type { TextStyle } from './pdf-style.ts'
import { breakLines, type BrokenLine, type LineRoom } from './typography-lines.ts'
import { autoSpace, blankAtEnd, blankAtStart, gapBetween, isSpace, mayStretchBetween, splitAtoms } from './typography.ts'

/** A stretch of text in one style. */
export type Span = { readonly text: string; readonly style: TextStyle }

/** An atom as shaped: its glyphs and the style they are set in. */
type Shaped = { readonly text: string; readonly width: number; readonly glyphs: readonly Glyph[]; readonly style: TextStyle }

/** An atom in its line, `gap` points behind its predecessor. */
export type Piece = { readonly glyphs: readonly Glyph[]; readonly style: TextStyle; readonly gap: number }

/** A line ready to paint; `x` is measured from the left edge of the place, `width` is the set width. */
export type SetLine = { readonly pieces: readonly Piece[]; readonly x: number; readonly width: number }

/** What drawing of a block needs to know of its paper; `root` is the top of the paper's structure. */
export type Place = {
  readonly fonts: Fonts
  readonly language: Language
  readonly root: Node
  /** The page on which a heading stands, counted from one; known once the paper has been laid out. */
  readonly pageOf?: (heading: string) => number | undefined
}

/** Where and how text is set; widths in points, `indent` moves the first line, `hang` the others. */
export type Setting = {
  readonly fonts: Fonts
  readonly language: Language
  readonly width: number
  readonly indent?: number
  readonly hang?: number
  readonly align?: Align | 'justify'
}

const fullWidth = 990

function isFullWidth(glyph: Glyph | undefined): boolean {
  return glyph !== undefined && glyph.advance >= fullWidth
}

function shapeAtom(text: string, style: TextStyle, setting: Setting): Shaped {
  const glyphs = setting.fonts.shape(style.face, text, setting.language)
  const thousandths = glyphs.reduce((sum, glyph) => sum + glyph.advance + glyph.kern, 0)
  return { text, style, glyphs, width: (thousandths * style.size) / 1000 }
}

function divide(atom: Shaped, setting: Setting): Shaped[] {
  return Array.from(atom.text, (character) => shapeAtom(character, atom.style, setting))
}

// Marks lose half a character only where their glyph is drawn full width (narrow quotation marks have no blank to lose).
function between(left: Shaped, right: Shaped): number {
  const gap = gapBetween(left.text, right.text)
  if (gap < 0 && !(isFullWidth(left.glyphs[left.glyphs.length - 1]) && isFullWidth(right.glyphs[0]))) return 0
  return gap * Math.min(left.style.size, right.style.size)
}

function lineRoom(setting: Setting): LineRoom<Shaped> {
  return {
    width: (index) => setting.width - (index === 0 ? (setting.indent ?? 0) : (setting.hang ?? 0)),
    between,
    blankAtStart: (atom) => (isFullWidth(atom.glyphs[0]) ? blankAtStart(atom.text) * atom.style.size : 0),
    blankAtEnd: (atom) => (isFullWidth(atom.glyphs[atom.glyphs.length - 1]) ? blankAtEnd(atom.text) * atom.style.size : 0),
    ragged: setting.align !== 'justify',
    divide: (atom) => divide(atom, setting),
  }
}

/** Slack that each gap of a justified line takes: gaps at spaces and changes of script first, then all gaps up to a limit. */
function stretchOf(atoms: readonly Shaped[], slack: number): { readonly wide: number; readonly narrow: number } {
  const size = atoms[0]?.style.size ?? 0
  const kinds = atoms.slice(1).map((atom, index) => mayStretchBetween(atoms[index]?.text ?? '', atom.text))
  const wide = kinds.filter((kind) => kind === 'wide').length
  const narrow = kinds.filter((kind) => kind === 'narrow').length
  if (slack <= 0 || wide + narrow === 0) return { wide: 0, narrow: 0 }
  // Beyond autoSpace between Chinese characters a reader would find spaces in copied text; the rest stays at the line's end.
  const even = slack / (wide + narrow)
  if (even <= autoSpace * size) return { wide: even, narrow: even }
  const rest = wide === 0 ? 0 : Math.min((slack - narrow * autoSpace * size) / wide, 0.5 * size)
  return { wide: rest, narrow: autoSpace * size }
}

function placeLine(line: BrokenLine<Shaped>, index: number, room: LineRoom<Shaped>, setting: Setting): SetLine {
  const slack = room.width(index) - line.width
  const align = setting.align ?? 'left'
  const stretch = align === 'justify' && !line.ends ? stretchOf(line.atoms, slack) : { wide: 0, narrow: 0 }
  const start = index === 0 ? (setting.indent ?? 0) : (setting.hang ?? 0)
  const shift = align === 'right' ? slack : align === 'center' ? slack / 2 : 0
  const first = line.atoms[0]
  let width = line.width
  const pieces = line.atoms.map((atom, at) => {
    const before = line.atoms[at - 1]
    if (before === undefined) return { glyphs: atom.glyphs, style: atom.style, gap: first ? -room.blankAtStart(first) : 0 }
    const kind = stretch.wide + stretch.narrow === 0 ? undefined : mayStretchBetween(before.text, atom.text)
    const extra = kind === 'wide' ? stretch.wide : kind === 'narrow' ? stretch.narrow : 0
    width += extra
    return { glyphs: atom.glyphs, style: atom.style, gap: between(before, atom) + extra }
  })
  return { pieces, x: start + shift, width }
}

/** Sets spans as lines; `\n` in a span begins a new line of the author, which is indented like the first. */
export function setSpans(spans: readonly Span[], setting: Setting): SetLine[] {
  const room = lineRoom(setting)
  const paragraphs: Shaped[][] = [[]]
  for (const span of spans) {
    for (const [index, part] of span.text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
      if (index > 0) paragraphs.push([])
      for (const atom of splitAtoms(part, setting.language)) {
        paragraphs[paragraphs.length - 1]?.push(shapeAtom(atom, span.style, setting))
      }
    }
  }
  return paragraphs.flatMap((atoms) => breakLines(atoms, room).map((line, index) => placeLine(line, index, room, setting)))
}

/** Sets text in one style. */
export function setText(text: string, style: TextStyle, setting: Setting): SetLine[] {
  return setSpans([{ text, style }], setting)
}

/** Width in points of the text's widest line, unbroken. */
export function measureText(text: string, style: TextStyle, fonts: Fonts, language: Language): number {
  const lines = setText(text, style, { fonts, language, width: Number.MAX_SAFE_INTEGER })
  return Math.max(...lines.map((line) => line.width))
}

/** Width in points of the widest atom: a column narrower than this tears words and numbers. */
export function measureAtoms(text: string, style: TextStyle, place: Place): number {
  const setting = { ...place, width: Number.MAX_SAFE_INTEGER }
  return Math.max(0, ...splitAtoms(text.replaceAll('\n', ' '), place.language).map((atom) => shapeAtom(atom, style, setting).width))
}

/** The text cut with an ellipsis so that it fits one line of `width` points. */
export function shortenText(text: string, style: TextStyle, setting: Setting): string {
  const flat = text.replace(/\s+/g, ' ')
  if (measureText(flat, style, setting.fonts, setting.language) <= setting.width) return flat
  const atoms = splitAtoms(flat, setting.language)
  let used = measureText('…', style, setting.fonts, setting.language)
  const kept: string[] = []
  for (const atom of atoms) {
    used += shapeAtom(atom, style, setting).width + autoSpace * style.size
    if (used > setting.width) break
    kept.push(atom)
  }
  while (isSpace(kept[kept.length - 1] ?? '')) kept.pop()
  return `${kept.join('')}…`
}
