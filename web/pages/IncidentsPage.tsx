import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { Page as PageOf } from '#schemas/api/common.ts'
import type { IncidentView, retryOutcome } from '#schemas/api/operation.ts'
import { useList, usePost } from '#web/api/hooks.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { InstantText } from '#web/parts/DayText.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Link } from '#web/parts/Link.tsx'
import { Verify } from '#web/parts/office/Verify.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Pager } from '#web/parts/Pager.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { UnderWay } from '#web/parts/UnderWay.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

const tones = { open: 'red', retried: 'amber', resolved: 'green' } as const

/** What failed outside; a retry tells what it came to, not that it was asked for. */
export function IncidentsPage(): ReactElement {
  const { t } = useTranslation()
  const query = useQueryText()
  const incidents = useList<PageOf<IncidentView>>(withQuery('/api/incidents', { ...Object.fromEntries(query), limit: '50' }))
  return (
    <Page title={t('office.incidents.title')} lead={t('office.incidents.lead')}>
      <FaultNote fault={incidents.error} onRetry={() => void incidents.refetch()} />
      {incidents.isPending && <Waiting />}
      {incidents.data?.items.length === 0 && <div className="empty">{t('office.incidents.empty')}</div>}
      <ul className="cards">
        {(incidents.data?.items ?? []).map((incident) => (
          <Incident key={incident.id} incident={incident} />
        ))}
      </ul>
      <Pager next={incidents.data?.next} />
      <Verify />
    </Page>
  )
}

function Incident({ incident }: { readonly incident: IncidentView }): ReactElement {
  const { t } = useTranslation()
  const retry = usePost<object, z.infer<typeof retryOutcome>>(`/api/incidents/${encodeURIComponent(incident.id)}/retry`)
  const detail = typeof incident.detail === 'string' ? incident.detail : JSON.stringify(incident.detail, null, 2)
  return (
    <li className="card">
      <div className="card-head">
        <strong>
          {t(`office.incidents.kinds.${incident.kind}` as 'office.incidents.kinds.unanswered', { defaultValue: incident.kind })}
        </strong>
        <Tag tone={tones[incident.status]}>{t(`office.incidents.statuses.${incident.status}`)}</Tag>
        <span className="quiet">
          <InstantText at={incident.openedAt} /> · {t('office.incidents.attempts', { count: incident.attempts })}
        </span>
      </div>
      {incident.matter !== undefined && <Link to={`/matters/${encodeURIComponent(incident.matter)}`}>{t('task.toMatter')}</Link>}
      <pre tabIndex={0}>{detail}</pre>
      {incident.lastOutcome !== undefined && (
        <p className="quiet">
          {t('office.incidents.last')}
          {t('common.colon')}
          {incident.lastOutcome}
        </p>
      )}
      {retry.data !== undefined && (
        <p role="status" className={retry.data.outcome === 'resolved' ? 'good' : 'warn'}>
          {t(`office.incidents.outcomes.${retry.data.outcome}`)}
          {retry.data.detail}
        </p>
      )}
      <FaultNote fault={retry.error} />
      <UnderWay deed={retry} />
      {incident.status !== 'resolved' && (
        <Button loading={retry.isPending} onClick={() => retry.mutate({})}>
          {t('office.incidents.retry')}
        </Button>
      )}
    </li>
  )
}
