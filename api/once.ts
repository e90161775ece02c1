import { deskRules } from '#domain/desk-rules.ts'
import type { Json } from '#domain/json.ts'
import { refuse } from '#domain/refusal.ts'
import { answerCommand, forgetCommand, keepCommand } from '#store/desk/commands.ts'
import type { Delivery, HereAnswer, KeptRequest } from './deliver-command.ts'
import { refusedBy } from './problem.ts'
import type { Answer, PeopleCall } from './route.ts'
import { identify } from './send-command.ts'

/**
 * Does what the door itself can do, once for each Idempotency-Key: a repetition is answered as the first time. The key is taken
 * before anything is done, so that of two with different contents at the same moment one is done and the other refused. `work` is
 * given the command's id, which also makes the ids of what it writes, so that two of the same content write one thing.
 */
export async function doOnce(call: PeopleCall, name: string, body: Json, work: (id: string) => Promise<Answer>): Promise<Answer> {
  const { id, bodyHash } = identify(call, name, body)
  if (call.idempotencyKey === undefined) return work(id)
  const { deps, who } = call
  const { store } = deps
  const request: KeptRequest = { is: 'done-here' }
  const taken = { id, person: who.person, name, bodyHash, request, heldFor: mostSeconds }
  const kept = await keepCommand(store, who.institution, taken)
  if (kept.bodyHash !== bodyHash) throw refusedBy([refuse(deskRules.keyReused)])
  const known = (kept.answer as Extract<Delivery, { status: 'done' }> | undefined)?.answer as HereAnswer | undefined
  if (known !== undefined) return answerOf(known)
  try {
    const answer = await work(id)
    const delivery: Delivery = { status: 'done', answer: keptOf(answer) }
    await answerCommand(store, who.institution, id, delivery)
    return answer
  } catch (error) {
    // Refused or broken: nothing came of it, so the key is free again.
    await forgetCommand(store, who.institution, id)
    throw error
  }
}

/** Seconds that the work of a door may take; whoever died over it has let go of the key by then. */
const mostSeconds = 60

function keptOf({ status, body, headers }: Answer): HereAnswer {
  const location = headers?.['Location']
  return { status, body: (body ?? null) as Json, ...(location === undefined ? {} : { location }) }
}

function answerOf({ status, body, location }: HereAnswer): Answer {
  return { status, ...(body === null ? {} : { body }), ...(location === undefined ? {} : { headers: { Location: location } }) }
}
