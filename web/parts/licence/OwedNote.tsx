import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterView } from '#schemas/api/matter.ts'
import { DayText } from '#web/parts/DayText.tsx'
import { Link } from '#web/parts/Link.tsx'
import { formatYuan } from '../form/numbers.ts'

/** What a taker still pays and under which reference; at a declaration, where a letter of his is entered. */
export function OwedNote({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { t } = useTranslation()
  const { owes, process: of, results } = matter
  if (of.name === 'open-licence' && results.some(({ step, outcome }) => step.name === 'office-reply' && outcome.name === 'announced'))
    return <Link to={`/open-licences/${encodeURIComponent(matter.id)}/letter`}>{t('licence.office')}</Link>
  if (owes === undefined || owes.amountFen === 0) return null
  return (
    <section className="block" aria-label={t('licence.owed')}>
      <dl className="pairs">
        <Pair label={t('licence.owedReference')} value={<strong className="number">{owes.reference}</strong>} />
        <Pair label={t('licence.owedAmount')} value={t('licence.fixed', { amount: formatYuan(owes.amountFen) })} />
        <Pair label={t('licence.owedAccount')} value={owes.account} />
        {owes.payBy !== undefined && <Pair label={t('licence.owedBy')} value={<DayText day={owes.payBy} />} />}
      </dl>
    </section>
  )
}

function Pair({ label, value }: { readonly label: string; readonly value: ReactElement | string }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
