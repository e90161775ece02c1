import type { InstitutionId } from '#domain/actor.ts'
import type { NoticeKind } from '#domain/public-notice-content.ts'
import type { PublishedNotice } from '#domain/public-notice-published.ts'
import type { MatterId } from '#domain/state.ts'
import { houseQuery, noticePage, noticeQuery, noticeView } from '#schemas/api/notice.ts'
import { systemViewer } from '#store/db.ts'
import { findAttachment, readAttachment, type Attachment } from '#store/desk/attachments.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { findCursorValues, writeCursor } from '#store/lists/cursor.ts'
import { readState } from '#store/lists/standing.ts'
import { listPublications, type PublicationRow } from '#store/lists/publications.ts'
import { findNotice, noticeStem, type HouseCall } from '../notice-at-hand.ts'
import { notFound } from '../problem.ts'
import { houseOf } from '../public-door.ts'
import { ok, openRoute, type Answer, type Call, type Route } from '../route.ts'
import { renderFeed } from '../views/notice-feed.ts'
import { readContent, readPublished, twinOf, viewNotice, viewNoticeRow } from '../views/notice-view.ts'

const tag = 'Notices'
const inFeed = 50

/** Public notices, read by everybody without signing in. */
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
      const rows = await listPublications(call.deps.store, institution, noticeStem, { limit: inFeed })
      const feed = renderFeed(call.deps, await nameOf(call, institution), rows, call.words)
      return { status: 200, bytes: feed, mediaType: 'application/atom+xml; charset=utf-8' }
    },
  ),
  openRoute(
    {
      method: 'get',
      path: '/api/notices/{id}.jsonld',
      tag,
      summary: 'A notice for machines, with the content as it was hashed; its permanent address answers the same to `application/ld+json`',
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
  openRoute(
    {
      method: 'get',
      path: '/api/notices/{id}/files/{file}',
      tag,
      summary: 'A file that is posted with a notice',
      query: houseQuery,
      answers: { 200: { says: 'Its bytes', mediaType: 'application/octet-stream' } },
    },
    readFile,
  ),
]

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
    const page = await listPublications(deps.store, house, noticeStem, { limit: 100, ...(before === undefined ? {} : { before }) })
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

async function findGround(call: HouseCall): Promise<Parameters<typeof twinOf>[1]> {
  const institution = await houseOf(call)
  const row = await findNotice(call, institution)
  const content = await readContent(call.deps, institution, row)
  const files = await Promise.all((content?.attachments ?? []).map((id) => findFile(call, row.matter, id, institution)))
  return { row, content, house: await nameOf(call, institution), files: files.filter((file) => file !== undefined) }
}

/** The file that a notice names, if it was handed in for it or for the matter it is posted for: no other is made public by being named. */
async function findFile({ deps }: Call, matter: MatterId, id: string, institution: InstitutionId): Promise<Attachment | undefined> {
  const file = await findAttachment(deps.store, systemViewer(institution), id)
  if (file?.matter === undefined) return undefined
  if (file.matter === matter) return file
  return (await readState(deps.store, institution, matter)).head.parent === file.matter ? file : undefined
}

/** A file of a notice, for everybody, as long as its content is up; whoever posted it released it. */
async function readFile(call: HouseCall): Promise<Answer> {
  const institution = await houseOf(call)
  const row = await findNotice(call, institution)
  const id = call.params['file'] ?? ''
  if (readPublished(row).content?.attachments.includes(id) !== true) throw notFound()
  if ((await findFile(call, row.matter, id, institution)) === undefined) throw notFound()
  const file = await readAttachment(call.deps.store, systemViewer(institution), id)
  if (file === undefined) throw notFound()
  const headers = {
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'Content-Security-Policy': 'sandbox',
    ETag: `"${file.sha256}"`,
  }
  return { status: 200, bytes: file.bytes, mediaType: file.mediaType, headers }
}
