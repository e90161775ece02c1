import type { InstitutionId } from '#domain/actor.ts'
import { paymentReference } from '#domain/licence-take-up-decision.ts'
import { paymentDue } from '#domain/licence-take-up-payment.ts'
import type { TakeUpNotice } from '#domain/licence-take-up-forms.ts'
import type { AnnouncedStandard } from '#domain/open-licence-forms.ts'
import { findStandard } from '#domain/open-licence-facts.ts'
import { entryAmount } from '#domain/open-licence-price.ts'
import type { MatterId } from '#domain/state.ts'
import { commandView } from '#schemas/api/command.ts'
import { openedMatter } from '#schemas/api/matter.ts'
import { houseQuery } from '#schemas/api/notice.ts'
import {
  enteredTakeUp,
  newTakeUp,
  takeUpReceipt,
  type EnteredTakeUp,
  type NewTakeUp,
  type TakeUpReceipt,
} from '#schemas/api/open-licence.ts'
import { findMatterOf } from '#store/lists/take-ups.ts'
import { gatherFacts } from '../facts.ts'
import { openMatter } from '../open-matter.ts'
import { notFound } from '../problem.ts'
import { houseOf, openPublicly } from '../public-door.ts'
import { doorRoute, peopleRoute, type Answer, type Call, type PeopleCall, type Route } from '../route.ts'
import { viewDue } from '../views/due-view.ts'
import { getProcess } from './processes.ts'

const tag = 'Open licences'

/** Written notices of taking up an open licence: given at the public door, or entered by the office where they came another way. */
export const takeUpRoutes: readonly Route[] = [
  doorRoute(
    {
      method: 'post',
      path: '/api/open-licences/{id}/take-ups',
      tag,
      summary: 'Take up an open licence by written notice',
      query: houseQuery,
      body: newTakeUp,
      answers: { 201: { says: 'The notice arrived', shape: takeUpReceipt }, 202: { says: 'On its way' } },
    },
    takeUp,
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/open-licences/{id}/letters',
      tag,
      summary: 'Enter a written notice of taking up that came by post, by hand or by e-mail',
      body: enteredTakeUp,
      answers: { 201: { says: 'Entered', shape: openedMatter }, 202: { says: 'On its way; ask for the command', shape: commandView } },
    },
    enterLetter,
  ),
]

/** The terms as this declaration announced them, its offer live or over. Throws 404 where none were announced. */
async function getStandard({ deps, params }: Call, institution: InstitutionId): Promise<AnnouncedStandard> {
  const state = await findMatterOf(deps.store, institution, 'open-licence', (params['id'] ?? '') as MatterId)
  const standard = state === undefined ? undefined : findStandard(state)
  if (standard === undefined) throw notFound()
  return standard
}

/** The office enters what came another way; it is judged as everybody's, by its own days, and hears of the offer's end as they do. */
async function enterLetter(call: PeopleCall<unknown, EnteredTakeUp>): Promise<Answer> {
  const { declaration, patent } = await getStandard(call, call.who.institution)
  const definition = getProcess('licence-take-up')
  return openMatter(call, { definition, data: { ...call.body, declaration, patent }, parent: declaration, base: '' })
}

/**
 * A taker's notice arrives when it is entered here. An offer that is over shows no page any more, but a notice to it is told why:
 * on the day of the end it still arrives in time, and that is decided under the patent's lock.
 */
async function takeUp(call: Call<{ readonly institution?: string | undefined }, NewTakeUp>): Promise<{ status: number; body: unknown }> {
  const { today } = call
  const institution = await houseOf(call)
  const standard = await getStandard(call, institution)
  const { declaration, patent } = standard
  const notice: TakeUpNotice = {
    ...call.body,
    declaration,
    patent,
    channel: 'online',
    dispatchedOn: today,
    arrivedOn: today,
  }
  const opened = await openPublicly(call, { institution, process: 'licence-take-up', data: { ...notice }, parent: declaration })
  if (opened.status !== 201) return { status: opened.status, body: opened.body }
  const { number } = opened.body as { readonly number: string }
  const { calendar } = await gatherFacts(call.deps.store, institution, today, {})
  const due = paymentDue(standard.fee, today, calendar)
  const receipt: TakeUpReceipt = {
    number,
    arrivedOn: today,
    reference: paymentReference(number),
    amountFen: entryAmount(standard.fee),
    payBy: due.on,
    due: viewDue(due),
    account: standard.account,
  }
  return { status: 201, body: receipt }
}
