import type { PersonId } from '#domain/actor.ts'
import { listSignedFor, listSigners } from '#domain/title-grant-facts.ts'
import { valueOf } from '#domain/title-grant-agreement.ts'
import { steps } from '#domain/title-grant.ts'
import type { IssuedDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { givenOf, sealInOrder, type Signature } from './steps/signing.ts'
import { userTask } from './steps/user-task.ts'
import type { Team } from './title-grant-team.ts'

/**
 * The parties sign the agreement one after the other: the members in the order of the record, heirs for the dead, and the
 * university last. When all have signed, their signatures go into the file in that order. Answers with the day of the last
 * signature, or undefined where somebody refuses.
 */
export async function signInOrder(m: MatterRun, team: Team, paper: IssuedDocument) {
  const given = givenOf(paper)
  const signatures: Signature[] = []
  for (const person of listSigners(team)) {
    const signed = await userTask(m, steps.signMember, { people: [person], given })
    if (signed.outcome === 'refused') return undefined
    signatures.push({ task: signed.id, capacity: capacityOf(team, person) })
  }
  const sealed = await userTask(m, steps.signUniversity, { given })
  if (sealed.outcome !== 'signed') return undefined
  signatures.push({ task: sealed.id, capacity: '甲方', house: { amountFen: valueOf(m.state) } })
  await sealInOrder(m, steps.sealAgreement, paper, signatures)
  return sealed.on
}

/** In whose place a signer signs: for himself, for the team, or as an heir. */
function capacityOf(team: Team, signer: PersonId): string {
  if (signer === team.representative) return '乙方代表'
  return listSignedFor(team, signer).includes(signer) ? '乙方' : '乙方（继承人）'
}
