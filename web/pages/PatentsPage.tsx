import { Button, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page as PageOf } from '#schemas/api/common.ts'
import type { PatentRow } from '#schemas/api/register.ts'
import { useList } from '#web/api/hooks.ts'
import { useMe } from '#web/api/session.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { DayText } from '#web/parts/DayText.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { WordsFilter } from '#web/parts/Filters.tsx'
import { Link } from '#web/parts/Link.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Pager } from '#web/parts/Pager.tsx'
import { Binds } from '#web/parts/register/Binds.tsx'
import { keepsRegisters } from '#web/parts/register/keepers.ts'
import { NewPatent } from '#web/parts/register/NewPatent.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

/** The register of patents. */
export function PatentsPage(): ReactElement {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const [isNew, setNew] = useState(false)
  const query = useQueryText()
  const patents = useList<PageOf<PatentRow>>(withQuery('/api/patents', { ...Object.fromEntries(query), limit: '50' }))
  const actions = keepsRegisters(me) && (
    <Button type="primary" onClick={() => setNew(true)}>
      {t('registers.patents.new')}
    </Button>
  )
  return (
    <Page title={t('registers.patents.title')} lead={t('registers.patents.lead')} actions={actions}>
      <div className="filters">
        <WordsFilter name="q" label={t('registers.patents.words')} />
      </div>
      <FaultNote fault={patents.error} onRetry={() => void patents.refetch()} />
      {patents.isPending && <Waiting />}
      {patents.data !== undefined && <PatentSheet rows={patents.data.items} />}
      <Pager next={patents.data?.next} />
      <Modal open={isNew} title={t('registers.patents.new')} footer={null} width={720} onCancel={() => setNew(false)} destroyOnHidden>
        <NewPatent />
      </Modal>
    </Page>
  )
}

function PatentSheet({ rows }: { readonly rows: readonly PatentRow[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <Sheet<PatentRow>
      caption={t('registers.patents.title')}
      rows={rows}
      keyOf={(row) => row.number}
      empty={<p>{t('registers.patents.empty')}</p>}
      columns={[
        {
          key: 'title',
          title: t('registers.patents.name'),
          isMain: true,
          cell: (row) => (
            <>
              <Link to={`/patents/${encodeURIComponent(row.number)}`}>{row.title}</Link>
              <div className="under">
                {row.number}
                {row.sample === true && ` · ${t('registers.patents.sample')}`}
              </div>
            </>
          ),
        },
        { key: 'kind', title: t('registers.patents.kind'), cell: (row) => row.kind.label },
        { key: 'status', title: t('common.status'), cell: (row) => row.status.label },
        { key: 'owners', title: t('registers.patents.owners'), cell: (row) => row.owners.join(t('common.comma')) },
        { key: 'binds', title: t('registers.patents.binds'), cell: (row) => <Binds rows={row.encumbrances} /> },
        { key: 'filed', title: t('registers.patents.filedOn'), cell: (row) => <DayText day={row.filedOn} /> },
      ]}
    />
  )
}
