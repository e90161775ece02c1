import type { PlainDay } from './day.ts'
import type { NoticeContent, NoticeOpening } from './public-notice-content.ts'
import type { ObjectionDecided, ObjectionLodged } from './public-notice-forms.ts'
import type { NoticeTerm } from './public-notice-term.ts'
import { listResults, type MatterState, type Result, type TaskId } from './state.ts'

/** Where a content stands in the record: what the matter was opened with, a revision, or a change that was sent. */
export type ContentSource = 'open' | TaskId

/** What is recorded when a content is frozen and posted. */
export type Frozen = {
  readonly source: ContentSource
  readonly version: number
  /** SHA-256 of the canonical JSON of what is published, names included. */
  readonly contentHash: string
  /** Goes into the hash, so that nobody can guess from it the names once they are down. */
  readonly nonce: string
  /** The day from which this notice is counted; a correction keeps that of the notice it corrects. */
  readonly postedOn: PlainDay
  readonly term: NoticeTerm
  /** What made a full new notice necessary; empty for the first and for corrections. */
  readonly material: readonly string[]
  readonly procedure: string
  readonly procedureEn: string
}

/** A posted version with the day on which it was frozen. */
export type NoticeVersion = Frozen & { readonly on: PlainDay }

/** The code of the deadline that closes a notice. */
export const closing = 'notice-closes'

/** The code of the day on which names come down. */
export const takingDown = 'names-come-down'

/** What the notice was opened with; its schema held when it was opened. */
export function readNotice(state: MatterState): NoticeOpening {
  return state.data as unknown as NoticeOpening
}

/** The content that stands at `source`. */
export function contentAt(state: MatterState, source: ContentSource): NoticeContent {
  const data = source === 'open' ? state.data : state.results[source]?.data
  if (data === undefined) throw new Error(`Matter ${state.head.id} has no content of ${source}`)
  const { subject, people, channel, contact, attachments } = data as unknown as NoticeContent
  return { subject, people, channel, contact, attachments }
}

/** Everything that was posted, oldest first. */
export function listVersions(state: MatterState): NoticeVersion[] {
  return listResults(state, 'freeze').map(({ data, on }) => ({ ...(data as unknown as Frozen), on }))
}

/** What is posted now; undefined before anything is. */
export function findVersion(state: MatterState): NoticeVersion | undefined {
  return listVersions(state).at(-1)
}

/** What is posted now; throws an Error before anything is, which is a bug of the story. */
export function getVersion(state: MatterState): NoticeVersion {
  const version = findVersion(state)
  if (version === undefined) throw new Error(`Matter ${state.head.id} has posted nothing`)
  return version
}

/** The content in force: what is posted, or before that what is proposed. */
export function currentContent(state: MatterState): NoticeContent {
  return contentAt(state, findVersion(state)?.source ?? proposedSource(state))
}

/** What waits to be posted for the first time: the latest revision, or what the matter was opened with. */
export function proposedSource(state: MatterState): ContentSource {
  const count = listResults(state, 'revise').length
  return count === 0 ? 'open' : (`revise#${count}` as TaskId)
}

/** When something was told: the instant orders, the day is shown. */
type Moment = { readonly at: number; readonly on: PlainDay }

function heard<Data>(state: MatterState, name: string): { readonly said: Data; readonly told: Moment }[] {
  return state.messages.filter((one) => one.name === name).map(({ data, at, on }) => ({ said: data as unknown as Data, told: { at, on } }))
}

/** One objection as the notice knows it; told twice it is one. */
export type KnownObjection = ObjectionLodged & {
  readonly told: Moment
  readonly outcome?: ObjectionDecided['outcome']
  readonly decided?: Moment
}

/** Every objection that was told of, in the order of coming; what was decided before it was told of counts as well. */
export function listObjections(state: MatterState): KnownObjection[] {
  const known = new Map<string, KnownObjection>()
  for (const { said, told } of heard<ObjectionLodged>(state, 'objection-lodged')) {
    if (!known.has(said.objection)) known.set(said.objection, { ...said, told })
  }
  for (const { said, told } of heard<ObjectionDecided>(state, 'objection-decided')) {
    const { objection, number, outcome, late } = said
    const before = known.get(objection) ?? { objection, number, late, receivedOn: told.on, told }
    if (before.outcome === undefined) known.set(objection, { ...before, outcome, decided: told })
  }
  return [...known.values()]
}

/** Objections in time that are not yet decided: while there are any the notice does not close. */
export function listPending(state: MatterState): KnownObjection[] {
  return listObjections(state).filter(({ late, outcome }) => !late && outcome === undefined)
}

/** What the objections known now mean: one is upheld, some are undecided, or nothing stands against the notice. */
export type Weighed = 'upheld' | 'held-open' | 'clear'

/** Weighs the objections made in time; while the notice stands a late one counts for nothing. */
export function weighObjections(state: MatterState): Weighed {
  return weigh(listObjections(state).filter(({ late }) => !late))
}

/** Weighs every objection, late ones included, after the notice has closed. */
export function weighAfterwards(state: MatterState): Weighed {
  return weigh(listObjections(state))
}

function weigh(objections: readonly KnownObjection[]): Weighed {
  if (objections.some(({ outcome }) => outcome === 'upheld')) return 'upheld'
  return objections.some(({ outcome }) => outcome === undefined) ? 'held-open' : 'clear'
}

/** The day whose end closes the notice; throws an Error before it is entered. */
export function closesOn(state: MatterState): PlainDay {
  const entry = state.docket[closing]
  if (entry === undefined) throw new Error(`Matter ${state.head.id} has no closing day`)
  return entry.due.on
}

/** How the notice ended, once it did. */
export function findClose(state: MatterState): Result | undefined {
  return listResults(state, 'close').at(-1)
}
