import { listSigners } from '#domain/title-grant-facts.ts'
import { steps } from '#domain/title-grant.ts'
import type { IssuedDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { userTask } from './steps/user-task.ts'
import type { Team } from './title-grant-team.ts'

/**
 * The parties sign the agreement one after the other: the members in the order of the record, heirs for the dead, and the
 * university last. Answers with the day of the last signature, or undefined where somebody refuses.
 */
export async function signInOrder(m: MatterRun, team: Team, paper: IssuedDocument) {
  const given = { paper: paper.id, number: paper.number, sha256: paper.sha256 }
  for (const person of listSigners(team)) {
    const signed = await userTask(m, steps.signMember, { people: [person], given })
    if (signed.outcome === 'refused') return undefined
  }
  const sealed = await userTask(m, steps.signUniversity, { given })
  return sealed.outcome === 'signed' ? sealed.on : undefined
}
