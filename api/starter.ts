import type { InstitutionId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { findEnd, findNumber, findRecorded } from '#store/lists/on-record.ts'
import type { DeliveryDependencies } from './deliver-command.ts'
import type { ApiDependencies } from './dependencies.ts'
import { pinPolicy } from './policy-in-force.ts'
import { createMatterStarter, type StartMatter } from './start-matter.ts'

type Grounds = Pick<ApiDependencies, 'store' | 'temporal' | 'config' | 'officeClock'>

/** What opens matters, for the doors and for the activities that open one matter from another. */
export function createStarter({ store, temporal, config, officeClock }: Grounds): StartMatter {
  return createMatterStarter({
    temporal,
    taskQueue: config.TASK_QUEUE,
    officeClock,
    findPolicy: (institution, process, on) => pinPolicy(store, institution, process, on),
    findNumber: (institution, matter) => findNumber(store, institution, matter),
  })
}

/** What brings commands to their matters, for the doors and for the relay. */
export function createDelivery(grounds: Grounds): DeliveryDependencies {
  const { store, temporal, config } = grounds
  return {
    temporal,
    startMatter: createStarter(grounds),
    findRecorded: (institution: InstitutionId, matter: MatterId, commandId: string) => findRecorded(store, institution, matter, commandId),
    findEnd: (institution, matter) => findEnd(store, institution, matter),
    patience: config.COMMAND_SECONDS * 1000,
  }
}
