import type { TFunction } from 'i18next'
import type { OfferRow } from '#schemas/api/open-licence.ts'
import { formatShare, formatYuan } from '../form/numbers.ts'

/** The fee in one line. */
export function describeFee(fee: OfferRow['fee'], t: TFunction): string {
  const { fixedFen, royaltyBp, royaltyBase, reportMonths = 12, paymentDays } = fee
  const parts = [
    fee.method.label,
    ...(fixedFen === undefined ? [] : [t('licence.fixed', { amount: formatYuan(fixedFen) }), t('licence.payBy', { count: paymentDays })]),
    ...(royaltyBp === undefined || royaltyBase === undefined
      ? []
      : [t('licence.royalty', { base: royaltyBase.label, rate: `${formatShare(royaltyBp)}%`, count: reportMonths })]),
  ]
  return parts.join(' · ')
}
