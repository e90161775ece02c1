import type { PersonId } from './actor.ts'
import type { Fen } from './money.ts'

/** What a public notice is about; each kind has its own basis, contents and least length (公示的种类). */
export const noticeKinds = ['PRICE', 'GRANT', 'CASH_TAX', 'LEADER', 'AWARD', 'RELATED'] as const

export type NoticeKind = (typeof noticeKinds)[number]

/** How a result is transformed, as 促进科技成果转化法 16 lists the ways. */
export const transformationModes = [
  'transfer',
  'exclusive-licence',
  'sole-licence',
  'ordinary-licence',
  'open-licence',
  'equity',
  'cooperation',
  'self-implementation',
] as const

export type TransformationMode = (typeof transformationModes)[number]

/** What a title grant gives the team: a share of the title, or the use for a term. */
export type NoticedGrant = {
  readonly what: 'ownership' | 'use-right'
  readonly shareBp?: number
  /** What the shares are of, where others own a part too: the university gives of its own part alone (专利法 14). */
  readonly of?: 'university-part'
  readonly termYears?: number
}

/** What the notice says of the thing itself; which parts must be there depends on the kind and the province. */
export type NoticeSubject = {
  /** Name of the result. */
  readonly title: string
  readonly titleEn?: string
  /** Number of the patent or of the result. */
  readonly number?: string
  readonly abstract?: string
  readonly mode?: TransformationMode
  /** The price proposed (拟交易价格), where it is an amount. */
  readonly priceFen?: Fen
  /** The price proposed where it is no single amount, or how it is paid. */
  readonly priceTerms?: string
  readonly counterparty?: string
  /** What ties the inventors to the buyer, licensee or company. */
  readonly relation?: string
  /** Whether the taker is a contributor or related to one; Zhejiang wants it marked. */
  readonly takerTie?: 'none' | 'contributor' | 'related'
  /** Where the notice also stands on the technology market. */
  readonly marketUrl?: string
  readonly grant?: NoticedGrant
  /** Summary of the plan of transformation. */
  readonly plan?: string
  /** Income of the transformation from which is awarded. */
  readonly incomeFen?: Fen
  /** Number of the registration of the technology contract. */
  readonly registration?: string
  /** A defence patent: exempt from the notice of cash awards, and posted only as the secrecy office releases it. */
  readonly defencePatent?: true
}

/** Whom the notice names and what for; numbers of people are never here. */
export type NoticePerson = {
  readonly person: PersonId
  readonly role: 'inventor' | 'awardee' | 'leader' | 'related'
  readonly shareBp?: number
  readonly amountFen?: Fen
  /** The leading post held. */
  readonly post?: string
}

/** Everything that is posted; the names are joined when it is frozen, shown and printed. */
export type NoticeContent = {
  readonly subject: NoticeSubject
  readonly people: readonly NoticePerson[]
  /** Address inside the unit under which the notice stands. */
  readonly channel: string
  /** Whom to turn to: office, telephone, mail, address for letters. */
  readonly contact: string
  readonly attachments: readonly string[]
}

/** What a notice is opened with: by the matter that needs it, or by an officer. */
export type NoticeOpening = NoticeContent & {
  readonly kind: NoticeKind
  /** On what decision or matter the notice rests. */
  readonly basis: string
  readonly parentNumber?: string
  /** Days the parent wants at least, in the unit of the kind; never fewer than the law's. */
  readonly minDays?: number
}

/** What a change of a notice that stands brings: the whole content anew, and why. */
export type NoticeChange = NoticeContent & { readonly reason: string }

const materialFields = ['priceFen', 'priceTerms', 'mode', 'counterparty', 'relation', 'takerTie', 'grant', 'incomeFen'] as const

function peopleKey(people: readonly NoticePerson[]): string {
  const keys = people.map(({ person, role, shareBp, amountFen }) => [person, role, shareBp ?? null, amountFen ?? null].join('|'))
  return keys.toSorted().join(';')
}

/** The order of the keys of a part says nothing. */
function partKey(part: unknown): string {
  if (part === undefined) return ''
  if (part === null || typeof part !== 'object') return JSON.stringify(part)
  return JSON.stringify(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * What of a change is material: price, share or person, with all that makes the price (rules 1.3). Such a change needs a new
 * notice of full length; any other is corrected in the notice that stands. The answer names the fields, `people` among them.
 */
export function listMaterialChanges(before: NoticeContent, after: NoticeContent): string[] {
  const subject = materialFields.filter((field) => partKey(before.subject[field]) !== partKey(after.subject[field]))
  return peopleKey(before.people) === peopleKey(after.people) ? subject : [...subject, 'people']
}

/** Whether a change changes anything. */
export function isSameContent(before: NoticeContent, after: NoticeContent): boolean {
  const rest = ({ channel, contact, attachments }: NoticeContent) => JSON.stringify([channel, contact, attachments])
  const posts = ({ people }: NoticeContent) => JSON.stringify(people.map(({ person, post }) => [person, post ?? null]).toSorted())
  return (
    partKey(before.subject) === partKey(after.subject) &&
    peopleKey(before.people) === peopleKey(after.people) &&
    posts(before) === posts(after) &&
    rest(before) === rest(after)
  )
}
