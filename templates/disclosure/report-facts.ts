import type { PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import { listFilingDuties, type FilingDuty } from '#domain/disclosure-filing.ts'
import type { Disclosure, DisclosedInventor, Funding, Resources } from '#domain/disclosure-form.ts'
import { findNovelty, type NoveltyStanding, type PublicDisclosure } from '#domain/disclosure-novelty.ts'
import type { Owner, OwnershipKind } from '#domain/disclosure-owner.ts'
import { findOwnershipDecision, findSecrecyLevel, findShares, getDisclosure, listApplicants } from '#domain/disclosure-state.ts'
import { personOf, type Both, type NamedPerson } from '../lines.ts'
import type { PaperContext } from '../paper-context.ts'

type ReportedInventor = NamedPerson &
  Pick<
    DisclosedInventor,
    'role' | 'relation' | 'leftOn' | 'tiedToFormerDuties' | 'employer' | 'formerEmployer' | 'feature' | 'contributionBp'
  > & { readonly shareBp?: number }

/** Everything the disclosure form says. */
export type ReportFacts = {
  readonly matter: string
  readonly openedOn: PlainDay
  readonly applicant: NamedPerson
  readonly report: Pick<
    Disclosure,
    'titleZh' | 'titleEn' | 'abstract' | 'ipc' | 'resultType' | 'protectionWish' | 'madeOn' | 'foreign' | 'materials' | 'dataNoticeRead'
  >
  readonly secrecy: 'none' | 'trade-secret'
  readonly inventors: readonly ReportedInventor[]
  readonly shares: 'confirmed' | 'determined' | 'open'
  readonly funding: readonly Funding[]
  readonly resources: Resources
  readonly publications: readonly PublicDisclosure[]
  readonly novelty: NoveltyStanding
  readonly duties: readonly FilingDuty[]
  readonly interests: readonly { readonly person: NamedPerson; readonly company: string; readonly kind: string; readonly detail?: string }[]
  readonly ownership?: { readonly kind: OwnershipKind; readonly owners: readonly Owner[] }
  readonly institution: Both
  readonly on: PlainDay
}

/** Gathers what the disclosure form says from the matter and the register. */
export function gatherReport({ state, people, institution, on }: PaperContext): ReportFacts {
  const report = getDisclosure(state)
  const shares = findShares(state)
  const decision = findOwnershipDecision(state)
  const [applicant = '' as PersonId] = listApplicants(state)
  const { titleZh, titleEn, abstract, ipc, resultType, protectionWish, madeOn, foreign, materials, dataNoticeRead } = report
  const said = { titleZh, abstract, ipc, resultType, protectionWish, madeOn, foreign, materials, dataNoticeRead }
  return {
    matter: state.head.number,
    openedOn: state.head.openedOn,
    applicant: personOf(people, applicant),
    report: titleEn === undefined ? said : { ...said, titleEn },
    secrecy: findSecrecyLevel(state),
    inventors: report.inventors.map((one) => inventorOf(one, people, shares?.shares.find((share) => share.person === one.person)?.shareBp)),
    shares: shares?.how ?? 'open',
    funding: report.funding,
    resources: report.resources,
    publications: report.publicDisclosures,
    novelty: findNovelty(report, on),
    duties: listFilingDuties(report),
    interests: (report.interests.items ?? []).map(({ person, ...interest }) => ({ person: personOf(people, person), ...interest })),
    institution: { zh: institution.nameZh, en: institution.nameEn },
    on,
    ...(decision === undefined ? {} : { ownership: { kind: decision.kind, owners: decision.owners } }),
  }
}

function inventorOf(one: DisclosedInventor, people: PaperContext['people'], shareBp: number | undefined): ReportedInventor {
  const { role, relation, leftOn, tiedToFormerDuties, employer, formerEmployer, feature, contributionBp } = one
  return {
    ...personOf(people, one.person),
    role,
    relation,
    feature,
    contributionBp,
    ...(leftOn === undefined ? {} : { leftOn }),
    ...(tiedToFormerDuties === undefined ? {} : { tiedToFormerDuties }),
    ...(employer === undefined ? {} : { employer }),
    ...(formerEmployer === undefined ? {} : { formerEmployer }),
    ...(shareBp === undefined ? {} : { shareBp }),
  }
}
