import type { MatterId, TaskId } from '#domain/state.ts'

/** A task as a path can carry it: `<matter>.<step>.<n>`, with `.<person>` where each of several people has one. */
export function taskAddress(matter: MatterId, occurrence: TaskId): string {
  return `${matter}.${occurrence.replace('#', '.').replace('/', '.')}`
}

/** The matter and occurrence that an address names; undefined when it is none. */
export function findTaskAddress(address: string): { matter: MatterId; task: TaskId } | undefined {
  const parts = /^([^.\s]+)\.([a-z0-9-]+)\.(\d+)(?:\.(.+))?$/.exec(address)
  if (parts === null) return undefined
  const [, matter, step, count, person] = parts
  return { matter: matter as MatterId, task: `${step}#${count}${person === undefined ? '' : `/${person}`}` as TaskId }
}
