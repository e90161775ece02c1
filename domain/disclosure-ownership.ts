import { linkInventor, type InventorLink } from './disclosure-inventors.ts'
import type { Disclosure } from './disclosure-form.ts'
import {
  inventorsThemselves,
  named,
  university,
  type FoundOwner,
  type Owner,
  type OwnershipEffect,
  type OwnershipFinding,
} from './disclosure-owner.ts'
import { findByConsulting, findByContract, findBySilentContract } from './disclosure-ownership-contracts.ts'
import { ownershipRules, type OwnershipRule } from './disclosure-ownership-rules.ts'
import type { JsonObject } from './json.ts'

/** What a university sets: who owns what its staff find while consulting privately. */
export type OwnershipPolicy = { readonly privateConsulting: 'law' | 'university' }

/**
 * Finds to whom the result belongs: agreements first, then contracts with partners, then parts of other employers, then
 * the university's task and means; if none of them, it is the inventors' own. The first rule met decides.
 */
export function findOwnership(disclosure: Disclosure, policy: OwnershipPolicy): OwnershipFinding {
  const [first, ...others] = listFound(disclosure, policy)
  if (first === undefined) throw new Error('Every result belongs to somebody')
  // Where the university has a ground of its own, that the result is the inventors' own is no alternative.
  const possible = hasServiceGround(disclosure) ? others.filter((one) => one.kind !== 'non-service') : others
  const weaker = possible.filter((one, place) => !isSame(one, first) && possible.findIndex((other) => isSame(one, other)) === place)
  return {
    ...first,
    effects: withFiscal(disclosure, first),
    rule: first.rule.code,
    citations: first.rule.citations,
    alternatives: weaker.map(({ kind, owners, rule }) => ({ kind, owners, rule: rule.code, citations: rule.citations })),
  }
}

/** One rule may name different owners, as two contracts do: then both are told. */
function isSame(one: FoundOwner, other: FoundOwner): boolean {
  return one.rule === other.rule && unique([...one.owners, ...other.owners]).length === one.owners.length
}

function listFound(disclosure: Disclosure, policy: OwnershipPolicy): FoundOwner[] {
  return [
    ...byAgreementWithInventors(disclosure),
    ...disclosure.funding.flatMap((one) => findByContract(one)),
    ...disclosure.funding.flatMap((one) => findBySilentContract(disclosure.resultType, one)),
    ...(policy.privateConsulting === 'university' ? disclosure.funding.flatMap((one) => findByConsulting(one)) : []),
    ...byOtherEmployers(disclosure),
    ...byTaskOrMeans(disclosure),
    withoutUs(disclosure),
  ]
}

/** Mainly the university's means: all or most with substantive effect, or built on its unpublished results; not against a fee, not for testing only (技术合同纠纷司法解释 4). */
export function isMainlyByMeans({ resources }: Disclosure): boolean {
  const used = resources.mainlyUnitMeans || resources.builtOnUnpublished
  return used && !resources.feeAgreed && !resources.testingOnly
}

function listLinks({ inventors, madeOn }: Disclosure): InventorLink[] {
  return inventors.map((one) => linkInventor(one, madeOn))
}

function hasServiceGround(disclosure: Disclosure): boolean {
  const links = listLinks(disclosure)
  const someOurs = links.some((link) => link === 'ours' || link === 'ours-after-leaving' || link === 'shared-with-former')
  return someOurs && (disclosure.resources.task !== 'no-task' || isMainlyByMeans(disclosure) || links.includes('ours-after-leaving'))
}

function byAgreementWithInventors({ resources }: Disclosure): FoundOwner[] {
  const { agreement } = resources
  if (agreement === undefined) return []
  const owners = { university: [university], inventors: [inventorsThemselves], joint: [university, inventorsThemselves] }[agreement.owner]
  return [
    {
      kind: 'agreement',
      owners,
      rule: ownershipRules.agreement,
      because: { agreement: agreement.document, owner: agreement.owner },
      effects: [],
    },
  ]
}

