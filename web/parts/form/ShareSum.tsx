import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json } from '#domain/json.ts'
import { formatShare } from './numbers.ts'

const whole = 10_000

/** The running sum of shares, which must be the whole. */
export function ShareSum({ shares }: { readonly shares: readonly (Json | undefined)[] }): ReactElement {
  const { t } = useTranslation()
  const sum = shares.reduce<number>((total, one) => total + (typeof one === 'number' ? one : 0), 0)
  const told = { sum: `${formatShare(sum)}%`, rest: `${formatShare(Math.abs(whole - sum))}%` }
  const says = sum === whole ? t('form.sumRight') : sum < whole ? t('form.sumShort', told) : t('form.sumOver', told)
  return (
    <p className={sum === whole ? 'share-sum share-sum-right' : 'share-sum'} role="status">
      {says}
    </p>
  )
}
