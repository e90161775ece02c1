import { setTimeout as pause } from 'node:timers/promises'
import type { TestWorkflowEnvironment } from '@temporalio/testing'
import { Worker } from '@temporalio/worker'
import { vi } from 'vitest'
import type { Action } from '#domain/action.ts'
import { instantOfDayStart, plainDay } from '#domain/day.ts'
import { actUpdate, workflowIdOf, workflowTypeOf, type MatterEnd } from '#workflows/messages.ts'
import { createRecord, inputOf, standardServices, type Simulation, type Turn } from '../simulator/simulate.ts'

/** A matter played on a Temporal server: its end, its trail, and the history that the server kept. */
export type Recording = { readonly end: MatterEnd; readonly actions: readonly Action[]; readonly history: object }

/** Plays on a Temporal server what `simulate` plays on the virtual clock: the story is bundled, the record is a list. */
export async function playOnTemporal(environment: TestWorkflowEnvironment, codePath: string, simulation: Simulation): Promise<Recording> {
  const record = createRecord({ ...simulation, together: true })
  const { client, nativeConnection: connection } = environment
  // No name of the machine or the process: the history keeps them.
  const taskQueue = 'play'
  const activities = { ...standardServices(record), ...simulation.services, recordAction: record.append }
  const worker = await Worker.create({ connection, taskQueue, identity: 'recorder', workflowBundle: { codePath }, activities })
  return worker.runUntil(async () => {
    const { matter, ...rest } = inputOf(simulation)
    const clockOffset = instantOfDayStart(plainDay('2026-03-02')) + 9 * 3_600_000 - (await environment.currentTimeMs())
    const workflowId = workflowIdOf(matter.process, matter.id)
    const handle = await client.workflow.start(workflowTypeOf(matter.process), {
      workflowId,
      taskQueue,
      args: [{ matter: { ...matter, clockOffset }, ...rest }],
    })
    for (let turn = 0; !isClosed(record.actions); turn += 1) {
      const next =
        record.actions.length === 0
          ? 'wait'
          : turnAt((await environment.currentTimeMs()) + clockOffset, () => simulation.next(record.state()))
      if (next === 'wait' || 'goTo' in next) await pause(5)
      else await handle.executeUpdate(actUpdate, { args: [{ id: `c${turn}`, ...next }], updateId: `c${turn}` })
    }
    const end = (await handle.result()) as MatterEnd
    return { end, actions: record.actions, history: await handle.fetchHistory() }
  })
}

/** Whoever acts sees the office's clock, as on the virtual one. */
function turnAt(now: number, choose: () => Turn): Turn {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(now)
  try {
    return choose()
  } finally {
    clock.mockRestore()
  }
}

function isClosed(actions: readonly Action[]): boolean {
  return actions.at(-1)?.kind === 'MatterClosed'
}
