import type { Client } from '@temporalio/client'
import type { ResendDependencies } from '#api/deliver-command.ts'
import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { listUnresolved, reportIncident, resolveIncident } from '#store/desk/incidents.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { findEnd } from '#store/lists/on-record.ts'
import { listInMotion } from '#store/lists/unattended.ts'
import { workflowIdOf } from '#workflows/messages.ts'
import { findDeed, incidentOfDeed, incidentOfStory, incidentOfTask, matterOf } from './incident-ids.ts'
import { officeDayOf } from './office-days.ts'
import { triesBeforeIncident } from './patience.ts'
import { findDeedEnd, findStory, findTrouble, type Story } from './story.ts'
import { listUnattended } from './unattended.ts'

export type WatchParts = Pick<ResendDependencies, 'store' | 'officeClock'> & {
  readonly temporal: Client
  readonly log: { warn(facts: object, says: string): void }
  /** Milliseconds between two rounds. */
  readonly pause?: number
  /** Failed attempts at a deed that make an incident. */
  readonly tries?: number
  /** Milliseconds of the office clock that software may take over a step before anybody looks. */
  readonly quietFor?: number
}

/**
 * Looks at regular times for what nobody would report: stories that hang on a deed whose worker never came to say why, deeds that
 * came about in the end, tasks that nobody may do. Any number of watches may look; they find the same.
 */
export function keepWatch(parts: WatchParts): { round(): Promise<void>; stop(): Promise<void> } {
  let looking: Promise<void> = Promise.resolve()
  const round = () => {
    looking = looking
      .then(() => lookAround(parts))
      .catch((error: unknown) => parts.log.warn({ error: String(error) }, 'watch round failed'))
    return looking
  }
  const timer = setInterval(() => void round(), parts.pause ?? 30_000)
  return {
    round,
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}

async function lookAround(parts: WatchParts): Promise<void> {
  for (const { id } of await listInstitutions(parts.store)) {
    await reportHanging(parts, id)
    await settleStories(parts, id)
    await settleDeeds(parts, id)
    await reportUnattended(parts, id)
  }
}

/** Said of a deed that nobody waits for any more. */
const noRun = 'the run that asked for it is over'

/** Stories between two steps for long, and the house's own day: what they wait for has failed too often. */
async function reportHanging(parts: WatchParts, institution: InstitutionId): Promise<void> {
  const { store, temporal, officeClock, tries = triesBeforeIncident, quietFor = 20_000 } = parts
  const known = new Set(await listUnresolved(store, institution, 'activity/'))
  const matters = await listInMotion(store, institution, officeClock.now() - quietFor)
  const stories: { readonly workflowId: string; readonly matter?: MatterId }[] = [
    { workflowId: officeDayOf(institution) },
    ...matters.map(({ matter, process }) => ({ matter, workflowId: workflowIdOf(process, matter) })),
  ]
  for (const { workflowId, matter } of stories) {
    const about = matter === undefined ? {} : { matter }
    const story = await findStory(temporal, workflowId)
    if (matter !== undefined) await reportStuck(parts, institution, { workflowId, matter, story })
    for (const { activityId, name, attempt, why } of story?.deeds ?? []) {
      const id = incidentOfDeed({ workflowId, runId: story?.runId ?? '', activityId })
      // The worker that saw it fail knows more than the server does.
      if (attempt <= tries || known.has(id)) continue
      const detail = { activity: name, attempts: attempt - 1, why: why ?? 'no worker said why' }
      await reportIncident(store, institution, { id, kind: 'activity-failing', detail, ...about })
    }
  }
}

type Looked = { readonly workflowId: string; readonly matter: MatterId; readonly story: Story | undefined }

/** A matter is open and its story is not, or fails at every attempt to go on: a fault of the program or of the server's memory. */
async function reportStuck(parts: WatchParts, institution: InstitutionId, { workflowId, matter, story }: Looked): Promise<void> {
  const why = await findTrouble(parts.temporal, workflowId, story, parts.tries)
  // It may have closed since it was listed, and its story with it.
  if (why === undefined || (await findEnd(parts.store, institution, matter)) !== undefined) return
  await reportIncident(parts.store, institution, { id: incidentOfStory(workflowId), kind: 'story-stuck', matter, detail: { why } })
}

/** Stories reported as stuck that go on, or whose matter is closed. */
async function settleStories({ store, temporal, tries }: WatchParts, institution: InstitutionId): Promise<void> {
  for (const id of await listUnresolved(store, institution, 'story/')) {
    const workflowId = id.slice('story/'.length)
    const isClosed = (await findEnd(store, institution, matterOf(workflowId))) !== undefined
    if (!isClosed && (await findTrouble(temporal, workflowId, await findStory(temporal, workflowId), tries)) !== undefined) continue
    await resolveIncident(store, institution, id, isClosed ? 'the matter is closed' : 'the story goes on')
  }
}

/** Deeds reported as failing that are pending no more: the incident ends with how the deed did. */
async function settleDeeds({ store, temporal }: WatchParts, institution: InstitutionId): Promise<void> {
  for (const id of await listUnresolved(store, institution, 'activity/')) {
    const at = findDeed(id)
    if (at === undefined) continue
    const story = await findStory(temporal, at.workflowId, at.runId)
    if (story?.deeds.some((deed) => deed.activityId === at.activityId) === true) continue
    const end = story === undefined ? undefined : await findDeedEnd(temporal, at)
    await resolveIncident(store, institution, id, end === undefined ? noRun : end.isDone ? end.says : `given up: ${end.says}`)
  }
}

async function reportUnattended({ store, officeClock }: WatchParts, institution: InstitutionId): Promise<void> {
  const found = await listUnattended(store, institution, officeClock.today())
  const ids = new Set(found.map(({ matter, task }) => incidentOfTask(matter, task)))
  const known = await listUnresolved(store, institution, 'task/')
  for (const { matter, number, task, step, roles, people } of found) {
    const id = incidentOfTask(matter, task)
    if (known.includes(id)) continue
    await reportIncident(store, institution, { id, kind: 'nobody-eligible', matter, detail: { number, step, roles, people } })
  }
  for (const id of known.filter((one) => !ids.has(one)))
    await resolveIncident(store, institution, id, 'somebody may do it, or it is closed')
}
