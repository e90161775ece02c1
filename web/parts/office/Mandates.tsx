import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page as PageOf } from '#schemas/api/common.ts'
import type { MandateView } from '#schemas/api/mandate.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { useMe } from '#web/api/session.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { formatYuan } from '#web/parts/form/numbers.ts'
import { Sheet } from '#web/parts/Sheet.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { describeDay } from '#web/words/days.ts'
import { NewMandate } from './NewMandate.tsx'
import { RevokeMandate } from './RevokeMandate.tsx'

/** Who may sign for the university, and under what; legal enters and revokes. */
export function Mandates(): ReactElement {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const list = useAnswer<PageOf<MandateView>>('/api/mandates?limit=100')
  const isKeeper = me?.roles.some(({ role }) => role === 'legal') === true
  return (
    <section className="block">
      <h2>{t('mandates.title')}</h2>
      <p className="quiet">{t('mandates.lead')}</p>
      <FaultNote fault={list.error} onRetry={() => void list.refetch()} />
      {isKeeper && <NewMandate />}
      <MandateSheet rows={list.data?.items ?? []} isKeeper={isKeeper} />
    </section>
  )
}

function MandateSheet({ rows, isKeeper }: { readonly rows: readonly MandateView[]; readonly isKeeper: boolean }): ReactElement {
  const { t, i18n } = useTranslation()
  const day = (one: string | undefined) => (one === undefined ? '' : describeDay(one, i18n.language))
  return (
    <Sheet<MandateView>
      caption={t('mandates.title')}
      rows={rows}
      keyOf={(row) => row.id}
      empty={<p>{t('mandates.empty')}</p>}
      columns={[
        { key: 'person', title: t('mandates.person'), isMain: true, cell: (row) => <strong>{row.person.name}</strong> },
        { key: 'post', title: t('mandates.post'), cell: (row) => row.post },
        { key: 'basis', title: t('mandates.basis'), cell: (row) => `${row.basis.label} ${row.number}` },
        { key: 'papers', title: t('mandates.papers'), cell: (row) => <Papers mandate={row} /> },
        { key: 'span', title: t('office.rules.inForce'), cell: (row) => `${day(row.since)} – ${day(row.revokedOn ?? row.until)}` },
        { key: 'standing', title: t('mandates.standing'), cell: (row) => <Standing mandate={row} /> },
        {
          key: 'verbs',
          title: <span className="unseen">{t('common.verbs')}</span>,
          cell: (row) => (isKeeper && row.revokedOn === undefined ? <RevokeMandate mandate={row} /> : ''),
        },
      ]}
    />
  )
}

function Papers({ mandate: { papers, upToFen } }: { readonly mandate: MandateView }): ReactElement {
  const { t } = useTranslation()
  const names = papers.map(({ label }) => label)
  return (
    <>
      {names.length === 0 ? t('mandates.all') : names.join(t('common.comma'))}
      {upToFen !== undefined && <div className="under">{t('mandates.upTo', { amount: formatYuan(upToFen) })}</div>}
    </>
  )
}

function Standing({ mandate }: { readonly mandate: MandateView }): ReactElement {
  const { t } = useTranslation()
  if (mandate.inForce) return <Tag tone="green">{t('mandates.inForce')}</Tag>
  return <Tag tone="plain">{mandate.revokedOn === undefined ? t('mandates.notInForce') : t('mandates.revoked')}</Tag>
}
