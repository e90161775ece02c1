import type { Party } from './definition.ts'
import type { Clocks, MatterState } from './state.ts'

/** Clocks of a matter opened at `at` (ms, office clock): the office is on. */
export function startClocks(at: number): Clocks {
  return { spent: { office: 0, inventor: 0, outside: 0 }, running: 'office', since: at }
}

/** Whose turn it is: the office's while it has any open task, else the inventors', else the outside's; nobody's when closed. */
export function whoseTurn(state: Pick<MatterState, 'tasks' | 'waits' | 'standing'>): Party | 'nobody' {
  if (state.standing.is !== 'open') return 'nobody'
  const parties = new Set(Object.values(state.tasks).map((task) => task.party))
  if (parties.has('office')) return 'office'
  if (parties.has('inventor')) return 'inventor'
  if (parties.has('outside') || Object.keys(state.waits).length > 0) return 'outside'
  return 'office'
}

/** Books the time since the last change of turn to whoever's turn it was. */
export function advanceClocks(clocks: Clocks, state: Pick<MatterState, 'tasks' | 'waits' | 'standing'>, at: number): Clocks {
  const running = whoseTurn(state)
  if (running === clocks.running) return clocks
  if (clocks.running === 'nobody') return { ...clocks, running, since: at }
  const spent = { ...clocks.spent, [clocks.running]: clocks.spent[clocks.running] + Math.max(0, at - clocks.since) }
  return { spent, running, since: at }
}

/** Days each party was waited for up to `at`, the running clock included: "18 days ours, 31 days yours". */
export function daysSpent(clocks: Clocks, at: number): { readonly [party in Party]: number } {
  const running = clocks.running === 'nobody' ? 0 : Math.max(0, at - clocks.since)
  const total = (party: Party) => Math.floor((clocks.spent[party] + (clocks.running === party ? running : 0)) / 86_400_000)
  return { office: total('office'), inventor: total('inventor'), outside: total('outside') }
}
