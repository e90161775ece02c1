import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

describe('the reference validator finds that papers', () => {
  it('conform to PDF/A-3a, the archive form', async () => {
    expect((await validatePdfA(files)).flatMap(({ failures }) => failures)).toEqual([])
  })

  it('conform to PDF/UA-1, readable for those who do not see', async () => {
    expect((await validatePdfA(files, 'ua1')).flatMap(({ failures }) => failures)).toEqual([])
  })
})
