import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemonstrationKeys } from '#activities/signing/demonstration-keys.ts'
import { signPdf } from '#activities/signing/sign-pdf.ts'
import { validatePdfA } from '#cli/servers/verapdf.ts'
import { loadFonts } from '#templates/pdf-fonts.ts'
import { drawPaper } from '#templates/pdf.ts'
import { contract, english, longest, paper, shortest, twoPages } from './papers.ts'

const missing = paper({ watermark: '样本', blocks: [{ kind: 'paragraph', text: '王𰻞，Łukasz，CO₂，𠮷，☑' }] })
let folder: string
let files: string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'papers-'))
  const fonts = loadFonts()
  const papers = { shortest, twoPages, contract, english, longest, missing }
  files = await Promise.all(
    Object.entries(papers).map(async ([name, each]) => {
      const file = join(folder, `${name}.pdf`)
      await writeFile(file, await drawPaper(each, fonts))
      return file
    }),
  )
  const keys = await openDemonstrationKeys(join(folder, 'keys'))
  let signed = await drawPaper(contract, fonts)
  for (const [index, id] of ['ann', 'bo', 'house'].entries()) {
    const signer = await keys.signerOf({ id, name: `示例 ${id}`, organisation: '示例大学' })
    signed = await signPdf(signed, signer, { reason: '签署', location: '北京', at: new Date(Date.UTC(2026, 2, 2 + index)) })
    const file = join(folder, `signed-${index + 1}.pdf`)
    await writeFile(file, signed)
    files.push(file)
  }
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

describe('the reference validator finds that papers, also signed once, twice and three times,', () => {
  it('conform to PDF/A-3a, the archive form', async () => {
    expect((await validatePdfA(files)).flatMap(({ failures }) => failures)).toEqual([])
  })

  it('conform to PDF/UA-1, readable for those who do not see', async () => {
    expect((await validatePdfA(files, 'ua1')).flatMap(({ failures }) => failures)).toEqual([])
  })
})
