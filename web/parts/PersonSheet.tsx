import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from '#schemas/api/person.ts'
import { Link } from './Link.tsx'
import { Sheet } from './Sheet.tsx'
import { Tag } from './Tag.tsx'

/** People as a list. */
export function PersonSheet({ rows }: { readonly rows: readonly PersonRow[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <Sheet<PersonRow>
      caption={t('office.people.title')}
      rows={rows}
      keyOf={(row) => row.id}
      empty={<p>{t('office.people.empty')}</p>}
      columns={[
        {
          key: 'name',
          title: t('common.name'),
          isMain: true,
          cell: (row) => (
            <>
              <Link to={`/office/people/${encodeURIComponent(row.id)}`} className="strong">
                {row.name}
              </Link>
              <div className="under">{[row.nameLatin === row.name ? undefined : row.nameLatin, row.title].filter(Boolean).join(' · ')}</div>
            </>
          ),
        },
        { key: 'department', title: t('common.department'), cell: (row) => row.department?.name ?? row.employerName ?? '' },
        { key: 'relation', title: t('office.people.relation'), cell: (row) => t(`office.people.relations.${row.relation}`) },
        {
          key: 'status',
          title: t('common.status'),
          cell: (row) => <Tag tone={row.status === 'active' ? 'green' : 'amber'}>{t(`office.people.statuses.${row.status}`)}</Tag>,
        },
      ]}
    />
  )
}
