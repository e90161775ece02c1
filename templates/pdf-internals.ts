import type { Subset } from './pdf-truetype.ts'

/**
 * The parts of pdfkit that its published types leave out. Drawing here places every glyph itself, so it speaks to pdfkit
 * below `doc.text`: font dictionaries, structure content, page content. Pinned with pdfkit's exact version.
 */
export type InnerDocument = {
  readonly _root: { readonly data: { readonly [key: string]: unknown; Metadata?: unknown } }
  _font: InnerFont
  _addInfo: () => void
  readonly page: { readonly fonts: { [id: string]: unknown }; readonly content: { write(chunk: string): void } }
  appendXML(xml: string): void
}

/** A font as one document embeds it. */
export type InnerFont = {
  readonly id: string
  readonly subset: Subset
  readonly font: ParsedFont
  readonly widths: number[]
  readonly unicode: (readonly number[])[]
  ref(): unknown
}

/** A parsed font file (fontkit), as far as it is used. */
export type ParsedFont = {
  readonly unitsPerEm: number
  readonly postscriptName: string
  hasGlyphForCodePoint(codePoint: number): boolean
  glyphForCodePoint(codePoint: number): { readonly id: number }
  layout(
    text: string,
    features?: { readonly [feature: string]: boolean },
  ): {
    readonly glyphs: readonly { readonly id: number; readonly codePoints: readonly number[] }[]
    readonly positions: readonly { readonly xAdvance: number }[]
  }
  createSubset(): Subset
}

/** A structure element's object, whose attributes may be completed. */
export type InnerElement = { readonly dictionary: { readonly data: { A?: { [key: string]: unknown } } } }
