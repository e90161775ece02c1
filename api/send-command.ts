import type { Order } from '#domain/command.ts'
import { decide } from '#domain/decide.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import type { Json } from '#domain/json.ts'
import { refuse } from '#domain/refusal.ts'
import { deskRules } from '#domain/desk-rules.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { answerCommand, findCommand, keepCommand, type CommandRow } from '#store/desk/commands.ts'
import { commandIdOf, hashBody, uuidOf } from './command-id.ts'
import { deliverCommand, type CommandRequest, type Delivery } from './deliver-command.ts'
import { refusedBy } from './problem.ts'
import { noteRefusals, refusalEntry } from './refusal-log.ts'
import type { Answer, PeopleCall } from './route.ts'
import { createDelivery } from './starter.ts'

/** An order to an open matter, with what was sent to ask for it. */
export type Wish = {
  readonly definition: ProcessDefinition
  readonly matter: MatterId
  readonly state: MatterState
  readonly order: Order
  /** What names the request: the same key with another content is another request. */
  readonly body: Json
  /** Distinguishes commands of one request. */
  readonly part?: string
  /** Whoever has looked for an earlier one need not have it looked for again. */
  readonly looked?: { readonly earlier: CommandRow | undefined }
}

/** What came of a request: its command's id beside. */
export type Outcome = Delivery & { readonly command: string; readonly name: string; readonly repeated: boolean }

/** The id of a call's command, and the hash of what it asks for. */
export function identify(call: PeopleCall, name: string, body: Json, part = ''): { readonly id: string; readonly bodyHash: string } {
  const key = call.idempotencyKey === undefined ? undefined : `${call.idempotencyKey}${part === '' ? '' : `/${part}`}`
  return { id: commandIdOf(call.who.institution, call.who.person, key), bodyHash: hashBody({ name, body, part }) }
}

/**
 * The id of a deed that the door does itself and keeps no command for: its content is part of the key, so that another content
 * under the same key is another deed, and is done or refused by itself.
 */
export function deedId(call: PeopleCall, name: string, body: Json): string {
  const { id, bodyHash } = identify(call, name, body)
  return call.idempotencyKey === undefined ? id : uuidOf(`${id}/${bodyHash}`)
}

/** What names the request for an order: the same key for another task, or another message, is another request. */
export function requestName(order: Order, matter: MatterId): string {
  const about = 'task' in order ? [order.task] : 'message' in order ? [order.message] : []
  return [order.name, matter, ...about].join('/')
}

/** The row of a command sent before under the same key. Throws 422 where the key was used for another content. */
export async function findEarlier(
  call: PeopleCall,
  { id, bodyHash }: { readonly id: string; readonly bodyHash: string },
): Promise<CommandRow | undefined> {
  if (call.idempotencyKey === undefined) return undefined
  const row = await findCommand(call.deps.store, call.who.institution, id)
  if (row !== undefined && row.bodyHash !== bodyHash) throw refusedBy([refuse(deskRules.keyReused)])
  return row
}

/**
 * Gives an order to a matter: asks the rules for the early answer, keeps the command so that it is never lost, sends it, and
 * tells what came of it. A repetition is answered with the first answer. Every refusal is recorded once, here.
 */
export async function giveOrder(call: PeopleCall, wish: Wish): Promise<Outcome> {
  const { definition, matter, state, order, body, part } = wish
  const named = identify(call, requestName(order, matter), body, part)
  const { earlier } = wish.looked ?? { earlier: await findEarlier(call, named) }
  if (earlier !== undefined && earlier.status !== 'pending') return repeat(earlier)
  const command = { id: named.id, actor: call.who.actor, order, seen: state.seq }
  const decision = earlier === undefined ? decide(definition, state, command, call.today) : undefined
  if (decision?.ok === false) {
    await noteRefusals(call, { asked: order.name, refusals: decision.refusals, matter, command: command.id })
    return { status: 'refused', refusals: decision.refusals, command: command.id, name: order.name, repeated: false }
  }
  const request: CommandRequest = { is: 'act', institution: call.who.institution, process: definition.stem, matter, command }
  return deliverUnderKey(call, { ...named, name: order.name, matter, request })
}

