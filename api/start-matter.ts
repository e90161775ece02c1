import { WithStartWorkflowOperation, WorkflowExecutionAlreadyStartedError, WorkflowFailedError, type Client } from '@temporalio/client'
import type { InstitutionId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { StartMatter } from '#domain/matter-to-open.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { MatterId } from '#domain/state.ts'
import { openedUpdate, workflowIdOf, workflowTypeOf, type MatterEnd, type MatterInput } from '#workflows/messages.ts'
import type { OfficeClock } from './dependencies.ts'
import type { PinnedPolicy } from './pinned-policy.ts'
import { findRefusals, isGone } from './temporal-failure.ts'

export type StarterDependencies = {
  readonly temporal: Client
  readonly taskQueue: string
  readonly officeClock: Pick<OfficeClock, 'today' | 'offset'>
  /** The policy in force for a process on a day, kept under its hash. */
  readonly findPolicy: (institution: InstitutionId, process: string, on: PlainDay) => Promise<PinnedPolicy>
  /** The number of a matter that is on record. */
  readonly findNumber: (institution: InstitutionId, matter: MatterId) => Promise<string | undefined>
}

/** Thrown where a rule forbids the opening; the record holds nothing of it. */
export class OpeningRefused extends Error {
  override readonly name = 'OpeningRefused'
  readonly refusals: readonly Refusal[]

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((one) => one.code).join(', '))
    this.refusals = refusals
  }
}

/** Starts the story of a matter, once per id, and answers when it is on record with its number. */
export function createMatterStarter({ temporal, taskQueue, officeClock, findPolicy, findNumber }: StarterDependencies): StartMatter {
  return async function startMatter(matter) {
    const { id, institution, process } = matter
    const known = await findNumber(institution, id)
    if (known !== undefined) return { id, number: known }
    const { version, policy } = await findPolicy(institution, process, officeClock.today())
    const { data, ...seed } = matter
    const input: MatterInput = { matter: { ...seed, policyVersion: version, policy, clockOffset: officeClock.offset }, data }
    const workflowId = workflowIdOf(process, id)
    return { id, number: await open(temporal, { process, workflowId, taskQueue, input }, () => findNumber(institution, id)) }
  }
}

type Story = (input: MatterInput) => Promise<MatterEnd>
type Start = { readonly process: string; readonly workflowId: string; readonly taskQueue: string; readonly input: MatterInput }

/** Starts the story unless it runs already, and waits in the same request until its opening is on record; answers the number. */
async function open(
  temporal: Client,
  { process, workflowId, taskQueue, input }: Start,
  findNumber: () => Promise<string | undefined>,
): Promise<string> {
  const startWorkflowOperation = new WithStartWorkflowOperation<Story>(workflowTypeOf(process), {
    workflowId,
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
  })
  // Where it fails, so does the update: told once is enough.
  startWorkflowOperation.workflowHandle().catch(() => undefined)
  try {
    const opened = { updateId: 'opened', startWorkflowOperation }
    const { number } = await temporal.workflow.executeUpdateWithStart<Story, { number: string; seq: number }, []>(openedUpdate, opened)
    return number
  } catch (error) {
    // It ran and is over: what became of it is on record.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError) && !isGone(error)) throw error
    const number = await findNumber()
    if (number !== undefined) return number
    throw await whyItEnded(temporal.workflow.getHandle(workflowId), error)
  }
}

/** A story that ended before its opening was on record: by a refusal of the recording transaction, or by a failure. */
async function whyItEnded(handle: { result(): Promise<MatterEnd> }, otherwise: unknown): Promise<unknown> {
  try {
    await handle.result()
    return otherwise
  } catch (error) {
    if (!(error instanceof WorkflowFailedError)) return error
    const refusals = findRefusals(error)
    return refusals === undefined ? error : new OpeningRefused(refusals)
  }
}
