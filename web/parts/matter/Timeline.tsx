import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionView } from '#schemas/api/action.ts'
import type { Page } from '#schemas/api/common.ts'
import type { MatterView } from '#schemas/api/matter.ts'
import { useList } from '#web/api/hooks.ts'
import { useMe } from '#web/api/session.ts'
import { withQuery } from '#web/location.ts'
import { Citations } from '#web/parts/Citations.tsx'
import { DayText, InstantText } from '#web/parts/DayText.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

const registers = ['inventor', 'office'] as const
type Register = (typeof registers)[number]

/** What happened, in plain sentences; in full with hours, facts, sources and the hash of each entry. */
export function Timeline({ matter }: { readonly matter: MatterView }): ReactElement {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const isOffice = me?.roles.some(({ role }) => role !== 'inventor') ?? false
  const [register, setRegister] = useState<Register>(isOffice ? 'office' : 'inventor')
  const [most, setMost] = useState(50)
  const actions = useList<Page<ActionView>>(withQuery(`/api/matters/${encodeURIComponent(matter.id)}/actions`, { limit: String(most) }))
  if (actions.data === undefined)
    return actions.error === null ? <Waiting /> : <FaultNote fault={actions.error} onRetry={() => void actions.refetch()} />
  return (
    <section className="block">
      <div className="languages registers" role="group" aria-label={t('matter.register')}>
        {registers.map((one) => (
          <button key={one} type="button" aria-pressed={one === register} onClick={() => setRegister(one)}>
            {t(`matter.registers.${one}`)}
          </button>
        ))}
      </div>
      {actions.data.items.length === 0 && <p className="quiet">{t('matter.timelineEmpty')}</p>}
      <ol className="timeline">
        {actions.data.items.map((action) => (
          <Entry key={action.seq} action={action} register={register} />
        ))}
      </ol>
      {actions.data.next !== null && most < 200 && <Button onClick={() => setMost(200)}>{t('common.more')}</Button>}
    </section>
  )
}

type EntryProps = { readonly action: ActionView; readonly register: Register }

function Entry({ action, register }: EntryProps): ReactElement {
  const { t } = useTranslation()
  const { facts, citations = [], hash } = action
  return (
    <li className={action.actor.is === 'system' ? 'entry entry-system' : 'entry'}>
      <p className="entry-sentence">{action.sentence}</p>
      {action.reason !== undefined && <p className="entry-reason">{action.reason}</p>}
      <p className="quiet">
        {register === 'office' ? <InstantText at={action.at} /> : <DayText day={action.on} />}
        {action.actor.as !== undefined && ` · ${action.actor.as.label}`}
        {action.actor.onBehalfOf !== undefined && ` · ${t('tasks.delegatedFrom', { name: action.actor.onBehalfOf.name })}`}
      </p>
      {register === 'office' && (
        <details>
          <summary>{t('matter.seq', { n: action.seq })}</summary>
          {citations.length > 0 && <Citations citations={citations} />}
          {facts !== undefined && <pre tabIndex={0}>{JSON.stringify(facts, null, 2)}</pre>}
          {hash !== undefined && (
            <p className="quiet">
              {t('matter.hash')} <code>{hash}</code>
            </p>
          )}
        </details>
      )}
    </li>
  )
}
