import { Button } from 'antd'
import { useEffect, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeView } from '#schemas/api/notice.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { Citations } from '#web/parts/Citations.tsx'
import { DayText } from '#web/parts/DayText.tsx'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Link } from '#web/parts/Link.tsx'
import { NoticeContent } from '#web/parts/notice/NoticeContent.tsx'
import { NoticeHistory } from '#web/parts/notice/NoticeHistory.tsx'
import { ObjectionForm } from '#web/parts/notice/ObjectionForm.tsx'
import { OutsideFrame } from '#web/parts/OutsideFrame.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'
import { describeDay } from '#web/words/days.ts'

/** One public notice under its permanent address: for anybody, to read, to print, to object. */
export function NoticePage({ id }: { readonly id: string }): ReactElement {
  const { t } = useTranslation()
  const { data, error } = useAnswer<NoticeView>(`/api/notices/${encodeURIComponent(id)}`)
  useTwinLink(data?.twin)
  return (
    <OutsideFrame title={data?.title ?? t('notice.listTitle')} {...(data === undefined ? {} : { house: data.house })}>
      {data === undefined && (error === null ? <Waiting /> : <FaultNote fault={error} missing={t('notice.gone')} />)}
      {data !== undefined && <Notice notice={data} />}
      <p className="notice-screen">
        <Link to="/notices">{t('notice.back')}</Link> · <Link to={`/notices/${id}/letter`}>{t('notice.office')}</Link>
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

function Notice({ notice }: { readonly notice: NoticeView }): ReactElement {
  const { t, i18n } = useTranslation()
  const { content, namesUntil } = notice
  return (
    <>
      <Facts notice={notice} />
      {content === undefined ? <p className="notice">{t('notice.namesDown')}</p> : <NoticeContent content={content} files={notice.files} />}
      {content !== undefined && namesUntil !== undefined && (
        <p className="quiet">{t('notice.namesUntil', { day: describeDay(namesUntil, i18n.language) })}</p>
      )}
      <section className="block">
        <h2>{t('notice.procedure')}</h2>
        <p>{notice.procedure}</p>
        <p>
          <strong>{t('notice.contact')}</strong> {notice.contact}
        </p>
      </section>
      <NoticeHistory notice={notice} />
      {notice.mayObject ? <ObjectionForm notice={notice} /> : <p className="notice notice-no notice-screen">{t('notice.closed')}</p>}
    </>
  )
}

function Pair({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Facts({ notice }: { readonly notice: NoticeView }): ReactElement {
  const { t } = useTranslation()
  const { kind, number, standing, postedOn, closesOn, closedOn, term, provisional } = notice
  const long =
    term.workingDays === undefined ? t('notice.days', { count: term.days ?? 0 }) : t('notice.workingDays', { count: term.workingDays })
  return (
    <section className="block">
      <dl className="pairs">
        <Pair label={t('notice.kind')}>{kind.label}</Pair>
        <Pair label={t('notice.number')}>
          <span className="number">{number}</span>
        </Pair>
        <Pair label={t('notice.standing')}>
          <strong>{standing.label}</strong>
        </Pair>
        <Pair label={t('notice.postedOn')}>
          <DayText day={postedOn} />
        </Pair>
        <Pair label={t('notice.closesOn')}>{closesOn === undefined ? t('notice.heldOpen') : <DayText day={closesOn} />}</Pair>
        {closedOn !== undefined && (
          <Pair label={t('notice.closedOn')}>
            <DayText day={closedOn} />
          </Pair>
        )}
        <Pair label={t('notice.term')}>{long}</Pair>
        <Pair label={t('notice.law')}>
          <Citations citations={notice.citations} />
        </Pair>
      </dl>
      {provisional && <p className="notice">{t('notice.provisional')}</p>}
      <Button className="notice-screen" onClick={() => window.print()}>
        {t('notice.print')}
      </Button>
    </section>
  )
}
