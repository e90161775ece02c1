import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterView } from '#schemas/api/matter.ts'
import { formatShare } from '#web/parts/form/numbers.ts'
import { ShareSum } from '#web/parts/form/ShareSum.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'

type Row = MatterView['people'][number]

/** Who is part of a matter, as what, and with which share. */
export function PeopleTab({ matter }: { readonly matter: MatterView }): ReactElement {
  const { t } = useTranslation()
  const shares = matter.people.flatMap(({ shareBp }) => (shareBp === undefined ? [] : [shareBp]))
  return (
    <>
      <Sheet<Row>
        caption={t('matter.tabs.people')}
        rows={matter.people}
        keyOf={(row) => `${row.person.id} ${row.relation.name}`}
        empty={<p>{t('matter.peopleEmpty')}</p>}
        columns={[
          { key: 'name', title: t('common.name'), isMain: true, cell: ({ person }) => <strong>{person.name}</strong> },
          { key: 'department', title: t('common.department'), cell: ({ person }) => person.department ?? '' },
          { key: 'relation', title: t('matter.relation'), cell: ({ relation }) => relation.label },
          {
            key: 'share',
            title: t('matter.share'),
            cell: ({ shareBp }) => (shareBp === undefined ? '' : <span className="number">{formatShare(shareBp)}%</span>),
          },
        ]}
      />
      {shares.length > 0 && <ShareSum shares={shares} />}
    </>
  )
}
