import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useDemonstration, type DemonstrationAccount } from '#web/api/demonstration.ts'
import { LanguageSwitch } from '#web/parts/LanguageSwitch.tsx'
import { Link } from '#web/parts/Link.tsx'
import { Seal } from '#web/parts/Seal.tsx'
import { SignInForm } from '#web/parts/SignInForm.tsx'

/** The door: what this is, in which language, and who comes in. */
export function SignInPage(): ReactElement {
  const { t } = useTranslation()
  const [chosen, choose] = useState<DemonstrationAccount>()
  useEffect(() => {
    document.title = t('signIn.title')
  }, [t])
  return (
    <main className="door">
      <div className="door-language">
        <LanguageSwitch />
      </div>
      <section className="door-card">
        <header className="door-head">
          <Seal size={52} />
          <div>
            <h1>{t('common.product')}</h1>
            <p>{t('common.tagline')}</p>
          </div>
        </header>
        <SignInForm key={chosen?.username ?? ''} account={chosen?.username ?? ''} secret={chosen?.password ?? ''} />
        <p>
          <Link to="/notices">{t('notice.listTitle')}</Link> · <Link to="/open-licences">{t('licence.listTitle')}</Link>
        </p>
        <DemonstrationAccounts onChoose={choose} />
      </section>
    </main>
  )
}

/** The people of the demonstration; nothing where the program is in earnest. */
function DemonstrationAccounts({ onChoose }: { readonly onChoose: (account: DemonstrationAccount) => void }): ReactElement | null {
  const { t } = useTranslation()
  const { data } = useDemonstration()
  if (data === undefined || data.length === 0) return null
  return (
    <section className="door-accounts" aria-labelledby="door-accounts">
      <h2 id="door-accounts">{t('signIn.demonstration')}</h2>
      <p>{t('signIn.demonstrationLead')}</p>
      <ul>
        {data.map((account) => (
          <li key={account.username}>
            <button type="button" onClick={() => onChoose(account)}>
              <strong>{account.name}</strong>
              <span>{account.does}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
