import { deskRules } from '#domain/desk-rules.ts'
import { refuse } from '#domain/refusal.ts'
import { attachmentQuery, attachmentView } from '#schemas/api/attachment.ts'
import { addAttachment, findAttachment, readAttachment } from '#store/desk/attachments.ts'
import { noteReading } from '#store/desk/read-log.ts'
import type { MatterId } from '#domain/state.ts'
import { createHash } from 'node:crypto'
import { checkBytes } from '../check-bytes.ts'
import { uuidOf } from '../command-id.ts'
import { takeMatter } from '../matter-at-hand.ts'
import { allowedTypes } from '../media-type.ts'
import { loadNames } from '../names.ts'
import { doOnce } from '../once.ts'
import { notFound, refusedBy } from '../problem.ts'
import { created, peopleRoute, type PeopleCall, type Route } from '../route.ts'
import { viewAttachment } from '../views/attachment-view.ts'

const tag = 'Attachments'

/** Files: taken in by content, given out to whoever may see their matter. */
export const attachmentRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'post',
      path: '/api/attachments',
      tag,
      summary: 'Hand in a file; its bytes are the body',
      query: attachmentQuery,
      bytes: allowedTypes,
      answers: { 201: { says: 'Kept', shape: attachmentView } },
    },
    async (call) => {
      const { name, matter, task } = call.query
      const bytes = checkBytes(call)
      if (matter !== undefined) await checkMatter(call, matter)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return doOnce(call, 'add-attachment', { name, matter: matter ?? null, task: task ?? null, sha256 }, async (id) => {
        const { deps, who } = call
        const file = await addAttachment(deps.store, who.institution, {
          id: uuidOf(`attachment/${id}`),
          name,
          mediaType: call.mediaType ?? '',
          bytes,
          uploadedBy: who.person,
          at: deps.officeClock.now(),
          on: call.today,
          ...(matter === undefined ? {} : { matter: matter as MatterId }),
          ...(task === undefined ? {} : { task }),
        })
        const { lookup } = await loadNames(deps, who, [who.person], call.words)
        return created(viewAttachment(file, lookup), `/api/attachments/${file.id}`)
      })
    },
  ),
  peopleRoute(
    {
      method: 'get',
      path: '/api/attachments/{id}',
      tag,
      summary: 'A file',
      answers: { 200: { says: 'Its bytes', mediaType: 'application/octet-stream' } },
    },
    async (call) => {
      const { deps, who, params } = call
      const id = params['id'] ?? ''
      const found = await findAttachment(deps.store, who.viewer, id)
      if (found === undefined) throw notFound()
      if (found.matter === undefined && found.uploadedBy !== who.person) throw notFound()
      if (found.matter !== undefined && !(await takeMatter(call, found.matter)).knows) throw notFound()
      const file = await readAttachment(deps.store, who.viewer, id)
      if (file === undefined) throw notFound()
      if (file.matter !== undefined) await noteReading(deps.store, who.viewer, { matter: file.matter, what: `attachment/${file.id}` })
      // Shown by nobody's browser as a page of ours: it is a download, whatever it holds.
      const headers = {
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'Content-Security-Policy': 'sandbox',
        ETag: `"${file.sha256}"`,
      }
      return { status: 200, bytes: file.bytes, mediaType: file.mediaType, headers }
    },
  ),
]

/** A file for a matter: by whoever may know it, while it is kept at all. */
async function checkMatter(call: PeopleCall, id: string): Promise<void> {
  const { knows, state } = await takeMatter(call, id)
  if (!knows) throw notFound()
  if (state.erased !== undefined || state.data['secrecyLevel'] === 'state-secret') throw refusedBy([refuse(deskRules.fileOfSecret)])
}
