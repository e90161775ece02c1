import type { Json } from '#domain/json.ts'
import { answerCommand, keepCommand } from '#store/desk/commands.ts'
import type { Delivery, HereAnswer } from './deliver-command.ts'
import type { Answer, PeopleCall } from './route.ts'
import { findEarlier, identify } from './send-command.ts'

/**
 * Does what the door itself can do, once for each Idempotency-Key: a repetition is answered as the first time. `work` is given
 * the command's id, which also makes the ids of what it writes, so that two at the same moment write one thing.
 */
export async function doOnce(call: PeopleCall, name: string, body: Json, work: (id: string) => Promise<Answer>): Promise<Answer> {
  const named = identify(call, name, body)
  const earlier = await findEarlier(call, named)
  const known = (earlier?.answer as Extract<Delivery, { status: 'done' }> | undefined)?.answer as HereAnswer | undefined
  if (known !== undefined) return answerOf(known)
  const answer = await work(named.id)
  if (call.idempotencyKey === undefined) return answer
  const kept = keptOf(answer)
  const { store } = call.deps
  await keepCommand(store, call.who.institution, {
    id: named.id,
    person: call.who.person,
    name,
    bodyHash: named.bodyHash,
    request: { is: 'done-here', answer: kept },
  })
  await answerCommand(store, call.who.institution, named.id, { status: 'done', answer: kept } as Delivery & { status: 'done' })
  return answer
}

function keptOf({ status, body, headers }: Answer): HereAnswer {
  const location = headers?.['Location']
  return { status, body: (body ?? null) as Json, ...(location === undefined ? {} : { location }) }
}

function answerOf({ status, body, location }: HereAnswer): Answer {
  return { status, ...(body === null ? {} : { body }), ...(location === undefined ? {} : { headers: { Location: location } }) }
}
