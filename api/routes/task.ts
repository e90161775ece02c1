import type { z } from 'zod'
import type { Order } from '#domain/command.ts'
import { decide } from '#domain/decide.ts'
import type { JsonObject } from '#domain/json.ts'
import type { TaskId } from '#domain/state.ts'
import { emptyBody } from '#schemas/api/common.ts'
import { commandView, receipt } from '#schemas/api/command.ts'
import { draftPatch, draftView, taskCompletion, taskFollowUp, taskHandOver, taskView } from '#schemas/api/task.ts'
import { completeTask } from '../complete-task.ts'
import { getTarget } from '../target.ts'
import { mergeIntoDraft } from '../drafts.ts'
import { refusedBy } from '../problem.ts'
import { ok, peopleRoute, type Answer, type PeopleCall, type Route } from '../route.ts'
import { answerOrder, giveOrder } from '../send-command.ts'
import { describeTask, draftOf, readTask, takeTask, type TaskAtHand } from '../task-at-hand.ts'

const tag = 'Tasks'

const carriedOut = { 200: { says: 'Carried out', shape: receipt }, 202: { says: 'On its way; ask for the command', shape: commandView } }

/** An order about a task, by its body. */
function orderRoute<Body extends z.ZodType>(
  verb: string,
  summary: string,
  body: Body,
  orderOf: (call: PeopleCall<unknown, z.output<Body>>, task: TaskId) => Order | Promise<Order>,
): Route {
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
    {
      method: 'get',
      path: '/api/tasks/{id}',
      tag,
      summary: 'A task with its form',
      answers: { 200: { says: 'The task', shape: taskView } },
    },
    async (call) => ok(await describeTask(call, await readTask(call, call.params['id']))),
  ),
  orderRoute('claim', 'Take a task', emptyBody, (_, task) => ({ name: 'claim-task', task })),
  orderRoute('release', 'Give a claimed task back', emptyBody, (_, task) => ({ name: 'release-task', task })),
  orderRoute('resolve', 'Return delegated work to its owner', emptyBody, (_, task) => ({ name: 'resolve-task', task })),
  orderRoute('follow-up', 'Set the day to look at it again', taskFollowUp, ({ body }, task) => ({
    name: 'set-follow-up',
    task,
    on: body.on,
  })),
  orderRoute('delegate', 'Have a colleague work on it; it comes back', taskHandOver, async (call, task) => ({
    name: 'delegate-task',
    task,
    ...(await handOver(call)),
  })),
  orderRoute('reassign', 'Put it into other hands', taskHandOver, async (call, task) => ({
    name: 'reassign-task',
    task,
    ...(await handOver(call)),
  })),
  peopleRoute(
    {
      method: 'post',
      path: '/api/tasks/{id}/complete',
      tag,
      summary: 'Complete a task with an outcome',
      body: taskCompletion,
      answers: carriedOut,
    },
    async (call) => {
      const hand = await takeTask(call, call.params['id'])
      return answerOrder(await completeTask(call, hand, call.body), hand.matter.definition.stem)
    },
  ),
  peopleRoute(
    {
      method: 'put',
      path: '/api/tasks/{id}/draft',
      tag,
      summary: 'Keep unfinished work; nothing is validated',
      body: draftPatch,
      answers: { 200: { says: 'Kept', shape: draftView } },
    },
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
