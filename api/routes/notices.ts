import type { InstitutionId } from '#domain/actor.ts'
import { processes } from '#domain/registry.gen.ts'
import type { MatterId } from '#domain/state.ts'
import type { NoticeKind } from '#domain/public-notice-content.ts'
import type { PublishedNotice } from '#domain/public-notice-published.ts'
import { mostPendingBySource, mostThroughPage } from '#domain/objection-limits.ts'
import type { ObjectionLetter, ObjectionOpening } from '#domain/notice-objection-forms.ts'
import { objectionRules } from '#domain/notice-objection-rules.ts'
import { isLate } from '#domain/notice-objection.ts'
import { refuse } from '#domain/refusal.ts'
import {
  enteredObjection,
  evidenceQuery,
  evidenceView,
  houseQuery,
  newObjection,
  noticePage,
  noticeQuery,
  noticeView,
  objectionReceipt,
  type ObjectionReceipt,
} from '#schemas/api/notice.ts'
import { openedMatter } from '#schemas/api/matter.ts'
import { addAttachment } from '#store/desk/attachments.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { findCursorValues, writeCursor } from '#store/lists/cursor.ts'
import { countObjections, hashOfSource } from '#store/lists/notice-objections.ts'
import { findPublication, listPublications, type PublicationRow } from '#store/lists/publications.ts'
import { checkBytes } from '../check-bytes.ts'
import { commandIdOf, uuidOf } from '../command-id.ts'
import { allowedTypes } from '../media-type.ts'
import { openMatter } from '../open-matter.ts'
import { notFound, refusedBy } from '../problem.ts'
import { houseOf, openPublicly, wasAsked } from '../public-door.ts'
import { created, doorRoute, ok, openRoute, peopleRoute, type Call, type Route } from '../route.ts'
import { publicUploader } from '../starter.ts'
import { renderFeed } from '../views/notice-feed.ts'
import { joinContent, mayObject, readPublished, twinOf, viewNotice, viewNoticeRow } from '../views/notice-view.ts'

const tag = 'Notices'
const stem = 'public-notice'
const inFeed = 50

/** Public notices: everybody reads them and may object, without signing in. */
export const noticeRoutes: readonly Route[] = [
  openRoute(
    {
      method: 'get',
      path: '/api/notices',
      tag,
      summary: 'Public notices, newest first',
      query: noticeQuery,
      answers: { 200: { says: 'The notices', shape: noticePage } },
    },
    async (call) => {
      const { kind, open, limit } = call.query
      const rows = await readPages(call, await houseOf(call), (notice) => isWanted(notice, kind, open))
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      const next = rows.length > limit && last !== undefined ? writeCursor([last.since, last.matter]) : null
      return ok({ items: shown.map((row) => viewNoticeRow(call.deps, row, call.words)), next })
    },
  ),
  openRoute(
    {
      method: 'get',
      path: '/api/notices.atom',
      tag,
      summary: 'The notices as an Atom feed',
      query: houseQuery,
      answers: { 200: { says: 'The feed', mediaType: 'application/atom+xml' } },
    },
    async (call) => {
      const institution = await houseOf(call)
      const rows = await listPublications(call.deps.store, institution, stem, { limit: inFeed })
      const feed = renderFeed(call.deps, await nameOf(call, institution), rows, call.words)
      return { status: 200, bytes: feed, mediaType: 'application/atom+xml; charset=utf-8' }
    },
  ),
  openRoute(
    {
      method: 'get',
      path: '/api/notices/{id}.jsonld',
      tag,
      summary: 'A notice for machines, with the content as it was hashed',
      query: houseQuery,
      answers: { 200: { says: 'The notice as JSON-LD', mediaType: 'application/ld+json' } },
    },
    async (call) => {
      const ground = await findGround(call)
      return { status: 200, bytes: JSON.stringify(twinOf(call.deps, ground)), mediaType: 'application/ld+json; charset=utf-8' }
    },
  ),
  openRoute(
    {
      method: 'get',
      path: '/api/notices/{id}',
      tag,
      summary: 'A notice: what is made public, how it stands, and its history',
      query: houseQuery,
      answers: { 200: { says: 'The notice', shape: noticeView } },
    },
    async (call) => {
      const view = viewNotice(call.deps, await findGround(call), call.words)
      return ok(view, { Link: `<${view.twin}>; rel="alternate"; type="application/ld+json"` })
    },
  ),
  doorRoute(
    {
      method: 'post',
      path: '/api/notices/{id}/evidence',
      tag,
      summary: 'Hand in a file for an objection; its bytes are the body',
      query: evidenceQuery,
      bytes: allowedTypes,
      answers: { 201: { says: 'Kept; name its id in the objection', shape: evidenceView } },
    },
    keepEvidence,
  ),
  doorRoute(
    {
      method: 'post',
      path: '/api/notices/{id}/objections',
      tag,
      summary: 'Object to a notice',
      query: houseQuery,
      body: newObjection,
      answers: { 201: { says: 'Received', shape: objectionReceipt }, 202: { says: 'On its way' } },
    },
    object,
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/notices/{id}/letters',
      tag,
      summary: 'Enter an objection that came by letter, mail, telephone or in person',
      body: enteredObjection,
      answers: { 201: { says: 'Entered', shape: openedMatter } },
    },
    async (call) => {
      const { institution } = call.who
      const row = await findRow(call, institution)
      const definition = processes['notice-objection']
      if (definition === undefined) throw notFound()
      const { receivedOn, channel, ...letter } = call.body
      return openMatter(call, { definition, data: { ...openingOf(row, letter), receivedOn, channel } })
    },
  ),
]

