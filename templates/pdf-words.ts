import type { Language } from './block.ts'
import type { PlainDay } from '#domain/day.ts'

type Furniture = {
  readonly matter: string
  /** What a reading is beside its original; stands behind the matter's number on every page. */
  readonly reading?: string
  readonly document: string
  readonly issuedOn: (day: PlainDay) => string
  readonly pageOf: (page: number, of: number) => string
  readonly sign: string
  readonly embedded: string
}

function partsOf(day: PlainDay): { readonly year: number; readonly month: number; readonly date: number } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { year, month, date }
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** Words of heads and feet, and of places for signing, in both languages. */
export const furniture: { readonly [language in Language]: Furniture } = {
  'zh-CN': {
    matter: '办件编号',
    document: '文件编号',
    issuedOn: (day) => {
      const { year, month, date } = partsOf(day)
      return `出具日期：${year}年${month}月${date}日`
    },
    pageOf: (page, of) => `第 ${page} 页　共 ${of} 页`,
    sign: '（签字或盖章）',
    embedded: '本文件所载内容的结构化数据',
  },
  en: {
    matter: 'Matter',
    reading: 'English reading (Chinese prevails)',
    document: 'Document',
    issuedOn: (day) => {
      const { year, month, date } = partsOf(day)
      return `Issued on ${date} ${months[month - 1] ?? ''} ${year}`
    },
    pageOf: (page, of) => `Page ${page} of ${of}`,
    sign: '(signature or seal)',
    embedded: 'What this paper says, as structured data',
  },
}
