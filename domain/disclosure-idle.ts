import type { PlainDay } from './day.ts'
import { needsAssessment } from './disclosure-assessment.ts'
import type { Disclosure } from './disclosure-form.ts'
import { beijingArticle, shandongArticle, zhejiangArticle } from './disclosure-law.ts'
import { byDesign, type Citation, type Rule } from './refusal.ts'

/** What the contributors may do when a result has lain idle. */
type IdleRight = 'contributors-may-exploit' | 'contributors-keep-proceeds' | 'team-goes-first' | 'review-only'

/** The clock of a result that nobody transforms: when it begins, how long it runs, what follows. */
export type IdleClock = {
  readonly rule: Rule['code']
  readonly class: 'statutory' | 'service'
  readonly from: PlainDay
  readonly trigger: 'registered' | 'project-completed'
  readonly months: number
  readonly warnMonths: number
  readonly right: IdleRight
  readonly citations: readonly Citation[]
}

/** Clocks of the provinces, and the office's own where no province has one. */
export const idleRules = {
  beijing: { code: 'disclosure/idle-beijing', citations: [beijingArticle('11(2)')], parameters: ['IDLE_MONTHS'] },
  zhejiang: { code: 'disclosure/idle-zhejiang', citations: [zhejiangArticle('38(2)')], parameters: ['IDLE_MONTHS'] },
  shandong: { code: 'disclosure/idle-shandong', citations: [shandongArticle('37')], parameters: ['IDLE_MONTHS'] },
  office: { code: 'disclosure/idle-review', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }

/** One year in each of the three regulations: 北京 11(2), 浙江 38(2), 山东 37. */
const lawMonths = 12

/** What the clock depends on beside the report: the province, the day of registration, the office's own months. */
export type IdleFacts = {
  readonly province: string
  readonly registeredOn: PlainDay
  readonly officeMonths: number
  readonly warnMonths: number
}

/**
 * The idle clocks that begin when a result is registered. Zhejiang counts a result to be patented from its grant, so that
 * clock begins there and not here; Shandong counts applied projects of public money from their completion.
 */
export function listIdleClocks(disclosure: Disclosure, facts: IdleFacts): IdleClock[] {
  const { province, registeredOn, warnMonths } = facts
  const registered = { from: registeredOn, trigger: 'registered', warnMonths } as const
  const statutory = { ...registered, class: 'statutory', months: lawMonths } as const
  const office: IdleClock = { ...registered, ...of(idleRules.office), class: 'service', months: facts.officeMonths, right: 'review-only' }
  switch (province) {
    case 'Beijing':
      return [{ ...statutory, ...of(idleRules.beijing), right: 'contributors-may-exploit' }]
    case 'Zhejiang':
      return needsAssessment(disclosure) ? [office] : [{ ...statutory, ...of(idleRules.zhejiang), right: 'contributors-keep-proceeds' }]
    case 'Shandong':
      return [...listShandongClocks(disclosure, warnMonths), office]
    default:
      return [office]
  }
}

function of(rule: Rule): Pick<IdleClock, 'rule' | 'citations'> {
  return { rule: rule.code, citations: rule.citations }
}

function listShandongClocks({ funding }: Disclosure, warnMonths: number): IdleClock[] {
  const days = funding.flatMap((one) =>
    one.source === 'fiscal' && one.applied === true && one.completedOn !== undefined ? [one.completedOn] : [],
  )
  const [first] = days.toSorted()
  if (first === undefined) return []
  const counted = { from: first, trigger: 'project-completed', months: lawMonths, warnMonths } as const
  return [{ ...counted, ...of(idleRules.shandong), class: 'statutory', right: 'team-goes-first' }]
}
