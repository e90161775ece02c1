import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcessRow } from '#schemas/api/process.ts'
import type { RuleView } from '#schemas/api/rule.ts'
import { useAnswer, useList } from '#web/api/hooks.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { Citations } from '#web/parts/Citations.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { DayFilter, WordsFilter, YesFilter } from '#web/parts/Filters.tsx'
import { groupByArea, isNamedArea, withGaps } from '#web/parts/office/rule-areas.ts'
import { Page } from '#web/parts/Page.tsx'
import { Period } from '#web/parts/Period.tsx'
import { Sheet } from '#web/parts/Sheet.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

/** Every executable rule, what it rests on, and how many rest on memory alone. */
export function RulesPage(): ReactElement {
  const { t } = useTranslation()
  const query = useQueryText()
  const rules = useList<{ asOf: string; counts: { all: number; recalled: number }; items: readonly RuleView[] }>(
    withQuery('/api/rules', { asOf: query.get('asOf') ?? undefined }),
  )
  const all = rules.data?.items ?? []
  const recalled = all.filter(({ verified }) => !verified)
  const words = query.get('q') ?? ''
  const shown = (query.get('unverified') === 'true' ? recalled : all).filter((rule) =>
    `${rule.code} ${rule.says}`.toLowerCase().includes(words.toLowerCase()),
  )
  return (
    <Page title={t('office.rules.title')} lead={t('office.rules.lead')}>
      <div className="filters">
        <WordsFilter name="q" label={t('common.search')} />
        <DayFilter name="asOf" label={t('office.rules.asOf')} fallback={rules.data?.asOf} />
        <YesFilter name="unverified" label={t('office.rules.onlyUnverified')} />
      </div>
      <FaultNote fault={rules.error} onRetry={() => void rules.refetch()} />
      {rules.isPending && <Waiting />}
      {rules.data !== undefined && (
        <>
          <p role="status">{t('office.rules.count', rules.data.counts)}</p>
          <Areas rules={shown} isNarrowed={words !== '' || query.has('unverified')} />
        </>
      )}
    </Page>
  )
}

type AreasProps = { readonly rules: readonly RuleView[]; readonly isNarrowed: boolean }

/** Hundreds of rules are not read at once: each area opens by itself, all of them where somebody looks for something. */
function Areas({ rules, isNarrowed }: AreasProps): ReactElement {
  const { t } = useTranslation()
  const processes = useAnswer<{ items: readonly ProcessRow[] }>('/api/processes')
  const nameOf = (area: string) =>
    isNamedArea(area) ? t(`office.rules.areas.${area}`) : (processes.data?.items.find(({ process: stem }) => stem === area)?.name ?? area)
  if (rules.length === 0) return <div className="empty">{t('common.none')}</div>
  return (
    <>
      {groupByArea(rules).map(({ area, rules: of }, index) => (
        <Area key={`${area} ${isNarrowed}`} name={nameOf(area)} rules={of} startsOpen={isNarrowed || index === 0} />
      ))}
    </>
  )
}

type AreaProps = { readonly name: string; readonly rules: readonly RuleView[]; readonly startsOpen: boolean }

function Area({ name, rules, startsOpen }: AreaProps): ReactElement {
  const [isOpen, setOpen] = useState(startsOpen)
  return (
    <details className="block" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{name}</h2> <span className="count">{rules.length}</span>
      </summary>
      {isOpen && <RuleSheet rules={rules} />}
    </details>
  )
}

function RuleSheet({ rules }: { readonly rules: readonly RuleView[] }): ReactElement {
  const { t } = useTranslation()
  const inForce = ({ from, to }: RuleView) =>
    from === undefined && to === undefined ? t('office.rules.always') : <Period from={from} to={to} />
  return (
    <Sheet<RuleView>
      caption={t('office.rules.title')}
      rows={rules}
      keyOf={(row) => row.code}
      empty={<p>{t('common.none')}</p>}
      columns={[
        { key: 'says', title: t('office.rules.says'), isMain: true, cell: (row) => <Says rule={row} /> },
        { key: 'rests', title: t('refusal.rests'), cell: (row) => <Rests rule={row} /> },
        {
          key: 'parameters',
          title: t('office.rules.parameters'),
          cell: (row) => row.parameters.map((one) => <Parameter key={`${one.name} ${JSON.stringify(one.value)}`} parameter={one} />),
        },
        { key: 'force', title: t('office.rules.inForce'), cell: inForce },
      ]}
    />
  )
}

function Says({ rule }: { readonly rule: RuleView }): ReactElement {
  return (
    <>
      {withGaps(rule.says)}
      <div className="under">{withGaps(rule.remedy)}</div>
      <code className="under">{rule.code}</code>
    </>
  )
}

function Parameter({ parameter }: { readonly parameter: RuleView['parameters'][number] }): ReactElement {
  const { t } = useTranslation()
  const { name, value, from, to, mayChange } = parameter
  return (
    <div>
      <code>
        {name}
        {value === undefined ? '' : ` = ${JSON.stringify(value)}`}
      </code>
      {(from !== undefined || to !== undefined) && (
        <div className="under">
          <Period from={from} to={to} />
        </div>
      )}
      <div className="under">{t('office.rules.mayChange', { who: mayChange.map(({ label }) => label).join(t('common.comma')) })}</div>
    </div>
  )
}

function Rests({ rule }: { readonly rule: RuleView }): ReactElement {
  return (
    <>
      <Citations citations={rule.citations} />
      {rule.note !== undefined && <div className="refusal-note">{rule.note}</div>}
    </>
  )
}
