import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfferPage, OfferRow } from '#schemas/api/open-licence.ts'
import { useList } from '#web/api/hooks.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { DayText } from '#web/parts/DayText.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { describeFee } from '#web/parts/licence/fee-text.ts'
import { Link } from '#web/parts/Link.tsx'
import { LabelledInput } from '#web/parts/office/LabelledInput.tsx'
import { OutsideFrame } from '#web/parts/OutsideFrame.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

/** The catalogue of live open licences; for anybody. */
export function OpenLicencesPage(): ReactElement {
  const { t } = useTranslation()
  const cursor = useQueryText().get('cursor') ?? undefined
  const [q, setQ] = useState('')
  const list = useList<OfferPage>(withQuery('/api/open-licences', { q, cursor }))
  return (
    <OutsideFrame title={t('licence.listTitle')}>
      <p>{t('licence.listLead')}</p>
      <div className="notice-tools">
        <LabelledInput label={t('licence.search')} value={q} onChange={setQ} />
        <a href="/api/open-licences.jsonld">{t('licence.twin')}</a>
      </div>
      {list.data === undefined && (list.error === null ? <Waiting /> : <FaultNote fault={list.error} />)}
      {list.data?.items.length === 0 && <p className="quiet">{t('licence.none')}</p>}
      <ul className="notice-list">
        {list.data?.items.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {typeof list.data?.next === 'string' && (
        <Link to={withQuery('/open-licences', { cursor: list.data.next })}>{t('licence.older')}</Link>
      )}
    </OutsideFrame>
  )
}

function Row({ row }: { readonly row: OfferRow }): ReactElement {
  const { t } = useTranslation()
  return (
    <li className="block">
      <h2>
        <Link to={`/open-licences/${row.id}`}>{row.title}</Link>
      </h2>
      <p>
        <span className="number">{row.patent}</span> · {row.patentees.join(' · ')}
      </p>
      <p>{describeFee(row.fee, t)}</p>
      <p className="quiet">
        {t('licence.announced')} <DayText day={row.announcedOn} />
        {' · '}
        {t('licence.termEnd')} <DayText day={row.termEnd} />
      </p>
    </li>
  )
}
