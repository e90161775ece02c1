import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterView } from '#schemas/api/matter.ts'
import { describeDay } from '#web/words/days.ts'

/** What everybody must know of a matter first: suspended, closed, erased, shown in outline. */
export function StandingNotices({ matter }: { readonly matter: MatterView }): ReactElement {
  const { t, i18n } = useTranslation()
  const day = (on: string) => describeDay(on, i18n.language)
  const { suspended, closed, erased, masked, outcome } = matter
  return (
    <>
      {suspended !== undefined && (
        <p className="notice notice-no">{t('matter.suspended', { date: day(suspended.since), reason: suspended.reason })}</p>
      )}
      {closed !== undefined && (
        <p className="notice notice-done">
          {t('matter.closed', { date: day(closed.on), outcome: outcome?.label ?? '' })}
          {closed.reason !== undefined && ` ${closed.reason}`}
        </p>
      )}
      {erased !== undefined && <p className="notice notice-no">{t('matter.erased', { date: day(erased.on), contact: erased.contact })}</p>}
      {masked && <p className="notice">{t('matter.masked')}</p>}
    </>
  )
}
