import type { Funding, ResultType } from './disclosure-form.ts'
import { named, university, type FoundOwner, type Owner, type OwnershipEffect, type OwnershipKind } from './disclosure-owner.ts'
import { ownershipRules } from './disclosure-ownership-rules.ts'
import type { JsonObject } from './json.ts'

/** A contract that names the owner prevails over every rule of law below it (专利法 8; 民法典 859–861, 885). */
export function findByContract(funding: Funding): FoundOwner[] {
  const { source, arrangement, agreedOwner, partner, projectNumber } = funding
  if (source !== 'horizontal' || arrangement === 'private-consulting' || agreedOwner === undefined || agreedOwner === 'silent') return []
  const other = named('partner', partner)
  const owners = { university: [university], partner: [other], joint: [university, other] }[agreedOwner]
  const effects: OwnershipEffect[] = agreedOwner === 'joint' ? ['co-owners-first-refusal', 'objection-blocks-filing'] : []
  return [{ kind: 'agreement', owners, rule: ownershipRules.contract, because: { project: projectNumber ?? '', agreedOwner }, effects }]
}

/** What the law says where a contract with a partner names no owner. */
export function findBySilentContract(resultType: ResultType, funding: Funding): FoundOwner[] {
  const { source, arrangement, partner, partnerDoes, agreedOwner } = funding
  if (source !== 'horizontal' || arrangement === undefined || arrangement === 'private-consulting') return []
  if (agreedOwner !== undefined && agreedOwner !== 'silent') return []
  const because = { project: funding.projectNumber ?? '', arrangement, partnerDoes: partnerDoes ?? null }
  const both = [university, named('partner', partner)]
  if (arrangement === 'service-contract') {
    return [{ kind: 'service', owners: [university], rule: ownershipRules.contractor, because, effects: ['unit-may-dispose'] }]
  }
  if (arrangement === 'transformation') return byTransformation(both, funding.newInvention === true, because)
  // A partner who gives only money, equipment or help commissions; he does not cooperate (技术合同纠纷司法解释 19(2)).
  const kind = arrangement === 'commissioned' || partnerDoes === 'means-only' ? 'commissioned' : 'joint'
  return resultType === 'know-how' ? [byKnowHow(kind, both, because)] : [byDevelopment(kind, both, because)]
}

/** What staff find while consulting privately, where the university's rule claims it. */
export function findByConsulting(funding: Funding): FoundOwner[] {
  if (funding.arrangement !== 'private-consulting') return []
  const because = { partner: funding.partner ?? '', arrangement: 'private-consulting' }
  return [{ kind: 'agreement', owners: [university], rule: ownershipRules.consulting, because, effects: [] }]
}

function byTransformation(both: readonly Owner[], isNew: boolean, because: JsonObject): FoundOwner[] {
  const effects: OwnershipEffect[] = ['transfer-needs-all', 'secrecy-agreement-needed']
  if (isNew) return [{ kind: 'joint', owners: both, rule: ownershipRules.transformationNew, because, effects }]
  return [{ kind: 'service', owners: [university], rule: ownershipRules.transformationOld, because, effects }]
}

function byKnowHow(kind: OwnershipKind, both: readonly Owner[], because: JsonObject): FoundOwner {
  const effects: OwnershipEffect[] =
    kind === 'commissioned' ? ['each-may-use-know-how', 'no-transfer-before-delivery'] : ['each-may-use-know-how']
  return { kind, owners: both, rule: ownershipRules.knowHow, because, effects }
}

function byDevelopment(kind: OwnershipKind, both: readonly Owner[], because: JsonObject): FoundOwner {
  if (kind === 'commissioned') {
    return { kind, owners: [university], rule: ownershipRules.developer, because, effects: ['client-may-exploit', 'client-first-refusal'] }
  }
  const effects: OwnershipEffect[] = ['co-owners-first-refusal', 'waiver-leaves-free-use', 'objection-blocks-filing']
  return { kind, owners: both, rule: ownershipRules.cooperation, because, effects }
}
