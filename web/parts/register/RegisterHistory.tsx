import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterHistoryEntry } from '#schemas/api/register.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { DayText } from '#web/parts/DayText.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Link } from '#web/parts/Link.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'

/** What was entered of a subject, by whom, from which source, in the order of entry. */
export function RegisterHistory({ path }: { readonly path: string }): ReactElement {
  const { t } = useTranslation()
  const history = useAnswer<{ items: readonly RegisterHistoryEntry[] }>(`${path}/history`)
  return (
    <section className="block">
      <h2>{t('registers.history.title')}</h2>
      <FaultNote fault={history.error} onRetry={() => void history.refetch()} />
      <Sheet<RegisterHistoryEntry>
        caption={t('registers.history.title')}
        rows={history.data?.items ?? []}
        keyOf={(row) => String(row.seq)}
        empty={<p>{t('common.none')}</p>}
        columns={[
          { key: 'on', title: t('registers.history.enteredOn'), cell: (row) => <DayText day={row.on} /> },
          { key: 'what', title: t('registers.history.what'), isMain: true, cell: (row) => row.says },
          { key: 'source', title: t('registers.history.source'), cell: (row) => row.source },
          {
            key: 'matter',
            title: t('registers.history.matter'),
            cell: ({ matter }) =>
              matter === undefined ? '' : <Link to={`/matters/${encodeURIComponent(matter)}`}>{t('common.open')}</Link>,
          },
        ]}
      />
    </section>
  )
}
