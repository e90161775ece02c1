import { refuse, type Refusal } from './refusal.ts'
import type { Incentive, Transformation } from './register.ts'
import { zhejiangShare } from './title-grant-law.ts'
import { applicationRules } from './title-grant-rules.ts'

/** An incentive as it was given, or is asked for, for one transformation by its reference. */
export type GivenIncentive = { readonly transformation: string; readonly incentive: Incentive }

/** The incentives that transformations on a register were rewarded by; one without a name is compared with none. */
export function listIncentives(transformations: readonly Transformation[]): GivenIncentive[] {
  return transformations.flatMap(({ reference, incentives = [] }) =>
    reference === undefined ? [] : incentives.map((incentive) => ({ transformation: reference, incentive })),
  )
}

/**
 * The transformations that were rewarded both by a title share and by an award out of the unit's income; empty when none was
 * (不重复激励). In Zhejiang who took a share has no part in the unit's income from that result, unless he asks for the award
 * instead (37(3)): then the share is not taken for it, and only one of the two stands here.
 */
export function listDoubleIncentives(given: readonly GivenIncentive[]): string[] {
  const by = (incentive: Incentive) => new Set(given.filter((one) => one.incentive === incentive).map((one) => one.transformation))
  const [shared, awarded] = [by('title-share'), by('award')]
  return [...shared].filter((transformation) => awarded.has(transformation))
}

/** One transformation is rewarded once; in Zhejiang by its regulation, elsewhere by what is remembered of the pilot's rule. */
export function checkIncentives(given: readonly GivenIncentive[], province: string | undefined, field: string): Refusal[] {
  const rule = applicationRules.doubleIncentive
  const based = province === 'Zhejiang' ? { ...rule, citations: [zhejiangShare, ...rule.citations] as const } : rule
  return listDoubleIncentives(given).map((transformation) => refuse(based, { transformation }, field))
}
