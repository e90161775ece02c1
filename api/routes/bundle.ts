import { workflowIdOf } from '#workflows/messages.ts'
import { emptyBody } from '#schemas/api/common.ts'
import { noteReading } from '#store/desk/read-log.ts'
import { readPaperFile } from '#store/lists/documents.ts'
import { takeMatter } from '../matter-at-hand.ts'
import { notFound } from '../problem.ts'
import { peopleRoute, type Route } from '../route.ts'

/** Every paper of a matter in one file. */
export const bundleRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'post',
      path: '/api/matters/{id}/bundle',
      tag: 'Matters',
      summary: 'Its papers as one file: numbered annexes behind a table of contents, each as issued embedded',
      body: emptyBody,
      answers: { 200: { says: 'The PDF', mediaType: 'application/pdf' } },
    },
    async (call) => {
      const { deps, who, params, today } = call
      const { row, knows } = await takeMatter(call, params['id'] ?? '')
      if (!knows) throw notFound()
      const order = { institution: who.viewer.institution, matter: row.id, on: today }
      const { sha256 } = await deps.temporal.workflow.execute<(input: typeof order) => Promise<{ sha256: string }>>('officeBundle', {
        workflowId: workflowIdOf('office-bundle', row.id),
        taskQueue: deps.config.TASK_QUEUE,
        args: [order],
        workflowIdConflictPolicy: 'USE_EXISTING',
      })
      const bytes = await readPaperFile(deps.store, who.viewer, row.id, sha256)
      if (bytes === undefined) throw notFound()
      await noteReading(deps.store, who.viewer, { matter: row.id, what: 'bundle' })
      const name = encodeURIComponent(`${row.number}-HB.pdf`)
      return {
        status: 200,
        bytes,
        mediaType: 'application/pdf',
        headers: { 'Content-Disposition': `inline; filename="${name}"`, ETag: `"${sha256}"` },
      }
    },
  ),
]
