import { allocate, fen } from './money.ts'
import type { Fen } from './money.ts'
import { patentLawArticle, patentRulesArticle } from './patent-citations.ts'
import type { PatentType } from './patent-type.ts'

/** The least reward for a granted patent, in fen per patent (专利法实施细则 93): no rule and no agreement of the unit says otherwise. */
export const statutoryGrantRewards = {
  invention: fen(400_000),
  'utility-model': fen(150_000),
  design: fen(150_000),
} as const satisfies { readonly [type in PatentType]: Fen }

/** Where the reward comes from. */
export const grantRewardCitations = [patentLawArticle('15(1)'), patentRulesArticle('92-93')] as const

/**
 * The statutory reward for one patent split equally among `inventors` persons, in fen, in the order of the record. It is the
 * least, due within three months of the grant's announcement, and only where the unit neither agreed nor set anything.
 */
export function statutoryGrantReward(type: PatentType, inventors: number): Fen[] {
  return allocate(
    statutoryGrantRewards[type],
    Array.from({ length: inventors }, () => 1),
  )
}
