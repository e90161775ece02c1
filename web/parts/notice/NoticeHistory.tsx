import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeView } from '#schemas/api/notice.ts'
import { DayText } from '#web/parts/DayText.tsx'

/** Everything that happened to the notice, its versions with their hashes; objections by number. */
export function NoticeHistory({ notice }: { readonly notice: NoticeView }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="block">
      <h2>{t('notice.history')}</h2>
      <table className="notice-table">
        <thead>
          <tr>
            <th scope="col">{t('notice.on')}</th>
            <th scope="col">{t('notice.event')}</th>
          </tr>
        </thead>
        <tbody>
          {notice.history.map(({ on, what, number, contentHash, reason }, place) => (
            <tr key={`${place} ${on} ${what.name}`}>
              <td>
                <DayText day={on} />
              </td>
              <td>
                {what.label}
                {number !== undefined && <span className="number"> {number}</span>}
                {reason !== undefined && <p>{`${t('notice.reason')}: ${reason}`}</p>}
                {contentHash !== undefined && <code className="value notice-hash">{contentHash}</code>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Proof notice={notice} />
    </section>
  )
}

/** What proves the content, and where it stands for good. */
function Proof({ notice }: { readonly notice: NoticeView }): ReactElement {
  const { t } = useTranslation()
  return (
    <dl className="pairs">
      <div>
        <dt>{t('notice.hash')}</dt>
        <dd>
          <code className="value notice-hash">{notice.contentHash}</code>
          <p className="quiet">{t('notice.hashHelp')}</p>
        </dd>
      </div>
      <div>
        <dt>{t('notice.address')}</dt>
        <dd>
          <a href={notice.address}>{notice.address}</a>
        </dd>
      </div>
      <div className="notice-screen">
        <dt>{t('notice.twin')}</dt>
        <dd>
          <a href={notice.twin}>{notice.twin}</a>
        </dd>
      </div>
    </dl>
  )
}
