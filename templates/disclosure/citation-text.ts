import type { Citation } from '#domain/refusal.ts'
import type { Language } from '../block.ts'

const englishNames: { readonly [law: string]: string } = {
  专利法: 'Patent Law',
  专利法实施细则: 'Implementing Regulations of the Patent Law',
  专利审查指南: 'Patent Examination Guidelines',
  民法典: 'Civil Code',
  技术合同纠纷司法解释: 'Judicial Interpretation on Technology Contracts',
  促进科技成果转化法: 'Law on Promoting the Transformation of Scientific and Technological Achievements',
  保守国家秘密法: 'Law on Guarding State Secrets',
  科学技术进步法: 'Science and Technology Progress Law',
  浙江省促进科技成果转化条例: 'Zhejiang Regulations on Promoting Transformation',
}

const items = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']

/** `2` is a paragraph, `ii` an item. */
function partZh(part: string): string {
  const item = items[romans.indexOf(part)]
  return item === undefined ? `第${part}款` : `第（${item}）项`
}

/** `13(1)(iii)` → `第13条第1款第（三）项`; `859-861, 885` → `第859至861条、第885条`. */
function articleZh(article: string): string {
  return article
    .split(', ')
    .map((one) => {
      const [, from = one, to, inner = ''] = /^(\d+)(?:-(\d+))?(.*)$/.exec(one) ?? []
      const parts = [...inner.matchAll(/\((\w+)\)(?:-\((\w+)\))?/g)]
      const named = parts.map(([, first = '', last]) => (last === undefined ? partZh(first) : `${partZh(first)}至${partZh(last)}`))
      return `第${from}${to === undefined ? '' : `至${to}`}条${named.join('')}`
    })
    .join('、')
}

/** A citation as papers write it: `《专利法》第6条第1款`, `Patent Law Art. 6(1)`. */
export function citationText({ law, article }: Citation, language: Language): string {
  if (law === 'policy') return language === 'en' ? 'rules of the university' : '学校有关规定'
  if (language === 'en') return `${englishNames[law] ?? law}${article === undefined ? '' : ` Art. ${article}`}`
  return `《${law}》${article === undefined ? '' : articleZh(article)}`
}

/** Several citations in one line. */
export function citationsText(citations: readonly Citation[], language: Language): string {
  return citations.map((one) => citationText(one, language)).join(language === 'en' ? '; ' : '、')
}
