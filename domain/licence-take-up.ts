import type { MatterPerson, Owed, ProcessDefinition } from './definition.ts'
import type { JsonObject } from './json.ts'
import { paymentReference } from './licence-take-up-decision.ts'
import { courseOf, findStandardRead, groundOf, outstandingFen, readNotice, verdictOf } from './licence-take-up-facts.ts'
import { takeUpRules } from './licence-take-up-rules.ts'
import { steps } from './licence-take-up-steps.ts'
import type { Rule } from './refusal.ts'
import type { MatterState } from './state.ts'

const stem = 'licence-take-up'

/** Who invented it has an interest in every licence and decides none. */
function listPeople(state: MatterState): MatterPerson[] {
  return (findStandardRead(state)?.inventors ?? []).map((person) => ({ person, relation: 'inventor' }))
}

function titleOf(state: MatterState): string {
  const standard = findStandardRead(state)?.standard
  const { taker } = readNotice(state)
  return standard === undefined ? (taker?.name ?? '') : `${standard.title}（${taker.name}）`
}

function subjectsOf(state: MatterState | undefined, data: JsonObject): string[] {
  const patent = (state?.data ?? data)['patent']
  return typeof patent === 'string' ? [`patent/${patent}`] : []
}

/**
 * The fee while there is no licence, reported royalties afterwards; nothing where the offer is gone or the matter over. The day is
 * the announced one; where counsel let a late notice stand it has passed and the wait says the new one.
 */
function owes(state: MatterState): Owed | undefined {
  const standard = findStandardRead(state)?.standard
  if (standard === undefined || state.standing.is === 'closed') return undefined
  const course = courseOf(state)
  const { verdict } = verdictOf(groundOf(state), course)
  if (verdict === 'offer-gone' || course.counsel === 'not-licensed') return undefined
  const payBy = verdict === 'waiting' && course.counsel === undefined ? state.docket['payment']?.due.on : undefined
  const asked = { reference: paymentReference(state.head.number), amountFen: outstandingFen(state), account: standard.account }
  return { ...asked, ...(payBy === undefined ? {} : { payBy }) }
}

const heard = (name: string) => ({ name, act: 'declares', roles: [], form: `${stem}/${name}` }) as const

/** 实施开放许可: one taker's written notice, payment and licence under an announced offer. Each taker is a matter of its own. */
export const definition = {
  stem,
  code: 'KX',
  opens: { roles: ['ipo_officer'], form: `${stem}/open`, public: true, door: '/api/open-licences/{id}/letters' },
  steps,
  outcomes: ['ended', 'offer-gone', 'not-paid', 'export-barred'],
  messages: {
    // Money that was matched while the matter was being closed is somebody's to give back.
    'receipt-matched': { ...heard('receipt-matched'), mustBeHeard: true },
    'offer-ended': heard('offer-ended'),
    'ask-review': { name: 'ask-review', act: 'declares', roles: ['ipo_officer', 'legal'], form: `${stem}/ask-review` },
  },
  mayWithdraw: () => false,
  title: titleOf,
  people: listPeople,
  documents: [
    `${stem}/written-notice`,
    `${stem}/payment-letter`,
    `${stem}/confirmation`,
    `${stem}/recordal-sheet`,
    `${stem}/royalty-report`,
    `${stem}/withdrawal-explanation`,
    `${stem}/offer-gone-letter`,
  ],
  owes,
  subjects: subjectsOf,
  // Admission, decision and licence are recorded under the patent's lock: with the end of the offer they stand in one order.
  locks: ['open', steps.decision.name, steps.licence.name],
} as const satisfies ProcessDefinition

/** Every rule of this process. */
export const rules: readonly Rule[] = Object.values(takeUpRules)
export { steps }
