import { useEffect, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Seal } from './Seal.tsx'

/** What surrounds pages for people without an account. */
export function OutsideFrame({
  title,
  house,
  children,
}: {
  readonly title: string
  readonly house?: string
  readonly children: ReactNode
}): ReactElement {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="outside">
      <header className="bar">
        <span className="brand">
          <Seal size={34} />
          <strong>{t('common.product')}</strong>
          {house !== undefined && <span className="brand-house">{house}</span>}
        </span>
        <LanguageSwitch />
      </header>
      <main id="content" className="outside-content">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
