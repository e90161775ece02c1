import type { Incentive } from './title-grant-forms.ts'

/** An incentive as it was given, or is asked for, for one transformation by its reference. */
export type GivenIncentive = { readonly transformation: string; readonly incentive: Incentive }

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
