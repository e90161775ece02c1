import { Drawer } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '#schemas/api/session.ts'
import { useSignOut } from '#web/api/session.ts'
import { language } from '#web/words/language.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Link } from './Link.tsx'
import { Navigation } from './Navigation.tsx'
import { RehearsalBar } from './RehearsalBar.tsx'
import { Seal } from './Seal.tsx'
import { SearchBox } from './SearchBox.tsx'

type FrameProps = { readonly me: Me; readonly children: ReactNode }

/** What surrounds every page: the way to the others, who is signed in, the language. */
export function Frame({ me, children }: FrameProps): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      <header className="bar">
        <button type="button" className="bar-menu" aria-expanded={isOpen} onClick={() => setOpen(true)}>
          <span aria-hidden="true">☰</span>
          <span className="unseen">{t('nav.menu')}</span>
        </button>
        <Link to="/tasks" className="brand">
          <Seal size={34} />
          <strong>{t('common.product')}</strong>
          <span className="brand-house">{language() === 'en' ? me.institution.nameEn : me.institution.nameZh}</span>
        </Link>
        <SearchBox />
        <LanguageSwitch />
        <Whoever me={me} />
      </header>
      <nav className="side" aria-label={t('nav.main')}>
        <Navigation me={me} />
      </nav>
      <Drawer open={isOpen} onClose={() => setOpen(false)} placement="left" size={264} title={t('nav.menu')} className="side-drawer">
        <SearchBox onGo={() => setOpen(false)} />
        <Navigation me={me} onGo={() => setOpen(false)} />
      </Drawer>
      <main id="content" className="content" tabIndex={-1}>
        <RehearsalBar me={me} />
        {children}
      </main>
    </div>
  )
}

/** Who is signed in, and the way out. */
function Whoever({ me }: { readonly me: Me }): ReactElement {
  const { t } = useTranslation()
  const signOut = useSignOut()
  return (
    <div className="whoever">
      <Link to="/account">{me.person.name}</Link>
      <button type="button" onClick={() => void signOut()}>
        {t('nav.signOut')}
      </button>
    </div>
  )
}
