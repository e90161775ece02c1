import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusalView } from '#schemas/api/refusal.ts'
import { Citations } from './Citations.tsx'

/** A lawful no: what was wrong, what to do, what would make it pass, what it rests on and how sure that is. */
export function RefusalNote({ refusal }: { readonly refusal: RefusalView }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="refusal">
      <p className="refusal-says">{refusal.says}</p>
      <dl>
        <dt>{t('refusal.remedy')}</dt>
        <dd>{refusal.remedy}</dd>
        {refusal.flips !== undefined && (
          <>
            <dt>{t('refusal.flips')}</dt>
            <dd>{refusal.flips}</dd>
          </>
        )}
        <dt>{t('refusal.rests')}</dt>
        <dd>
          <Citations citations={refusal.citations} />
          {refusal.note !== undefined && <div className="refusal-note">{refusal.note}</div>}
        </dd>
      </dl>
    </section>
  )
}
