import { lazy, Suspense, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterView } from '#schemas/api/matter.ts'
import { useAnswer } from '#web/api/hooks.ts'
import { useQueryText, withQuery } from '#web/location.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { Link } from '#web/parts/Link.tsx'
import { OwedNote } from '#web/parts/licence/OwedNote.tsx'
import { AttachmentsTab } from '#web/parts/matter/AttachmentsTab.tsx'
import { CommentsTab } from '#web/parts/matter/CommentsTab.tsx'
import { ContentTab } from '#web/parts/matter/ContentTab.tsx'
import { DeadlinesTab } from '#web/parts/matter/DeadlinesTab.tsx'
import { DocumentsTab } from '#web/parts/matter/DocumentsTab.tsx'
import { MatterActions } from '#web/parts/matter/MatterActions.tsx'
import { PeopleTab } from '#web/parts/matter/PeopleTab.tsx'
import { StandingNotices } from '#web/parts/matter/StandingNotices.tsx'
import { Timeline } from '#web/parts/matter/Timeline.tsx'
import { TrackTab } from '#web/parts/matter/TrackTab.tsx'
import { MatterStanding } from '#web/parts/MatterStanding.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Tabs } from '#web/parts/Tabs.tsx'
import { Waiting } from '#web/parts/Waiting.tsx'

const DiagramTab = lazy(async () => ({ default: (await import('#web/parts/matter/DiagramTab.tsx')).DiagramTab }))

const tabs = ['track', 'timeline', 'documents', 'deadlines', 'people', 'content', 'comments', 'attachments', 'diagram', 'actions'] as const
type Tab = (typeof tabs)[number]

/** One matter: where it is, how it came there, and everything that belongs to it. */
export function MatterPage({ id }: { readonly id: string }): ReactElement {
  const matter = useAnswer<MatterView>(`/api/matters/${encodeURIComponent(id)}`)
  if (matter.data === undefined)
    return matter.error === null ? <Waiting /> : <FaultNote fault={matter.error} onRetry={() => void matter.refetch()} />
  return <MatterBody matter={matter.data} />
}

function MatterBody({ matter }: { readonly matter: MatterView }): ReactElement {
  const { t } = useTranslation()
  const named = useQueryText().get('tab')
  const tab = tabs.find((one) => one === named) ?? 'track'
  const above = (
    <>
      <span className="number">{matter.number}</span>
      <span>{matter.process.label}</span>
      {matter.parent !== undefined && <Link to={`/matters/${encodeURIComponent(matter.parent)}`}>{t('matter.parent')}</Link>}
    </>
  )
  return (
    <Page title={matter.title ?? t('matters.untitled')} above={above} lead={<MatterStanding matter={matter} />}>
      <StandingNotices matter={matter} />
      <OwedNote matter={matter} />
      <Tabs label={matter.number} current={tab}>
        {tabs.map((one) => (
          <Link
            key={one}
            to={withQuery(`/matters/${encodeURIComponent(matter.id)}`, { tab: one === 'track' ? undefined : one })}
            current={one === tab}
          >
            {t(`matter.tabs.${one}`)}
          </Link>
        ))}
      </Tabs>
      <Suspense fallback={<Waiting />}>
        <TabContent tab={tab} matter={matter} />
      </Suspense>
    </Page>
  )
}

function TabContent({ tab, matter }: { readonly tab: Tab; readonly matter: MatterView }): ReactElement {
  switch (tab) {
    case 'track':
      return <TrackTab matter={matter} />
    case 'timeline':
      return <Timeline matter={matter} />
    case 'documents':
      return <DocumentsTab matter={matter.id} />
    case 'deadlines':
      return <DeadlinesTab matter={matter.id} />
    case 'people':
      return <PeopleTab matter={matter} />
    case 'content':
      return <ContentTab matter={matter} />
    case 'comments':
      return <CommentsTab matter={matter} />
    case 'attachments':
      return <AttachmentsTab matter={matter.id} />
    case 'diagram':
      return <DiagramTab matter={matter.id} />
    default:
      return <MatterActions matter={matter} />
  }
}
