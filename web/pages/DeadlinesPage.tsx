import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page as PageOf } from '#schemas/api/common.ts'
import type { DeadlineView } from '#schemas/api/deadline.ts'
import { useList } from '#web/api/hooks.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { DeadlineCard } from '#web/parts/DeadlineCard.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { DayFilter, SelectFilter } from '#web/parts/Filters.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Pager } from '#web/parts/Pager.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

const classes = ['statutory', 'contractual', 'notice', 'service'] as const

/** The docket over all matters one may see, the most urgent first. */
export function DeadlinesPage(): ReactElement {
  const { t } = useTranslation()
  const query = useQueryText()
  const deadlines = useList<PageOf<DeadlineView>>(withQuery('/api/deadlines', { ...Object.fromEntries(query), limit: '50' }))
  return (
    <Page title={t('deadline.title')} lead={t('deadline.lead')}>
      <div className="filters">
        <SelectFilter
          name="class"
          label={t('deadline.class')}
          options={classes.map((value) => ({ value, label: t(`deadline.classes.${value}`) }))}
        />
        <DayFilter name="before" label={t('deadline.before')} />
      </div>
      <FaultNote fault={deadlines.error} onRetry={() => void deadlines.refetch()} />
      {deadlines.isPending && <Waiting />}
      {deadlines.data?.items.length === 0 && <div className="empty">{t('deadline.empty')}</div>}
      <ul className="cards">
        {(deadlines.data?.items ?? []).map((deadline) => (
          <DeadlineCard
            key={`${deadline.matter.id} ${deadline.source} ${deadline.code} ${deadline.task ?? ''}`}
            deadline={deadline}
            withMatter
          />
        ))}
      </ul>
      <Pager next={deadlines.data?.next} />
    </Page>
  )
}
