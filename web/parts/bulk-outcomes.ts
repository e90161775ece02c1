import type { RefusalView } from '#schemas/api/refusal.ts'
import type { BulkOutcome } from '#schemas/api/task.ts'

/** Tasks that one and the same reason keeps where they are; no reason is given for what is absent or hidden. */
export type RefusedTogether = { readonly refusals: readonly RefusalView[]; readonly tasks: readonly string[] }

/** The refused tasks by their reasons, in the order in which each reason first came: a reason is read once, however many it keeps. */
export function groupRefused({ items }: Pick<BulkOutcome, 'items'>): RefusedTogether[] {
  const groups = new Map<string, { refusals: readonly RefusalView[]; tasks: string[] }>()
  for (const { task, outcome, refusals = [] } of items) {
    if (outcome !== 'refused') continue
    const key = JSON.stringify(refusals.map(({ code, says }) => [code, says]))
    const group = groups.get(key) ?? { refusals, tasks: [] }
    groups.set(key, group)
    group.tasks.push(task)
  }
  return [...groups.values()]
}
