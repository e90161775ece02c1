import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page as PageOf } from '#schemas/api/common.ts'
import type { MatterRow } from '#schemas/api/matter.ts'
import { useList } from '#web/api/hooks.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { ProcessFilter, SelectFilter, WordsFilter, YesFilter } from '#web/parts/Filters.tsx'
import { MatterSheet } from '#web/parts/MatterSheet.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Pager } from '#web/parts/Pager.tsx'
import { SavedFilters } from '#web/parts/SavedFilters.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

/** Every matter the reader may see, the latest first. */
export function MattersPage(): ReactElement {
  const { t } = useTranslation()
  const query = useQueryText()
  const matters = useList<PageOf<MatterRow>>(withQuery('/api/matters', { ...Object.fromEntries(query), limit: '50' }))
  return (
    <Page title={t('matters.title')} lead={t('matters.lead')}>
      <Filters />
      <FaultNote fault={matters.error} onRetry={() => void matters.refetch()} />
      {matters.isPending && <Waiting />}
      {matters.data !== undefined && <MatterSheet rows={matters.data.items} isStale={matters.isPlaceholderData} />}
      <Pager next={matters.data?.next} />
    </Page>
  )
}

function Filters(): ReactElement {
  const { t } = useTranslation()
  const standings = (['open', 'suspended', 'closed'] as const).map((value) => ({ value, label: t(`matters.standings.${value}`) }))
  return (
    <div className="filters">
      <WordsFilter name="q" label={t('tasks.words')} />
      <ProcessFilter />
      <SelectFilter name="standing" label={t('matters.standing')} options={standings} />
      <YesFilter name="mine" label={t('matters.mine')} />
      <SavedFilters list="matters" path="/matters" />
    </div>
  )
}
