import { Checkbox, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleView } from '#schemas/api/rule.ts'
import { useList } from '#web/api/hooks.ts'
import { goTo, useQueryText, withQuery } from '#web/location.ts'
import { Citations } from '#web/parts/Citations.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

/** Every executable rule, what it rests on, and how many rest on memory alone. */
export function RulesPage(): ReactElement {
  const { t } = useTranslation()
  const query = useQueryText()
  const [isOnlyUnverified, setOnlyUnverified] = useState(false)
  const [words, setWords] = useState('')
  const rules = useList<{ asOf: string; items: readonly RuleView[] }>(withQuery('/api/rules', Object.fromEntries(query)))
  const all = rules.data?.items ?? []
  const recalled = all.filter(({ verified }) => !verified)
  const shown = (isOnlyUnverified ? recalled : all).filter((rule) => `${rule.code} ${rule.says}`.includes(words.trim()))
  return (
    <Page title={t('office.rules.title')} lead={t('office.rules.lead')}>
      <div className="filters">
        <div>
          <label htmlFor="rules-as-of">{t('office.rules.asOf')}</label>
          <Input id="rules-as-of" type="date" value={query.get('asOf') ?? rules.data?.asOf ?? ''} onChange={(event) => goTo(withQuery('/rules', { asOf: event.target.value }))} />
        </div>
        <div>
          <label htmlFor="rules-words">{t('common.search')}</label>
          <Input id="rules-words" value={words} onChange={(event) => setWords(event.target.value)} />
        </div>
        <Checkbox checked={isOnlyUnverified} onChange={(event) => setOnlyUnverified(event.target.checked)}>
          {t('office.rules.onlyUnverified')}
        </Checkbox>
      </div>
      <FaultNote fault={rules.error} onRetry={() => void rules.refetch()} />
      {rules.isPending && <Waiting />}
      {rules.data !== undefined && (
        <>
          <p role="status">{t('office.rules.count', { all: all.length, recalled: recalled.length })}</p>
          <RuleSheet rules={shown} />
        </>
      )}
    </Page>
  )
}

function RuleSheet({ rules }: { readonly rules: readonly RuleView[] }): ReactElement {
  const { t } = useTranslation()
  const inForce = ({ from, to }: RuleView) => (from === undefined && to === undefined ? t('office.rules.always') : `${from ?? ''} – ${to ?? ''}`)
  return (
    <Sheet<RuleView>
      caption={t('office.rules.title')}
      rows={rules}
      keyOf={(row) => row.code}
      empty={<p>{t('common.none')}</p>}
      columns={[
        {
          key: 'says',
          title: t('office.rules.says'),
          isMain: true,
          cell: (row) => (
            <>
              {row.says}
              <div className="under">{row.remedy}</div>
              <code className="under">{row.code}</code>
            </>
          ),
        },
        {
          key: 'rests',
          title: t('refusal.rests'),
          cell: (row) => (
            <>
              <Citations citations={row.citations} />
              {row.note !== undefined && <div className="refusal-note">{row.note}</div>}
            </>
          ),
        },
        { key: 'parameters', title: t('office.rules.parameters'), cell: (row) => row.parameters.map((name) => <code key={name}>{name} </code>) },
        { key: 'force', title: t('office.rules.inForce'), cell: inForce },
      ]}
    />
  )
}
