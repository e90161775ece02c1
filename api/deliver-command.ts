import type { Client } from '@temporalio/client'
import type { InstitutionId } from '#domain/actor.ts'
import type { Command, Receipt } from '#domain/command.ts'
import type { Json } from '#domain/json.ts'
import type { PlainDay } from '#domain/day.ts'
import type { MatterToOpen, StartMatter } from '#domain/matter-to-open.ts'
import { refuse, type Refusal } from '#domain/refusal.ts'
import type { MatterId } from '#domain/state.ts'
import { taskRules } from '#domain/task-rules.ts'
import type { Store } from '#store/db.ts'
import { answerCommand, forgetCommand, type CommandRow } from '#store/desk/commands.ts'
import type { RefusalEntry } from '#store/desk/refusals.ts'
import { actUpdate, workflowIdOf, type MatterEnd, type MatterInput } from '#workflows/messages.ts'
import type { OfficeClock } from './dependencies.ts'
import { OpeningRefused } from './start-matter.ts'
import { describeFailure, findRefusals, isGone } from './temporal-failure.ts'

/** What a command asks to be sent. */
export type CommandRequest =
  | {
      readonly is: 'act'
      readonly institution: InstitutionId
      readonly process: string
      readonly matter: MatterId
      readonly command: Command
      /** Names this attempt, where an earlier one may have been refused and is to be asked anew; the command's id makes it once all the same. */
      readonly updateId?: string
    }
  | { readonly is: 'start'; readonly matter: MatterToOpen }

/** What a row of `commands` keeps: what is to be sent, or that a door does it itself and has taken the key. */
export type KeptRequest = CommandRequest | { readonly is: 'done-here' }

/** What a door answered to a command that it carried out itself. */
export type HereAnswer = { readonly status: number; readonly body: Json; readonly location?: string }

/** What came of sending it. `pending`: no answer that counts; to be sent again under the same id. */
export type Delivery =
  | { readonly status: 'done'; readonly answer: { readonly seq: number } | { readonly id: MatterId; readonly number: string } | HereAnswer }
  | { readonly status: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly status: 'pending'; readonly why: string }

export type DeliveryDependencies = {
  readonly temporal: Client
  readonly startMatter: StartMatter
  /** What a command became, if it is on record. */
  readonly findRecorded: (institution: InstitutionId, matter: MatterId, commandId: string) => Promise<{ readonly seq: number } | undefined>
  /** How a matter ended, if it is closed on record. */
  readonly findEnd: (
    institution: InstitutionId,
    matter: MatterId,
  ) => Promise<{ readonly outcome: string; readonly on: PlainDay } | undefined>
  /** Begins the story of a matter that is over again, so that its content can still be taken out. */
  readonly restartStory: (institution: InstitutionId, matter: MatterId) => Promise<void>
  /** Milliseconds to wait for an answer. */
  readonly patience: number
}

/**
 * Sends a command, or sends it again: the id makes it once. Only a failure of type `Refusal` is a lawful no, and only if the
 * command is not on record already (then it is the repetition of one that was carried out). A closed matter says no by itself.
 * Everything else — dropped by a dying server, not processed by a worker, no answer in time — leaves it pending.
 */
export async function deliverCommand(deps: DeliveryDependencies, request: CommandRequest): Promise<Delivery> {
  try {
    return await deps.temporal.withDeadline(Date.now() + deps.patience, () =>
      request.is === 'start' ? start(deps, request.matter) : act(deps, request),
    )
  } catch (error) {
    return { status: 'pending', why: describeFailure(error) }
  }
}

async function start({ startMatter }: DeliveryDependencies, matter: MatterToOpen): Promise<Delivery> {
  try {
    return { status: 'done', answer: await startMatter(matter) }
  } catch (error) {
    if (error instanceof OpeningRefused) return { status: 'refused', refusals: error.refusals }
    throw error
  }
}

async function act(deps: DeliveryDependencies, request: Extract<CommandRequest, { is: 'act' }>): Promise<Delivery> {
  const { institution, process, matter, command } = request
  const handle = deps.temporal.workflow.getHandle<(input: MatterInput) => Promise<MatterEnd>>(workflowIdOf(process, matter))
  try {
    const { seq } = await handle.executeUpdate<Receipt, [Command]>(actUpdate, { args: [command], updateId: request.updateId ?? command.id })
    return { status: 'done', answer: { seq } }
  } catch (error) {
    const refusals = findRefusals(error) ?? (isGone(error) ? await refuseClosed(deps, request) : undefined)
    const recorded = refusals === undefined && !isGone(error) ? undefined : await deps.findRecorded(institution, matter, command.id)
    if (recorded !== undefined) return { status: 'done', answer: { seq: recorded.seq } }
    if (refusals === undefined) throw error
    if (isGone(error) && command.order.name === 'report-secret') {
      await deps.restartStory(institution, matter)
      return act(deps, request)
    }
    return { status: 'refused', refusals }
  }
}

/** A story that is over says no because its matter is closed; one that is missing though its matter is open is no refusal. */
async function refuseClosed(
  deps: DeliveryDependencies,
  { institution, matter }: Extract<CommandRequest, { is: 'act' }>,
): Promise<Refusal[] | undefined> {
  const end = await deps.findEnd(institution, matter)
  return end === undefined ? undefined : [refuse(taskRules.matterClosed, { ...end })]
}

export type ResendDependencies = {
  readonly store: Store
  readonly delivery: DeliveryDependencies
  readonly officeClock: Pick<OfficeClock, 'now' | 'today'>
}

/**
 * Sends a kept command again under its own id and writes down what came of it. A refusal is recorded with the answer, unless
 * somebody else gave the answer first. Answers `pending` where it is still to be sent. What a door died over is nobody's to send: its
 * key is given back, and whoever asks again has it done.
 */
export async function resendCommand(
  deps: ResendDependencies,
  institution: InstitutionId,
  row: CommandRow,
): Promise<Delivery | { readonly status: 'forgotten' }> {
  const request = row.request as KeptRequest
  if (request.is === 'done-here') {
    await forgetCommand(deps.store, institution, row.id)
    return { status: 'forgotten' }
  }
  const delivery = await deliverCommand(deps.delivery, request)
  if (delivery.status === 'pending') return delivery
  const refused = delivery.status === 'refused' ? refusalOf(deps, institution, row, delivery) : undefined
  await answerCommand(deps.store, institution, row.id, delivery, refused)
  return delivery
}

function refusalOf(
  { officeClock }: ResendDependencies,
  institution: InstitutionId,
  { id, name, person, matter }: CommandRow,
  { refusals }: Extract<Delivery, { status: 'refused' }>,
): RefusalEntry {
  return {
    institution,
    asked: name,
    refusals,
    commandId: id,
    at: officeClock.now(),
    on: officeClock.today(),
    ...(person === undefined ? {} : { person }),
    ...(matter === undefined ? {} : { matter }),
  }
}
