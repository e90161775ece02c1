import { Checkbox, Input } from 'antd'
import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page as PageOf } from '#schemas/api/common.ts'
import type { MatterRow } from '#schemas/api/matter.ts'
import type { ProcessRow } from '#schemas/api/process.ts'
import { useAnswer, useList } from '#web/api/hooks.ts'
import { goTo, useQueryText, withQuery } from '#web/location.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
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
  const id = useId()
  const query = useQueryText()
  const processes = useAnswer<{ items: readonly ProcessRow[] }>('/api/processes')
  const apply = (next: { readonly [name: string]: string }) => goTo(withQuery('/matters', { ...Object.fromEntries(query), ...next, cursor: undefined }))
  const standings = ['open', 'suspended', 'closed'] as const
  return (
    <div className="filters">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          apply({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() })
        }}
      >
        <label htmlFor={`${id}-q`}>{t('tasks.words')}</label>
        <Input key={query.get('q')} id={`${id}-q`} name="q" defaultValue={query.get('q') ?? ''} />
      </form>
      <div>
        <label htmlFor={`${id}-process`}>{t('tasks.process')}</label>
        <select id={`${id}-process`} className="select" value={query.get('process') ?? ''} onChange={(event) => apply({ process: event.target.value })}>
          <option value="">{t('common.all')}</option>
          {(processes.data?.items ?? []).map(({ process: stem, name }) => (
            <option key={stem} value={stem}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}-standing`}>{t('matters.standing')}</label>
        <select id={`${id}-standing`} className="select" value={query.get('standing') ?? ''} onChange={(event) => apply({ standing: event.target.value })}>
          <option value="">{t('common.all')}</option>
          {standings.map((one) => (
            <option key={one} value={one}>
              {t(`matters.standings.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <Checkbox checked={query.get('mine') === 'true'} onChange={(event) => apply({ mine: event.target.checked ? 'true' : '' })}>
        {t('matters.mine')}
      </Checkbox>
      <SavedFilters list="matters" path="/matters" />
    </div>
  )
}
