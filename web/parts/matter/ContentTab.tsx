import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterView } from '#schemas/api/matter.ts'
import { useContent } from '#web/api/content.ts'
import { namesOfMatter } from '#web/api/matters.ts'
import { Facts } from '#web/parts/Facts.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'
import { describeDay } from '#web/words/days.ts'

/** What was entered, as it stands; what it was before a revision stays to be read. */
export function ContentTab({ matter }: { readonly matter: MatterView }): ReactElement {
  const { t, i18n } = useTranslation()
  const content = useContent(matter)
  const { data: first, form } = matter
  if (first === undefined) return <p className="quiet">{t('facts.none')}</p>
  if (content === undefined) return <Waiting />
  const names = namesOfMatter(matter)
  return (
    <>
      {content.revisedOn !== undefined && (
        <p className="notice">{t('matter.revised', { date: describeDay(content.revisedOn, i18n.language) })}</p>
      )}
      <Facts value={content.data} form={form} names={names} />
      {content.revisedOn !== undefined && (
        <details className="block first">
          <summary>{t('matter.first')}</summary>
          <Facts value={first} form={form} names={names} />
        </details>
      )}
    </>
  )
}
