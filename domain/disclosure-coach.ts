import type { Disclosure } from './disclosure-form.ts'

/** What would lift a draft: the words of `code` say how; `points` of 100 are gained. */
type Lift = { readonly code: LiftCode; readonly field: string; readonly points: number }

/** A draft's completeness from 0 to 100, and what lifts it, the largest gain first. It advises; nothing is decided by it. */
export type Completeness = { readonly score: number; readonly lifts: readonly Lift[] }

type Draft = Partial<Disclosure>

/** One quality of a good report: where it is written, what it is worth, when it is there. */
type Quality = { readonly code: string; readonly field: string; readonly points: number; readonly isMet: (draft: Draft) => boolean }

function lengthOf(text: string | undefined): number {
  return [...(text ?? '').trim()].length
}

const qualities = [
  { code: 'coach/title', field: '/titleZh', points: 5, isMet: ({ titleZh }) => lengthOf(titleZh) >= 8 },
  { code: 'coach/abstract', field: '/abstract', points: 15, isMet: ({ abstract }) => lengthOf(abstract) >= 150 },
  {
    code: 'coach/problem',
    field: '/abstract',
    points: 5,
    isMet: ({ abstract }) => /问题|不足|缺陷|难以|problem|lack/i.test(abstract ?? ''),
  },
  {
    code: 'coach/effect',
    field: '/abstract',
    points: 5,
    isMet: ({ abstract }) => /提高|降低|提升|减少|效果|\d+(\.\d+)?\s*%|improv|reduc/i.test(abstract ?? ''),
  },
  { code: 'coach/ipc', field: '/ipc', points: 5, isMet: ({ ipc }) => (ipc ?? []).length > 0 },
  {
    code: 'coach/features',
    field: '/inventors',
    points: 20,
    isMet: ({ inventors = [] }) => inventors.length > 0 && inventors.every((one) => lengthOf(one.feature) >= 10),
  },
  {
    code: 'coach/contributions',
    field: '/inventors',
    points: 5,
    isMet: ({ inventors = [] }) => inventors.reduce((sum, one) => sum + one.contributionBp, 0) === 10_000,
  },
  {
    code: 'coach/publications',
    field: '/publicDisclosures',
    points: 10,
    isMet: ({ publicDisclosures }) => publicDisclosures !== undefined,
  },
  {
    code: 'coach/funding',
    field: '/funding',
    points: 10,
    isMet: ({ funding }) => funding !== undefined && funding.every((one) => one.source !== 'horizontal' || one.agreedOwner !== undefined),
  },
  {
    code: 'coach/means',
    field: '/resources',
    points: 10,
    isMet: ({ resources }) => resources !== undefined && (!resources.mainlyUnitMeans || lengthOf(resources.facts) >= 10),
  },
  { code: 'coach/materials', field: '/materials', points: 5, isMet: ({ materials }) => materials !== undefined },
  {
    code: 'coach/interests',
    field: '/interests',
    points: 5,
    isMet: ({ interests }) => interests !== undefined && (interests.none || (interests.items ?? []).length > 0),
  },
] as const satisfies readonly Quality[]

type LiftCode = (typeof qualities)[number]['code']

/** Scores a draft report and names what would lift it. */
export function coachDisclosure(draft: Draft): Completeness {
  const unmet = qualities.filter((one) => !one.isMet(draft))
  const lost = unmet.reduce((sum, one) => sum + one.points, 0)
  const lifts = unmet.map(({ code, field, points }) => ({ code, field, points })).toSorted((a, b) => b.points - a.points)
  return { score: 100 - lost, lifts }
}
