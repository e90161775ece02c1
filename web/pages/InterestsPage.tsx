import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page as PageOf } from '#schemas/api/common.ts'
import type { InterestRow } from '#schemas/api/interest.ts'
import { useList } from '#web/api/hooks.ts'
import { useMe } from '#web/api/session.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { DayText } from '#web/parts/DayText.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { WordsFilter } from '#web/parts/Filters.tsx'
import { Link } from '#web/parts/Link.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Pager } from '#web/parts/Pager.tsx'
import { NewInterest } from '#web/parts/register/NewInterest.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

/** Who is tied to which party: one's own ties, and all of them to the office. */
export function InterestsPage(): ReactElement {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const query = useQueryText()
  const interests = useList<PageOf<InterestRow>>(withQuery('/api/interests', { ...Object.fromEntries(query), limit: '50' }))
  return (
    <Page title={t('registers.interests.title')} lead={t('registers.interests.lead')}>
      <div className="filters">
        <WordsFilter name="of" label={t('registers.interests.of')} />
      </div>
      <FaultNote fault={interests.error} onRetry={() => void interests.refetch()} />
      {interests.isPending && <Waiting />}
      {interests.data !== undefined && <InterestSheet rows={interests.data.items} />}
      <Pager next={interests.data?.next} />
      {me !== undefined && <NewInterest me={me} />}
    </Page>
  )
}

function InterestSheet({ rows }: { readonly rows: readonly InterestRow[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <Sheet<InterestRow>
      caption={t('registers.interests.title')}
      rows={rows}
      keyOf={(row) => row.id}
      empty={<p>{t('registers.interests.empty')}</p>}
      columns={[
        {
          key: 'person',
          title: t('registers.interests.person'),
          isMain: true,
          cell: (row) => <Link to={`/interests/${encodeURIComponent(row.id)}`}>{row.person.name}</Link>,
        },
        {
          key: 'party',
          title: t('registers.interests.party'),
          cell: (row) => (
            <>
              {row.partyName ?? row.party}
              {row.partyName !== undefined && <div className="under">{row.party}</div>}
            </>
          ),
        },
        { key: 'relation', title: t('registers.interests.relation'), cell: (row) => row.relation.label },
        { key: 'since', title: t('common.from'), cell: (row) => <DayText day={row.since} /> },
        { key: 'until', title: t('common.to'), cell: (row) => (row.until === undefined ? '' : <DayText day={row.until} />) },
      ]}
    />
  )
}
