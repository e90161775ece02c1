import { lawEn, lawOfTitle, lawZh, placeEn, sectionOf } from '#domain/law-names.ts'
import { isUnverified, type Citation } from '#domain/refusal.ts'
import { words as deskEn } from '#domain/words/desk.en.ts'
import { words as deskZh } from '#domain/words/desk.zh.ts'
import type { Language, Note } from './block.ts'
import { pick, withRemark, type Both } from './lines.ts'

const items = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const units = ['', '十', '百', '千']

/** A number below 10,000 as statutes number their articles: 6 → `六`, 14 → `十四`, 102 → `一百零二`. */
function numeral(number: number): string {
  const places = [...String(number)].map(Number)
  const said = places
    .map((digit, place) => (digit === 0 ? '零' : `${digits[digit] ?? ''}${units[places.length - 1 - place] ?? ''}`))
    .join('')
  const short = said.replace(/零+/g, '零').replace(/零$/, '')
  return number >= 10 && number < 20 ? short.slice(1) : short
}

/** `2` is a paragraph, `ii` an item. */
function partZh(part: string): string {
  const item = items[romans.indexOf(part)]
  return item === undefined ? `第${numeral(Number(part))}款` : `第（${item}）项`
}

/** `13(1)(iii)` → `第十三条第一款第（三）项`; `859-861, 885` → `第八百五十九条至第八百六十一条、第八百八十五条`. */
function articleZh(article: string): string {
  return article
    .split(', ')
    .map((one) => {
      const found = /^(\d+)(?:-(\d+))?(.*)$/.exec(one)
      if (found === null) return one
      const [, from = '', to, inner = ''] = found
      const parts = [...inner.matchAll(/\((\w+)\)(?:-\((\w+)\))?/g)]
      const named = parts.map(([, first = '', last]) => (last === undefined ? partZh(first) : `${partZh(first)}至${partZh(last)}`))
      return `第${numeral(Number(from))}条${to === undefined ? '' : `至第${numeral(Number(to))}条`}${named.join('')}`
    })
    .join('、')
}

function placeIn(article: string, language: Language): string {
  if (language === 'en') return placeEn(article)
  const found = sectionOf(article)
  return found === undefined ? articleZh(article) : `第${found.part}部分第${found.chapter}章第${found.section}节`
}

/** A citation as papers write it: `《中华人民共和国专利法》第六条第一款`, `Patent Law Art. 6(1)`. */
export function citationText({ law, article }: Citation, language: Language): string {
  if (law === 'policy') return language === 'en' ? 'rules of the university' : '学校有关规定'
  const name = language === 'en' ? lawEn(law) : lawZh(law)
  return `${name}${article === undefined ? '' : placeIn(article, language)}`
}

// What people write of a statute: its title, and the article where they name one.
const written = /^《([^《》]+)》(?:第([零一二三四五六七八九十百千]+)条)?$/u

function numberOf(said: string): number {
  let [whole, digit] = [0, 0]
  for (const one of said) {
    const unit = units.indexOf(one)
    if (unit > 0) [whole, digit] = [whole + (digit || 1) * 10 ** unit, 0]
    else digit = digits.indexOf(one)
  }
  return whole + digit
}

/** A text that only cites statutes, by their English names; any other text as it is. */
export function statutesInEnglish(text: string): string {
  const cited = text.split('、').map((one) => {
    const [, title = '', article] = written.exec(one.trim()) ?? []
    const name = lawOfTitle(title)
    return name === undefined ? undefined : `${name}${article === undefined ? '' : ` Art. ${numberOf(article)}`}`
  })
  return cited.includes(undefined) ? text : cited.join('; ')
}

/** What office and counsel read behind a citation of which nobody has seen the text; the same words as beside refusals. */
export const unverified: Both = {
  zh: (deskZh.values?.['note/unverified'] ?? '').replace(/。$/, ''),
  en: (deskEn.values?.['note/unverified'] ?? '').replace(/\.$/, ''),
}

/** A citation in a paper for office and counsel, who are told where its text was not seen. */
export function citationForOffice(citation: Citation, language: Language): string {
  const said = citationText(citation, language)
  return isRecalled(citation) ? withRemark(said, pick(unverified, language), language) : said
}

function isRecalled(citation: Citation): boolean {
  return isUnverified({ citations: [citation] })
}

// Articles of one statute in a row are cited under one title; one that several sources show is cited once.
function gatherArticles(citations: readonly Citation[]): Citation[] {
  const gathered: Citation[] = []
  const isFirst = ({ law, article }: Citation, place: number) =>
    citations.findIndex((other) => other.law === law && other.article === article) === place
  for (const one of citations.filter(isFirst)) {
    const last = gathered[gathered.length - 1]
    if (last?.law !== one.law || last.article === undefined || one.article === undefined) gathered.push(one)
    else gathered[gathered.length - 1] = { ...last, article: `${last.article}, ${one.article}` }
  }
  return gathered
}

// An official paper names the statute and not an article that nobody read; where the same statute was read, that suffices.
function officially(citations: readonly Citation[]): Citation[] {
  const known = citations.filter(({ sure }) => sure !== 'article')
  const read = new Set(known.filter((one) => !isRecalled(one)).map(({ law }) => law))
  return known.flatMap(({ article, ...one }) => {
    if (!isRecalled(one)) return [article === undefined ? one : { ...one, article }]
    return read.has(one.law) ? [] : [one]
  })
}

function officialText(citation: Citation, language: Language): string {
  const said = citationText(citation, language)
  if (!isRecalled(citation)) return said
  return pick({ zh: `${said}有关规定`, en: `relevant provisions of the ${said}` }, language)
}

/**
 * Several citations in one line of an official paper. What only the press reports is no basis of a paper; what is cited from
 * memory is named without an article, and office and counsel read on their screens that it is not verified.
 */
export function citationsText(citations: readonly Citation[], language: Language): string {
  return gatherArticles(officially(citations))
    .map((one) => officialText(one, language))
    .join(language === 'en' ? '; ' : '、')
}

/** The line below a paper that says what it rests on. */
export function basisNote(citations: readonly Citation[], language: Language): Note {
  return { kind: 'note', text: `${pick({ zh: '依据：', en: 'Basis: ' }, language)}${citationsText(citations, language)}` }
}