/** A command to be kept and sent. */
export type Sending = {
  readonly id: string
  readonly bodyHash: string
  readonly name: string
  readonly matter: MatterId
  readonly request: CommandRequest
}

/**
 * Writes the command down, sends it, and writes down what came of it. Of two at the same moment under one key the first to be
 * written down is asked for, and the other is answered as it would be a moment later. Throws 422 where it asks for something else.
 */
export async function deliverUnderKey(call: PeopleCall, sending: Sending): Promise<Outcome> {
  const kept = await keep(call, sending)
  if (kept.bodyHash !== sending.bodyHash) throw refusedBy([refuse(deskRules.keyReused)])
  return kept.status === 'pending' ? deliver(call, sending) : repeat(kept)
}

/**
 * The same for what is once by its content and not by a key: of two contents at the same moment the first to be written down is sent by
 * both, and whoever sent the other finds it when he compares what came of it.
 */
export async function keepAndDeliver(call: PeopleCall, sending: Sending): Promise<Outcome> {
  const { request } = await keep(call, sending)
  return deliver(call, request === undefined ? sending : { ...sending, request: request as CommandRequest })
}

function keep({ deps, who }: PeopleCall, { id, bodyHash, name, matter, request }: Sending): Promise<CommandRow> {
  const heldFor = deps.config.COMMAND_SECONDS + 2
  return keepCommand(deps.store, who.institution, { id, person: who.person, name, matter, bodyHash, request, heldFor })
}

async function deliver(call: PeopleCall, { id, name, matter, request }: Sending): Promise<Outcome> {
  const { deps } = call
  await deps.rehearsal?.gate()
  const delivery = await deliverCommand(createDelivery(deps), request)
  if (delivery.status === 'pending') deps.log.warn({ command: id, why: delivery.why }, 'command unanswered')
  // What was carried out was answered by the transaction that did it.
  if (delivery.status === 'refused') await settle(call, { id, name, matter }, delivery)
  return { ...delivery, command: id, name, repeated: false }
}

async function settle(
  call: PeopleCall,
  { id, name, matter }: Pick<Sending, 'id' | 'name' | 'matter'>,
  delivery: Extract<Delivery, { status: 'refused' }>,
): Promise<void> {
  const { deps, who } = call
  const refused = refusalEntry(call, { asked: name, refusals: delivery.refusals, matter, command: id })
  await answerCommand(deps.store, who.institution, id, delivery, refused)
}

/** What came of a command the first time. */
export function repeat(row: CommandRow): Outcome {
  const answer = row.answer as Delivery | undefined
  if (answer === undefined) throw new Error(`Command ${row.id} is ${row.status} without an answer`)
  return { ...answer, command: row.id, name: row.name, repeated: true }
}

/** The answer to an order: 200 with its receipt, the refusal's problem, or 202 with where to ask. */
export function answerOrder(outcome: Outcome, stem: string): Answer {
  switch (outcome.status) {
    case 'done':
      return {
        status: 200,
        body: { command: outcome.command, seq: 'seq' in outcome.answer ? outcome.answer.seq : 1, repeated: outcome.repeated },
      }
    case 'refused':
      throw refusedBy(outcome.refusals, stem)
    case 'pending':
      return unanswered(outcome)
  }
}

/** 202: on its way, and where to ask for it. */
export function unanswered({ command, name }: Pick<Outcome, 'command' | 'name'>): Answer {
  const body = { id: command, name, status: 'pending', createdAt: new Date().toISOString() }
  return { status: 202, body, headers: { Location: `/api/commands/${command}`, 'Retry-After': '1' } }
}
