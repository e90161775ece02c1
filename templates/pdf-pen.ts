import type { Face, Glyph } from './pdf-fonts.ts'
import type { InnerDocument, InnerFont } from './pdf-internals.ts'
import type { Piece, SetLine } from './pdf-text.ts'

/** Writes a line of text at the place that `matrix` (six numbers of a PDF text matrix) names. */
export type Pen = (line: SetLine, matrix: string) => void

/** Glyphs that share font, size, gray and, where they stand for a missing character, that character. */
type Run = {
  readonly face: Face
  readonly size: number
  readonly gray: number
  readonly standsFor: string | undefined
  /** Codes of glyphs, and moves to the right in thousandths of the size. */
  readonly items: (string | number)[]
}

/** A number as PDF operators take it: three decimals are a thousandth of a point. */
export const number = (value: number): string => String(Math.round(value * 1000) / 1000)
const hex = (value: number): string => value.toString(16).padStart(4, '0')

function belongs(run: Run | undefined, glyph: Glyph, piece: Piece): run is Run {
  if (run === undefined) return false
  const sameStyle = run.size === piece.style.size && run.gray === (piece.style.gray ?? 0)
  return run.face === glyph.face && sameStyle && run.standsFor === glyph.standsFor
}

function runsOf(pieces: readonly Piece[], encode: (glyph: Glyph) => string): Run[] {
  const runs: Run[] = []
  for (const piece of pieces) {
    const { size, gray = 0 } = piece.style
    for (const [index, glyph] of piece.glyphs.entries()) {
      const last = runs[runs.length - 1]
      const run = belongs(last, glyph, piece) ? last : { face: glyph.face, size, gray, standsFor: glyph.standsFor, items: [] }
      if (run !== last) runs.push(run)
      if (index === 0 && piece.gap !== 0) run.items.push((piece.gap * 1000) / size)
      run.items.push(encode(glyph))
      if (Math.abs(glyph.kern) > 0.05) run.items.push(glyph.kern)
    }
  }
  return runs
}

function arrayOf(items: readonly (string | number)[]): string {
  let array = ''
  let codes = ''
  for (const item of items) {
    if (typeof item === 'string') codes += item
    else {
      array += `${codes === '' ? '' : `<${codes}>`}${number(-item)} `
      codes = ''
    }
  }
  return `[${array}${codes === '' ? '' : `<${codes}>`}] TJ`
}

// Whoever copies the text or has it read aloud gets the character itself, not what is shown in its place.
function actualText(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => hex(character.charCodeAt(at)))
  return `/Span <</ActualText <FEFF${units.join('')}>>> BDC`
}

/** Makes the pen of a document; fonts are entered in a page's resources as they are used there. */
export function createPen(document: PDFKit.PDFDocument, write: (operators: string) => void): Pen {
  const inner = document as unknown as InnerDocument
  const fonts = new Map<Face, InnerFont>()
  const fontOf = (face: Face): InnerFont => {
    const known = fonts.get(face)
    if (known) return known
    document.font(face.font as unknown as string)
    fonts.set(face, inner._font)
    return inner._font
  }
  const encode = (glyph: Glyph): string => {
    const font = fontOf(glyph.face)
    const id = font.subset.include(glyph.id, glyph.codePoints)
    font.widths[id] = glyph.advance
    font.unicode[id] = glyph.codePoints
    return hex(id)
  }
  const show = (run: Run): string => {
    const font = fontOf(run.face)
    inner.page.fonts[font.id] = font.ref()
    const text = `${number(run.gray)} g\n/${font.id} ${number(run.size)} Tf\n${arrayOf(run.items)}`
    return run.standsFor === undefined ? text : `${actualText(run.standsFor)}\n${text}\nEMC`
  }
  return (line, matrix) => write(`BT\n${matrix} Tm\n${runsOf(line.pieces, encode).map(show).join('\n')}\nET`)
}
