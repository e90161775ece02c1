import type { z } from 'zod'
import type { Order } from '#domain/command.ts'
import { decide } from '#domain/decide.ts'
import type { Refusal } from '#domain/refusal.ts'
import { bulkOutcome, bulkReassignment, type BulkOutcome } from '#schemas/api/task.ts'
import { loadNames } from '../names.ts'
import { ProblemError } from '../problem.ts'
import { peopleInFacts, viewRefusal } from '../refusal-view.ts'
import { ok, peopleRoute, type PeopleCall, type Route } from '../route.ts'
import { giveOrder } from '../send-command.ts'
import { takeTask, type TaskAtHand } from '../task-at-hand.ts'
import { getTarget } from '../target.ts'

type Item = BulkOutcome['items'][number]
type Asked = z.output<typeof bulkReassignment>

/** Many tasks into other hands at once; the preview asks the very rules that will decide. */
export const bulkRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'post',
      path: '/api/tasks/reassign',
      tag: 'Tasks',
      summary: 'Put many tasks into other hands, or see what would become of each',
      body: bulkReassignment,
      answers: { 200: { says: 'What became of each, or would', shape: bulkOutcome } },
    },
    async (call) => {
      const { preview } = call.body
      const items: Item[] = []
      for (const task of new Set(call.body.tasks)) items.push(await reassign(call, task))
      const count = (...outcomes: readonly Item['outcome'][]) => items.filter((item) => outcomes.includes(item.outcome)).length
      return ok({ preview, counts: { moved: count('moves', 'moved'), refused: count('refused'), pending: count('pending') }, items })
    },
  ),
]

async function reassign(call: PeopleCall<unknown, Asked>, task: string): Promise<Item> {
  const hand = await find(call, task)
  if (hand === undefined) return { task, outcome: 'refused', refusals: [] }
  const { definition, row, state } = hand.matter
  const { to, reason, preview } = call.body
  const order: Order = {
    name: 'reassign-task',
    task: hand.row.id,
    target: await getTarget(call, to),
    ...(reason === undefined ? {} : { reason }),
  }
  if (preview) {
    const decision = decide(definition, state, { id: 'asked', actor: call.who.actor, order }, call.today)
    return decision.ok
      ? { task, outcome: 'moves' }
      : { task, outcome: 'refused', refusals: await view(call, decision.refusals, definition.stem) }
  }
  const outcome = await giveOrder(call, { definition, matter: row.id, state, order, body: { to, reason: reason ?? null }, part: task })
  if (outcome.status === 'done') return { task, outcome: 'moved', command: outcome.command }
  if (outcome.status === 'pending') return { task, outcome: 'pending', command: outcome.command }
  return { task, outcome: 'refused', command: outcome.command, refusals: await view(call, outcome.refusals, definition.stem) }
}

/** A task that is absent or hidden refuses for itself; the others go on. */
async function find(call: PeopleCall, task: string): Promise<TaskAtHand | undefined> {
  try {
    return await takeTask(call, task)
  } catch (error) {
    if (error instanceof ProblemError && error.fault.status === 404) return undefined
    throw error
  }
}

async function view(call: PeopleCall, refusals: readonly Refusal[], stem: string) {
  const { names } = await loadNames(call.deps, call.who, peopleInFacts(refusals), call.words)
  return refusals.map((one) => viewRefusal(one, call.words, names, stem))
}
