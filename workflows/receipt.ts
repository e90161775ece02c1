import type { ActorRef } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import type { ReceiptMatch } from '#domain/receipt-match.ts'
import { definition, readReceipt, steps } from '#domain/receipt.ts'
import type { MatterEnd, MatterInput } from './messages.ts'
import { runMatter, type MatterRun } from './steps/matter.ts'
import { callService, record } from './steps/service.ts'
import { userTask } from './steps/user-task.ts'

/** 到账: matches one credit by reference and amount and tells what it pays for; else finance finds out. */
export async function receipt(input: MatterInput): Promise<MatterEnd> {
  return runMatter(definition, input, story)
}

async function story(m: MatterRun): Promise<MatterEnd> {
  let guidance: JsonObject = tellerOf(m.state.head.openedBy)
  for (;;) {
    const { data } = await callService(m, steps.match, 'matchReceipt', {
      receipt: { ...readReceipt(m.state) },
      ...guidance,
    })
    const match = data as unknown as ReceiptMatch
    if (match.standing === 'matched') {
      await record(m, steps.told, 'told', { matter: match.matter, number: match.number })
      return { outcome: 'matched' }
    }
    const { standing: _, ...found } = data
    const answer = await userTask(m, steps.clarify, { given: found })
    if (answer.outcome !== 'match-again') return { outcome: answer.outcome }
    const { reference = '', acceptAmount = false } = answer.data
    guidance = { guidance: { reference, acceptAmount }, ...tellerOf(answer.by) }
  }
}

function tellerOf(actor: ActorRef): JsonObject {
  return actor.is === 'person' ? { by: actor.person } : {}
}
