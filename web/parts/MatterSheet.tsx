import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterRow } from '#schemas/api/matter.ts'
import { describeDay } from '#web/words/days.ts'
import { DayText } from './DayText.tsx'
import { Link } from './Link.tsx'
import { MatterStanding } from './MatterStanding.tsx'
import { Sheet } from './Sheet.tsx'

/** Matters as a list. */
export function MatterSheet({ rows, isStale = false }: { readonly rows: readonly MatterRow[]; readonly isStale?: boolean }): ReactElement {
  const { t } = useTranslation()
  return (
    <Sheet<MatterRow>
      caption={t('matters.title')}
      rows={rows}
      keyOf={(row) => row.id}
      isStale={isStale}
      empty={<p>{t('matters.empty')}</p>}
      columns={[
        {
          key: 'name',
          title: t('matters.name'),
          isMain: true,
          cell: (row) => (
            <>
              <Link to={`/matters/${encodeURIComponent(row.id)}`} className="strong">
                {row.title ?? t('matters.untitled')}
              </Link>
              <div className="under">
                <span className="number">{row.number}</span> · {row.process.label}
              </div>
            </>
          ),
        },
        { key: 'stage', title: t('matters.stage'), cell: (row) => <MatterStanding matter={row} /> },
        { key: 'turn', title: t('matters.turn'), cell: (row) => (row.standing === 'closed' ? '' : <Turn row={row} />) },
        { key: 'department', title: t('common.department'), cell: (row) => row.department?.name ?? '' },
        { key: 'opened', title: t('matters.opened'), cell: (row) => <DayText day={row.openedOn} /> },
        { key: 'last', title: t('matters.last'), cell: (row) => <DayText day={row.lastOn} /> },
      ]}
    />
  )
}

function Turn({ row }: { readonly row: MatterRow }): ReactElement {
  const { t, i18n } = useTranslation()
  return (
    <>
      {t(`matters.turns.${row.turn}`)}
      {row.since !== undefined && <div className="under since">{t('matters.since', { date: describeDay(row.since, i18n.language) })}</div>}
    </>
  )
}
