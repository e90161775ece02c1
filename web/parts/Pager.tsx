import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useQueryText, usePath, withQuery } from '#web/location.ts'
import { Link } from './Link.tsx'

/** The way to the page after, and back to the first; the place in the list stands in the address. */
export function Pager({ next }: { readonly next: string | null | undefined }): ReactElement | null {
  const { t } = useTranslation()
  const path = usePath()
  const query = Object.fromEntries(useQueryText())
  const isFirst = query['cursor'] === undefined
  // Whoever turns the page with the keyboard begins at its top, not at its foot.
  const begin = () => document.getElementById('content')?.focus({ preventScroll: true })
  if (isFirst && (next === null || next === undefined)) return null
  return (
    <nav className="pager" aria-label={t('common.more')}>
      {!isFirst && (
        <Link to={withQuery(path, { ...query, cursor: undefined })} onGo={begin}>
          {t('common.first')}
        </Link>
      )}
      {next !== null && next !== undefined && (
        <Link to={withQuery(path, { ...query, cursor: next })} onGo={begin}>
          {t('common.more')}
        </Link>
      )}
    </nav>
  )
}
