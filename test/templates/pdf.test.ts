import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PlainDay } from '#domain/day.ts'
import type { Block, Paper } from '#templates/block.ts'
import { loadFonts, type Fonts } from '#templates/pdf-fonts.ts'
import { drawPaper, embeddedName } from '#templates/pdf.ts'
import { contract, english, inventors, longest, namesOf, opinion, paper, shortest, twoPages } from './papers.ts'
import { readPdf, spaceless, type ReadPaper } from './read-pdf.ts'

let fonts: Fonts
beforeAll(() => {
  fonts = loadFonts()
})

async function read(drawn: Paper): Promise<ReadPaper> {
  return readPdf(await drawPaper(drawn, fonts))
}

const count = (text: string, part: string): number => text.split(part).length - 1

describe('the file', () => {
  it('the same paper gives the same bytes, also from freshly loaded fonts', async () => {
    for (const each of [shortest, twoPages, contract, english]) {
      const bytes = Buffer.from(await drawPaper(each, fonts))
      expect(bytes.equals(await drawPaper(each, loadFonts()))).toBe(true)
    }
  })

  it('dates and identifier follow from the day of issue and from nothing else', async () => {
    const { info, xmp } = await read(shortest)
    expect(info['CreationDate']).toBe('D:20260301160000Z')
    expect(info['ModDate']).toBe('D:20260301160000Z')
    expect(xmp).toContain('<xmp:CreateDate>2026-03-01T16:00:00Z</xmp:CreateDate>')
    const later = await drawPaper({ ...shortest, issuedOn: '2026-03-03' as PlainDay }, fonts)
    expect(Buffer.from(later).equals(await drawPaper(shortest, fonts))).toBe(false)
  })

  it('declares PDF/A-3a and PDF/UA-1, its language and its title', async () => {
    const { info, xmp } = await read({ ...shortest, title: '合同 <A> & “B”' })
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(xmp).toContain('合同 &lt;A&gt; &amp; “B”')
    expect(info['Title']).toBe('合同 <A> & “B”')
    expect(info['Language']).toBe('zh-CN')
  })

  it('carries the canonical JSON of what it says, unchanged', async () => {
    const embedded = '{"inventor":"𠮷田䶮","shares":[1,2]}'
    expect((await read({ ...shortest, embedded })).files.get(embeddedName)).toBe(embedded)
  })
})

describe('every page', () => {
  it('names the matter and the document, and counts itself', async () => {
    const { pages } = await read(contract)
    expect(pages.length).toBeGreaterThan(3)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('办件编号：成披〔2026〕12号')
      expect(page).toContain('DISC-2026-0012-01')
      expect(page).toContain(`第${index + 1}页共${pages.length}页`)
    }
  })

  it('an English reading counts in English', async () => {
    const { pages, text } = await read(english)
    expect(text).toContain(`Page1of${pages.length}`)
    expect(text).toContain('Issuedon2March2026')
  })

  it('a watermark and the level of confidence stand on each', async () => {
    const { pages } = await read({ ...contract, watermark: '作废', confidentiality: '秘密' })
    for (const page of pages) {
      expect(page).toContain('作废')
      expect(page).toContain('秘密')
    }
  })
})

describe('bookmarks', () => {
  it('a long contract has one for each heading and article', async () => {
    const { bookmarks } = await read(contract)
    const articles = bookmarks.map(({ title }) => title)
    expect(articles.slice(0, 3)).toEqual(['合同条款', '第一条 事项一', '第二条 事项二'])
    expect(articles).toHaveLength(9)
  })

  it('a short paper has none', async () => {
    expect((await read(twoPages)).bookmarks).toEqual([])
  })
})

describe('texts', () => {
  it('everything a paper says can be found in it', async () => {
    const { text } = await read(twoPages)
    for (const said of [
      '一种用于CO₂电催化还原的Cu–Zn双金属催化剂及其制备方法',
      opinion,
      'ZL202310123456.7',
      '☑未公开',
      '注：本表一式两份。',
      '完成人代表：李䶮',
    ]) {
      expect(text).toContain(spaceless(said))
    }
  })

  it('one inventor or twelve, each is named once', async () => {
    for (const number of [1, 12]) {
      const { text } = await read(paper({ blocks: [inventors(number)] }))
      for (const name of namesOf(number)) expect(count(text, spaceless(name))).toBe(1)
    }
  })

  it('a title of 200 characters is shown whole on the first page and shortened in the heads', async () => {
    expect([...longest.title]).toHaveLength(200)
    const { pages } = await read(longest)
    expect(pages[0]).toContain(longest.title)
    expect(pages[1]).toContain('…')
    expect(pages[1]).not.toContain(longest.title)
  })

  it('the longest data lose nothing', async () => {
    const { text, pages } = await read(longest)
    expect(pages.length).toBeGreaterThan(10)
    // The heads and feet of pages stand between the parts of the value.
    const value = pages.map((page) => page.replace(/办件编号.*?…|DISC-2026.*$/gu, '')).join('')
    expect(count(value, '先赋权、后转化')).toBe(40 + 43)
    for (let row = 1; row <= 300; row++) expect(text).toContain(`${row},000.00`)
    expect(count(text, '1'.repeat(40))).toBeGreaterThan(0)
  })
})