function byOtherEmployers(disclosure: Disclosure): FoundOwner[] {
  if (!hasServiceGround(disclosure)) return []
  const links = listLinks(disclosure)
  const former = listFormerEmployers(disclosure)
  const units = listOtherUnits(disclosure)
  const alone = links.includes('himself')
  const found: FoundOwner[] = []
  if (former.length > 0) {
    const because = { employers: former.map((one) => one.name ?? '') }
    found.push({
      kind: 'joint',
      owners: [university, ...former],
      rule: ownershipRules.formerEmployer,
      because,
      effects: ['shares-by-contribution'],
    })
  }
  if (units.length > 0 || alone) {
    const owners = [university, ...units, ...(alone ? [inventorsThemselves] : [])]
    const effects: OwnershipEffect[] = ['co-owners-first-refusal', 'waiver-leaves-free-use', 'objection-blocks-filing']
    found.push({
      kind: 'joint',
      owners,
      rule: ownershipRules.together,
      because: { units: units.map((one) => one.name ?? ''), alone },
      effects,
    })
  }
  return found
}

function listFormerEmployers(disclosure: Disclosure): Owner[] {
  const links = listLinks(disclosure)
  const tied = disclosure.inventors.filter((_, place) => links[place] === 'shared-with-former')
  return unique(tied.map((one) => named('former-employer', one.formerEmployer?.name)))
}

function listOtherUnits(disclosure: Disclosure): Owner[] {
  const links = listLinks(disclosure)
  const theirs = disclosure.inventors.filter((_, place) => links[place] === 'another-unit')
  return unique(theirs.map((one) => named('other-unit', one.employer)))
}

function unique(owners: readonly Owner[]): Owner[] {
  return owners.filter((one, place) => owners.findIndex((other) => other.who === one.who && other.name === one.name) === place)
}

function byTaskOrMeans(disclosure: Disclosure): FoundOwner[] {
  if (!hasServiceGround(disclosure)) return []
  const { resources, inventors } = disclosure
  const links = listLinks(disclosure)
  const service = (rule: OwnershipRule, because: JsonObject): FoundOwner => ({
    kind: 'service',
    owners: [university],
    rule,
    because,
    effects: ['unit-may-dispose'],
  })
  const present = inventors.filter((_, place) => links[place] === 'ours' || links[place] === 'shared-with-former')
  const isOnlyVisitors = present.length > 0 && present.every((one) => one.relation === 'visitor')
  const hasTask = resources.task !== 'no-task' && present.length > 0
  return [
    ...(hasTask && isOnlyVisitors ? [service(ownershipRules.temporaryUnit, { visitors: present.map((one) => one.person) })] : []),
    ...(hasTask && !isOnlyVisitors ? [service(ownershipRules.task, { task: resources.task })] : []),
    ...(links.includes('ours-after-leaving') ? [service(ownershipRules.afterLeaving, listLeavers(disclosure))] : []),
    ...(isMainlyByMeans(disclosure) && present.length > 0
      ? [service(ownershipRules.means, { facts: resources.facts ?? '', builtOnUnpublished: resources.builtOnUnpublished })]
      : []),
  ]
}

function listLeavers({ inventors, madeOn }: Disclosure): JsonObject {
  const leavers = inventors.filter((one) => linkInventor(one, madeOn) === 'ours-after-leaving')
  return { madeOn, leavers: leavers.map((one) => ({ person: one.person, leftOn: one.leftOn ?? null })) }
}

/** Where the university has no ground: a task of a former employer is that employer's still (专利法实施细则 13); else it is the inventors' own. */
function withoutUs(disclosure: Disclosure): FoundOwner {
  const former = hasServiceGround(disclosure) ? [] : listFormerEmployers(disclosure)
  if (former.length === 0) return nonService(disclosure)
  const isTheirsToo = listLinks(disclosure).some((link) => link === 'ours' || link === 'himself')
  return {
    kind: 'non-service',
    owners: [...former, ...listOtherUnits(disclosure), ...(isTheirsToo ? [inventorsThemselves] : [])],
    rule: ownershipRules.formerEmployerAlone,
    because: { employers: former.map((one) => one.name ?? '') },
    effects: [],
  }
}

function nonService(disclosure: Disclosure): FoundOwner {
  const { task, feeAgreed, testingOnly } = disclosure.resources
  const because = { task, mainlyByMeans: isMainlyByMeans(disclosure), feeAgreed, testingOnly }
  return { kind: 'non-service', owners: [inventorsThemselves], rule: ownershipRules.nonService, because, effects: ['no-suppression'] }
}

/** A project paid from public funds leaves the rights with whoever undertook it (科学技术进步法 32). */
function withFiscal(disclosure: Disclosure, first: FoundOwner): readonly OwnershipEffect[] {
  const isFiscal = disclosure.funding.some((one) => one.source === 'fiscal')
  const isOurs = first.owners.some((one) => one.who === 'university')
  return isFiscal && isOurs ? [...first.effects, 'project-undertaker-holds'] : first.effects
}
