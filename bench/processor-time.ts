import { readdirSync, readFileSync } from 'node:fs'

/** Ticks a second of /proc, fixed for programs on Linux. */
const ticksPerSecond = 100

/** Processor milliseconds that a process and all its children have used, those that ended included. */
export function processorMs(pid: number): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = statOf(Number(name))?.[1]
    if (parent !== undefined) parents.set(Number(name), parent)
  }
  const family = new Set([pid])
  for (let grown = 0; grown < family.size;) {
    grown = family.size
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child)
  }
  const ticks = [...family].map((one) => (statOf(one) ?? []).slice(11, 15).reduce((sum, value) => sum + value, 0))
  return (ticks.reduce((sum, value) => sum + value, 0) * 1000) / ticksPerSecond
}

/** The numbers of /proc/<pid>/stat from its third field on: state, parent … utime, stime, cutime, cstime at 11 to 14. */
function statOf(pid: number): number[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
  } catch {
    return undefined
  }
}
