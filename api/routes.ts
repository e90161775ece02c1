import type { Metrics } from './metrics.ts'
import type { Route } from './route.ts'
import { attachmentRoutes } from './routes/attachments.ts'
import { bundleRoutes } from './routes/bundle.ts'
import { bulkRoutes } from './routes/bulk.ts'
import { commandRoutes } from './routes/commands.ts'
import { encumbranceRoutes } from './routes/encumbrances.ts'
import { filterRoutes } from './routes/filters.ts'
import { houseRoutes } from './routes/house.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { linkRoutes } from './routes/links.ts'
import { logRoutes } from './routes/logs.ts'
import { mandateRoutes } from './routes/mandates.ts'
import { matterOrderRoutes } from './routes/matter-orders.ts'
import { matterPartRoutes } from './routes/matter-parts.ts'
import { matterRoutes } from './routes/matters.ts'
import { createOpenApiRoute, createOperationRoutes } from './routes/operation.ts'
import { noticeObjectionRoutes } from './routes/notice-objections.ts'
import { noticeRoutes } from './routes/notices.ts'
import { openLicenceRoutes } from './routes/open-licences.ts'
import { partyRoutes } from './routes/parties.ts'
import { patentRoutes } from './routes/patents.ts'
import { peopleRoutes } from './routes/people.ts'
import { processRoutes } from './routes/processes.ts'
import { receiptRoutes } from './routes/receipts.ts'
import { rehearsalRoutes } from './routes/rehearsal.ts'
import { resultRoutes } from './routes/results.ts'
import { ruleRoutes } from './routes/rules.ts'
import { searchRoutes } from './routes/search.ts'
import { sessionRoutes } from './routes/session.ts'
import { settingRoutes } from './routes/settings.ts'
import { takeUpRoutes } from './routes/take-ups.ts'
import { taskListRoutes } from './routes/task-lists.ts'
import { taskRoutes } from './routes/task.ts'
import { tokenRoutes } from './routes/tokens.ts'
import { whatIfRoutes } from './routes/what-if.ts'

/** Of the API's description, not of the program: raised when a client would notice. */
const version = '1.0.0'

/** Every route there is, in the order in which paths are matched. */
export function createRoutes(metrics: Metrics): readonly Route[] {
  const routes: readonly Route[] = [
    ...sessionRoutes,
    ...tokenRoutes,
    ...processRoutes,
    ...matterRoutes,
    ...matterPartRoutes,
    ...matterOrderRoutes,
    ...whatIfRoutes,
    ...taskListRoutes,
    ...bulkRoutes,
    ...bundleRoutes,
    ...taskRoutes,
    ...filterRoutes,
    ...searchRoutes,
    ...commandRoutes,
    ...attachmentRoutes,
    ...linkRoutes,
    ...invitationRoutes,
    ...peopleRoutes,
    ...houseRoutes,
    ...noticeRoutes,
    ...noticeObjectionRoutes,
    ...openLicenceRoutes,
    ...takeUpRoutes,
    ...receiptRoutes,
    ...patentRoutes,
    ...resultRoutes,
    ...encumbranceRoutes,
    ...partyRoutes,
    ...mandateRoutes,
    ...settingRoutes,
    ...ruleRoutes,
    ...logRoutes,
    ...rehearsalRoutes,
    ...createOperationRoutes(metrics),
  ]
  const operations = routes.map((route) => route.operation)
  return [...routes, createOpenApiRoute(operations, version)]
}
