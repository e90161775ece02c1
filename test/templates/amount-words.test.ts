import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, yuan } from '#domain/money.ts'
import { amountInCapitals, amountTwice } from '#templates/amount-words.ts'

describe('an amount in capitals', () => {
  it.each([
    ['0.00', '人民币零元整'],
    ['0.01', '人民币壹分'],
    ['0.30', '人民币叁角整'],
    ['10.00', '人民币壹拾元整'],
    ['20.05', '人民币贰拾元零伍分'],
    ['1,409.50', '人民币壹仟肆佰零玖元伍角整'],
    ['6,007.14', '人民币陆仟零柒元壹角肆分'],
    ['10,020.50', '人民币壹万零贰拾元伍角整'],
    ['107,000.53', '人民币壹拾万柒仟元伍角叁分'],
    ['1,000,000.00', '人民币壹佰万元整'],
    ['20,000,000.01', '人民币贰仟万元零壹分'],
    ['100,000,000.00', '人民币壹亿元整'],
    ['100,010,002.00', '人民币壹亿零壹万零贰元整'],
    ['12,345,678,901.23', '人民币壹佰贰拾叁亿肆仟伍佰陆拾柒万捌仟玖佰零壹元贰角叁分'],
  ])('%s yuan is written as vouchers write it', (figures, capitals) => {
    expect(amountInCapitals(yuan(figures))).toBe(capitals)
  })

  it('never doubles a nought and ends each whole amount alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 14 }), (amount) => {
        const said = amountInCapitals(fen(amount))
        expect(said).not.toMatch(/零零|零[元万亿整]|undefined/)
        expect(said.endsWith('整')).toBe(amount % 10 === 0)
      }),
    )
  })

  it('tells any two amounts apart', () => {
    const amounts = fc.uniqueArray(fc.integer({ min: 0, max: 10 ** 12 }), { minLength: 2, maxLength: 50 })
    fc.assert(
      fc.property(amounts, (all) => {
        expect(new Set(all.map((one) => amountInCapitals(fen(one)))).size).toBe(all.length)
      }),
    )
  })

  it('is not written for less than nothing', () => {
    expect(() => amountInCapitals(fen(-1))).toThrow(RangeError)
  })

  it('stands behind the figures in Chinese alone', () => {
    expect(amountTwice(yuan('4000.00'), 'zh-CN')).toBe('人民币4,000.00元（大写：人民币肆仟元整）')
    expect(amountTwice(yuan('4000.00'), 'en')).toBe('CNY 4,000.00')
  })
})
