import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from './Link.tsx'
import { Page } from './Page.tsx'

/** There is no such page. */
export function NotFound(): ReactElement {
  const { t } = useTranslation()
  return (
    <Page title={t('common.notFound')} lead={t('common.notFoundLead')}>
      <Link to="/tasks">{t('nav.tasks')}</Link>
    </Page>
  )
}
