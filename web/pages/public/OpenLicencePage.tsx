import { Button } from 'antd'
import { useEffect, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfferView } from '#schemas/api/open-licence.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { DayText } from '#web/parts/DayText.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { describeFee } from '#web/parts/licence/fee-text.ts'
import { TakeUpForm } from '#web/parts/licence/TakeUpForm.tsx'
import { Link } from '#web/parts/Link.tsx'
import { OutsideFrame } from '#web/parts/OutsideFrame.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'
import { describeDay } from '#web/words/days.ts'

/** One open licence under its permanent address: for anybody, to read and to take up. */
export function OpenLicencePage({ id }: { readonly id: string }): ReactElement {
  const { t } = useTranslation()
  const { data, error } = useAnswer<OfferView>(`/api/open-licences/${encodeURIComponent(id)}`)
  useTwinLink(data?.twin)
  return (
    <OutsideFrame title={data?.title ?? t('licence.listTitle')} {...(data === undefined ? {} : { house: data.house })}>
      {data === undefined && (error === null ? <Waiting /> : <FaultNote fault={error} missing={t('licence.gone')} />)}
      {data !== undefined && (
        <>
          <Facts offer={data} />
          <TakeUpForm offer={data} />
        </>
      )}
      <p className="notice-screen">
        <Link to="/open-licences">{t('licence.back')}</Link> · <Link to={`/open-licences/${id}/letter`}>{t('licence.office')}</Link>
      </p>
    </OutsideFrame>
  )
}

/** Tells machines that read the page where its twin is. */
function useTwinLink(twin: string | undefined): void {
  useEffect(() => {
    if (twin === undefined) return undefined
    const link = Object.assign(document.createElement('link'), { rel: 'alternate', type: 'application/ld+json', href: twin })
    document.head.append(link)
    return () => link.remove()
  }, [twin])
}

function Pair({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Facts({ offer }: { readonly offer: OfferView }): ReactElement {
  const { t, i18n } = useTranslation()
  const { patent, patentees, fee, announcedOn, announcementNumber, termEnd, noticeSystem, noticeAddress, account, other, licences } = offer
  return (
    <section className="block">
      {offer.withdrawalFiledOn !== undefined && (
        <p className="notice notice-no">{t('licence.withdrawing', { day: describeDay(offer.withdrawalFiledOn, i18n.language) })}</p>
      )}
      <dl className="pairs">
        <Pair label={t('licence.patent')}>
          <span className="number">{patent}</span>
        </Pair>
        <Pair label={t('licence.patentees')}>{patentees.join(' · ')}</Pair>
        <Pair label={t('licence.fee')}>{describeFee(fee, t)}</Pair>
        <Pair label={t('licence.termEnd')}>
          <DayText day={termEnd} />
        </Pair>
        <Pair label={t('licence.announcement')}>{announcementNumber}</Pair>
        <Pair label={t('licence.announced')}>
          <DayText day={announcedOn} />
        </Pair>
        <Pair label={t('licence.number')}>
          <span className="number">{offer.number}</span>
        </Pair>
        <Pair label={t('licence.noticeSystem')}>{noticeSystem}</Pair>
        <Pair label={t('licence.noticeAddress')}>{noticeAddress}</Pair>
        <Pair label={t('licence.account')}>{account}</Pair>
        {other !== undefined && <Pair label={t('licence.other')}>{other}</Pair>}
        <Pair label={t('licence.licences')}>{t('licence.licencesCount', { count: licences })}</Pair>
      </dl>
      <div className="notice-tools notice-screen">
        <Button onClick={() => window.print()}>{t('licence.print')}</Button>
        <a href={offer.twin}>{t('licence.twin')}</a>
      </div>
    </section>
  )
}
