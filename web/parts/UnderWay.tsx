import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** Said while a command is accepted and not yet carried out. */
export function UnderWay({ deed }: { readonly deed: { readonly isUnderWay: boolean } }): ReactElement | null {
  const { t } = useTranslation()
  if (!deed.isUnderWay) return null
  return (
    <p className="under-way" role="status">
      {t('common.underWay')}
    </p>
  )
}
