import type { Citation } from '#domain/refusal.ts'
import type { Language } from './block.ts'

// Papers cite statutes by their full titles; regulations of provinces bear theirs already.
const fullNames: { readonly [law: string]: string } = {
  专利法: '中华人民共和国专利法',
  专利法实施细则: '中华人民共和国专利法实施细则',
  民法典: '中华人民共和国民法典',
  技术合同纠纷司法解释: '最高人民法院关于审理技术合同纠纷案件适用法律若干问题的解释',
  促进科技成果转化法: '中华人民共和国促进科技成果转化法',
  保守国家秘密法: '中华人民共和国保守国家秘密法',
  科学技术进步法: '中华人民共和国科学技术进步法',
  个人信息保护法: '中华人民共和国个人信息保护法',
  电子签名法: '中华人民共和国电子签名法',
  增值税法: '中华人民共和国增值税法',
}

const englishNames: { readonly [law: string]: string } = {
  专利法: 'Patent Law',
  专利法实施细则: 'Implementing Regulations of the Patent Law',
  专利审查指南: 'Patent Examination Guidelines',
  民法典: 'Civil Code',
  技术合同纠纷司法解释: 'Judicial Interpretation on Technology Contracts',
  促进科技成果转化法: 'Law on Promoting the Transformation of Scientific and Technological Achievements',
  保守国家秘密法: 'Law on Guarding State Secrets',
  科学技术进步法: 'Science and Technology Progress Law',
  个人信息保护法: 'Personal Information Protection Law',
  电子签名法: 'Electronic Signature Law',
  增值税法: 'Value-Added Tax Law',
  专利开放许可办事指南: 'Guide to Open Licences of Patents',
  北京市促进科技成果转化条例: 'Beijing Regulations on Promoting Transformation',
  浙江省促进科技成果转化条例: 'Zhejiang Regulations on Promoting Transformation',
  山东省促进科技成果转化条例: 'Shandong Regulations on Promoting Transformation',
}

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

/** A citation as papers write it: `《中华人民共和国专利法》第六条第一款`, `Patent Law Art. 6(1)`. */
export function citationText({ law, article }: Citation, language: Language): string {
  if (law === 'policy') return language === 'en' ? 'rules of the university' : '学校有关规定'
  if (language === 'en') return `${englishNames[law] ?? law}${article === undefined ? '' : ` Art. ${article}`}`
  // A document without a title is cited by its number, which takes no marks.
  const title = law.includes('〔') ? law : `《${fullNames[law] ?? law}》`
  return `${title}${article === undefined ? '' : articleZh(article)}`
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

/** Several citations in one line; what only the press reports is no basis of a paper. */
export function citationsText(citations: readonly Citation[], language: Language): string {
  return gatherArticles(citations.filter(({ sure }) => sure !== 'article'))
    .map((one) => citationText(one, language))
    .join(language === 'en' ? '; ' : '、')
}
