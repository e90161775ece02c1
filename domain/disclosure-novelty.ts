import type { PlainDay } from './day.ts'
import type { Disclosure } from './disclosure-form.ts'
import { patentLawArticle, patentRulesArticle } from './patent-citations.ts'
import { isGraceCase } from './patent-deadlines-filing.ts'
import { lastSafeFilingDay, type NoveltyClock } from './patent-deadlines.ts'
import type { Disclosure as DatedDisclosure, DisclosureKind } from './patent-time-facts.ts'
import { byDesign, refuse, type Citation, type Refusal, type Rule } from './refusal.ts'

/** How a result becomes public. The last four are the cases of 专利法 24 that keep novelty for six months; no other does. */
export const publicationKinds = [
  'paper',
  'thesis',
  'conference',
  'exhibition',
  'use-or-sale',
  'other',
  'state-emergency',
  'recognised-exhibition',
  'prescribed-meeting',
  'without-consent',
] as const satisfies readonly DisclosureKind[]

/** One publication of the result, made or planned. */
export type PublicDisclosure = DatedDisclosure & {
  readonly standing: 'made' | 'planned'
  /** Journal, meeting, exhibition, website. */
  readonly where: string
  /** Who holds or recognises the exhibition or meeting; needed for a recognised exhibition and a prescribed meeting. */
  readonly organiser?: string
}

/** What is stated about publications, and what becomes of novelty. */
export const noveltyRules = {
  madeInFuture: { code: 'disclosure/publication-in-future', citations: [byDesign] },
  plannedInPast: { code: 'disclosure/plan-in-past', citations: [byDesign] },
  organiser: { code: 'disclosure/grace-organiser-missing', citations: [patentLawArticle('24'), patentRulesArticle('33(1)-(2)')] },
  learnedOn: { code: 'disclosure/leak-learned-on-missing', citations: [patentLawArticle('24(iv)'), patentRulesArticle('33(4)')] },
  leakPlanned: { code: 'disclosure/leak-planned', citations: [patentLawArticle('24(iv)')] },
} as const satisfies { readonly [name: string]: Rule }

/** When the grace must be proved: at filing and within two months, or only when the office asks (专利法实施细则 33). */
type GraceProof = 'declare-at-filing-prove-in-two-months' | 'prove-when-asked'

/**
 * What the novelty clock shows. `lost` is a red flag and no timer: no later filing helps. `not-concerned` for results that
 * are not patented: software, layouts, varieties, know-how.
 */
export type NoveltyStanding =
  | { readonly is: 'not-concerned' | 'open' }
  | {
      readonly is: 'running'
      readonly fileBy: PlainDay
      readonly because: 'grace' | 'planned'
      readonly kind: DisclosureKind
      readonly on: PlainDay
      readonly proof?: GraceProof
      readonly citations: readonly Citation[]
    }
  | {
      readonly is: 'lost'
      readonly because: 'not-a-grace-case' | 'grace-over'
      readonly kind: DisclosureKind
      readonly on: PlainDay
      readonly citations: readonly Citation[]
    }

/** Whether the result can be the subject of a patent application of its kind. */
export function isPatentable({ resultType }: Pick<Disclosure, 'resultType'>): boolean {
  return resultType === 'invention' || resultType === 'utility-model' || resultType === 'design'
}

/** The novelty clock of a report, seen from `today`: last safe filing day, or lost. */
export function findNovelty(disclosure: Pick<Disclosure, 'resultType' | 'publicDisclosures'>, today: PlainDay): NoveltyStanding {
  if (!isPatentable(disclosure)) return { is: 'not-concerned' }
  // The grace period is never extended by a holiday, so no calendar is needed to find its last day.
  return standingOf(lastSafeFilingDay(disclosure.publicDisclosures, today, []))
}

function standingOf(clock: NoveltyClock): NoveltyStanding {
  if (clock.kind === 'open') return { is: 'open' }
  const { by, citations } = clock
  if (clock.kind === 'noveltyLost') return { is: 'lost', because: clock.because, kind: by.kind, on: by.on, citations }
  const running = { is: 'running', fileBy: clock.on, because: clock.because, kind: by.kind, on: by.on, citations } as const
  return clock.because === 'grace' ? { ...running, proof: proofOf(by.kind) } : running
}

/** How a grace case is proved. */
export function proofOf(kind: DisclosureKind): GraceProof {
  return kind === 'recognised-exhibition' || kind === 'prescribed-meeting' ? 'declare-at-filing-prove-in-two-months' : 'prove-when-asked'
}

/** Checks what is stated about publications: days on the right side of today, and what a grace case rests on. */
export function checkPublications({ publicDisclosures }: Disclosure, today: PlainDay): Refusal[] {
  return publicDisclosures.flatMap((one, place) => checkPublication(one, place, today))
}

function checkPublication(one: PublicDisclosure, place: number, today: PlainDay): Refusal[] {
  const at = (field: string) => `/publicDisclosures/${place}/${field}`
  const { kind, standing, on, organiser, learnedOn } = one
  const needsOrganiser = isGraceCase(one) && proofOf(kind) === 'declare-at-filing-prove-in-two-months'
  return [
    ...(standing === 'made' && on > today ? [refuse(noveltyRules.madeInFuture, { on, today }, at('on'))] : []),
    ...(standing === 'planned' && on < today ? [refuse(noveltyRules.plannedInPast, { on, today }, at('on'))] : []),
    ...(needsOrganiser && (organiser ?? '').trim() === '' ? [refuse(noveltyRules.organiser, { kind }, at('organiser'))] : []),
    ...(kind === 'without-consent' && standing === 'planned' ? [refuse(noveltyRules.leakPlanned, {}, at('kind'))] : []),
    ...(kind === 'without-consent' && (learnedOn === undefined || learnedOn < on || learnedOn > today)
      ? [refuse(noveltyRules.learnedOn, { on, learnedOn: learnedOn ?? null }, at('learnedOn'))]
      : []),
  ]
}
