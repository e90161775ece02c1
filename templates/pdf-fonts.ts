import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Language } from './block.ts'
import type { InnerDocument, ParsedFont } from './pdf-internals.ts'
import { readOutlines } from './pdf-truetype.ts'

/** The three hands a paper is written in: running text, title, headings and labels. */
export type FaceName = 'serif' | 'bold' | 'sans'

/** One font file, parsed once and shared by all documents of the thread. */
export type Face = {
  readonly name: string
  readonly font: ParsedFont
  /** Number of the character's glyph, undefined where the font lacks it. */
  readonly glyphOf: (codePoint: number) => number | undefined
  /** Advance of a glyph in thousandths of the type size. */
  readonly advance: (glyph: number) => number
}

/** A glyph to set: advance and the kerning behind it in thousandths of the type size. */
export type Glyph = {
  readonly face: Face
  readonly id: number
  readonly codePoints: readonly number[]
  readonly advance: number
  readonly kern: number
  /** The character that no font has and for which this glyph (with its neighbours) stands. */
  readonly standsFor?: string
}

/** The fonts of a thread and what they have already set. */
export type Fonts = {
  /** The glyphs of an atom of text. */
  readonly shape: (face: FaceName, atom: string, language: Language) => readonly Glyph[]
  /** The characters of a text that no font has; a paper shows them as `〔U+XXXXX〕`. */
  readonly listMissing: (text: string) => readonly string[]
}

const family = '@expo-google-fonts/'
// The second of each is its companion for letters beyond Western Europe; a weight lighter, because it is drawn heavier.
const files: { readonly [face in FaceName]: readonly string[] } = {
  serif: ['noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', 'noto-serif/300Light/NotoSerif_300Light.ttf'],
  bold: ['noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf', 'noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf'],
  sans: ['noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf', 'noto-serif/400Regular/NotoSerif_400Regular.ttf'],
}
// Tried for characters beyond the hand's own fonts: Japanese and compatibility forms such as 𠮷, mathematics, check boxes.
const others = [
  'noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
  'noto-sans-math/400Regular/NotoSansMath_400Regular.ttf',
  'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
]

// Shaped atoms are few and come again; the bound only guards a thread that lives for months.
const mostShapes = 60_000

function openFace(path: string): Face {
  const bytes = readFileSync(path)
  // pdfkit parses with its own fontkit; a document that is never written serves to reach the parsed font.
  const opener = new PDFDocument({ autoFirstPage: false, font: null as unknown as string })
  opener.font(bytes)
  const parsed = (opener as unknown as InnerDocument)._font.font
  const outlines = readOutlines(bytes)
  const font: ParsedFont = Object.create(parsed, { createSubset: { value: outlines.createSubset } })
  const scale = 1000 / parsed.unitsPerEm
  const known = new Map<number, number | undefined>()
  const glyphOf = (codePoint: number): number | undefined => {
    if (!known.has(codePoint))
      known.set(codePoint, parsed.hasGlyphForCodePoint(codePoint) ? parsed.glyphForCodePoint(codePoint).id : undefined)
    return known.get(codePoint)
  }
  return { name: parsed.postscriptName, font, glyphOf, advance: (glyph) => outlines.advance(glyph) * scale }
}

const codePointsOf = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0)

function layOut(face: Face, text: string, features?: { readonly [feature: string]: boolean }): Glyph[] {
  const run = face.font.layout(text, features)
  const codePoints = codePointsOf(text)
  const scale = 1000 / face.font.unitsPerEm
  return run.glyphs.map((glyph, index) => {
    const advance = face.advance(glyph.id)
    const own = run.glyphs.length === codePoints.length ? codePoints.slice(index, index + 1) : glyph.codePoints
    return { face, id: glyph.id, codePoints: own, advance, kern: (run.positions[index]?.xAdvance ?? 0) * scale - advance }
  })
}

function single(face: Face, codePoint: number): Glyph | undefined {
  const id = face.glyphOf(codePoint)
  return id === undefined ? undefined : { face, id, codePoints: [codePoint], advance: face.advance(id), kern: 0 }
}

/** What a paper shows for a character that no font has. */
export function replacementFor(character: string): string {
  return `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`
}

