import { Button, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page as PageOf } from '#schemas/api/common.ts'
import type { ResultRow } from '#schemas/api/register.ts'
import { useList } from '#web/api/hooks.ts'
import { useMe } from '#web/api/session.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { WordsFilter } from '#web/parts/Filters.tsx'
import { Link } from '#web/parts/Link.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Pager } from '#web/parts/Pager.tsx'
import { Binds } from '#web/parts/register/Binds.tsx'
import { keepsRegisters } from '#web/parts/register/keepers.ts'
import { NewResult } from '#web/parts/register/NewResult.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

/** The register of results that are no patents. */
export function ResultsPage(): ReactElement {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const [isNew, setNew] = useState(false)
  const query = useQueryText()
  const results = useList<PageOf<ResultRow>>(withQuery('/api/results', { ...Object.fromEntries(query), limit: '50' }))
  const actions = keepsRegisters(me) && (
    <Button type="primary" onClick={() => setNew(true)}>
      {t('registers.results.new')}
    </Button>
  )
  return (
    <Page title={t('registers.results.title')} lead={t('registers.results.lead')} actions={actions}>
      <div className="filters">
        <WordsFilter name="q" label={t('registers.results.words')} />
      </div>
      <FaultNote fault={results.error} onRetry={() => void results.refetch()} />
      {results.isPending && <Waiting />}
      {results.data !== undefined && <ResultSheet rows={results.data.items} />}
      <Pager next={results.data?.next} />
      <Modal open={isNew} title={t('registers.results.new')} footer={null} width={720} onCancel={() => setNew(false)} destroyOnHidden>
        <NewResult />
      </Modal>
    </Page>
  )
}

function ResultSheet({ rows }: { readonly rows: readonly ResultRow[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <Sheet<ResultRow>
      caption={t('registers.results.title')}
      rows={rows}
      keyOf={(row) => row.id}
      empty={<p>{t('registers.results.empty')}</p>}
      columns={[
        {
          key: 'title',
          title: t('registers.patents.name'),
          isMain: true,
          cell: (row) => (
            <>
              <Link to={`/results/${encodeURIComponent(row.id)}`}>{row.title}</Link>
              <div className="under">
                {row.id}
                {row.sample === true && ` · ${t('registers.patents.sample')}`}
              </div>
            </>
          ),
        },
        { key: 'type', title: t('registers.patents.kind'), cell: (row) => row.type.label },
        { key: 'status', title: t('common.status'), cell: (row) => row.status.label },
        { key: 'owners', title: t('registers.patents.owners'), cell: (row) => row.owners.join(t('common.comma')) },
        { key: 'binds', title: t('registers.patents.binds'), cell: (row) => <Binds rows={row.encumbrances} /> },
      ]}
    />
  )
}
