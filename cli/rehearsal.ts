import type { TestWorkflowEnvironment } from '@temporalio/testing'
import type { OfficeClock } from '#api/dependencies.ts'
import type { Rehearsal, Walk } from '#api/rehearsal.ts'
import type { InstitutionId } from '#domain/actor.ts'
import { listAlarms } from '#domain/alarms.ts'
import { addDays, dayOfInstant, instantOfDayEnd, instantOfDayStart } from '#domain/day.ts'
import { processes } from '#domain/registry.gen.ts'
import { roleKey, type RoleKey } from '#domain/role.ts'
import type { MatterState, Task } from '#domain/state.ts'
import { allDefaults } from '#policy/registry.gen.ts'
import type { Store } from '#store/db.ts'
import { countWaiting } from '#store/outbox.ts'
import { listTimerEntries } from '#store/lists/actions.ts'
import { listOpenStates } from '#store/lists/open-matters.ts'

type Environment = Pick<TestWorkflowEnvironment, 'currentTimeMs' | 'sleep'>

/** The office clock of a skipping environment: Temporal's time, asked after each skip and followed by the wall clock between. */
export async function createSkippedClock(environment: Environment, dayOne: number): Promise<OfficeClock & { follow(): Promise<void> }> {
  let skew = 0
  const follow = async () => {
    skew = (await environment.currentTimeMs()) - Date.now()
  }
  await follow()
  const offset = dayOne - (Date.now() + skew)
  const now = () => Date.now() + skew + offset
  return { offset, now, today: () => dayOfInstant(now()), follow }
}

/** Moves the time of a rehearsal: from due moment to due moment, never past one that is not handled. */
export function createRehearsal(environment: Environment, store: Store, clock: OfficeClock & { follow(): Promise<void> }): Rehearsal {
  const walk = createWalker(environment, store, clock)
  const walks = new Map<string, Promise<Walk>>()
  let moving: Promise<unknown> = Promise.resolve()
  return {
    gate: () => moving.then(() => undefined),
    advance(institution, days, id) {
      const known = walks.get(id)
      if (known !== undefined) return known
      const turn = moving.then(() => walk(institution, days))
      // A walk that broke off may be asked for again under its id; one that was walked is remembered while the rehearsal lasts.
      moving = turn.catch(() => walks.delete(id))
      walks.set(id, turn)
      return turn
    },
  }
}

function createWalker(environment: Environment, store: Store, clock: OfficeClock & { follow(): Promise<void> }) {
  return walk

  async function walk(institution: InstitutionId, days: number): Promise<Walk> {
    const start = clock.now()
    const from = dayOfInstant(start)
    const end = start + days * 86_400_000
    // What was told today is heard today.
    await settle(institution)
    for (let now = start; now < end; now = clock.now()) {
      const next = Math.min(end, await nextMoment(institution, now))
      await environment.sleep(Math.max(1, next - now))
      await clock.follow()
      await settle(institution)
    }
    return { from, to: addDays(from, days), fired: await listTimerEntries(store, institution, start) }
  }

  async function nextMoment(institution: InstitutionId, now: number): Promise<number> {
    const moments = (await listOpenStates(store, institution)).flatMap(listMoments).filter((at) => at > now)
    return Math.min(...moments, Infinity) + 1
  }

  /** Until nothing that was due is left unhandled and every telling is told. */
  async function settle(institution: InstitutionId): Promise<void> {
    for (;;) {
      const now = clock.now()
      const overdue = (await listOpenStates(store, institution)).flatMap(listMoments).some((at) => at <= now)
      if (!overdue && (await countWaiting(store, institution)) === 0) return
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
}

/** Every moment at which a timer of the matter falls due. */
function listMoments(state: MatterState): number[] {
  if (state.standing.is !== 'open') return []
  const alarms = Object.values(state.tasks).flatMap((task) =>
    listAlarms(task, allDefaults[state.head.process] ?? {}, escalationOf(state, task)).map((one) => one.at),
  )
  const waits = Object.values(state.waits).flatMap((wait) => (wait.until === undefined ? [] : [instantOfDayEnd(wait.until.on)]))
  const polls = Object.values(state.tasks).flatMap((task) =>
    task.outcomes.includes('abstain') && task.due !== undefined ? [instantOfDayEnd(task.due.on)] : [],
  )
  return [...alarms, ...waits, ...polls]
}

function escalationOf(state: MatterState, task: Task): RoleKey[] {
  const step = Object.values(processes[state.head.process]?.steps ?? {}).find((one) => one.name === task.step)
  const roles = step?.word === 'user-task' ? (step.escalatesTo ?? []) : []
  return roles.map((role) => roleKey(role, state.head.department))
}

/** Nine o'clock of the day on which every rehearsal and demonstration begins. */
export function morningOf(day: Parameters<typeof instantOfDayStart>[0]): number {
  return instantOfDayStart(day) + 9 * 3_600_000
}
