import { createHash } from 'node:crypto'
import { PDF } from '@libpdf/core'
import { describe, expect, it } from 'vitest'
import { verifyPdf } from '#activities/signing/verify-pdf.ts'
import { instantOfDayStart, type PlainDay } from '#domain/day.ts'
import { bundleOf, type Annex } from '#templates/bundle.ts'
import type { PaperContext } from '#templates/paper-context.ts'
import { loadFonts } from '#templates/pdf-fonts.ts'
import { drawPaper } from '#templates/pdf.ts'
import { contract, longest, shortest, twoPages } from './papers.ts'
import { readPdf, spaceless } from './read-pdf.ts'

const fonts = loadFonts()
const context = {
  state: { head: { number: 'CP-2026-0001' } },
  people: { 'p-ann': { id: 'p-ann', name: '示例安', employer: '示例大学' } },
  institution: { nameZh: '示例大学', nameEn: 'Sample University', province: 'Beijing' },
  on: '2026-03-02',
} as unknown as PaperContext

const mandate = {
  basis: 'written-authorisation',
  number: '（示例）校授〔2026〕5号',
  givenOn: '2026-01-05' as PlainDay,
  post: '负责人',
} as const

/** Four papers, the third signed. */
async function sampleAnnexes(): Promise<Annex[]> {
  return Promise.all(
    [shortest, twoPages, contract, longest].map(async (paper, index): Promise<Annex> => {
      const bytes = await drawPaper(paper, fonts)
      const number = `CP-2026-0001-D0${index + 1}`
      const signatures =
        index === 2 ? [{ by: 'p-ann' as never, capacity: '团队代表', at: instantOfDayStart('2026-03-02' as PlainDay), mandate }] : []
      const file = { id: number, template: 'sample/paper', number, sha256: createHash('sha256').update(bytes).digest('hex'), readings: [] }
      return { paper: { ...file, on: '2026-03-02' as PlainDay, signatures }, official: paper.title, rendered: paper, bytes }
    }),
  )
}

describe('the papers of a matter in one file', async () => {
  const annexes = await sampleAnnexes()
  const bytes = await drawPaper(bundleOf(annexes, context), fonts)
  const { pages } = await readPdf(bytes)

  it('names in its table of contents the page on which each annex begins', () => {
    const contents = spaceless(pages[0] ?? '')
    for (const [index, { paper }] of annexes.entries()) {
      const begins = pages.findIndex((text, at) => at > 0 && spaceless(text).includes(`附件${index + 1}`)) + 1
      expect(begins).toBeGreaterThan(1)
      const row = contents.slice(contents.indexOf(paper.number.replace(/\s/g, '')))
      expect(contents).toContain(paper.number)
      expect(row.slice(0, 120)).toContain(String(begins))
    }
  })

  it('says who signed an annex', () => {
    expect(spaceless(pages[0] ?? '')).toContain('示例安（团队代表）')
    expect(pages.map(spaceless).join('')).toContain('电子签名示例安（团队代表，2026年3月2日）')
  })

  it('says of a signed annex under which mandate, that its pages are no original, and where the original is', () => {
    const text = pages.map(spaceless).join('')
    expect(text).toContain('负责人，授权委托书（示例）校授〔2026〕5号（2026年1月5日）')
    expect(text).toContain(`（文件编号CP-2026-0001-D03，SHA-256${annexes[2]?.paper.sha256 ?? ''}）`)
    expect(text.split('本附件的原件')).toHaveLength(2)
  })

  it('writes days as people do', () => {
    expect(spaceless(pages[0] ?? '')).toContain('CP-2026-0001-D012026年3月2日')
    expect(pages.join('')).not.toMatch(/\d{4}-\d{2}-\d{2}/)
  })

  it('embeds every annex as it was issued', async () => {
    const { attachments } = await PDF.load(Uint8Array.from(bytes))
    for (const { paper } of annexes) {
      const name = [...attachments.list().keys()].find((one) => one.includes(paper.number))
      const kept = attachments.get(name ?? '')
      expect(
        createHash('sha256')
          .update(kept ?? new Uint8Array())
          .digest('hex'),
      ).toBe(paper.sha256)
    }
    expect((await verifyPdf(bytes, [])).embedded).toContain('"annexes"')
  })
})
