/** What a file begins with, by media type. Office documents are zip archives: their type is told by what they hold. */
const magic: readonly { readonly type: string; readonly at: number; readonly bytes: readonly number[] }[] = [
  { type: 'application/pdf', at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/tiff', at: 0, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { type: 'image/tiff', at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { type: 'application/zip', at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
]

const inArchive: readonly { readonly type: string; readonly entry: string }[] = [
  { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', entry: 'word/' },
  { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', entry: 'xl/' },
  { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', entry: 'ppt/' },
]

/** Types that are taken. Text has no mark of its own: it must be UTF-8 without control characters. */
export const allowedTypes: readonly string[] = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/tiff',
  'application/zip',
  ...inArchive.map((one) => one.type),
  'text/plain',
  'text/csv',
]

/** Whether the bytes are of the type they are said to be. */
export function isOfType(bytes: Buffer, type: string): boolean {
  if (type === 'text/plain' || type === 'text/csv') return isText(bytes)
  const found = magic.filter((one) => one.bytes.every((byte, index) => bytes[one.at + index] === byte)).map((one) => one.type)
  const inside = inArchive.find((one) => one.type === type)
  if (inside === undefined) return found.includes(type)
  return found.includes('application/zip') && bytes.includes('[Content_Types].xml') && bytes.includes(inside.entry)
}

function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)
  } catch {
    return false // the decoder says no to anything that is not UTF-8
  }
}
