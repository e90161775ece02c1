import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterView, ResultView } from '#schemas/api/matter.ts'
import { namesOfMatter } from '#web/api/matters.ts'
import { Citations } from '#web/parts/Citations.tsx'
import { DayText } from '#web/parts/DayText.tsx'
import { Facts } from '#web/parts/Facts.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { describeDay } from '#web/words/days.ts'

/** What each step came to, with its facts where the reader may see them. */
export function Results({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { t } = useTranslation()
  if (matter.results.length === 0) return null
  return (
    <section className="block">
      <h2>{t('matter.results')}</h2>
      <ol className="results">
        {matter.results.map((result) => (
          <Result key={result.id} result={result} names={namesOfMatter(matter)} />
        ))}
      </ol>
    </section>
  )
}

function Result({ result, names }: { readonly result: ResultView; readonly names: { readonly [person: string]: string } }): ReactElement {
  const { t, i18n } = useTranslation()
  const { corrected, data, citations = [] } = result
  return (
    <li>
      <div className="result-head">
        <strong>{result.step.label}</strong> <Tag tone="ink">{result.outcome.label}</Tag>
        <span className="quiet">
          {result.by.name}
          {result.owner !== undefined && `（${t('tasks.delegatedFrom', { name: result.owner.name })}）`} · <DayText day={result.on} />
        </span>
      </div>
      {result.reason !== undefined && <p>{result.reason}</p>}
      {(result.remarks ?? []).map(({ field, remark }) => (
        <p key={field} className="field-remark">
          {remark}
        </p>
      ))}
      {corrected !== undefined && (
        <p className="quiet">
          {t('matter.corrected', {
            date: describeDay(corrected.on, i18n.language),
            names: corrected.by.map(({ name }) => name).join('、'),
          })}
        </p>
      )}
      {citations.length > 0 && <Citations citations={citations} />}
      {data !== undefined && Object.keys(data).length > 0 && (
        <details>
          <summary>{t('common.open')}</summary>
          <Facts value={data} names={names} />
        </details>
      )}
    </li>
  )
}
