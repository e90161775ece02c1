import type { PersonId } from '#domain/actor.ts'
import { steps } from '#domain/disclosure.ts'
import { readDisclosurePolicy } from '#domain/disclosure-policy.ts'
import { listInventors } from '#domain/disclosure-state.ts'
import { equalShares, type Share } from '#domain/negotiation.ts'
import { everybody } from './steps/everybody.ts'
import type { MatterRun } from './steps/matter.ts'
import { negotiateShares } from './steps/negotiation.ts'
import { record } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'

/**
 * Agrees the inventors' shares: private proposals, then everybody confirms his own number. Who declines sends all back to
 * negotiate; after the policy's rounds the office mediates, and at last determines.
 */
export async function agreeShares(m: MatterRun): Promise<void> {
  const { confirmationRounds } = readDisclosurePolicy(m.policy)
  let shares = await negotiate(m, [])
  for (let round = 1; ; round += 1) {
    const declined = await listDecliners(m, shares)
    if (declined.length === 0) return keep(m, 'confirmed', shares)
    if (round < confirmationRounds) {
      shares = await negotiate(m, declined)
      continue
    }
    const settled = await userTask(m, steps.settleShares, {
      given: { shares, declined: declined.map((one) => one.person), reasons: declined },
    })
    shares = settled.data.shares ?? equalShares(listInventors(m.state))
    if (settled.outcome === 'determined') return keep(m, 'determined', shares)
  }
}

/** Who declined his number, and why: the next round opens with it. */
type Declined = { readonly person: PersonId; readonly reason: string }

async function negotiate(m: MatterRun, declined: readonly Declined[]): Promise<readonly Share[]> {
  const inventors = listInventors(m.state)
  // One inventor has nobody to negotiate with; he still confirms his number.
  if (inventors.length === 1) return equalShares(inventors)
  const { negotiationRounds: rounds } = readDisclosurePolicy(m.policy)
  const { shares } = await negotiateShares(m, steps.proposeShares, inventors, { rounds, given: { declined } })
  return shares
}

/** Puts each inventor's number to him and names those who declined it, with their reasons. */
async function listDecliners(m: MatterRun, shares: readonly Share[]): Promise<readonly Declined[]> {
  const answers = await everybody(m, steps.confirmShare, listInventors(m.state), (person) => ({
    given: { shareBp: shares.find((one) => one.person === person)?.shareBp ?? 0, shares },
  }))
  return listInventors(m.state).flatMap((person) =>
    answers[person]?.outcome === 'declined' ? [{ person, reason: answers[person].reason ?? '' }] : [],
  )
}

async function keep(m: MatterRun, how: 'confirmed' | 'determined', shares: readonly Share[]): Promise<void> {
  await record(m, steps.recordShares, how, { shares })
}
