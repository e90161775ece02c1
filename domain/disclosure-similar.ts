import type { PersonId } from './actor.ts'
import type { MatterId } from './state.ts'

/** What of another result counts for likeness. */
type SimilarCandidate = {
  readonly matter: MatterId
  readonly number: string
  readonly title: string
  readonly inventors: readonly PersonId[]
}

/** A result that looks alike: its number and how much, never its title, which belongs to the other matter. */
export type SimilarResult = {
  readonly matter: MatterId
  readonly number: string
  readonly scoreBp: number
  readonly titleBp: number
  readonly inventorsBp: number
}

/** Weights of title and inventors in the score, in basis points. */
const titleWeightBp = 7000
const inventorWeightBp = 3000

/** Pairs of neighbouring characters of a title, without marks and spaces; Chinese has no words to count. */
export function listBigrams(title: string): string[] {
  const plain = [...title.normalize('NFKC').toLowerCase()].filter((character) => /[\p{L}\p{N}]/u.test(character))
  if (plain.length < 2) return plain
  return plain.slice(1).map((character, place) => `${plain[place]}${character}`)
}

/** Likeness of two titles in basis points: twice the common pairs over all pairs (Dice), repeated pairs counted. */
export function compareTitles(one: string, other: string): number {
  const left = listBigrams(one)
  const right = listBigrams(other)
  if (left.length === 0 || right.length === 0) return 0
  const unmatched = new Map<string, number>()
  for (const pair of left) unmatched.set(pair, (unmatched.get(pair) ?? 0) + 1)
  let common = 0
  for (const pair of right) {
    const count = unmatched.get(pair) ?? 0
    if (count === 0) continue
    unmatched.set(pair, count - 1)
    common += 1
  }
  return Math.floor((20_000 * common) / (left.length + right.length))
}

/** Common inventors over all inventors of both, in basis points. */
export function compareInventors(one: readonly PersonId[], other: readonly PersonId[]): number {
  const all = new Set([...one, ...other])
  if (all.size === 0) return 0
  const common = [...new Set(one)].filter((person) => other.includes(person)).length
  return Math.floor((10_000 * common) / all.size)
}

/**
 * Results that look like this one, the likest first, ties by number; those below `leastBp` are left out. Titles weigh
 * seven tenths, inventors three: a team's next result often shares all its inventors.
 */
export function listSimilar(
  own: Pick<SimilarCandidate, 'title' | 'inventors'>,
  candidates: readonly SimilarCandidate[],
  leastBp: number,
): SimilarResult[] {
  return candidates
    .map(({ matter, number, title, inventors }) => {
      const titleBp = compareTitles(own.title, title)
      const inventorsBp = compareInventors(own.inventors, inventors)
      const scoreBp = Math.floor((titleBp * titleWeightBp + inventorsBp * inventorWeightBp) / 10_000)
      return { matter, number, scoreBp, titleBp, inventorsBp }
    })
    .filter((one) => one.scoreBp >= leastBp)
    .toSorted((a, b) => b.scoreBp - a.scoreBp || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0))
}
