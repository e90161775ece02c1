import { beforeAll, describe, expect, it } from 'vitest'
import type { Block, SigningParty } from '#templates/block.ts'
import { loadFonts, type Fonts } from '#templates/pdf-fonts.ts'
import { drawPaper } from '#templates/pdf.ts'
import { opinion, paper } from './papers.ts'
import { readPdf } from './read-pdf.ts'

let fonts: Fonts
beforeAll(() => {
  fonts = loadFonts()
})

const party = (title: string): SigningParty => ({ title, signLabel: '（签字）', dateLabel: '　　年　　月　　日' })

async function pagesOf(blocks: readonly Block[]): Promise<readonly string[]> {
  return (await readPdf(await drawPaper(paper({ blocks }), fonts))).pages
}

describe.each([2, 3, 7])('a paper that %i parties sign', (count) => {
  const signature: Block = { kind: 'signature', parties: Array.from({ length: count }, (_, place) => party(`第${place + 1}方`)) }

  it('leaves what the signatures are worth on no page of its own, however long the text', async () => {
    for (let lines = 8; lines <= 24; lines++) {
      const texts = Array.from({ length: lines }, (): Block => ({ kind: 'paragraph', text: opinion.slice(0, 70) }))
      const pages = await pagesOf([...texts, signature, { kind: 'note', text: '注：电子签名载于文件之内。' }])
      expect(pages.find((page) => page.includes('注：电子签名'))).toContain('（签字）')
    }
  })
})
