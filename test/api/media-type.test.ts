import { describe, expect, it } from 'vitest'
import { allowedTypes, isOfType } from '#api/media-type.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const samples: { readonly [type: string]: Buffer } = {
  'application/pdf': Buffer.from('%PDF-1.7\n%âãÏÓ'),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]),
  'image/tiff': Buffer.from([0x49, 0x49, 0x2a, 0x00, 8]),
  'application/zip': Buffer.from('PK\u0003\u0004 some entry'),
  [docx]: Buffer.from('PK\u0003\u0004 [Content_Types].xml … word/document.xml'),
  'text/plain': Buffer.from('实验记录\r\n第一页\t甲'),
}

describe('the type of an attachment', () => {
  it.each(Object.keys(samples))('is told by what a file begins with: %s', (type) => {
    expect(allowedTypes).toContain(type)
    expect(isOfType(samples[type] as Buffer, type)).toBe(true)
  })

  it.each(Object.keys(samples).filter((type) => type !== 'text/plain'))('is not what a text claims: %s', (type) => {
    expect(isOfType(Buffer.from('<script>alert(1)</script>'), type)).toBe(false)
  })

  it('is no text when it holds bytes that no UTF-8 text has', () => {
    expect(isOfType(Buffer.from([0xff, 0xfe, 0x41]), 'text/plain')).toBe(false)
    expect(isOfType(Buffer.from('a\u0000b'), 'text/csv')).toBe(false)
  })

  it('is no document when the archive holds none', () => {
    expect(isOfType(samples['application/zip'] as Buffer, docx)).toBe(false)
  })

  it.each(['text/html', 'image/svg+xml', 'application/x-msdownload'])('is never one that a browser runs: %s', (type) => {
    expect(allowedTypes).not.toContain(type)
    expect(isOfType(Buffer.from('MZ'), type)).toBe(false)
  })
})
