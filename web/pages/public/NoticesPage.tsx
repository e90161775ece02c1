import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { noticeKinds } from '#domain/public-notice-content.ts'
import type { NoticePage as Listed, NoticeRow } from '#schemas/api/notice.ts'
import { useList } from '#web/api/hooks.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { DayText } from '#web/parts/DayText.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Link } from '#web/parts/Link.tsx'
import { valueIn } from '#web/parts/notice/labels.ts'
import { LabelledSelect } from '#web/parts/office/LabelledInput.tsx'
import { OutsideFrame } from '#web/parts/OutsideFrame.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

/** Every public notice, newest first; for anybody. */
export function NoticesPage(): ReactElement {
  const { t, i18n } = useTranslation()
  const cursor = useQueryText().get('cursor') ?? undefined
  const [kind, setKind] = useState('')
  const list = useList<Listed>(withQuery('/api/notices', { kind, cursor }))
  const kinds = noticeKinds.map((one) => ({ value: one, label: valueIn(one, i18n.language) }))
  return (
    <OutsideFrame title={t('notice.listTitle')}>
      <p>{t('notice.listLead')}</p>
      <div className="notice-tools">
        <LabelledSelect label={t('notice.kind')} value={kind} onChange={setKind} options={kinds} empty={t('notice.all')} />
        <a href="/api/notices.atom">{t('notice.feed')}</a>
      </div>
      {list.data === undefined && (list.error === null ? <Waiting /> : <FaultNote fault={list.error} />)}
      {list.data?.items.length === 0 && <p className="quiet">{t('notice.none')}</p>}
      <ul className="notice-list">
        {list.data?.items.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {typeof list.data?.next === 'string' && <Link to={withQuery('/notices', { cursor: list.data.next })}>{t('notice.older')}</Link>}
    </OutsideFrame>
  )
}

function Row({ row }: { readonly row: NoticeRow }): ReactElement {
  const { t } = useTranslation()
  return (
    <li className="block">
      <h2>
        <Link to={`/notices/${row.id}`}>{row.title}</Link>
      </h2>
      <p>
        {row.kind.label} · <span className="number">{row.number}</span> · {row.standing.label}
      </p>
      <p className="quiet">
        {t('notice.postedOn')} <DayText day={row.postedOn} />
        {row.closesOn !== undefined && (
          <>
            {' · '}
            {t('notice.closesOn')} <DayText day={row.closesOn} />
          </>
        )}
      </p>
    </li>
  )
}
