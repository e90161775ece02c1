import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PatentView } from '#schemas/api/register.ts'
import { DayText } from '#web/parts/DayText.tsx'
import { Link } from '#web/parts/Link.tsx'

/** The matters about a patent or a result that the reader may see. */
export function MattersAbout({ matters }: Pick<PatentView, 'matters'>): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="block">
      <h2>{t('registers.matters.title')}</h2>
      {matters.length === 0 && <p>{t('registers.matters.none')}</p>}
      <ul>
        {matters.map(({ id, number, process, openedOn }) => (
          <li key={id}>
            <Link to={`/matters/${encodeURIComponent(id)}`}>{number}</Link> {process.label} · <DayText day={openedOn} />
          </li>
        ))}
      </ul>
    </section>
  )
}
