import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Link } from '#web/parts/Link.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

type Row = { readonly process: string; readonly name: string; readonly version: string; readonly from?: string }

/** What the university sets for each process. */
export function PoliciesPage(): ReactElement {
  const { t } = useTranslation()
  const list = useAnswer<{ items: readonly Row[] }>('/api/policies')
  return (
    <Page title={t('office.policies.title')} lead={t('office.policies.lead')}>
      <FaultNote fault={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Waiting />}
      {list.data !== undefined && (
        <Sheet<Row>
          caption={t('office.policies.title')}
          rows={list.data.items}
          keyOf={(row) => row.process}
          empty={<p>{t('common.none')}</p>}
          columns={[
            {
              key: 'name',
              title: t('tasks.process'),
              isMain: true,
              cell: (row) => (
                <Link to={`/office/policies/${row.process}`} className="strong">
                  {row.name}
                </Link>
              ),
            },
            {
              key: 'version',
              title: t('office.policies.version'),
              cell: (row) => <code title={row.version}>{row.version.slice(0, 12)}</code>,
            },
            { key: 'from', title: t('office.policies.effective'), cell: (row) => row.from ?? t('office.policies.defaults') },
          ]}
        />
      )}
    </Page>
  )
}
