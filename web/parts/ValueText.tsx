import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json } from '#domain/json.ts'
import { describeDay, isDay } from '#web/words/days.ts'
import { isMatterId } from './fact-kind.ts'
import { formatShare, formatYuan } from './form/numbers.ts'
import { Link } from './Link.tsx'

type ValueTextProps = {
  readonly name: string
  readonly value: Json
  readonly values?: { readonly [value: string]: string }
  readonly names?: { readonly [person: string]: string }
}

/** One value as people read it: shares in percent, amounts in yuan, days, labels of choices, names of people. */
export function ValueText({ name, value, values = {}, names = {} }: ValueTextProps): ReactElement {
  const { t, i18n } = useTranslation()
  if (value === null || value === '') return <span className="quiet">{t('common.none')}</span>
  if (typeof value === 'boolean') return <>{value ? t('common.yes') : t('common.no')}</>
  if (typeof value === 'number') return <span className="number">{describeNumber(name, value)}</span>
  if (isDay(value)) return <>{describeDay(value, i18n.language)}</>
  if (typeof value === 'string' && isMatterId(name, value))
    return <Link to={`/matters/${encodeURIComponent(value)}`}>{t('task.toMatter')}</Link>
  if (typeof value === 'string') return <>{values[value] ?? names[value] ?? value}</>
  return <>{JSON.stringify(value)}</>
}

function describeNumber(name: string, value: number): string {
  if (/bp$/i.test(name)) return `${formatShare(value)}%`
  return /fen$/i.test(name) ? `¥${formatYuan(value)}` : String(value)
}
