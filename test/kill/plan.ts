/** Who is killed: the worker at any moment, the worker between commit and answer, the API, PostgreSQL. */
export type Victim = 'worker' | 'worker-after-commit' | 'api' | 'postgres'

/** One kill: when so many commands have been answered. */
export type Kill = { readonly after: number; readonly victim: Victim }

const victims: readonly Victim[] = ['worker', 'worker-after-commit', 'api', 'postgres']

/** Five kills of each kind, in an order and at moments that follow from the seed; the same seed gives the same plan. */
export function planKills(seed: number, commands: number): Kill[] {
  const dice = createDice(seed)
  const order = victims
    .flatMap((victim) => Array.from({ length: 5 }, () => ({ victim, place: dice() })))
    .toSorted((a, b) => a.place - b.place)
  // The first tenth gets going undisturbed, the last is left for the kills that came late.
  const moments = order.map(() => Math.floor(commands * (0.05 + 0.85 * dice()))).toSorted((a, b) => a - b)
  return order.map(({ victim }, index) => ({ victim, after: moments[index] ?? 0 }))
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function createDice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
