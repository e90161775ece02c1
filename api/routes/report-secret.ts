import { commandView } from '#schemas/api/command.ts'
import { secretReport, secretReported } from '#schemas/api/secret-report.ts'
import { listRelated } from '#store/lists/related-matters.ts'
import { takeMatter } from '../matter-at-hand.ts'
import { peopleRoute, type Route } from '../route.ts'
import { answerOrder, giveOrder } from '../send-command.ts'
import { labelled } from '../words.ts'

/** Takes the content of a matter out of this system, wherever the matter stands. */
export const reportSecretRoute: Route = peopleRoute(
  {
    method: 'post',
    path: '/api/matters/{id}/report-secret',
    tag: 'Matters',
    summary: 'Report that it holds a state secret: it is frozen and erased at once',
    body: secretReport,
    answers: {
      200: { says: 'Erased; what hangs together with it', shape: secretReported },
      202: { says: 'On its way; ask for the command', shape: commandView },
    },
  },
  async (call) => {
    const { definition, row, state } = await takeMatter(call, call.params['id'] ?? '')
    // Looked up first: what it is about is erased with it.
    const found = await listRelated(call.deps.store, call.who.viewer, row.id)
    const order = { name: 'report-secret', ...call.body } as const
    const answer = answerOrder(await giveOrder(call, { definition, matter: row.id, state, order, body: call.body }), definition.stem)
    if (answer.status !== 200) return answer
    const related = found.map((one) => ({ ...one, process: labelled(one.process, call.words.process(one.process)) }))
    return { ...answer, body: { ...(answer.body as object), related } }
  },
)