describe('rare characters', () => {
  it('䶮, 𠮷, letters of Central Europe and subscripts are in the packaged fonts', async () => {
    const names = '䶮𠮷〇㛃𬭊𤧛㐂凜龘 Łukasz Świętosławski Şükrü CO₂ x⁻² ≤±∇ℝ ☐☑✓ ①㎡℃ 卜·买'
    expect(fonts.listMissing(names)).toEqual([])
    expect((await read(paper({ blocks: [{ kind: 'paragraph', text: names }] }))).text).toContain(spaceless(names))
  })

  it('a character that no font has is shown by its number, and the data keep it', async () => {
    const embedded = '{"name":"王𰻞"}'
    const read_ = await read(paper({ embedded, blocks: [{ kind: 'paragraph', text: '姓名：王𰻞' }] }))
    expect(fonts.listMissing('王𰻞')).toEqual(['𰻞'])
    expect(read_.text).toContain('姓名：王〔U+30EDE〕')
    expect(read_.files.get(embeddedName)).toBe(embedded)
  })

  it('no text comes out as the empty box of a missing glyph', async () => {
    // Glyph 0 copies out as the character 0.
    for (const each of [twoPages, contract, english, longest]) expect((await read(each)).text).not.toContain(String.fromCharCode(0))
  })

  it('controls and variation selectors leave no mark', async () => {
    const { text } = await read(paper({ blocks: [{ kind: 'paragraph', text: '葛\u{e0100}城\u200b市\u0007\u00a0港' }] }))
    expect(text).toContain('葛城市港')
  })
})

describe('whatever the data', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 })
  const column = fc.record({ title: text })
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1, 2, 3), text }),
    fc.record({ kind: fc.constant('paragraph' as const), text, align: fc.constantFrom('left', 'center', 'right') }),
    fc.record({
      kind: fc.constant('fields' as const),
      rows: fc.array(fc.record({ label: text, value: text, wide: fc.boolean() })),
      columns: fc.constantFrom(1, 2),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      columns: fc.array(column, { minLength: 1, maxLength: 6 }),
      rows: fc.array(fc.array(text)),
    }),
    fc.record({ kind: fc.constant('list' as const), items: fc.array(text), ordered: fc.boolean() }),
    fc.record({ kind: fc.constant('clause' as const), number: text, title: text, text }),
    fc.record({ kind: fc.constant('signature' as const), parties: fc.array(fc.record({ title: text, dateLabel: text })) }),
    fc.record({ kind: fc.constant('seal' as const), label: text, issuer: text }),
    fc.constantFrom({ kind: 'pageBreak' as const }, { kind: 'spacer' as const, lines: 80 }),
  )

  it('a paper can be drawn and read', async () => {
    const language = fc.constantFrom('zh-CN' as const, 'en' as const)
    const anything = fc.record({ title: text, subtitle: text, matterNumber: text, watermark: text, language, blocks: fc.array(block) })
    await fc.assert(
      fc.asyncProperty(anything, async (given) => {
        expect((await read(paper(given))).pages.length).toBeGreaterThan(0)
      }),
      { numRuns: 40 },
    )
  })
})

describe('tables', () => {
  const columns = [{ title: '到账日期' }, { title: '付款单位' }, { title: '金额', align: 'right' as const }]
  const rows = Array.from({ length: 90 }, (_, index) => [`第${index + 1}期`, index % 9 === 4 ? opinion : '某某公司', `${index + 1}.00`])

  it('the head comes again on every page of a table of three pages', async () => {
    const { pages } = await read(paper({ blocks: [{ kind: 'table', columns, rows, total: ['合计', '', '4095.00'] }] }))
    expect(pages.length).toBeGreaterThanOrEqual(3)
    for (const page of pages) expect(count(page, '到账日期付款单位金额')).toBe(1)
  })

  it('each row is there once, in order, and the total follows the last row on its page', async () => {
    const { pages, text } = await read(paper({ blocks: [{ kind: 'table', columns, rows, total: ['合计', '', '4095.00'] }] }))
    const found = [...text.matchAll(/第(\d+)期/gu)].map((match) => Number(match[1]))
    expect(found).toEqual(rows.map((_, index) => index + 1))
    const last = pages[pages.length - 1] ?? ''
    expect(last).toContain('第90期')
    expect(last).toContain('4095.00')
  })
})

describe('a page end', () => {
  const lines = (rows: number) => Array.from({ length: rows }, (_, index) => `甲${index + 1}乙`)
  const forms: { readonly [kind: string]: (rows: number) => Block } = {
    form: (rows) => ({ kind: 'fields', rows: lines(rows).map((label) => ({ label, value: label })) }),
    table: (rows) => ({ kind: 'table', columns: [{ title: '事项' }], rows: lines(rows).map((text) => [text]) }),
  }

  it.each(Object.entries(forms))('leaves no line of a %s alone on the page before or after it', async (_, formOf) => {
    const rowsOn = (page: string): number => new Set(page.match(/甲\d+乙/gu)).size
    for (let rows = 20; rows < 60; rows += 3) {
      const { pages } = await read(paper({ blocks: [{ kind: 'paragraph', text: opinion }, formOf(rows)] }))
      const counts = pages.map(rowsOn).filter((on) => on > 0)
      expect(counts.reduce((sum, on) => sum + on, 0)).toBe(rows)
      expect(Math.min(...counts)).toBeGreaterThan(1)
    }
  })
})

describe('signing', () => {
  it('the places for signature are on the page of the text they close', async () => {
    for (let paragraphs = 4; paragraphs < 14; paragraphs++) {
      const text = Array.from({ length: paragraphs }, () => ({ kind: 'paragraph' as const, text: opinion }))
      const close = { kind: 'paragraph' as const, text: '以上内容属实。' }
      const parties = [{ title: '甲方', dateLabel: '年月日' }]
      const { pages } = await read(paper({ blocks: [...text, close, { kind: 'signature', parties }] }))
      const signed = pages.find((page) => page.includes('（签字或盖章）'))
      expect(signed).toContain('以上内容属实。')
    }
  })
})
