import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { JsonObject } from '#domain/json.ts'
import type { FormView } from '#schemas/api/form.ts'
import type { MatterView, ResultView } from '#schemas/api/matter.ts'
import type { ProcessView } from '#schemas/api/process.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { namesOfMatter } from '#web/api/matters.ts'
import { Citations } from '#web/parts/Citations.tsx'
import { DayText } from '#web/parts/DayText.tsx'
import { Facts } from '#web/parts/Facts.tsx'
import { Link } from '#web/parts/Link.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { describeDay } from '#web/words/days.ts'

type Names = { readonly [person: string]: string }
type Labels = Pick<FormView, 'labels' | 'values'>

/** What each step came to, with its facts where the reader may see them. */
export function Results({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { t } = useTranslation()
  const definition = useAnswer<ProcessView>(matter.results.length === 0 ? undefined : `/api/processes/${matter.process.name}`)
  const labelsOf = (step: string): Labels => ({
    labels: definition.data?.steps.find(({ name }) => name === step)?.form?.labels ?? {},
    values: definition.data?.form.values ?? {},
  })
  if (matter.results.length === 0) return null
  return (
    <section className="block">
      <h2>{t('matter.results')}</h2>
      <ol className="results">
        {matter.results.map((result) => (
          <Result key={result.id} result={result} names={namesOfMatter(matter)} form={labelsOf(result.step.name)} />
        ))}
      </ol>
    </section>
  )
}

function Result({ result, names, form }: { readonly result: ResultView; readonly names: Names; readonly form: Labels }): ReactElement {
  const { t, i18n } = useTranslation()
  const { corrected, data, citations = [] } = result
  return (
    <li>
      <div className="result-head">
        <strong>{result.step.label}</strong> <Tag tone="ink">{result.outcome.label}</Tag>
        <span className="quiet">
          {whoDid(result, t)} · <DayText day={result.on} />
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
            names: corrected.by.map(({ name }) => name).join(t('common.comma')),
          })}
        </p>
      )}
      {citations.length > 0 && <Citations citations={citations} />}
      {data !== undefined && <Details data={data} names={names} form={form} />}
    </li>
  )
}

/** Who did it, and for whom where it was delegated. */
function whoDid({ by, owner }: ResultView, t: TFunction): string {
  if (owner === undefined) return by.name
  return t('common.aside', { text: by.name, aside: t('tasks.delegatedFrom', { name: owner.name }) })
}

function Details({ data, names, form }: { readonly data: JsonObject; readonly names: Names; readonly form: Labels }): ReactElement | null {
  const { t } = useTranslation()
  const { paper, matter, number } = data
  if (Object.keys(data).length === 0) return null
  if (typeof paper === 'string') return <Link to="?tab=documents">{t('matter.tabs.documents')}</Link>
  if (typeof matter === 'string' && typeof number === 'string') return <Link to={`/matters/${encodeURIComponent(matter)}`}>{number}</Link>
  return (
    <details>
      <summary>{t('common.open')}</summary>
      <Facts value={data} form={form} names={names} />
    </details>
  )
}
