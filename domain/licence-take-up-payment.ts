import type { Calendar } from './calendar.ts'
import type { PlainDay } from './day.ts'
import { computeDue, type Due } from './deadline.ts'
import type { Fee } from './open-licence-forms.ts'
import { takeUpBasis } from './open-licence-law.ts'

/** The last day on which the lump sum or entry part is in time: where it is no working day, the first one after it (民法典 203). */
export function paymentDue({ paymentDays }: Pick<Fee, 'paymentDays'>, arrivedOn: PlainDay, calendar: Calendar): Due {
  return computeDue({ days: paymentDays }, arrivedOn, calendar, takeUpBasis)
}
