import { entryStanding, findLicence, listPayments, refundedFen } from './licence-take-up-facts.ts'
import { fen, subtractFen, sumFen, type Fen } from './money.ts'
import { steps } from './licence-take-up-steps.ts'
import { findResult, type MatterState } from './state.ts'

/** What goes back now: all that was paid where there is no licence, what was too much where there is one. */
export function refundOwed(state: MatterState): Fen {
  if (findLicence(state) === undefined) return sumFen(listPayments(state).map(({ amountFen }) => amountFen))
  // Counsel found later that the licence never came about: then all of it goes back.
  if (findResult(state, steps.legalReview.name)?.outcome === 'not-licensed')
    return subtractFen(sumFen(listPayments(state).map(({ amountFen }) => amountFen)), refundedFen(state))
  const owed = subtractFen(entryStanding(state).surplusFen, refundedFen(state))
  return owed > 0 ? owed : fen(0)
}
