import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PatentView } from '#schemas/api/register.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { DayFilter } from '#web/parts/Filters.tsx'
import { Link } from '#web/parts/Link.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Annuities } from '#web/parts/register/Annuities.tsx'
import { Encumbrances } from '#web/parts/register/Encumbrances.tsx'
import { MattersAbout } from '#web/parts/register/MattersAbout.tsx'
import { Owners } from '#web/parts/register/Owners.tsx'
import { RegisterHistory } from '#web/parts/register/RegisterHistory.tsx'
import { RegisterPairs } from '#web/parts/register/RegisterPairs.tsx'
import { Transformations } from '#web/parts/register/Transformations.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'
import { describeDay } from '#web/words/days.ts'

/** One patent, as the register says today or said on another day. */
export function PatentPage({ number }: { readonly number: string }): ReactElement {
  const knownOn = useQueryText().get('knownOn') ?? undefined
  const path = `/api/patents/${encodeURIComponent(number)}`
  const patent = useAnswer<PatentView>(withQuery(path, { knownOn }))
  const { t } = useTranslation()
  return (
    <Page
      title={patent.data?.title ?? number}
      lead={patent.data === undefined ? undefined : <Lead patent={patent.data} />}
      above={<Link to="/patents">{t('registers.patents.title')}</Link>}
    >
      <div className="filters">
        <DayFilter name="knownOn" label={t('registers.patents.knownOn')} fallback={patent.data?.knownOn} />
      </div>
      <FaultNote fault={patent.error} onRetry={() => void patent.refetch()} />
      {patent.isPending && <Waiting />}
      {patent.data !== undefined && <Body patent={patent.data} isThen={knownOn !== undefined} />}
      {patent.data !== undefined && <RegisterHistory path={path} />}
    </Page>
  )
}

function Lead({ patent }: { readonly patent: PatentView }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {patent.number} <Tag tone={patent.status.name === 'granted' ? 'green' : 'amber'}>{patent.status.label}</Tag>
      {patent.sample === true && <Tag>{t('registers.patents.sample')}</Tag>}
    </>
  )
}

function Body({ patent, isThen }: { readonly patent: PatentView; readonly isThen: boolean }): ReactElement {
  const { t, i18n } = useTranslation()
  const mayChange = patent.mayChange && !isThen
  return (
    <>
      {isThen && <p role="status">{t('registers.patents.knownThen', { day: describeDay(patent.knownOn, i18n.language) })}</p>}
      <Facts patent={patent} />
      <Owners owners={patent.owners} />
      <Annuities patent={patent} mayChange={mayChange} />
      <Encumbrances subject={{ register: 'patent', id: patent.number }} rows={patent.encumbrances} mayChange={mayChange} />
      <Transformations path={`/api/patents/${encodeURIComponent(patent.number)}`} rows={patent.transformations} mayChange={mayChange} />
      <MattersAbout matters={patent.matters} />
    </>
  )
}

function Facts({ patent }: { readonly patent: PatentView }): ReactElement {
  const { t, i18n } = useTranslation()
  const day = (one: string | undefined) => (one === undefined ? undefined : describeDay(one, i18n.language))
  const tellCompensation = ({ days, ground, decidedOn }: NonNullable<PatentView['termCompensations']>[number]) =>
    t('registers.patents.compensatedDays', { days, ground: ground.label, day: day(decidedOn) })
  const pairs: readonly (readonly [string, string | undefined])[] = [
    [t('registers.patents.kind'), patent.kind.label],
    [t('registers.patents.nameEn'), patent.titleEn],
    [t('registers.patents.filedOn'), day(patent.filedOn)],
    [t('registers.patents.priorityOn'), day(patent.priorityOn)],
    [t('registers.patents.grantedOn'), day(patent.grantedOn)],
    [t('registers.patents.termEnd'), day(patent.termEnd)],
    [t('registers.patents.compensated'), (patent.termCompensations ?? []).map(tellCompensation).join(t('common.comma'))],
    [t('registers.patents.inventors'), patent.inventors.map((one) => one.name).join(t('common.comma'))],
    [t('registers.patents.evaluation'), patent.evaluation?.conclusion.label],
  ]
  return <RegisterPairs pairs={pairs} />
}
