import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { MatterId } from '#domain/state.ts'
import { workflowIdOf } from '#workflows/messages.ts'
import { emptyBody } from '#schemas/api/common.ts'
import { noteReading } from '#store/desk/read-log.ts'
import { readPaperFile } from '#store/lists/documents.ts'
import { takeMatter } from '../matter-at-hand.ts'
import { notFound, ProblemError } from '../problem.ts'
import { peopleRoute, type PeopleCall, type Route } from '../route.ts'
import { isTooLate } from '../temporal-failure.ts'

type Order = { readonly institution: InstitutionId; readonly matter: MatterId; readonly on: PlainDay }

/** Longer than a command: a paper is drawn behind everything else. */
const patience = 4

/** Has the file drawn, or waits with whoever is having it drawn. Throws 503 where nobody draws it in time. */
async function draw({ deps }: PeopleCall, order: Order): Promise<{ readonly sha256: string }> {
  const { config, temporal } = deps
  const drawing = () =>
    temporal.workflow.execute<(input: Order) => Promise<{ sha256: string }>>('officeBundle', {
      workflowId: workflowIdOf('office-bundle', order.matter),
      taskQueue: config.TASK_QUEUE,
      args: [order],
      workflowIdConflictPolicy: 'USE_EXISTING',
    })
  try {
    return await temporal.withDeadline(Date.now() + patience * config.COMMAND_SECONDS * 1000, drawing)
  } catch (error) {
    if (!isTooLate(error)) throw error
    throw new ProblemError({ status: 503, headers: { 'Retry-After': String(config.COMMAND_SECONDS) } })
  }
}

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
      const { sha256 } = await draw(call, order)
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
