import { listSigners, readOpening } from '#domain/title-grant-facts.ts'
import type { TeamSplit } from '#domain/title-grant-forms.ts'
import { steps } from '#domain/title-grant.ts'
import { issueDocument } from './steps/document.ts'
import { everybody } from './steps/everybody.ts'
import type { MatterRun } from './steps/matter.ts'
import { userTask } from './steps/user-task.ts'

export type Team = TeamSplit

/** The team that the matter was opened with. */
export function openingTeam(m: MatterRun): Team {
  const { members, representative } = readOpening(m.state)
  return { members, representative }
}

/**
 * Everybody signs the split and the representative's mandate, who left and heirs of the dead among them; whoever declines sends it
 * back. Answers with the team that all have signed, or undefined where the representative gives up.
 */
export async function agreeTeam(m: MatterRun, proposed: Team): Promise<Team | undefined> {
  let team: Team | undefined = proposed
  while (team !== undefined) {
    const signers = listSigners(team)
    const answers = await everybody(m, steps.agreeSplit, signers, { given: { ...team } })
    const declined = signers.filter((person) => answers[person]?.outcome !== 'signed')
    if (declined.length === 0) {
      await issueDocument(m, steps.splitAgreement, 'title-grant/split-agreement')
      return team
    }
    team = await reviseTeam(m, team, 'declined')
  }
  return undefined
}

/** The representative puts another team or split forward; undefined where he gives up. */
export async function reviseTeam(m: MatterRun, team: Team, because: 'declined' | 'inventorship'): Promise<Team | undefined> {
  const revised = await userTask(m, steps.reviseTeam, { people: [team.representative], given: { ...team, because } })
  if (revised.outcome === 'given-up') return undefined
  const { members, representative } = revised.data
  return { members, representative }
}
