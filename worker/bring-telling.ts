import { deliverCommand } from '#api/deliver-command.ts'
import { relayActor, type InstitutionId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import { processes } from '#domain/registry.gen.ts'
import type { MatterId } from '#domain/state.ts'
import { taskRules } from '#domain/task-rules.ts'
import { resolveIncident, reportIncident } from '#store/desk/incidents.ts'
import { findStanding, readState, type MatterStanding } from '#store/lists/standing.ts'
import type { Store } from '#store/db.ts'
import { finishTellings, layAside, layAsideUntilHeard, postponeTelling, type TakenTelling } from '#store/outbox.ts'
import { factChangedKind, openTell, tellKind } from '#store/tells.ts'
import { incidentOfTelling } from './incident-ids.ts'
import type { TellingParts } from './tell.ts'

/** Whether a telling is a message to a matter, rather than a letter. */
export function isForMatter(kind: string): boolean {
  return kind === tellKind || kind === factChangedKind
}

type Message = { readonly message: string; readonly data: JsonObject }

/**
 * Brings what one matter, or a register, has to tell a matter. To a matter that is closed nothing is told any more, and what must be
 * heard is laid before the office; one that does not wait for it yet is told when it begins to wait, and a suspended one when it is resumed. That a register changed is told to
 * whoever waits to hear it, and to nobody later. Throws where it is to be tried again by the clock.
 */
export async function bringTelling(parts: TellingParts, institution: InstitutionId, telling: TakenTelling): Promise<void> {
  const { store } = parts
  const { id, matter } = telling
  if (matter === undefined) throw new Error(`Telling ${telling.key} is for no matter`)
  const stands = await findStanding(store, institution, matter)
  if (stands === undefined) throw new Error(`Matter ${matter} is not open yet`)
  const said = await readMessage(parts, institution, telling, stands)
  if (said === undefined) return finishTellings(store, institution, [id])
  const sending = { telling, matter, stands, said }
  if (stands.standing === 'closed') return giveUp(parts, institution, sending)
  const no = await send(parts, institution, sending)
  if (no.length === 0) return finish(parts, institution, telling)
  if (no.some((code) => lost.includes(code))) return giveUp(parts, institution, sending)
  if (!no.some((code) => later.includes(code))) return layBefore(parts, institution, { telling, matter, said, no })
  return keep(store, institution, telling, { matter, message: said.message })
}

/** A matter that says this will never hear anything again. */
const lost: readonly string[] = [taskRules.matterClosed.code, taskRules.contentErased.code]

/** A matter that says this may hear it another time. */
const later: readonly string[] = [taskRules.matterSuspended.code, taskRules.unknownMessage.code]

/** Seconds after which a matter that waits on record, but had not folded it yet, is asked again. */
const aMoment = 1

/** Keeps a telling until the matter listens, as its record says now; that a register changed is not kept for a later wait. */
async function keep(
  store: Store,
  institution: InstitutionId,
  { id, kind }: TakenTelling,
  { matter, message }: { readonly matter: MatterId; readonly message: string },
): Promise<void> {
  const { seq, standing, waits } = await readState(store, institution, matter)
  const isAwaited = Object.values(waits).some((wait) => wait.messages.includes(message))
  if (standing.is === 'open' && isAwaited) return postponeTelling(store, institution, id, aMoment, 'waiting, and not heard yet')
  if (standing.is === 'closed' || (standing.is === 'open' && kind === factChangedKind)) return finishTellings(store, institution, [id])
  return layAsideUntilHeard(store, institution, id, { matter, seq }, `${message} is not awaited`)
}

/** What is to be said; undefined where there is nothing to say any more, or nobody who listens for it. */
async function readMessage(
  { store }: TellingParts,
  institution: InstitutionId,
  telling: TakenTelling,
  { process }: MatterStanding,
): Promise<Message | undefined> {
  if (telling.kind === tellKind) return openTell(store, institution, telling)
  const isListening = processes[process]?.messages[factChangedKind] !== undefined
  return isListening ? { message: factChangedKind, data: telling.body } : undefined
}

type Sending = { readonly telling: TakenTelling; readonly matter: MatterId; readonly stands: MatterStanding; readonly said: Message }

/** Sends it under an id that makes it once; answers the codes of a no. An answer given to one attempt is not given again to the next. */
async function send({ delivery }: TellingParts, institution: InstitutionId, { telling, matter, stands, said }: Sending): Promise<string[]> {
  const order = { name: 'send-message', ...said } as const
  const command = { id: telling.key, actor: relayActor, order, seen: stands.seq }
  const updateId = `${telling.key}@${stands.seq}/${telling.attempts}`
  const answer = await deliverCommand(delivery, { is: 'act', institution, process: stands.process, matter, command, updateId })
  if (answer.status === 'pending') throw new Error(`Matter ${matter}: ${answer.why}`)
  return answer.status === 'refused' ? answer.refusals.map((one) => one.code) : []
}

/** Nothing is told to a matter that is over; what must be heard and was not is for people to look at. */
async function giveUp(parts: TellingParts, institution: InstitutionId, { telling, matter, stands, said }: Sending): Promise<void> {
  const mustBeHeard = processes[stands.process]?.messages[said.message]?.mustBeHeard === true
  const isHeard = !mustBeHeard || (await parts.delivery.findRecorded(institution, matter, telling.key)) !== undefined
  return isHeard
    ? finish(parts, institution, telling)
    : layBefore(parts, institution, { telling, matter, said, no: [taskRules.matterClosed.code] })
}

async function finish({ store }: TellingParts, institution: InstitutionId, telling: TakenTelling): Promise<void> {
  await finishTellings(store, institution, [telling.id])
  if (telling.attempts > 1) await resolveIncident(store, institution, incidentOfTelling(telling.key, false), 'sent')
}

type Refused = { readonly telling: TakenTelling; readonly matter: MatterId; readonly said: Message; readonly no: readonly string[] }

/** A lawful no to a program is for people to look at: it is laid before them, and tried again when they ask. */
async function layBefore({ store }: TellingParts, institution: InstitutionId, { telling, matter, said, no }: Refused): Promise<void> {
  const why = no.join(' ')
  await layAside(store, institution, telling.id, why)
  const id = incidentOfTelling(telling.key, false)
  const detail = { telling: telling.kind, message: said.message, attempts: telling.attempts, why }
  await reportIncident(store, institution, { id, kind: 'not-told', detail, matter })
}
