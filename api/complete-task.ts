import type { z } from 'zod'
import type { PersonId } from '#domain/actor.ts'
import type { Order } from '#domain/command.ts'
import { decide } from '#domain/decide.ts'
import type { JsonObject } from '#domain/json.ts'
import type { Task } from '#domain/state.ts'
import { namedBy } from '#domain/subjects.ts'
import type { taskCompletion } from '#schemas/api/task.ts'
import { gatherFacts } from './facts.ts'
import { checkForm, stripForm } from './form-check.ts'
import { noting } from './refusal-log.ts'
import type { PeopleCall } from './route.ts'
import { findEarlier, giveOrder, identify, requestName, type Outcome } from './send-command.ts'
import type { TaskAtHand } from './task-at-hand.ts'

/**
 * Completes a task: who may comes before what is in the form, and both are asked again under the lock. A repetition is
 * answered without looking at the form again. The draft goes with the task it was for.
 */
export async function completeTask(call: PeopleCall, hand: TaskAtHand, completion: z.output<typeof taskCompletion>): Promise<Outcome> {
  const { matter, row, task } = hand
  const { outcome, reason, remarks } = completion
  const rest = { ...(reason === undefined ? {} : { reason }), ...(remarks === undefined ? {} : { remarks }) }
  const order = { name: 'complete-task', task: row.id, outcome, data: stripForm(matter.definition.stem, completion.data), ...rest } as const
  const body = { task: row.id, outcome, data: order.data, reason: reason ?? null, remarks: (remarks ?? []).map((one) => ({ ...one })) }
  const earlier = await findEarlier(call, identify(call, requestName(order, row.matter), body))
  const by = earlier === undefined && task !== undefined ? performerOf(call, hand, order) : undefined
  const data = task === undefined || by === undefined ? order.data : await readForm(call, hand, { task, data: order.data, outcome, by })
  const { definition, state } = matter
  return giveOrder(call, { definition, matter: row.matter, state, order: { ...order, data }, body, looked: { earlier } })
}

/** In whose place the task would be completed; undefined where it may not be, which sending it will say. */
function performerOf(call: PeopleCall, { matter }: TaskAtHand, order: Order): PersonId | undefined {
  const decision = decide(matter.definition, matter.state, { id: 'asked', actor: call.who.actor, order }, call.today)
  return decision.ok && decision.by.is === 'person' ? (decision.by.onBehalfOf ?? decision.by.person) : undefined
}

type Filled = { readonly task: Task; readonly data: JsonObject; readonly outcome: string; readonly by: PersonId }

async function readForm(call: PeopleCall, { matter, row }: TaskAtHand, { task, data, outcome, by }: Filled): Promise<JsonObject> {
  const { deps, who, words, today } = call
  const { state, definition } = matter
  const sent = { stem: definition.stem, form: task.form, data, state, actor: by, outcome, base: '/data' }
  const gather = (form: JsonObject) => gatherFacts(deps.store, who.institution, today, namedBy(definition, state, form), who.person)
  return noting(call, { asked: 'complete-task', matter: row.matter, isSealed: task.private === true }, () => checkForm(sent, words, gather))
}
