import canonicalize from 'canonicalize'
import type { ActorRef } from '#domain/actor.ts'
import { deskRules } from '#domain/desk-rules.ts'
import type { JsonObject } from '#domain/json.ts'
import { definition, receiptId, receiptRules, type ReceiptData } from '#domain/receipt.ts'
import { refuse } from '#domain/refusal.ts'
import { roleOfKey } from '#domain/role.ts'
import { openedMatter } from '#schemas/api/matter.ts'
import { newReceipt } from '#schemas/api/open-licence.ts'
import { commandView } from '#schemas/api/command.ts'
import { findCommand } from '#store/desk/commands.ts'
import { dropDraft } from '#store/desk/drafts.ts'
import { findMatterOf } from '#store/lists/take-ups.ts'
import { commandIdOf, hashBody } from '../command-id.ts'
import { gatherFacts } from '../facts.ts'
import { checkForm } from '../form-check.ts'
import { refusedBy } from '../problem.ts'
import { noteRefusals, noting } from '../refusal-log.ts'
import { created, ok, peopleRoute, type Answer, type PeopleCall, type Route } from '../route.ts'
import { keepAndDeliver, unanswered } from '../send-command.ts'

const { stem } = definition

/** Money that came in: told by finance, or by the bank's program with a token. */
export const receiptRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'post',
      path: '/api/receipts',
      tag: 'Receipts',
      summary: 'Tell of a credit; once a voucher, however often it is told',
      body: newReceipt,
      answers: {
        200: { says: 'Told before, with the same content', shape: openedMatter },
        201: { says: 'Open', shape: openedMatter },
        202: { says: 'On its way; ask for the command', shape: commandView },
      },
    },
    tellOf,
  ),
]

/** Opens the receipt under the id that follows from its voucher; told again with other content it is refused. */
async function tellOf(call: PeopleCall<unknown, ReceiptData>): Promise<Answer> {
  const { deps, who, body } = call
  const openedBy = finance(call)
  const id = receiptId(who.institution, body.voucher)
  const known = await findMatterOf(deps.store, who.institution, stem, id)
  if (known !== undefined) return repeatOf(call, known.head.number, known.data)
  const form = { stem, form: definition.opens.form, data: body as unknown as JsonObject, actor: who.person, base: '' }
  const gather = (sent: JsonObject) => gatherFacts(deps.store, who.institution, call.today, [sent, {}])
  const data = await noting(call, { asked: 'open-matter' }, () => checkForm(form, call.words, gather))
  const named = { id: commandIdOf(who.institution, stem, body.voucher), bodyHash: hashBody(data) }
  const earlier = await findCommand(deps.store, who.institution, named.id)
  const matter = { institution: who.institution, id, process: stem, data, openedBy, openingCommand: named.id }
  const outcome = await keepAndDeliver(call, { ...named, name: 'open-matter', matter: id, request: { is: 'start', matter } })
  if (outcome.status === 'pending') {
    if (earlier !== undefined && earlier.bodyHash !== named.bodyHash && earlier.status !== 'refused') throw await differs(call)
    return unanswered(outcome)
  }
  if (outcome.status === 'refused') throw refusedBy(outcome.refusals, stem)
  const opened = await findMatterOf(deps.store, who.institution, stem, id)
  if (opened === undefined) throw new Error(`Receipt ${id} was opened and is not there`)
  if (!isSame(opened.data, body)) throw await differs(call)
  await dropDraft(deps.store, who.institution, { process: stem, person: who.person })
  return created({ id, number: opened.head.number, process: stem, repeated: false }, `/api/matters/${encodeURIComponent(id)}`)
}

function finance({ who }: PeopleCall): ActorRef {
  const key = who.actor.roles.find((one) => (definition.opens.roles as readonly string[]).includes(roleOfKey(one)))
  if (key === undefined) throw refusedBy([refuse(deskRules.mayNotStart, { roles: [...definition.opens.roles] })], stem)
  return { is: 'person', person: who.person, as: key }
}

async function repeatOf(call: PeopleCall<unknown, ReceiptData>, number: string, data: JsonObject): Promise<Answer> {
  if (!isSame(data, call.body)) throw await differs(call)
  const id = receiptId(call.who.institution, call.body.voucher)
  return ok({ id, number, process: stem, repeated: true })
}

function isSame(data: JsonObject, body: ReceiptData): boolean {
  return canonicalize(data) === canonicalize(body)
}

async function differs(call: PeopleCall<unknown, ReceiptData>): Promise<unknown> {
  const refusals = [refuse(receiptRules.voucherDiffers, { voucher: call.body.voucher }, '/voucher')]
  await noteRefusals(call, { asked: 'open-matter', refusals })
  return refusedBy(refusals, stem)
}
