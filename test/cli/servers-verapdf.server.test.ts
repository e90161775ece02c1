import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { validatePdfA } from '#cli/servers/verapdf.ts'

const FONT = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'verapdf-'))
})
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

async function draw(name: string, options: PDFKit.PDFDocumentOptions): Promise<string> {
  const file = join(root, name)
  const paper = new PDFDocument({ ...options, font: FONT })
  const written = finished(paper.pipe(createWriteStream(file)))
  const page = paper.struct('Document')
  paper.addStructure(page)
  page.add(paper.struct('P', {}, () => paper.text('让渡 Conveyance')))
  page.end()
  paper.end()
  await written
  return file
}

test('a paper of the archive form passes; a plain one, and what is no PDF, are told what they lack', async () => {
  const archived = await draw('archived.pdf', {
    subset: 'PDF/A-3a',
    pdfVersion: '1.7',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: '声明' },
  })
  const plain = await draw('plain.pdf', {})
  const broken = join(root, 'broken.pdf')
  writeFileSync(broken, 'no PDF')
  const [first, second, third] = await validatePdfA([archived, plain, broken])
  expect(first).toEqual({ file: archived, compliant: true, failures: [] })
  expect(second?.compliant).toBe(false)
  expect(second?.failures.join('\n')).toMatch(/6\.6\.2\.1-1 \(1 times\): .*Metadata/)
  expect(third).toMatchObject({ compliant: false, failures: [expect.stringMatching(/^cannot be read as a PDF/)] })
})