type HouseCall = Call<{ readonly institution?: string | undefined }>

function isWanted({ kind, standing }: PublishedNotice, wanted: NoticeKind | undefined, open: 'true' | 'false' | undefined): boolean {
  const isOpen = standing === 'posted' || standing === 'objected'
  return (wanted === undefined || kind === wanted) && (open === undefined || isOpen === (open === 'true'))
}

type ListCall = Call<{ readonly cursor?: string | undefined; readonly limit: number }>

/** One more than asked for of those wanted; as many pages are read as that takes. */
async function readPages(
  { deps, query }: ListCall,
  house: InstitutionId,
  isMeant: (notice: PublishedNotice) => boolean,
): Promise<PublicationRow[]> {
  const values = query.cursor === undefined ? undefined : findCursorValues(query.cursor, 2)
  const rows: PublicationRow[] = []
  let before =
    values === undefined ? undefined : { since: String(values[0]) as PublicationRow['since'], matter: String(values[1]) as MatterId }
  for (;;) {
    const page = await listPublications(deps.store, house, stem, { limit: 100, ...(before === undefined ? {} : { before }) })
    rows.push(...page.filter((row) => isMeant(readPublished(row))))
    const last = page.at(-1)
    if (rows.length > query.limit || page.length < 100 || last === undefined) return rows.slice(0, query.limit + 1)
    before = { since: last.since, matter: last.matter }
  }
}

async function nameOf({ deps, words }: Call, institution: InstitutionId): Promise<string> {
  const house = (await listInstitutions(deps.store)).find(({ id }) => id === institution)
  return (words.language === 'en' ? house?.nameEn : house?.nameZh) ?? institution
}

async function findRow({ deps, params }: Call, institution: InstitutionId): Promise<PublicationRow> {
  const row = await findPublication(deps.store, institution, stem, params['id'] ?? '')
  if (row === undefined) throw notFound()
  return row
}

async function findGround(call: HouseCall): Promise<Parameters<typeof twinOf>[1]> {
  const institution = await houseOf(call)
  const row = await findRow(call, institution)
  return { row, content: await joinContent(call.deps, institution, readPublished(row)), house: await nameOf(call, institution) }
}

/** What an objection is opened with beside the letter: the notice as it stands when it comes. */
function openingOf(row: PublicationRow, letter: ObjectionLetter): Omit<ObjectionOpening, 'receivedOn' | 'channel'> {
  const { number, title, kind, contentHash, closesOn, desk } = readPublished(row)
  return {
    ...letter,
    notice: row.matter,
    noticeNumber: number,
    noticeTitle: title,
    noticeKind: kind,
    contentHash,
    ...(closesOn === undefined ? {} : { closesOn }),
    interested: desk.interested as ObjectionOpening['interested'],
  }
}

async function object(
  call: Call<{ readonly institution?: string | undefined }, ObjectionLetter>,
): Promise<{ status: number; body: unknown }> {
  const { deps, today } = call
  const institution = await houseOf(call)
  const row = await findRow(call, institution)
  if (!mayObject(readPublished(row))) throw refusedBy([refuse(objectionRules.noticeEnded)], 'notice-objection')
  const source = hashOfSource(deps.store, institution, call.address)
  const opening: ObjectionOpening = { ...openingOf(row, call.body), receivedOn: today, channel: 'online', source }
  const wanted = { institution, process: 'notice-objection', data: { ...opening }, parent: row.matter }
  // What is only sent again is no flood: it gets its first answer.
  if (!(await wasAsked(call, wanted))) await checkFlood(call, institution, row.matter, source)
  const opened = await openPublicly(call, wanted)
  if (opened.status !== 201) return { status: opened.status, body: opened.body }
  const { number } = opened.body as { readonly number: string }
  const { closesOn, noticeNumber } = opening
  const receipt: ObjectionReceipt = {
    number,
    notice: noticeNumber,
    receivedOn: today,
    late: isLate(opening),
    ...(closesOn === undefined ? {} : { closesOn }),
  }
  return { status: 201, body: receipt }
}

/** So many undecided objections from one source, or so many through the page, are a flood; the office's letter box stays open. */
async function checkFlood({ deps }: Call, institution: InstitutionId, notice: MatterId, source: string): Promise<void> {
  const { pendingBySource, throughPage } = await countObjections(deps.store, institution, notice, source)
  const isFlood = pendingBySource >= mostPendingBySource || throughPage >= mostThroughPage
  if (isFlood)
    throw refusedBy([refuse(objectionRules.tooManyPending, { pending: Math.max(pendingBySource, throughPage) })], 'notice-objection')
}

async function keepEvidence(
  call: Call<{ readonly institution?: string | undefined; readonly name: string }>,
): Promise<ReturnType<typeof created>> {
  const { deps, query, today, mediaType = '', idempotencyKey } = call
  const institution = await houseOf(call)
  const row = await findRow(call, institution)
  if (!mayObject(readPublished(row))) throw refusedBy([refuse(objectionRules.noticeEnded)], 'notice-objection')
  const bytes = checkBytes(call)
  const key = idempotencyKey === undefined ? undefined : `${idempotencyKey}/${row.matter}/${query.name}`
  const id = uuidOf(`attachment/${commandIdOf(institution, 'public', key)}`)
  const at = deps.officeClock.now()
  const file = await addAttachment(deps.store, institution, {
    id,
    name: query.name,
    mediaType,
    bytes,
    uploadedBy: publicUploader,
    at,
    on: today,
  })
  return created({ id: file.id, name: file.name, size: file.size, sha256: file.sha256 }, `/api/attachments/${file.id}`)
}
