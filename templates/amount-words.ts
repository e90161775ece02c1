import { formatYuan, type Fen } from '#domain/money.ts'
import type { Language } from './block.ts'
import { amountIn } from './lines.ts'

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/** Up to four digits; several noughts in a row are said once and none at the end: `1002` → `壹仟零贰`. */
function groupInWords(group: string): string {
  const said = [...group].map((digit, at) =>
    digit === '0' ? '零' : `${digits[Number(digit)] ?? ''}${places[group.length - 1 - at] ?? ''}`,
  )
  return said.join('').replaceAll(/零+/g, '零').replace(/零$/, '')
}

/** Whole yuan in words, without the unit. */
function wholeInWords(whole: string): string {
  const four = whole.padStart(Math.ceil(whole.length / 4) * 4, '0').match(/\d{4}/g) ?? []
  const said = four.map((group, at) => {
    const words = groupInWords(group)
    return words === '' ? '零' : `${words}${groups[four.length - 1 - at] ?? ''}`
  })
  return said.join('').replaceAll(/零+/g, '零').replace(/^零/, '').replace(/零$/, '')
}

/**
 * An amount in capital Chinese numerals as vouchers and contracts write it beside the figures:
 * `人民币壹万零贰拾元伍角整`. A whole number of yuan or jiao ends with `整`, one with fen does not. Throws a RangeError below nought.
 */
export function amountInCapitals(amount: Fen): string {
  if (amount < 0) throw new RangeError(`No paper writes a negative amount in capitals: ${amount}`)
  const [whole = '0', cents = '00'] = formatYuan(amount).replaceAll(',', '').split('.')
  const [jiao, fen] = [...cents].map(Number) as [number, number]
  const yuan = whole === '0' ? '' : `${wholeInWords(whole)}元`
  if (cents === '00') return `人民币${yuan === '' ? '零元' : yuan}整`
  const tenths = jiao > 0 ? `${digits[jiao] ?? ''}角` : yuan === '' ? '' : '零'
  return `人民币${yuan}${tenths}${fen > 0 ? `${digits[fen] ?? ''}分` : '整'}`
}

/** An amount as contracts and payments state it: in Chinese with capitals behind the figures. */
export function amountTwice(amount: Fen, language: Language): string {
  return language === 'en' ? amountIn(amount, language) : `${amountIn(amount, language)}（大写：${amountInCapitals(amount)}）`
}
