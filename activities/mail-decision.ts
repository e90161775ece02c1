import type { JsonObject } from '#domain/json.ts'
import { asSystem } from '#store/db.ts'
import { decisionByMail, enqueue } from '#store/outbox.ts'
import type { ActivityDependencies } from './dependencies.ts'
import type { ServiceCall } from './service-call.ts'

/**
 * Hands the decision on an objection to the post, once; input `{paper}`. The address stays where the objector wrote it: the relay
 * reads it when it writes.
 */
export function createMailDecisionActivity({ store }: ActivityDependencies) {
  return async function mailDecision({ institution, matter, input }: ServiceCall): Promise<JsonObject> {
    const paper = String(input['paper'])
    await asSystem(store, institution, (tx) =>
      enqueue(tx, institution, { kind: decisionByMail, key: `${decisionByMail}/${matter}`, matter, body: { paper } }),
    )
    return { by: 'mail', paper }
  }
}
