import { sleep, type getClient } from '@temporalio/activity'
import { defaultPayloadConverter, type Payload } from '@temporalio/common'
import type { RunMemo } from '#domain/run-memo.ts'

type Client = Pick<ReturnType<typeof getClient>, 'workflowService' | 'options'>

type Run = { readonly namespace: string; readonly workflowId: string; readonly runId: string }

/** gRPC's codes: there is no such run; the server has no such function. */
const notFound = 5
const unimplemented = 12

/** The server deletes in its own time, a minute or so after the run was continued; milliseconds between two looks, and looks. */
const pause = 1_000
const looks = 100

/**
 * Deletes every run from which `runId` was continued or begun again, the oldest first, so that whoever is interrupted finds the rest again;
 * `not-offered` where the server cannot. Answers when they are gone; throws when that takes too long, to be asked again.
 */
export async function deleteEarlierRuns(
  client: Client,
  { workflowId, runId }: { readonly workflowId: string; readonly runId: string },
): Promise<'deleted' | 'not-offered'> {
  const run = { namespace: client.options.namespace, workflowId, runId }
  let left = await listEarlier(client, run)
  for (const earlier of left) {
    if ((await deleteRun(client, earlier)) === 'not-offered') return 'not-offered'
  }
  // Each is looked for by itself: the server need not delete them in the order in which it was told to.
  for (let look = 1; look <= looks; look += 1) {
    left = await listThere(client, left)
    if (left.length === 0) return 'deleted'
    await sleep(pause)
  }
  throw new Error(`The server still has earlier runs of ${workflowId} that it was told to delete`)
}

async function listThere(client: Client, runs: readonly Run[]): Promise<Run[]> {
  const there = await Promise.all(runs.map(async (run) => ((await findOrigin(client, run)) === undefined ? [] : [run])))
  return there.flat()
}

async function listEarlier(client: Client, run: Run): Promise<Run[]> {
  const runs: Run[] = []
  let before = (await findOrigin(client, run))?.before
  while (before !== undefined) {
    const earlier = { ...run, runId: before }
    const origin = await findOrigin(client, earlier)
    // It is gone, and those before it went first.
    if (origin === undefined) break
    runs.unshift(earlier)
    before = origin.before
  }
  return runs
}

/** From which run this one was continued or begun again, by the first event of its history; undefined where there is no such run. */
async function findOrigin(client: Client, { namespace, workflowId, runId }: Run): Promise<{ readonly before?: string } | undefined> {
  try {
    const execution = { workflowId, runId }
    const { history } = await client.workflowService.getWorkflowExecutionHistory({ namespace, execution, maximumPageSize: 1 })
    const started = history?.events?.[0]?.workflowExecutionStartedEventAttributes
    // A run that continues another inherits the memo of the first, which one begun again from the record has.
    const before = started?.continuedExecutionRunId || readMemo(started?.memo?.fields?.['follows'])
    return before ? { before } : {}
  } catch (error) {
    if (codeOf(error) === notFound) return undefined
    throw error
  }
}

function readMemo(follows: Payload | undefined): RunMemo['follows'] | undefined {
  return follows === undefined ? undefined : defaultPayloadConverter.fromPayload(follows)
}

async function deleteRun(client: Client, { namespace, workflowId, runId }: Run): Promise<'asked' | 'not-offered'> {
  try {
    await client.workflowService.deleteWorkflowExecution({ namespace, workflowExecution: { workflowId, runId } })
  } catch (error) {
    if (codeOf(error) === unimplemented) return 'not-offered'
    if (codeOf(error) !== notFound) throw error
  }
  return 'asked'
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
