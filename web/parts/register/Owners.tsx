import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PatentView } from '#schemas/api/register.ts'
import { DayText } from '#web/parts/DayText.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'

type Owner = PatentView['owners'][number]

/** Who owned a patent or a result, over time. */
export function Owners({ owners }: { readonly owners: readonly Owner[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="block">
      <h2>{t('registers.patents.owners')}</h2>
      <Sheet<Owner>
        caption={t('registers.patents.owners')}
        rows={owners}
        keyOf={(row) => `${row.name} ${row.since}`}
        empty={<p>{t('common.none')}</p>}
        columns={[
          {
            key: 'name',
            title: t('registers.patents.owners'),
            isMain: true,
            cell: (row) => (row.isHouse === true ? t('common.aside', { text: row.name, aside: t('registers.patents.house') }) : row.name),
          },
          {
            key: 'share',
            title: t('registers.patents.share'),
            cell: (row) => (row.shareBp === undefined ? '' : `${row.shareBp / 100}%`),
          },
          { key: 'since', title: t('common.from'), cell: (row) => <DayText day={row.since} /> },
          { key: 'until', title: t('common.to'), cell: (row) => (row.until === undefined ? '' : <DayText day={row.until} />) },
        ]}
      />
    </section>
  )
}
