import type { PersonId } from './actor.ts'
import type { Calendar } from './calendar.ts'
import type { PlainDay } from './day.ts'
import type { ParameterRow } from './parameter.ts'
import type { Refusal } from './refusal.ts'
import type { RegisterRow } from './register.ts'
import type { MatterState } from './state.ts'

/** What a rule may know of a person: never numbers, never more than the rules need. */
export type PersonFacts = {
  readonly id: PersonId
  readonly isNaturalPerson: boolean
  readonly employer: 'here' | 'elsewhere'
  readonly relation: 'staff' | 'student' | 'postdoc' | 'visitor' | 'left' | 'outside'
  readonly leftOn?: PlainDay
  readonly supervisor?: PersonId
}

/** What a form's checks are given beside the form itself. */
export type CheckContext = {
  /** Absent while the matter is being opened. */
  readonly state?: MatterState
  readonly today: PlainDay
  /** In whose place one acts: the absent colleague where a deputy does. */
  readonly actor?: PersonId
  /** Who acts in person, and so whose mandates are among the registers. */
  readonly signer?: PersonId
  /** Outcome chosen with the form. */
  readonly outcome?: string
  readonly calendar: Calendar
  readonly parameters: readonly ParameterRow[]
  readonly people: readonly PersonFacts[]
  /** Rows of the registers that the data name; a subject that is not here is not on the register. */
  readonly registers: readonly RegisterRow[]
  readonly province?: string
}

/** Domain checks to run when a form is submitted, by form key. */
export type FormChecks = { readonly [form: string]: (data: never, context: CheckContext) => readonly Refusal[] }
