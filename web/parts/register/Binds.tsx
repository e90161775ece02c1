import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PatentRow } from '#schemas/api/register.ts'
import { Tag } from '#web/parts/Tag.tsx'

/** What binds a patent or a result today, in a list. */
export function Binds({ rows }: { readonly rows: PatentRow['encumbrances'] }): ReactElement {
  const { t } = useTranslation()
  if (rows.length === 0) return <>{t('registers.patents.free')}</>
  return (
    <>
      {rows.map(({ name, label }, index) => (
        <Tag key={`${name} ${index}`} tone="amber">
          {label}
        </Tag>
      ))}
    </>
  )
}
