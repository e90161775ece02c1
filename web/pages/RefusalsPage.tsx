import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { recordedRefusal } from '#schemas/api/rule.ts'
import type { Page as PageOf } from '#schemas/api/common.ts'
import { useList } from '#web/api/hooks.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { InstantText } from '#web/parts/DayText.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Link } from '#web/parts/Link.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Pager } from '#web/parts/Pager.tsx'
import { RefusalNote } from '#web/parts/RefusalNote.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

type Recorded = z.infer<typeof recordedRefusal>

/** Every lawful no as it was given. */
export function RefusalsPage(): ReactElement {
  const { t } = useTranslation()
  const query = useQueryText()
  const refusals = useList<PageOf<Recorded>>(withQuery('/api/refusals', { ...Object.fromEntries(query), limit: '50' }))
  return (
    <Page title={t('office.refusals.title')} lead={t('office.refusals.lead')}>
      <FaultNote fault={refusals.error} onRetry={() => void refusals.refetch()} />
      {refusals.isPending && <Waiting />}
      {refusals.data !== undefined && (
        <Sheet<Recorded>
          caption={t('office.refusals.title')}
          rows={refusals.data.items}
          keyOf={(row) => row.id}
          empty={<p>{t('office.refusals.empty')}</p>}
          columns={[
            { key: 'refusal', title: t('office.refusals.title'), isMain: true, cell: (row) => <RefusalNote refusal={row.refusal} /> },
            {
              key: 'asked',
              title: t('office.refusals.asked'),
              cell: (row) => t(`office.refusals.orders.${row.asked}` as 'office.refusals.orders.open-matter', { defaultValue: row.asked }),
            },
            { key: 'who', title: t('office.refusals.who'), cell: (row) => row.person?.name ?? t('office.refusals.public') },
            {
              key: 'matter',
              title: t('tasks.matter'),
              cell: (row) =>
                row.matter === undefined ? '' : <Link to={`/matters/${encodeURIComponent(row.matter)}`}>{t('task.toMatter')}</Link>,
            },
            { key: 'when', title: t('office.refusals.when'), cell: (row) => <InstantText at={row.at} /> },
          ]}
        />
      )}
      <Pager next={refusals.data?.next} />
    </Page>
  )
}
