import type { PersonId } from './actor.ts'
import type { PlainDay } from './day.ts'
import type { Fen } from './money.ts'
import type { ParameterRow } from './parameter.ts'
import type { PostedContent } from './public-notice-published.ts'
import { findVersion, readNotice, type ContentSource, type Frozen } from './public-notice-state.ts'
import { computeNoticeTerm } from './public-notice-term.ts'
import type { MatterState } from './state.ts'

/** What the story asks to be frozen. */
export type FreezeOrder = {
  readonly source: ContentSource
  readonly material: readonly string[]
  /** Days by the unit's own rule, from the pinned policy. */
  readonly unitDays: number
  readonly procedure: string
  readonly procedureEn: string
}

/** What freezing finds in the record and draws from outside. */
export type FreezeGrounds = {
  readonly state: MatterState
  readonly today: PlainDay
  readonly parameters: readonly ParameterRow[]
  readonly province?: string
  readonly nonce: string
}

/** A named person as everybody reads him: name, unit, post; never a number. */
export type ShownPerson = {
  readonly role: string
  readonly name: string
  readonly unit?: string
  readonly post?: string
  readonly shareBp?: number
  readonly amountFen?: Fen
}

/** What everybody reads and what is hashed: the posted content with names where it had ids. */
export type ShownContent = Omit<PostedContent, 'people'> & { readonly people: readonly ShownPerson[] }

export type NameOnNotice = { readonly name: string; readonly unit?: string }

/** Joins the names; who is on no register any more stands as he was recorded. */
export function showContent(content: PostedContent, nameOf: (person: PersonId) => NameOnNotice | undefined): ShownContent {
  const people = content.people.map(({ person, ...rest }) => {
    const { name, unit } = nameOf(person) ?? { name: person }
    return { ...rest, name, ...(unit === undefined ? {} : { unit }) }
  })
  return { ...content, people }
}

/** The version that posting now would make, but for its hash: a correction keeps the days of the notice it corrects. */
export function prepareVersion(order: FreezeOrder, grounds: FreezeGrounds): Omit<Frozen, 'contentHash'> {
  const { state, today, parameters, province, nonce } = grounds
  const { kind, minDays } = readNotice(state)
  const before = findVersion(state)
  const keeps = before !== undefined && order.material.length === 0
  const question = { kind, on: today, parameters, unitDays: order.unitDays }
  const place = province === undefined ? {} : { province }
  const term = keeps ? before.term : computeNoticeTerm({ ...question, ...place, ...(minDays === undefined ? {} : { minDays }) })
  return {
    source: order.source,
    version: (before?.version ?? 0) + 1,
    nonce,
    postedOn: keeps ? before.postedOn : today,
    term,
    material: order.material,
    procedure: order.procedure,
    procedureEn: order.procedureEn,
  }
}
