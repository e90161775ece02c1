import { definition } from '#domain/disclosure.ts'
import { holdsNoContent } from '#domain/disclosure-state.ts'
import { unreachable } from '#domain/unreachable.ts'
import type { MatterEnd, MatterInput } from './messages.ts'
import { docketAndGoOn } from './disclosure-docketing.ts'
import { takeIn } from './disclosure-intake.ts'
import { settleOwnership } from './disclosure-settle-ownership.ts'
import { handToSecrecyOffice, screenSecrecy } from './disclosure-secrecy.ts'
import { agreeShares } from './disclosure-agree-shares.ts'
import { runMatter, type MatterRun } from './steps/matter.ts'

/** 成果披露: from an inventor's report to a docketed result with confirmed ownership and shares. */
export async function disclosure(input: MatterInput): Promise<MatterEnd> {
  return runMatter(definition, input, story)
}

async function story(m: MatterRun): Promise<MatterEnd> {
  if (holdsNoContent(m.state)) return handToSecrecyOffice(m)

  const intake = await takeIn(m)
  switch (intake.outcome) {
    case 'accepted':
      break
    case 'state-secret':
      return handToSecrecyOffice(m)
    case 'duplicate':
      return { ...intake, outcome: 'duplicate' }
    case 'referred':
      return { ...intake, outcome: 'referred-to-discipline' }
    default:
      return unreachable(intake.outcome)
  }

  const secrecy = await screenSecrecy(m)
  if (secrecy === 'state-secret') return handToSecrecyOffice(m)

  const owner = await settleOwnership(m)
  if (owner === 'inventors') return { outcome: 'released' }
  if (owner === 'others') return { outcome: 'owned-by-other' }

  await agreeShares(m)
  await docketAndGoOn(m)
  return { outcome: 'docketed' }
}
