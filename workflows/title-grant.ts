import { groundOf } from '#domain/title-grant-facts.ts'
import { definition, steps } from '#domain/title-grant.ts'
import type { MatterEnd, MatterInput } from './messages.ts'
import { runMatter, type MatterRun } from './steps/matter.ts'
import { record } from './steps/service.ts'
import { concludeAgreement } from './title-grant-agreement.ts'
import { monitor } from './title-grant-monitoring.ts'
import { holdNotice } from './title-grant-notice.ts'
import { registerGrant } from './title-grant-registration.ts'
import { applyAndDecide, refuseForGood, type Review } from './title-grant-review.ts'
import { agreeTeam, openingTeam, reviseTeam, type Team } from './title-grant-team.ts'
import { besideWithdrawal } from './title-grant-withdrawal.ts'

/** 职务科技成果赋权: from the team's own agreement through approval, notice and contract to the last year of the grant. */
export async function titleGrant(input: MatterInput): Promise<MatterEnd> {
  return runMatter(definition, input, story)
}

async function story(m: MatterRun): Promise<MatterEnd> {
  await record(m, steps.ground, 'set', groundOf(m.policy))
  return besideWithdrawal(m, grant(m))
}

async function grant(m: MatterRun): Promise<MatterEnd> {
  const granted = await decideGrant(m)
  if ('outcome' in granted) return granted

  const signed = await concludeAgreement(m, granted)
  if (!signed) return { outcome: 'not-agreed' }
  const registered = await registerGrant(m)
  if (registered === 'given-up') return { outcome: 'terminated', reason: 'change-not-registered' }
  return monitor(m, granted)
}

/** Team, application, decision and notice, until a notice closes without anything against the grant; answers with the team. */
async function decideGrant(m: MatterRun): Promise<Team | MatterEnd> {
  const review: Review = { used: false }
  let team = await agreeTeam(m, openingTeam(m))
  for (;;) {
    if (team === undefined) return { outcome: 'team-not-agreed' }
    const decided = await applyAndDecide(m, team, review)
    if (decided !== 'approved') return decided

    const notice = await holdNotice(m)
    if (notice === 'clear') return team
    if (notice === 'security') return refuseForGood(m)
    if (notice === 'inventorship') team = await agreeAgain(m, team)
  }
}

/** An objection on inventorship was upheld: the team is put together anew and signs again. */
async function agreeAgain(m: MatterRun, team: Team): Promise<Team | undefined> {
  const revised = await reviseTeam(m, team, 'inventorship')
  return revised === undefined ? undefined : agreeTeam(m, revised)
}
