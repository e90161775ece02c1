import { publicUploader, type InstitutionId } from '#domain/actor.ts'
import type { Json } from '#domain/json.ts'
import type { StartMatter } from '#domain/matter-to-open.ts'
import type { MatterId } from '#domain/state.ts'
import { bindAttachments } from '#store/desk/attachments.ts'
import { findEnd, findNumber, findRecorded } from '#store/lists/on-record.ts'
import type { DeliveryDependencies } from './deliver-command.ts'
import type { ApiDependencies } from './dependencies.ts'
import { pinPolicy } from './policy-in-force.ts'
import { restartStory } from './restart-story.ts'
import { createMatterStarter } from './start-matter.ts'

type Grounds = Pick<ApiDependencies, 'store' | 'temporal' | 'config' | 'officeClock'>

/**
 * What opens matters, for the doors and for the activities that open one matter from another. Files that the opener handed in
 * beforehand and that the form names go under the matter's key with it.
 */
export function createStarter({ store, temporal, config, officeClock }: Grounds): StartMatter {
  const startMatter = createMatterStarter({
    temporal,
    taskQueue: config.TASK_QUEUE,
    officeClock,
    findPolicy: (institution, process, on) => pinPolicy(store, institution, process, on),
    findNumber: (institution, matter) => findNumber(store, institution, matter),
  })
  return async (matter) => {
    const opened = await startMatter(matter)
    const files = listFileIds(matter.data)
    const { institution, openedBy } = matter
    const uploader = openedBy.is === 'person' ? openedBy.person : openedBy.name === 'public' ? publicUploader : undefined
    if (uploader !== undefined && files.length > 0) await bindAttachments(store, institution, matter.id, uploader, files)
    return opened
  }
}

/** Everything in a form that may be the id of a file. */
export function listFileIds(value: Json): string[] {
  if (typeof value === 'string') return /^[0-9a-f-]{36}$/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listFileIds) : []
}

/** What brings commands to their matters, for the doors and for the relay. */
export function createDelivery(grounds: Grounds): DeliveryDependencies {
  const { store, temporal, config, officeClock } = grounds
  const story = { store, temporal, taskQueue: config.TASK_QUEUE, clockOffset: officeClock.offset }
  return {
    temporal,
    startMatter: createStarter(grounds),
    findRecorded: (institution: InstitutionId, matter: MatterId, commandId: string) => findRecorded(store, institution, matter, commandId),
    findEnd: (institution, matter) => findEnd(store, institution, matter),
    restartStory: (institution, matter) => restartStory(story, institution, matter),
    patience: config.COMMAND_SECONDS * 1000,
  }
}
