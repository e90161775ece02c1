import type { DocketRequest } from './complete-facts.ts'
import { addDays, minDay, type PlainDay } from './day.ts'
import type { Disclosure } from './disclosure-form.ts'
import { listIdleClocks, type IdleClock, type IdleFacts } from './disclosure-idle.ts'
import { isPatentable, proofOf } from './disclosure-novelty.ts'
import { patentLawArticle, patentRulesArticle, verifiedBy } from './patent-citations.ts'
import { graceCitations, graceRule, isGraceCase } from './patent-deadlines-filing.ts'
import { lastSafeFilingDay } from './patent-deadlines.ts'

/** Every deadline a docketed result brings: filing days where novelty is still to be saved, and the idle clocks. */
export function listDocketEntries(disclosure: Disclosure, facts: IdleFacts): DocketRequest[] {
  return [...listFilingDays(disclosure, facts.registeredOn), ...listIdleClocks(disclosure, facts).flatMap(idleEntries)]
}

/** Filing days; none where novelty is lost, since no timer can save it. */
function listFilingDays(disclosure: Disclosure, today: PlainDay): DocketRequest[] {
  const { publicDisclosures } = disclosure
  if (!isPatentable(disclosure)) return []
  if (lastSafeFilingDay(publicDisclosures, today, []).kind === 'noveltyLost') return []
  return [...listGraceDays(disclosure), ...listPlannedDays(disclosure), ...listLeakDays(disclosure)]
}

function earliest(days: readonly PlainDay[]): PlainDay[] {
  const [first, ...others] = days
  return first === undefined ? [] : [minDay(first, ...others)]
}

function listGraceDays({ publicDisclosures }: Disclosure): DocketRequest[] {
  const cases = publicDisclosures.filter(isGraceCase)
  const notes = ['not-restorable', 'not-extended-by-holidays', ...new Set(cases.map((one) => proofOf(one.kind)))]
  return earliest(cases.map((one) => one.on)).map((from) => ({
    code: 'grace-filing',
    class: 'statutory',
    from,
    rule: graceRule,
    trigger: 'first-disclosure',
    citations: graceCitations,
    notes,
  }))
}

function listPlannedDays({ publicDisclosures }: Disclosure): DocketRequest[] {
  const planned = publicDisclosures.filter((one) => one.standing === 'planned' && !isGraceCase(one))
  return earliest(planned.map((one) => one.on)).map((day) => ({
    code: 'file-before-publication',
    class: 'statutory',
    from: addDays(day, -1),
    rule: { days: 0, lastDay: 'keep' },
    trigger: 'planned-publication',
    citations: [patentLawArticle('22'), patentLawArticle('24')],
    notes: ['not-restorable', 'not-extended-by-holidays'],
  }))
}

/** Proof of a leak: two months from learning of it, once the office asks. */
function listLeakDays({ publicDisclosures }: Disclosure): DocketRequest[] {
  const learned = publicDisclosures.flatMap((one) => (one.kind === 'without-consent' && one.learnedOn !== undefined ? [one.learnedOn] : []))
  return earliest(learned).map((from) => ({
    code: 'grace-unconsented-proof',
    class: 'statutory',
    from,
    rule: { months: 2 },
    trigger: 'learned-of-leak',
    citations: [patentRulesArticle('33(4)'), verifiedBy('S16', '专利审查指南')],
    notes: ['proof-when-asked'],
  }))
}

/** The end of an idle clock and its warning; `disclosure/idle-beijing` gives `idle-beijing` and `idle-beijing-warning`. */
function idleEntries(clock: IdleClock): DocketRequest[] {
  const code = clock.rule.slice('disclosure/'.length)
  const { from, trigger, citations } = clock
  // What ends is a time of inaction, nothing that a holiday hinders: the day is kept.
  return [
    {
      code: `${code}-warning`,
      class: 'service',
      from,
      rule: { months: clock.warnMonths, lastDay: 'keep' },
      trigger,
      citations,
      notes: [clock.right],
    },
    { code, class: clock.class, from, rule: { months: clock.months, lastDay: 'keep' }, trigger, citations, notes: [clock.right] },
  ]
}
