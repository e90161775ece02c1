import type { Action } from '#domain/action.ts'
import { drawings } from '#domain/drawings.gen.ts'
import type { MatterId } from '#domain/state.ts'
import { actionPage } from '#schemas/api/action.ts'
import { attachmentList } from '#schemas/api/attachment.ts'
import { pageQuery } from '#schemas/api/common.ts'
import { deadlineList, deadlinePage, deadlineQuery } from '#schemas/api/deadline.ts'
import { documentList, documentQuery } from '#schemas/api/document.ts'
import { matterDiagram } from '#schemas/api/matter.ts'
import { listAttachments } from '#store/desk/attachments.ts'
import { noteReading } from '#store/desk/read-log.ts'
import { listTrail } from '#store/lists/actions.ts'
import { listDeadlines, listDeadlinesOfMatter } from '#store/lists/deadlines.ts'
import { findDocument, listDocuments, readDocument } from '#store/lists/documents.ts'
import { readMatter, sightOf, takeMatter } from '../matter-at-hand.ts'
import { loadNames } from '../names.ts'
import { notFound } from '../problem.ts'
import { ok, peopleRoute, type PeopleCall, type Route } from '../route.ts'
import { mayKnow } from '../visibility.ts'
import { viewAttachment } from '../views/attachment-view.ts'
import { viewDeadline } from '../views/deadline-view.ts'
import { viewDiagram } from '../views/diagram-view.ts'
import { findDocumentId, viewDocument } from '../views/document-view.ts'
import { peopleOfEntry, viewEntry } from '../views/trail-view.ts'

const tag = 'Matters'

/** What belongs to a matter: its trail, papers, deadlines, drawing and files. */
export const matterPartRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/matters/{id}/actions',
      tag,
      summary: 'What happened',
      query: pageQuery,
      answers: { 200: { says: 'A page of the trail, oldest first', shape: actionPage } },
    },
    async (call) => {
      const matter = await readMatter(call, call.params['id'] ?? '', 'actions')
      const { limit, cursor } = call.query
      const { items, next } = await listTrail(call.deps.store, call.who.viewer, matter.row.id, {
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      })
      const { sight } = await sightOf(call, matter, items.flatMap(peopleOfEntry))
      return ok({ items: items.map((entry) => viewEntry(entry, sight, matter.knows)), next: next ?? null })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/matters/{id}/documents',
      tag,
      summary: 'Its papers',
      answers: { 200: { says: 'The papers in the order of issue', shape: documentList } },
    },
    async (call) => {
      const { row, definition, state, knows } = await readMatter(call, call.params['id'] ?? '', 'documents')
      const papers = knows ? await listDocuments(call.deps.store, call.who.viewer, row.id) : []
      const signers = state.papers.flatMap(({ signatures = [] }) => signatures.map(({ by }) => by))
      const { lookup } = await loadNames(call.deps, call.who, signers, call.words)
      const sight = { stem: definition.stem, papers: state.papers, lookup, words: call.words }
      return ok({ items: papers.map((paper) => viewDocument(paper, sight)) })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/matters/{id}/deadlines',
      tag,
      summary: 'Its deadlines',
      answers: { 200: { says: 'The deadlines by day', shape: deadlineList } },
    },
    async (call) => {
      const { row, knows } = await readMatter(call, call.params['id'] ?? '', 'deadlines')
      const deadlines = await listDeadlinesOfMatter(call.deps.store, call.who.viewer, row.id)
      return ok({ items: deadlines.map((one) => viewDeadline(one, call.words, call.today, knows)) })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/matters/{id}/diagram',
      tag,
      summary: 'Where it stands on the drawing',
      answers: { 200: { says: 'The drawing, its tokens and the path taken', shape: matterDiagram } },
    },
    async (call) => {
      const matter = await readMatter(call, call.params['id'] ?? '', 'diagram')
      const xml = call.deps.drawings[matter.definition.stem]
      const drawing = drawings[matter.definition.stem]
      if (xml === undefined || drawing === undefined) throw notFound()
      const [{ sight }, actions] = await Promise.all([sightOf(call, matter), listActions(call, matter.row.id)])
      return ok(viewDiagram(sight, xml, drawing, actions))
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/matters/{id}/attachments',
      tag,
      summary: 'Its files',
      answers: { 200: { says: 'The files in the order they came', shape: attachmentList } },
    },
    async (call) => {
      const { row, knows } = await readMatter(call, call.params['id'] ?? '', 'attachments')
      const files = knows ? await listAttachments(call.deps.store, call.who.viewer, row.id) : []
      const { lookup } = await loadNames(
        call.deps,
        call.who,
        files.map((file) => file.uploadedBy),
        call.words,
      )
      return ok({ items: files.map((file) => viewAttachment(file, lookup)) })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/documents/{id}',
      tag,
      summary: 'A paper',
      query: documentQuery,
      answers: { 200: { says: 'The PDF', mediaType: 'application/pdf' } },
    },
    async (call) => {
      const id = findDocumentId(call.params['id'] ?? '')
      const paper = id === undefined ? undefined : await findDocument(call.deps.store, call.who.viewer, id)
      if (paper === undefined || id === undefined) throw notFound()
      const { knows } = await takeMatter(call, paper.matter)
      const read = knows ? await readDocument(call.deps.store, call.who.viewer, id, call.query.language) : undefined
      if (read === undefined) throw notFound()
      await noteReading(call.deps.store, call.who.viewer, { matter: paper.matter, what: `document/${paper.number}` })
      const headers = { 'Content-Disposition': `inline; filename="${encodeURIComponent(paper.number)}.pdf"`, ETag: `"${read.sha256}"` }
      return { status: 200, bytes: read.bytes, mediaType: read.mediaType, headers }
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/deadlines',
      tag: 'Deadlines',
      summary: 'What is due next in every matter',
      query: deadlineQuery,
      answers: { 200: { says: 'A page of deadlines', shape: deadlinePage } },
    },
    async (call) => {
      const { limit, cursor, before, class: kind } = call.query
      const filter = {
        limit,
        ...(cursor === undefined ? {} : { cursor }),
        ...(before === undefined ? {} : { before }),
        ...(kind === undefined ? {} : { class: kind }),
      }
      const { items, next } = await listDeadlines(call.deps.store, call.who.viewer, filter)
      const reader = { person: call.who.person, roles: call.who.roles }
      return ok({ items: items.map((one) => viewDeadline(one, call.words, call.today, mayKnow(reader, one))), next: next ?? null })
    },
  ),
]

/** The whole trail of a matter, as far as its content is kept. */
async function listActions({ deps, who }: PeopleCall, matter: MatterId): Promise<Action[]> {
  const actions: Action[] = []
  for (let cursor: string | undefined, more = true; more;) {
    const page = await listTrail(deps.store, who.viewer, matter, { limit: 500, ...(cursor === undefined ? {} : { cursor }) })
    actions.push(...page.items.flatMap((entry) => entry.action ?? []))
    cursor = page.next
    more = cursor !== undefined
  }
  return actions
}