// No-break spaces are set as spaces; controls, joiners and variation selectors choose between forms and have none of their own.
function visible(atom: string): string {
  const composed = /\p{L}\p{M}/u.test(atom) ? atom.normalize('NFC') : atom
  return composed.replace(/[\t\u00a0\u202f]/g, ' ').replace(/[\p{Cc}\p{Cf}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, '')
}

type Chain = readonly (() => Face)[]

function findGlyph(chain: Chain, codePoint: number): Glyph | undefined {
  for (const face of chain) {
    const glyph = single(face(), codePoint)
    if (glyph) return glyph
  }
  return undefined
}

function shapeSingly(chain: Chain, text: string): Glyph[] {
  return Array.from(text).flatMap((character) => {
    const glyph = findGlyph(chain, character.codePointAt(0) ?? 0)
    if (glyph) return [glyph]
    return shapeSingly(chain, replacementFor(character)).map((part) => ({ ...part, standsFor: character }))
  })
}

const spelled = /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]/u

// Narrow forms of quotation marks for words of Latin letters.
function layOutWord(face: Face, text: string): Glyph[] {
  return layOut(face, text, /[‘’“”]/.test(text) ? { pwid: true } : undefined)
}

// A name with a letter the hand's own font lacks is set in its companion throughout; for a lone sign (₂, ⁻) only that changes.
function shapeWord(chain: Chain, text: string): Glyph[] {
  const [own, companion] = chain
  const has = (face: (() => Face) | undefined, character: string): boolean => face?.().glyphOf(character.codePointAt(0) ?? 0) !== undefined
  const missing = Array.from(text).filter((character) => !has(own, character))
  if (own && missing.length === 0) return layOutWord(own(), text)
  const inCompanion = missing.some((character) => spelled.test(character)) && Array.from(text).every((each) => has(companion, each))
  if (companion && inCompanion) return layOutWord(companion(), text)
  const parts = text.split(new RegExp(`([${missing.join('')}])`, 'u'))
  return parts.flatMap((part) => (own && part !== '' && !missing.includes(part) ? layOutWord(own(), part) : shapeSingly(chain, part)))
}

function shapeAtom(chain: Chain, atom: string): Glyph[] {
  const text = visible(atom)
  const alone = text.length <= 2 && Array.from(text).length === 1 && !/[‘’“”]/.test(text)
  return alone ? shapeSingly(chain, text) : shapeWord(chain, text)
}

function lazily(path: string): () => Face {
  let face: Face | undefined
  return () => (face ??= openFace(path))
}

/**
 * Opens the fonts of a thread; each file is parsed when first needed. `rareFonts` are paths of further TrueType files to
 * look in for characters that no packaged font has. Throws when a package is not installed.
 */
export function loadFonts(rareFonts: readonly string[] = []): Fonts {
  const { resolve } = createRequire(import.meta.url)
  const opened = new Map<string, () => Face>()
  const open = (path: string): (() => Face) => {
    const face = opened.get(path) ?? lazily(path)
    opened.set(path, face)
    return face
  }
  const further = [...others.map((file) => resolve(family + file)), ...rareFonts]
  const chainOf = (face: FaceName): Chain => [...files[face].map((file) => resolve(family + file)), ...further].map(open)
  const chains = { serif: chainOf('serif'), bold: chainOf('bold'), sans: chainOf('sans') }
  const shapes = new Map<string, readonly Glyph[]>()
  const shape = (face: FaceName, atom: string, language: Language): readonly Glyph[] => {
    const key = `${face}/${language}/${atom}`
    const known = shapes.get(key)
    if (known) return known
    if (shapes.size >= mostShapes) shapes.clear()
    const quote = language === 'zh-CN' && /^[‘’“”]$/.test(atom)
    const glyphs = quote ? shapeSingly(chains[face], atom) : shapeAtom(chains[face], atom)
    shapes.set(key, glyphs)
    return glyphs
  }
  const listMissing = (text: string): readonly string[] =>
    [...new Set(visible(text))].filter(
      (character) => findGlyph(chains.serif, character.codePointAt(0) ?? 0) === undefined && character !== '\n',
    )
  return { shape, listMissing }
}
