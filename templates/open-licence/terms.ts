import type { Fee } from '#domain/open-licence-forms.ts'
import type { Field, Language } from '../block.ts'
import { amountTwice } from '../amount-words.ts'
import { pick, percent, type Both } from '../lines.ts'
import { valueIn } from './lines.ts'

/** The fee in one sentence, as the declaration, the notice and the confirmation say it alike. */
export function feeIn(fee: Fee, language: Language): string {
  const { method, fixedFen, royaltyBp, royaltyBase, paymentDays } = fee
  const isEnglish = language === 'en'
  const fixed =
    fixedFen === undefined
      ? undefined
      : isEnglish
        ? `${amountTwice(fixedFen, language)} within ${paymentDays} days after the notice arrived`
        : `${amountTwice(fixedFen, language)}，自书面通知到达之日起${paymentDays}日内支付`
  const royalty =
    royaltyBp === undefined || royaltyBase === undefined
      ? undefined
      : isEnglish
        ? `${percent(royaltyBp)} of ${valueIn(royaltyBase, language).toLowerCase()}, reported every ${fee.reportMonths ?? 12} months`
        : `按${valueIn(royaltyBase, language)}的${percent(royaltyBp)}提成，每${fee.reportMonths ?? 12}个月报告并结算一次`
  const parts = [fixed, royalty].filter((part) => part !== undefined)
  return `${valueIn(method, language)}${isEnglish ? ': ' : '：'}${parts.join(isEnglish ? '; ' : '；')}`
}

const labels = {
  fee: { zh: '支付方式、标准', en: 'Fee and how it is paid' },
  account: { zh: '收款账户', en: 'Account' },
  system: { zh: '接收通知的系统', en: 'System that receives notices' },
  address: { zh: '接收通知的地址', en: 'Address for notices' },
  other: { zh: '其他需要明确的事项', en: 'Other points' },
} satisfies { readonly [name: string]: Both }

/** What is announced beside the patent itself. */
export type Terms = {
  readonly fee: Fee
  readonly noticeSystem: string
  readonly noticeAddress: string
  readonly account: string
  readonly other?: string
}

/** The announced terms as lines of a form. */
export function termFields({ fee, account, noticeSystem, noticeAddress, other }: Terms, language: Language): Field[] {
  const line = (label: Both, value: string): Field => ({ label: pick(label, language), value, wide: true })
  return [
    line(labels.fee, feeIn(fee, language)),
    line(labels.account, account),
    line(labels.system, noticeSystem),
    line(labels.address, noticeAddress),
    ...(other === undefined ? [] : [line(labels.other, other)]),
  ]
}
