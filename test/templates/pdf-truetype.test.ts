import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { readOutlines } from '#templates/pdf-truetype.ts'

const { resolve } = createRequire(import.meta.url)
const file = readFileSync(resolve('@expo-google-fonts/noto-serif/300Light/NotoSerif_300Light.ttf'))
/** Glyph number of Ś in this font, made of S and an accent. */
const composite = 283

function tableOf(font: Uint8Array, wanted: string): DataView {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + index * 16
    const tag = String.fromCharCode(...font.subarray(at, at + 4))
    if (tag === wanted) return new DataView(font.buffer, font.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12))
  }
  throw new Error(`no table ${wanted}`)
}

describe('a subset of a TrueType font', () => {
  it('carries the parts of composite glyphs and names them by their new numbers', () => {
    const subset = readOutlines(file).createSubset()
    const number = subset.include(composite, [0x15a])
    const encoded = subset.encode()
    const glyphs = tableOf(encoded, 'maxp').getUint16(4)
    const loca = tableOf(encoded, 'loca')
    const glyf = tableOf(encoded, 'glyf')
    const start = loca.getUint32(number * 4)
    expect(glyf.getInt16(start)).toBe(-1)
    const part = glyf.getUint16(start + 12)
    expect(part).toBeGreaterThan(number)
    expect(part).toBeLessThan(glyphs)
    expect(loca.getUint32((part + 1) * 4)).toBeGreaterThan(loca.getUint32(part * 4))
  })

  it('leaves the font it was taken from as it was', () => {
    const before = Buffer.from(file)
    const subset = readOutlines(file).createSubset()
    subset.include(composite, [0x15a])
    subset.encode()
    expect(before.equals(file)).toBe(true)
  })

  it('keeps one outline that stands for two characters twice, so that both copy out as themselves', () => {
    const subset = readOutlines(file).createSubset()
    expect(subset.include(40, [0x2d])).not.toBe(subset.include(40, [0x2010]))
    expect(subset.include(40, [0x2d])).toBe(subset.include(40, [0x2d]))
  })

  it('a file without TrueType outlines is refused by name of the missing table', () => {
    expect(() => readOutlines(new Uint8Array(64))).toThrow(/glyf/)
  })
})
