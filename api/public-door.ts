import { publicActor, type DepartmentId, type InstitutionId } from '#domain/actor.ts'
import type { ProcessDefinition } from '#domain/definition.ts'
import type { JsonObject } from '#domain/json.ts'
import { processes } from '#domain/registry.gen.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { MatterId } from '#domain/state.ts'
import { namedBy } from '#domain/subjects.ts'
import { answerCommand, findCommand, keepCommand } from '#store/desk/commands.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { recordRefusals, type RefusalEntry } from '#store/desk/refusals.ts'
import { commandIdOf, hashBody, matterIdOf } from './command-id.ts'
import { deliverCommand, type CommandRequest, type Delivery } from './deliver-command.ts'
import { gatherFacts } from './facts.ts'
import { checkForm } from './form-check.ts'
import { notFound, ProblemError, refusedBy } from './problem.ts'
import type { Answer, Call } from './route.ts'
import { createDelivery } from './starter.ts'

/** What somebody without a session wants to open. The route has made sure that it may be seen and asked for. */
export type PublicOpening = {
  readonly institution: InstitutionId
  readonly process: string
  readonly data: JsonObject
  readonly parent?: MatterId
  readonly department?: DepartmentId
}

/**
 * Opens a matter for somebody without a session, by the same checks, the same kept command and the same recording transaction as
 * for everybody. Answers 201 with the matter's number, which is his receipt; 404 where the process has no public door.
 */
export async function openPublicly(call: Call, opening: PublicOpening): Promise<Answer> {
  const { institution, parent, department } = opening
  const definition = processes[opening.process]
  if (definition?.opens.public !== true) throw notFound()
  const { stem } = definition
  const named = identify(call, institution, `open-matter/${stem}`, { ...opening })
  const about = { call, institution, asked: 'open-matter', stem }
  const data = await readForm(about, { definition, form: definition.opens.form, data: opening.data })
  const id = matterIdOf(named.id) as MatterId
  const rest = { ...(parent === undefined ? {} : { parent }), ...(department === undefined ? {} : { department }) }
  const matter = { institution, id, process: stem, data, openedBy: publicActor, openingCommand: named.id, ...rest }
  const delivery = await carryOut(about, { ...named, name: 'open-matter', matter: id, request: { is: 'start', matter } })
  if (delivery === undefined) return onItsWay()
  if (!('number' in delivery.answer)) throw new Error(`Command ${named.id} opened no matter`)
  return { status: 201, body: { number: delivery.answer.number } }
}

/** Whether the same opening was asked for before, under the same key. */
export async function wasAsked(call: Call, opening: PublicOpening): Promise<boolean> {
  if (call.idempotencyKey === undefined) return false
  const { id } = identify(call, opening.institution, `open-matter/${opening.process}`, { ...opening })
  return (await findCommand(call.deps.store, opening.institution, id)) !== undefined
}

/** The house a public page is of: the one it names, or the only one there is. Throws 404. */
export async function houseOf({ deps, query }: Call<{ readonly institution?: string | undefined }>): Promise<InstitutionId> {
  const houses = await listInstitutions(deps.store)
  const named = query.institution === undefined ? houses : houses.filter((one) => one.id === query.institution)
  const [house] = named
  if (house === undefined || named.length > 1) throw notFound()
  return house.id
}

type About = {
  readonly call: Call
  readonly institution: InstitutionId
  readonly asked: string
  readonly stem: string
}

/** Nobody's key is anybody else's: the content is part of the name, so that a key used twice answers nobody with another's receipt. */
function identify({ idempotencyKey }: Call, institution: InstitutionId, name: string, body: object): { id: string; bodyHash: string } {
  const bodyHash = hashBody({ name, body })
  const key = idempotencyKey === undefined ? undefined : `${idempotencyKey}/${bodyHash}`
  return { id: commandIdOf(institution, 'public', key), bodyHash }
}

type Filled = { readonly definition: ProcessDefinition; readonly form: string; readonly data: JsonObject }

async function readForm(about: About, { definition, form, data }: Filled): Promise<JsonObject> {
  const { call, institution, stem } = about
  const sent = { stem, form, data, base: '' }
  const gather = (read: JsonObject) => gatherFacts(call.deps.store, institution, call.today, namedBy(definition, undefined, read))
  try {
    return await checkForm(sent, call.words, gather)
  } catch (error) {
    if (error instanceof ProblemError && error.fault.refusals !== undefined) throw await refused(about, error.fault.refusals)
    throw error
  }
}

type Kept = {
  readonly id: string
  readonly bodyHash: string
  readonly name: string
  readonly matter: MatterId
  readonly request: CommandRequest
}

/** Keeps the command, sends it, and writes down what came of it; undefined while no answer has come. Throws the refusal. */
async function carryOut(about: About, kept: Kept): Promise<Extract<Delivery, { status: 'done' }> | undefined> {
  const { call, institution, stem } = about
  const { deps } = call
  const earlier = await findCommand(deps.store, institution, kept.id)
  if (earlier !== undefined && earlier.status !== 'pending') return settled(earlier.answer as Delivery, stem)
  const heldFor = deps.config.COMMAND_SECONDS + 2
  await keepCommand(deps.store, institution, { ...kept, heldFor })
  await deps.rehearsal?.gate()
  const delivery = await deliverCommand(createDelivery(deps), kept.request)
  if (delivery.status === 'pending') {
    deps.log.warn({ command: kept.id, why: delivery.why }, 'command unanswered')
    return undefined
  }
  // What was carried out was answered by the transaction that did it.
  if (delivery.status === 'refused') {
    const entry = entryOf(about, delivery.refusals, { matter: kept.matter, commandId: kept.id })
    await answerCommand(deps.store, institution, kept.id, delivery, entry)
  }
  return settled(delivery, stem)
}

function settled(delivery: Delivery, stem: string): Extract<Delivery, { status: 'done' }> | undefined {
  if (delivery.status === 'refused') throw refusedBy(delivery.refusals, stem)
  return delivery.status === 'done' ? delivery : undefined
}

async function refused(about: About, refusals: readonly Refusal[]): Promise<ProblemError> {
  await recordRefusals(about.call.deps.store, entryOf(about, refusals, {}))
  return refusedBy(refusals, about.stem)
}

function entryOf(
  { call, institution, asked }: About,
  refusals: readonly Refusal[],
  more: Pick<RefusalEntry, 'matter' | 'commandId'>,
): RefusalEntry {
  return { institution, asked, refusals, at: call.deps.officeClock.now(), on: call.today, ...more }
}

function onItsWay(): Answer {
  return { status: 202, body: { received: true } }
}
