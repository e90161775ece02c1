import { readNotice } from '#domain/public-notice-state.ts'
import { definition, steps } from '#domain/public-notice.ts'
import type { MatterEnd, MatterInput } from './messages.ts'
import { closeNotice } from './public-notice-closing.ts'
import { postFirst } from './public-notice-posting.ts'
import { standOpen } from './public-notice-running.ts'
import { runMatter, type MatterRun } from './steps/matter.ts'
import { userTask } from './steps/user-task.ts'

/** 公示: posted by two people, open to objections for its term, closed with a statement; names come down on their day. */
export async function publicNotice(input: MatterInput): Promise<MatterEnd> {
  return runMatter(definition, input, story)
}

async function story(m: MatterRun): Promise<MatterEnd> {
  const held = await releaseDefencePatent(m)
  if (held !== undefined) return closeNotice(m, held)
  const isPosted = await postFirst(m)
  if (!isPosted) return closeNotice(m, 'cancelled')
  return closeNotice(m, await standOpen(m))
}

/** What concerns a defence patent is posted only as the secrecy office releases it; of cash awards for one no notice is needed (S27). */
async function releaseDefencePatent(m: MatterRun): Promise<'exempt' | 'cancelled' | undefined> {
  const { kind, subject } = readNotice(m.state)
  if (subject.defencePatent !== true) return undefined
  const { outcome } = await userTask(m, steps.secrecyRelease)
  if (outcome === 'released') return undefined
  return kind === 'CASH_TAX' ? 'exempt' : 'cancelled'
}
