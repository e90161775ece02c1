import { advance, advanced, rehearsalClock } from '#schemas/api/rehearsal.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { requireAnyRole } from '../duty.ts'
import { doOnce } from '../once.ts'
import { notFound } from '../problem.ts'
import type { Rehearsal } from '../rehearsal.ts'
import { ok, peopleRoute, type Route } from '../route.ts'
import { viewFired } from '../views/fired-view.ts'

const tag = 'Rehearsal'

/** Time in a rehearsal; where time is not skipped, these addresses do not exist. */
export const rehearsalRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/rehearsal',
      tag,
      summary: "The rehearsal's clock",
      answers: { 200: { says: 'The clock', shape: rehearsalClock } },
    },
    async ({ deps }) => {
      getRehearsal(deps)
      const { officeClock } = deps
      return ok({ now: new Date(officeClock.now()).toISOString(), today: officeClock.today() })
    },
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/rehearsal/advance',
      tag,
      summary: 'Let days pass, due day by due day',
      body: advance,
      answers: { 200: { says: 'What happened meanwhile', shape: advanced } },
    },
    async (call) => {
      const rehearsal = getRehearsal(call.deps)
      requireAnyRole(call, ['sysadmin'])
      const { days } = call.body
      return doOnce(call, 'advance', { days }, async (id) => {
        const { from, to, fired } = await rehearsal.advance(call.who.institution, days, id)
        return ok({ from, to, fired: fired.map((one) => viewFired(one, call.words)) })
      })
    },
  ),
]

function getRehearsal({ rehearsal }: ApiDependencies): Rehearsal {
  if (rehearsal === undefined) throw notFound()
  return rehearsal
}
