import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcessRow } from '#schemas/api/process.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Link } from '#web/parts/Link.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

/** What hangs on a notice or an offer is begun from its page; all else by its start form. */
function whereToStart({ process: stem, door, mayStart }: ProcessRow): string {
  const [page, rest] = door?.replace('/api', '').split('/{') ?? []
  return mayStart && page !== undefined && rest !== undefined ? page : `/start/${stem}`
}

/** What one can begin, each with what it is for. */
export function StartPage(): ReactElement {
  const { t } = useTranslation()
  const processes = useAnswer<{ items: readonly ProcessRow[] }>('/api/processes')
  const items = processes.data?.items ?? []
  return (
    <Page title={t('matter.startTitle')} lead={t('matter.startLead')}>
      <FaultNote fault={processes.error} onRetry={() => void processes.refetch()} />
      {processes.isPending && <Waiting />}
      {processes.data !== undefined && !items.some(({ mayStart }) => mayStart) && <div className="empty">{t('matter.startEmpty')}</div>}
      <ul className="cards">
        {items.map((one) => (
          <li key={one.process} className={one.mayStart ? 'card' : 'card card-quiet'}>
            <div className="card-head">
              <h2>{one.name}</h2>
              <span className="number quiet">{one.code}</span>
            </div>
            <p>{one.purpose}</p>
            <Link to={whereToStart(one)} className={one.mayStart ? 'button-link' : ''}>
              {one.mayStart ? `${t('matter.startGo')}${t('common.colon')}${one.name}` : t('refusal.whyNot')}
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
