import type { PlainDay } from './day.ts'
import type { JsonObject } from './json.ts'
import type { NoticeKind, NoticePerson, NoticeSubject } from './public-notice-content.ts'
import { listNamed } from './public-notice-contents.ts'
import {
  closing,
  contentAt,
  findClose,
  findVersion,
  listObjections,
  listPending,
  readNotice,
  takingDown,
  type NoticeVersion,
} from './public-notice-state.ts'
import { findResult, listResults, type MatterState } from './state.ts'

/** What happened to a notice, as everybody may read it; an objection by its number, never by whose it is. */
export type NoticeEvent = {
  readonly on: PlainDay
  readonly what:
    | 'posted'
    | 'corrected'
    | 'replaced'
    | 'objection-received'
    | 'objection-late'
    | 'objection-dismissed'
    | 'objection-upheld'
    | 'closed-ok'
    | 'closed-upheld'
    | 'cancelled'
    | 'names-down'
    | 'overturned'
  readonly number?: string
  readonly contentHash?: string
  readonly reason?: string
}

/** How a notice stands: posted, held open by an objection, over but not yet closed, or ended. */
export type NoticeStanding = 'posted' | 'objected' | 'settling' | 'closed-ok' | 'closed-upheld' | 'cancelled'

/** What is posted, as it is hashed: names are joined where `person` stands. */
export type PostedContent = {
  readonly number: string
  readonly version: number
  readonly kind: NoticeKind
  readonly basis: string
  readonly subject: NoticeSubject
  readonly people: readonly NoticePerson[]
  readonly channel: string
  readonly contact: string
  readonly attachments: readonly string[]
  readonly nonce: string
}

/** What everybody may see of a notice; `content` until the names come down. */
export type PublishedNotice = {
  readonly number: string
  readonly kind: NoticeKind
  readonly title: string
  readonly titleEn?: string
  readonly standing: NoticeStanding
  readonly version: number
  readonly contentHash: string
  readonly postedOn: PlainDay
  /** The last day for objections; absent while a pending objection holds the notice open. */
  readonly closesOn?: PlainDay
  readonly provisional: boolean
  readonly closedOn?: PlainDay
  readonly namesUntil?: PlainDay
  readonly term: NoticeVersion['term']['rule']
  readonly citations: NoticeVersion['term']['citations']
  readonly procedure: string
  readonly procedureEn: string
  readonly contact: string
  readonly content?: PostedContent
  readonly history: readonly NoticeEvent[]
  /** For the door only: who may not act on an objection. */
  readonly desk: { readonly interested: readonly string[] }
}

/** Whether names are still to be seen: while the notice stands, and after a good end until their day. */
export function areNamesUp(state: MatterState): boolean {
  return state.standing.is !== 'closed' && findResult(state, 'take-down') === undefined && findResult(state, 'overturn') === undefined
}

/** What is posted as `version`, its names still to be joined. */
export function postedContent(state: MatterState, version: Pick<NoticeVersion, 'source' | 'version' | 'nonce'>): PostedContent {
  const { kind, basis } = readNotice(state)
  const { subject, people, channel, contact, attachments } = contentAt(state, version.source)
  const { version: count, nonce } = version
  const named = listNamed(kind, people)
  return { number: state.head.number, version: count, kind, basis, subject, people: named, channel, contact, attachments, nonce }
}

function standingOf(state: MatterState): NoticeStanding {
  const close = findClose(state)
  if (findResult(state, 'overturn') !== undefined) return 'closed-upheld'
  if (close !== undefined) return close.outcome as NoticeStanding
  if (listPending(state).length > 0) return 'objected'
  return Object.keys(state.waits).some((wait) => wait.startsWith('settle#')) ? 'settling' : 'posted'
}

type Happened = NoticeEvent & { readonly at: number }

function versionEvents(state: MatterState): Happened[] {
  return listResults(state, 'freeze').map(({ at, on, data }) => {
    const { version, material, contentHash, source } = data as unknown as NoticeVersion
    const what = version === 1 ? 'posted' : material.length > 0 ? 'replaced' : 'corrected'
    const reason = source === 'open' ? undefined : state.results[source]?.data['reason']
    return { at, on, what, contentHash, ...(typeof reason === 'string' ? { reason } : {}) }
  })
}

function objectionEvents(state: MatterState): Happened[] {
  return listObjections(state).flatMap(({ number, late, told, outcome, decided }) => [
    { ...told, what: late ? 'objection-late' : 'objection-received', number },
    ...(outcome === undefined || decided === undefined ? [] : [{ ...decided, what: `objection-${outcome}` as const, number }]),
  ])
}

function endEvents(state: MatterState): Happened[] {
  const close = findClose(state)
  const reason = close?.data['reason']
  const ended: Happened[] =
    close === undefined || close.outcome === 'exempt'
      ? []
      : [{ at: close.at, on: close.on, what: close.outcome as 'closed-ok', ...(typeof reason === 'string' ? { reason } : {}) }]
  const down = listResults(state, 'take-down').map(({ at, on }): Happened => ({ at, on, what: 'names-down' }))
  const overturned = listResults(state, 'overturn').map(({ at, on }): Happened => ({ at, on, what: 'overturned' }))
  return [...ended, ...down, ...overturned]
}

/** Everything that happened to the notice, in the order in which it did. */
export function listNoticeEvents(state: MatterState): NoticeEvent[] {
  const all = [...versionEvents(state), ...objectionEvents(state), ...endEvents(state)]
  return all.toSorted((a, b) => a.at - b.at).map(({ at: _, ...event }) => event)
}

/**
 * What everybody may see of a notice without signing in: nothing before it is posted or once its content was erased; the content
 * with the names its basis demands while it stands; afterwards its kind, number, days, hashes, outcome and history.
 */
export function publishNotice(state: MatterState): JsonObject | undefined {
  const version = findVersion(state)
  const entry = state.docket[closing]
  if (version === undefined || entry === undefined || state.erased !== undefined) return undefined
  const { kind, people } = readNotice(state)
  const content = contentAt(state, version.source)
  const { title, titleEn } = content.subject
  const close = findClose(state)
  const down = state.docket[takingDown]
  const notice: PublishedNotice = {
    number: state.head.number,
    kind,
    title,
    ...(titleEn === undefined ? {} : { titleEn }),
    standing: standingOf(state),
    version: version.version,
    contentHash: version.contentHash,
    postedOn: version.postedOn,
    ...(close === undefined && listPending(state).length > 0 ? {} : { closesOn: entry.due.on }),
    provisional: entry.due.provisional,
    ...(close === undefined ? {} : { closedOn: close.on }),
    ...(down === undefined ? {} : { namesUntil: down.due.on }),
    term: version.term.rule,
    citations: version.term.citations,
    procedure: version.procedure,
    procedureEn: version.procedureEn,
    contact: content.contact,
    ...(areNamesUp(state) ? { content: postedContent(state, version) } : {}),
    history: listNoticeEvents(state),
    desk: { interested: [...new Set([...people, ...content.people].map(({ person }) => person))] },
  }
  return notice
}
