import { timerActor } from '#domain/actor.ts'
import type { DueRequest } from '#domain/action.ts'
import { instantOfDayEnd } from '#domain/day.ts'
import type { WaitStep } from '#domain/definition.ts'
import type { JsonObject } from '#domain/json.ts'
import { stepOfTask, type TaskId } from '#domain/state.ts'
import { Interrupted, renewIfLong, type MatterRun } from './matter.ts'

/** What ended a wait: a message by name, or `due` when its day passed first. */
export type Heard = { readonly id: TaskId; readonly name: string; readonly data: JsonObject }

/** Waits for one of the step's messages, or for the end of a day; may take years. */
export async function awaitMessage(m: MatterRun, step: WaitStep, options: { readonly until?: DueRequest } = {}): Promise<Heard> {
  if (m.isInterrupted()) throw new Interrupted()
  const id = m.visit(step.name)
  if (m.state.results[id] === undefined) {
    renewIfLong(m)
    if (m.state.waits[id] === undefined) {
      const request = options.until === undefined ? {} : { request: { due: options.until } }
      await m.append('WaitStarted', { step: id, messages: step.messages }, `${id}/open`, request)
    }
    await untilHeard(m, id)
  }
  const result = m.state.results[id]
  if (result === undefined) throw new Interrupted()
  return { id, name: result.outcome, data: result.data }
}

/** Ends a wait from beside it, where what follows was settled elsewhere; nothing where nobody waits. */
export async function endWait(m: MatterRun, step: WaitStep, outcome: string): Promise<void> {
  const id = Object.keys(m.state.waits).find((wait) => stepOfTask(wait as TaskId) === step.name) as TaskId | undefined
  if (id === undefined) return
  await m.append('StepDone', { step: id, outcome, data: {} }, `${id}/ended`, { still: () => m.state.waits[id] !== undefined })
}

async function untilHeard(m: MatterRun, id: TaskId): Promise<void> {
  const heard = () => m.isInterrupted() || m.state.results[id] !== undefined
  while (!heard()) {
    const until = m.state.waits[id]?.until
    const changed = () => heard() || m.state.waits[id]?.until !== until
    if (until === undefined) await m.world.condition(changed)
    else if (!(await m.world.condition(changed, Math.max(1, instantOfDayEnd(until.on) - m.now())))) {
      await m.append('StepDone', { step: id, outcome: 'due', data: {} }, `${id}/due@${until.on}`, {
        actor: timerActor,
        still: () => m.state.waits[id] !== undefined,
      })
    }
  }
}
