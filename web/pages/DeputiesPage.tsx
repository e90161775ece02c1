import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Deputies } from '#web/parts/office/Deputies.tsx'
import { Page } from '#web/parts/Page.tsx'

/** Who stands in for whom. */
export function DeputiesPage(): ReactElement {
  const { t } = useTranslation()
  return (
    <Page title={t('office.deputies.title')} lead={t('office.deputies.lead')}>
      <Deputies isForOthers />
    </Page>
  )
}
