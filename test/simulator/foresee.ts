import { vi } from 'vitest'
import type { Action } from '#domain/action.ts'
import type { Command } from '#domain/command.ts'
import type { MatterState } from '#domain/state.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { whatIfQuery, type WhatFollows, type WhatIf } from '#workflows/messages.ts'
import { createRecord, inputOf, standardServices, type Simulation } from './simulate.ts'
import { enterWorld, World } from './temporal.ts'

/** What the story says would follow from a command, asked of the matter as its actions leave it. Throws when asking wrote anything. */
export async function foresee(
  simulation: Simulation,
  state: MatterState,
  actions: readonly Action[],
  command: Command,
): Promise<WhatFollows> {
  const record = createRecord({ ...simulation, state, actions })
  const world = new World(actions.at(-1)?.at ?? 0, { ...standardServices(record), ...simulation.services, recordAction: record.append })
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => world.now)
  try {
    enterWorld(world)
    simulation.story(inputOf({ ...simulation, state })).catch(() => undefined)
    await world.settle()
    const before = record.actions.length
    const ask = world.handlers.get(whatIfQuery)?.handler as ((asked: WhatIf) => () => Promise<WhatFollows>) | undefined
    if (ask === undefined) throw new Error('The story does not answer what-if')
    const answer = await ask({ command, at: world.now, calendar: simulation.calendar ?? [calendar2026] })()
    if (record.actions.length !== before) throw new Error('Asking wrote something')
    return answer
  } finally {
    clock.mockRestore()
  }
}
