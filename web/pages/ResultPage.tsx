import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResultView } from '#schemas/api/register.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { DayFilter } from '#web/parts/Filters.tsx'
import { Link } from '#web/parts/Link.tsx'
import { Page } from '#web/parts/Page.tsx'
import { ChangeResult } from '#web/parts/register/ChangeResult.tsx'
import { Encumbrances } from '#web/parts/register/Encumbrances.tsx'
import { MattersAbout } from '#web/parts/register/MattersAbout.tsx'
import { Owners } from '#web/parts/register/Owners.tsx'
import { RegisterHistory } from '#web/parts/register/RegisterHistory.tsx'
import { RegisterPairs } from '#web/parts/register/RegisterPairs.tsx'
import { Transformations } from '#web/parts/register/Transformations.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'
import { describeDay } from '#web/words/days.ts'

/** One result that is no patent, as the register says today or said on another day. */
export function ResultPage({ id }: { readonly id: string }): ReactElement {
  const knownOn = useQueryText().get('knownOn') ?? undefined
  const path = `/api/results/${encodeURIComponent(id)}`
  const result = useAnswer<ResultView>(withQuery(path, { knownOn }))
  const { t } = useTranslation()
  return (
    <Page
      title={result.data?.title ?? id}
      lead={result.data === undefined ? undefined : <Lead result={result.data} />}
      above={<Link to="/results">{t('registers.results.title')}</Link>}
    >
      <div className="filters">
        <DayFilter name="knownOn" label={t('registers.patents.knownOn')} fallback={result.data?.knownOn} />
      </div>
      <FaultNote fault={result.error} onRetry={() => void result.refetch()} />
      {result.isPending && <Waiting />}
      {result.data !== undefined && <Body result={result.data} path={path} isThen={knownOn !== undefined} />}
      {result.data !== undefined && <RegisterHistory path={path} />}
    </Page>
  )
}

function Lead({ result }: { readonly result: ResultView }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {result.id} <Tag tone={result.status.name === 'held' ? 'green' : 'amber'}>{result.status.label}</Tag>
      {result.sample === true && <Tag>{t('registers.patents.sample')}</Tag>}
    </>
  )
}

type BodyProps = { readonly result: ResultView; readonly path: string; readonly isThen: boolean }

function Body({ result, path, isThen }: BodyProps): ReactElement {
  const { t, i18n } = useTranslation()
  const mayChange = result.mayChange && !isThen
  return (
    <>
      {isThen && <p role="status">{t('registers.patents.knownThen', { day: describeDay(result.knownOn, i18n.language) })}</p>}
      <RegisterPairs
        pairs={[
          [t('registers.patents.kind'), result.type.label],
          [t('registers.patents.nameEn'), result.titleEn],
          [t('registers.results.contributors'), result.inventors.map((one) => one.name).join(t('common.comma'))],
        ]}
      />
      {mayChange && <ChangeResult key={`${result.status.name} ${result.title}`} result={result} path={path} />}
      <Owners owners={result.owners} />
      <Encumbrances subject={{ register: 'result', id: result.id }} rows={result.encumbrances} mayChange={mayChange} />
      <Transformations path={path} rows={result.transformations} mayChange={mayChange} />
      <MattersAbout matters={result.matters} />
    </>
  )
}
