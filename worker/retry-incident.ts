import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '@temporalio/client'
import { resendCommand, type ResendDependencies } from '#api/deliver-command.ts'
import type { InstitutionId } from '#domain/actor.ts'
import { findCommand } from '#store/desk/commands.ts'
import type { Incident } from '#store/desk/incidents.ts'
import { findEnd } from '#store/lists/on-record.ts'
import { findMessageId } from '#store/mail-log.ts'
import { findProgress, hurryTelling } from '#store/outbox.ts'
import { findDeed, incidentOfTask, matterOf } from './incident-ids.ts'
import { findDeedEnd, findStory, findTrouble, hurryDeed, type DeedAt, type PendingDeed } from './story.ts'
import { listUnattended } from './unattended.ts'

export type RetryParts = ResendDependencies & {
  readonly temporal: Client
  /** Milliseconds in which the outcome of a retry is waited for. */
  readonly patience: number
}

/** What a retry came to; `outcome` in the words of whatever answered. */
export type Retried = { readonly is: 'resolved' | 'failed-again' | 'still-running'; readonly outcome: string }

/** Milliseconds between two looks at what a retry has come to. */
const lookEvery = 100

/** What tries an incident again and waits for what comes of it; the id says what it is about. */
export function createRetry(parts: RetryParts): (institution: InstitutionId, incident: Incident) => Promise<Retried> {
  return async (institution, { id }) => {
    const [kind] = id.split('/', 1)
    const rest = id.slice(id.indexOf('/') + 1)
    switch (kind) {
      case 'activity':
        return retryDeed(parts, id)
      case 'command':
        return retryCommand(parts, institution, rest)
      case 'mail':
      case 'telling':
        return retryTelling(parts, institution, rest)
      case 'story':
        return lookAtStory(parts, institution, rest)
      case 'task':
        return lookForSomebody(parts, institution, id)
      default:
        return { is: 'failed-again', outcome: 'nothing of it can be tried again from here' }
    }
  }
}

/** Lets the deed be tried now instead of at its next time, and tells how that attempt ended. */
async function retryDeed(parts: RetryParts, id: string): Promise<Retried> {
  const at = findDeed(id)
  if (at === undefined) throw new Error(`The incident ${id} names no activity`)
  const before = await findPending(parts.temporal, at)
  if (before === undefined) return endOf(parts, at)
  // One that is under way is not begun a second time beside itself: its outcome is the answer.
  if (!before.isRunning) await hurryDeed(parts.temporal, at)
  return waitFor(parts, async () => {
    const now = await findPending(parts.temporal, at)
    if (now === undefined) return endOf(parts, at)
    const isTried = !now.isRunning && (now.triedAt !== before.triedAt || now.attempt > before.attempt)
    return isTried ? { is: 'failed-again', outcome: now.why ?? 'no reason given' } : undefined
  })
}

async function findPending(temporal: Client, { workflowId, runId, activityId }: DeedAt): Promise<PendingDeed | undefined> {
  const story = await findStory(temporal, workflowId, runId)
  return story?.deeds.find((deed) => deed.activityId === activityId)
}

async function endOf({ temporal }: RetryParts, at: DeedAt): Promise<Retried> {
  const end = await findDeedEnd(temporal, at)
  if (end === undefined) return { is: 'resolved', outcome: 'the run that asked for it is over' }
  return { is: end.isDone ? 'resolved' : 'failed-again', outcome: end.says }
}

async function retryCommand(parts: RetryParts, institution: InstitutionId, id: string): Promise<Retried> {
  const row = await findCommand(parts.store, institution, id)
  if (row === undefined) throw new Error(`There is no command ${id}`)
  if (row.status !== 'pending') return { is: 'resolved', outcome: row.status }
  const delivery = await resendCommand(parts, institution, row)
  switch (delivery.status) {
    case 'pending':
      return { is: 'failed-again', outcome: delivery.why }
    case 'refused':
      return { is: 'resolved', outcome: `refused: ${delivery.refusals.map((one) => one.code).join(', ')}` }
    case 'done':
    case 'forgotten':
      return { is: 'resolved', outcome: delivery.status }
  }
}

/** The relay sends it, since it has the post; here it is made due and watched. */
async function retryTelling(parts: RetryParts, institution: InstitutionId, key: string): Promise<Retried> {
  const { store } = parts
  const isDue = await hurryTelling(store, institution, key)
  if (!isDue) return { is: 'resolved', outcome: (await toldAs(parts, institution, key)) ?? 'nothing of it is left to be sent' }
  return waitFor(parts, async () => {
    const progress = await findProgress(store, institution, key)
    if (progress?.error !== undefined) return { is: 'failed-again', outcome: progress.error }
    return progress?.isDone === true ? { is: 'resolved', outcome: (await toldAs(parts, institution, key)) ?? 'told' } : undefined
  })
}

async function toldAs({ store }: RetryParts, institution: InstitutionId, key: string): Promise<string | undefined> {
  const messageId = await findMessageId(store, institution, key)
  return messageId === undefined ? undefined : `sent as ${messageId}`
}

/** The server tries a story's task again by itself; the answer is how it stands now. */
async function lookAtStory({ store, temporal }: RetryParts, institution: InstitutionId, workflowId: string): Promise<Retried> {
  if ((await findEnd(store, institution, matterOf(workflowId))) !== undefined) return { is: 'resolved', outcome: 'the matter is closed' }
  const trouble = await findTrouble(temporal, workflowId, await findStory(temporal, workflowId), 1)
  return trouble === undefined ? { is: 'resolved', outcome: 'the story goes on' } : { is: 'failed-again', outcome: trouble }
}

async function lookForSomebody({ store, officeClock }: RetryParts, institution: InstitutionId, id: string): Promise<Retried> {
  const tasks = await listUnattended(store, institution, officeClock.today())
  const isLeft = tasks.some(({ matter, task }) => incidentOfTask(matter, task) === id)
  return isLeft ? { is: 'failed-again', outcome: 'still nobody may do it' } : { is: 'resolved', outcome: 'nobody is missing any more' }
}

async function waitFor({ patience }: RetryParts, look: () => Promise<Retried | undefined>): Promise<Retried> {
  const until = performance.now() + patience
  do {
    const seen = await look()
    if (seen !== undefined) return seen
    await pause(lookEvery)
  } while (performance.now() < until)
  return { is: 'still-running', outcome: `no outcome within ${Math.round(patience / 1000)} s` }
}
