import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeputyView } from '#schemas/api/person.ts'
import { useAnswer, useDeed, usePost } from '#web/api/hooks.ts'
import { send } from '#web/api/request.ts'
import { useMe } from '#web/api/session.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { PersonSelect } from '#web/parts/form/PersonSelect.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { describeDay } from '#web/words/days.ts'
import { LabelledInput } from './LabelledInput.tsx'

/** Deputies named, and a form to name one: for oneself, or by the office for others. */
export function Deputies({ isForOthers = false }: { readonly isForOthers?: boolean }): ReactElement {
  const { t, i18n } = useTranslation()
  const { data: me } = useMe()
  const list = useAnswer<{ items: readonly DeputyView[] }>('/api/deputies')
  const rows = (list.data?.items ?? []).filter(({ person }) => isForOthers || person.id === me?.person.id)
  return (
    <>
      <FaultNote fault={list.error} onRetry={() => void list.refetch()} />
      <Sheet<DeputyView>
        caption={t('office.deputies.title')}
        rows={rows}
        keyOf={(row) => row.id}
        empty={<p>{t('office.deputies.empty')}</p>}
        columns={[
          { key: 'person', title: t('office.deputies.person'), isMain: true, cell: (row) => row.person.name },
          { key: 'deputy', title: t('office.deputies.deputy'), cell: (row) => <strong>{row.deputy.name}</strong> },
          {
            key: 'span',
            title: t('office.rules.inForce'),
            cell: (row) => `${describeDay(row.from, i18n.language)} – ${describeDay(row.to, i18n.language)}`,
          },
          { key: 'reason', title: t('common.reason'), cell: (row) => row.reason ?? '' },
          {
            key: 'verbs',
            title: <span className="unseen">{t('common.verbs')}</span>,
            cell: (row) => (row.revoked ? <Tag>{t('office.deputies.revoked')}</Tag> : <Revoke deputy={row} />),
          },
        ]}
      />
      <NewDeputy isForOthers={isForOthers} />
    </>
  )
}

function Revoke({ deputy }: { readonly deputy: DeputyView }): ReactElement {
  const { t } = useTranslation()
  const revoke = useDeed<object, unknown>((_, press) => send('DELETE', `/api/deputies/${encodeURIComponent(deputy.id)}`, {}, press))
  return (
    <>
      <Button
        type="text"
        danger
        aria-label={`${t('office.deputies.revoke')} ${deputy.deputy.name}`}
        loading={revoke.isPending}
        onClick={() => revoke.mutate({})}
      >
        {t('office.deputies.revoke')}
      </Button>
      <FaultNote fault={revoke.error} />
    </>
  )
}

function NewDeputy({ isForOthers }: { readonly isForOthers: boolean }): ReactElement {
  const { t } = useTranslation()
  const [person, setPerson] = useState<string>()
  const [deputy, setDeputy] = useState<string>()
  const [span, setSpan] = useState({ from: '', to: '', reason: '' })
  const name = usePost<object, DeputyView>('/api/deputies')
  const save = () =>
    name.mutate({
      deputy,
      from: span.from,
      to: span.to,
      ...(span.reason.trim() === '' ? {} : { reason: span.reason.trim() }),
      ...(isForOthers && person !== undefined ? { person } : {}),
    })
  return (
    <section className="block">
      <h2>{t('office.deputies.new')}</h2>
      <div className="columns">
        {isForOthers && (
          <div>
            <label htmlFor="deputy-person">{t('office.deputies.person')}</label>
            <PersonSelect id="deputy-person" value={person === undefined ? [] : [person]} onChange={([one]) => setPerson(one)} most={1} />
          </div>
        )}
        <div>
          <label htmlFor="deputy-deputy">{t('office.deputies.deputy')}</label>
          <PersonSelect id="deputy-deputy" value={deputy === undefined ? [] : [deputy]} onChange={([one]) => setDeputy(one)} most={1} />
        </div>
        <LabelledInput label={t('common.from')} type="date" value={span.from} onChange={(from) => setSpan({ ...span, from })} />
        <LabelledInput label={t('common.to')} type="date" value={span.to} onChange={(to) => setSpan({ ...span, to })} />
        <LabelledInput label={t('common.reason')} value={span.reason} onChange={(reason) => setSpan({ ...span, reason })} />
      </div>
      <FaultNote fault={name.error} />
      <Button type="primary" disabled={deputy === undefined || span.from === '' || span.to === ''} loading={name.isPending} onClick={save}>
        {t('common.save')}
      </Button>
    </section>
  )
}
