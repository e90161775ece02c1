import { Input } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page as PageOf } from '#schemas/api/common.ts'
import type { DeadlineView } from '#schemas/api/deadline.ts'
import { useList } from '#web/api/hooks.ts'
import { goTo, useQueryText, withQuery } from '#web/location.ts'
import { DeadlineCard } from '#web/parts/DeadlineCard.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Pager } from '#web/parts/Pager.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

const classes = ['statutory', 'contractual', 'notice', 'service'] as const

/** The docket over all matters one may see, the most urgent first. */
export function DeadlinesPage(): ReactElement {
  const { t } = useTranslation()
  const query = useQueryText()
  const deadlines = useList<PageOf<DeadlineView>>(withQuery('/api/deadlines', { ...Object.fromEntries(query), limit: '50' }))
  const apply = (next: { readonly [name: string]: string }) => goTo(withQuery('/deadlines', { ...Object.fromEntries(query), ...next, cursor: undefined }))
  return (
    <Page title={t('deadline.title')} lead={t('deadline.lead')}>
      <div className="filters">
        <div>
          <label htmlFor="deadline-class">{t('deadline.class')}</label>
          <select id="deadline-class" className="select" value={query.get('class') ?? ''} onChange={(event) => apply({ class: event.target.value })}>
            <option value="">{t('common.all')}</option>
            {classes.map((one) => (
              <option key={one} value={one}>
                {t(`deadline.classes.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="deadline-before">{t('deadline.before')}</label>
          <Input id="deadline-before" type="date" value={query.get('before') ?? ''} onChange={(event) => apply({ before: event.target.value })} />
        </div>
      </div>
      <FaultNote fault={deadlines.error} onRetry={() => void deadlines.refetch()} />
      {deadlines.isPending && <Waiting />}
      {deadlines.data?.items.length === 0 && <div className="empty">{t('deadline.empty')}</div>}
      <ul className="cards">
        {(deadlines.data?.items ?? []).map((deadline) => (
          <DeadlineCard key={`${deadline.matter.id} ${deadline.source} ${deadline.code} ${deadline.task ?? ''}`} deadline={deadline} withMatter />
        ))}
      </ul>
      <Pager next={deadlines.data?.next} />
    </Page>
  )
}
