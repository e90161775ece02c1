import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchResult } from '#schemas/api/search.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { MatterSheet } from '#web/parts/MatterSheet.tsx'
import { Page } from '#web/parts/Page.tsx'
import { PersonSheet } from '#web/parts/PersonSheet.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

/** Matters and people that fit some words. */
export function SearchPage(): ReactElement {
  const { t } = useTranslation()
  const words = useQueryText().get('q') ?? ''
  const found = useAnswer<SearchResult>(words === '' ? undefined : withQuery('/api/search', { q: words }))
  const { data } = found
  return (
    <Page title={t('office.search.title')} lead={t('office.search.lead', { words })}>
      <FaultNote fault={found.error} onRetry={() => void found.refetch()} />
      {found.isLoading && <Waiting />}
      {data !== undefined && data.matters.length + data.people.length === 0 && <div className="empty">{t('office.search.empty')}</div>}
      {data !== undefined && data.matters.length > 0 && (
        <section className="block">
          <h2>{t('office.search.matters')}</h2>
          <MatterSheet rows={data.matters} />
        </section>
      )}
      {data !== undefined && data.people.length > 0 && (
        <section className="block">
          <h2>{t('office.search.people')}</h2>
          <PersonSheet rows={data.people} />
        </section>
      )}
    </Page>
  )
}
