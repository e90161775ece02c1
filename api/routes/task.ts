import type { z } from 'zod'
import type { PersonId } from '#domain/actor.ts'
import type { Order } from '#domain/command.ts'
import { decide } from '#domain/decide.ts'
import type { JsonObject } from '#domain/json.ts'
import type { TaskId } from '#domain/state.ts'
import { emptyBody } from '#schemas/api/common.ts'
import { commandView, receipt } from '#schemas/api/command.ts'
import { draftPatch, draftView, taskCompletion, taskFollowUp, taskHandOver, taskView } from '#schemas/api/task.ts'
import { dropDraft } from '#store/desk/drafts.ts'
import { getTarget } from '../target.ts'
import { mergeIntoDraft } from '../drafts.ts'
import { gatherFacts } from '../facts.ts'
import { checkForm, stripForm } from '../form-check.ts'
import { refusedBy } from '../problem.ts'
import { noting } from '../refusal-log.ts'
import { ok, peopleRoute, type Answer, type PeopleCall, type Route } from '../route.ts'
import { answerOrder, findEarlier, giveOrder, identify } from '../send-command.ts'
import { describeTask, draftOf, readTask, takeTask, type TaskAtHand } from '../task-at-hand.ts'

const tag = 'Tasks'

const carriedOut = { 200: { says: 'Carried out', shape: receipt }, 202: { says: 'On its way; ask for the command', shape: commandView } }

/** An order about a task, by its body. */
function orderRoute<Body extends z.ZodType>(verb: string, summary: string, body: Body, orderOf: (call: PeopleCall<unknown, z.output<Body>>, task: TaskId) => Order | Promise<Order>): Route {
  return peopleRoute({ method: 'post', path: `/api/tasks/{id}/${verb}`, tag, summary, body, answers: carriedOut }, async (call) => {
    const hand = await takeTask(call, call.params['id'])
    return send(call, hand, await orderOf(call, hand.row.id), call.body)
  })
}

async function send(call: PeopleCall, { matter }: TaskAtHand, order: Order, body: unknown): Promise<Answer> {
  const { definition, row, state } = matter
  const outcome = await giveOrder(call, { definition, matter: row.id, state, order, body: body as JsonObject })
  return answerOrder(outcome, definition.stem)
}

/** One task, and what may be done with it. */
export const taskRoutes: readonly Route[] = [
  peopleRoute(
    { method: 'get', path: '/api/tasks/{id}', tag, summary: 'A task with its form', answers: { 200: { says: 'The task', shape: taskView } } },
    async (call) => ok(await describeTask(call, await readTask(call, call.params['id']))),
  ),
  orderRoute('claim', 'Take a task', emptyBody, (_, task) => ({ name: 'claim-task', task })),
  orderRoute('release', 'Give a claimed task back', emptyBody, (_, task) => ({ name: 'release-task', task })),
  orderRoute('resolve', 'Return delegated work to its owner', emptyBody, (_, task) => ({ name: 'resolve-task', task })),
  orderRoute('follow-up', 'Set the day to look at it again', taskFollowUp, ({ body }, task) => ({ name: 'set-follow-up', task, on: body.on })),
  orderRoute('delegate', 'Have a colleague work on it; it comes back', taskHandOver, async (call, task) => ({ name: 'delegate-task', task, ...(await handOver(call)) })),
  orderRoute('reassign', 'Put it into other hands', taskHandOver, async (call, task) => ({ name: 'reassign-task', task, ...(await handOver(call)) })),
  peopleRoute(
    { method: 'post', path: '/api/tasks/{id}/complete', tag, summary: 'Complete a task with an outcome', body: taskCompletion, answers: carriedOut },
    async (call) => completeTask(call, await takeTask(call, call.params['id'])),
  ),
  peopleRoute(
    { method: 'put', path: '/api/tasks/{id}/draft', tag, summary: 'Keep unfinished work; nothing is validated', body: draftPatch, answers: { 200: { says: 'Kept', shape: draftView } } },
    async (call) => {
      const hand = await takeTask(call, call.params['id'])
      const { definition, state } = hand.matter
      const order = { name: 'claim-task', task: hand.row.id } as const
      const decision = decide(definition, state, { id: 'draft', actor: call.who.actor, order }, call.today)
      if (!decision.ok) throw refusedBy(decision.refusals, definition.stem)
      return ok(await mergeIntoDraft(call, draftOf(hand), call.body.fields))
    },
  ),
]

async function handOver(call: PeopleCall<unknown, z.output<typeof taskHandOver>>) {
  const { to, reason } = call.body
  return { target: await getTarget(call, to), ...(reason === undefined ? {} : { reason }) }
}

/**
 * Completes a task: who may comes before what is in the form, and both are asked again under the lock. A repetition is
 * answered without looking at the form again. The draft goes with the task it was for.
 */
async function completeTask(call: PeopleCall<unknown, z.output<typeof taskCompletion>>, hand: TaskAtHand): Promise<Answer> {
  const { row, task } = hand
  const { outcome, data, reason, remarks } = call.body
  const rest = { ...(reason === undefined ? {} : { reason }), ...(remarks === undefined ? {} : { remarks }) }
  const order = { name: 'complete-task', task: row.id, outcome, data: stripForm(hand.matter.definition.stem, data), ...rest } as const
  const earlier = await findEarlier(call, identify(call, `complete-task/${row.matter}`, call.body as JsonObject))
  const by = earlier === undefined && task !== undefined ? performerOf(call, hand, order) : undefined
  const read = task === undefined || by === undefined ? order.data : await readForm(call, hand, { ...order, form: task.form, by })
  const answer = await send(call, hand, { ...order, data: read }, call.body)
  if (answer.status === 200) await dropDraft(call.deps.store, call.who.institution, draftOf(hand).subject)
  return answer
}

/** In whose place the task would be completed; undefined where it may not be, which sending it will say. */
function performerOf(call: PeopleCall, { matter }: TaskAtHand, order: Order): PersonId | undefined {
  const decision = decide(matter.definition, matter.state, { id: 'asked', actor: call.who.actor, order }, call.today)
  return decision.ok && decision.by.is === 'person' ? (decision.by.onBehalfOf ?? decision.by.person) : undefined
}

type Filled = { readonly form: string; readonly data: JsonObject; readonly outcome: string; readonly by: PersonId }

async function readForm(call: PeopleCall, { matter, row }: TaskAtHand, { form, data, outcome, by }: Filled): Promise<JsonObject> {
  const { deps, who, words, today } = call
  const { state, definition } = matter
  const sent = { stem: definition.stem, form, data, state, actor: by, outcome, base: '/data' }
  const gather = (named: JsonObject) => gatherFacts(deps.store, who.institution, today, [named, state.data])
  return noting(call, { asked: 'complete-task', matter: row.matter }, () => checkForm(sent, words, gather))
}
