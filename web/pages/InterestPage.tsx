import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { InterestView } from '#schemas/api/interest.ts'
import { useAnswer, usePost } from '#web/api/hooks.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { DayFilter } from '#web/parts/Filters.tsx'
import { Link } from '#web/parts/Link.tsx'
import { LabelledInput } from '#web/parts/office/LabelledInput.tsx'
import { Page } from '#web/parts/Page.tsx'
import { RegisterHistory } from '#web/parts/register/RegisterHistory.tsx'
import { RegisterPairs } from '#web/parts/register/RegisterPairs.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'
import { describeDay } from '#web/words/days.ts'

/** How a person is tied to a party, as the register says today or said on another day. */
export function InterestPage({ id }: { readonly id: string }): ReactElement {
  const knownOn = useQueryText().get('knownOn') ?? undefined
  const path = `/api/interests/${encodeURIComponent(id)}`
  const interest = useAnswer<InterestView>(withQuery(path, { knownOn }))
  const { t } = useTranslation()
  const { data } = interest
  const title = data === undefined ? t('registers.interests.title') : `${data.person.name} · ${data.partyName ?? data.party}`
  return (
    <Page title={title} above={<Link to="/interests">{t('registers.interests.title')}</Link>}>
      <div className="filters">
        <DayFilter name="knownOn" label={t('registers.patents.knownOn')} fallback={data?.knownOn} />
      </div>
      <FaultNote fault={interest.error} onRetry={() => void interest.refetch()} />
      {interest.isPending && <Waiting />}
      {data !== undefined && <Body interest={data} path={path} isThen={knownOn !== undefined} />}
      {data !== undefined && <RegisterHistory path={path} />}
    </Page>
  )
}

type BodyProps = { readonly interest: InterestView; readonly path: string; readonly isThen: boolean }

function Body({ interest, path, isThen }: BodyProps): ReactElement {
  const { t, i18n } = useTranslation()
  const day = (one: string | undefined) => (one === undefined ? undefined : describeDay(one, i18n.language))
  return (
    <>
      {isThen && <p role="status">{t('registers.patents.knownThen', { day: describeDay(interest.knownOn, i18n.language) })}</p>}
      <RegisterPairs
        pairs={[
          [t('registers.interests.person'), interest.person.name],
          [t('registers.interests.party'), interest.partyName ?? interest.party],
          [t('registers.parties.code'), interest.partyName === undefined ? undefined : interest.party],
          [t('registers.interests.relation'), interest.relation.label],
          [t('common.from'), day(interest.since)],
          [t('common.to'), day(interest.until)],
        ]}
      />
      {interest.mayChange && !isThen && interest.until === undefined && <End path={path} />}
    </>
  )
}

function End({ path }: { readonly path: string }): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState({ until: '', source: '' })
  const end = usePost<object, InterestView>(`${path}/end`)
  return (
    <details className="block">
      <summary>{t('registers.interests.end')}</summary>
      <div className="columns">
        <LabelledInput label={t('common.to')} type="date" value={draft.until} onChange={(until) => setDraft({ ...draft, until })} />
        <LabelledInput
          label={t('registers.source')}
          help={t('registers.sourceHelp')}
          value={draft.source}
          onChange={(source) => setDraft({ ...draft, source })}
        />
      </div>
      <FaultNote fault={end.error} />
      <Button type="primary" disabled={draft.until === '' || draft.source === ''} loading={end.isPending} onClick={() => end.mutate(draft)}>
        {t('common.save')}
      </Button>
    </details>
  )
}
