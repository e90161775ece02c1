import type { PlainDay } from '#domain/day.ts'
import type { NewTakeUp } from '#schemas/api/open-licence.ts'

/** A notice as it is being written. */
export type TakeUpDraft = {
  readonly name: string
  readonly country: string
  readonly code: string
  readonly registration: string
  readonly address: string
  readonly email: string
  readonly use: string
  readonly startsOn: string
  readonly termsAccepted: boolean
}

export const emptyTakeUp: TakeUpDraft = {
  name: '',
  country: 'CN',
  code: '',
  registration: '',
  address: '',
  email: '',
  use: '',
  startsOn: '',
  termsAccepted: false,
}

/** Whether everything is there that a notice needs; whether it is right is the door's to say. */
export function isComplete(draft: TakeUpDraft): boolean {
  return draft.termsAccepted && isFilled(draft)
}

/** Whether a letter is entered whole: one that changes the terms is entered too, and answered by the law. */
export function isFilled({ name, country, code, registration, address, email, use, startsOn }: TakeUpDraft): boolean {
  const identity = country === 'CN' ? code : registration
  return [name, country, identity, address, email, use, startsOn].every((text) => text.trim() !== '')
}

/** What is sent of a draft: the identity of the country it is of, and no other. */
export function takeUpOf({ name, country, code, registration, address, email, use, startsOn, termsAccepted }: TakeUpDraft): NewTakeUp {
  const identity = country === 'CN' ? { code: code.trim().toUpperCase() } : { registration }
  return { taker: { name, country, ...identity, address, email }, use, startsOn: startsOn as PlainDay, termsAccepted }
}
