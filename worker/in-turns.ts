/**
 * Works off `items`: what has the same name one after the other, in the order given, what has different names side by side, `lanes`
 * at most. Ends when everything has been tried, and then throws the first failure, if there was one.
 */
export async function inTurns<T>(
  items: readonly T[],
  { nameOf, lanes }: { readonly nameOf: (item: T) => string; readonly lanes: number },
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queues = [...byName(items, nameOf).values()]
  const lane = async () => {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) for (const item of queue) await work(item)
  }
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

function byName<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const queues = new Map<string, T[]>()
  for (const item of items) {
    const name = nameOf(item)
    const queue = queues.get(name)
    if (queue === undefined) queues.set(name, [item])
    else queue.push(item)
  }
  return queues
}
