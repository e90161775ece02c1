import type { CheckContext, FormChecks } from './checks.ts'
import { findPersonalNumbers } from './personal-number.ts'
import { isSameContent } from './public-notice-content.ts'
import type { NoticeChange, NoticeContent, NoticeKind, NoticeOpening, NoticePerson } from './public-notice-content.ts'
import { checkContents, listNamed } from './public-notice-contents.ts'
import type { Posting } from './public-notice-forms.ts'
import { noticeRules } from './public-notice-rules.ts'
import { currentContent, readNotice } from './public-notice-state.ts'
import { checkWantedDays } from './public-notice-term.ts'
import { refuse, type Refusal } from './refusal.ts'

function checkPeople(people: readonly NoticePerson[], context: CheckContext): Refusal[] {
  const keys = people.map(({ person, role }) => `${person}/${role}`)
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index)
  const unknown = people.flatMap(({ person }, index) =>
    context.people.some((one) => one.id === person) ? [] : [refuse(noticeRules.personUnknown, { person }, `/people/${index}/person`)],
  )
  if (twice < 0) return unknown
  return [...unknown, refuse(noticeRules.personTwice, { person: people[twice]?.person ?? '' }, `/people/${twice}/person`)]
}

function checkNumbers(content: object): Refusal[] {
  return findPersonalNumbers(content).map((field) => refuse(noticeRules.personalNumber, {}, field))
}

function checkContent(kind: NoticeKind, content: NoticeContent, context: CheckContext): Refusal[] {
  return [...checkContents(kind, content, context.province), ...checkPeople(content.people, context), ...checkNumbers(content)]
}

/** What a notice cannot be opened with. */
export function checkOpening(opening: NoticeOpening, context: CheckContext): Refusal[] {
  const { kind, minDays } = opening
  const { today, parameters, province } = context
  const place = province === undefined ? {} : { province }
  const wanted = minDays === undefined ? [] : checkWantedDays({ kind, on: today, parameters, minDays, ...place })
  return [...checkContent(kind, opening, context), ...wanted]
}

function kindOf({ state }: CheckContext): NoticeKind {
  if (state === undefined) throw new Error('A notice is revised after it was opened')
  return readNotice(state).kind
}

/** What a returned content cannot come back with. */
export function checkRevision(content: NoticeContent, context: CheckContext): Refusal[] {
  return checkContent(kindOf(context), content, context)
}

/** What a notice that stands cannot be changed to. */
export function checkChange(change: NoticeChange, context: CheckContext): Refusal[] {
  const { state } = context
  const isSame = state !== undefined && isSameContent(currentContent(state), change)
  return [...checkRevision(change, context), ...(isSame ? [refuse(noticeRules.nothingChanged, {}, '/subject')] : [])]
}

/** Whether `people` has somebody whose name the notice shows. */
function namesSomebody({ state }: CheckContext): boolean {
  if (state === undefined) return false
  const sent = state.messages.findLast(({ name }) => name === 'change-content')?.data as unknown as NoticeContent | undefined
  return [currentContent(state), ...(sent === undefined ? [] : [sent])].some(
    ({ people }) => listNamed(readNotice(state).kind, people).length > 0,
  )
}

/** What keeps a notice from being posted: no review for secrecy, an address that nobody reaches, names without assessment. */
export function checkPosting(posting: Posting, context: CheckContext): Refusal[] {
  if (context.outcome !== undefined && context.outcome !== 'post') return []
  const { secrecyReview, channelReached, impactAssessed } = posting
  const { today } = context
  const isReviewed = secrecyReview !== undefined && secrecyReview.reviewedOn <= today
  return [
    ...(isReviewed ? [] : [refuse(noticeRules.secrecyUnreviewed, { today }, '/secrecyReview')]),
    ...(channelReached ? [] : [refuse(noticeRules.unreachable, {}, '/channelReached')]),
    ...(impactAssessed || !namesSomebody(context) ? [] : [refuse(noticeRules.impactUnassessed, {}, '/impactAssessed')]),
  ]
}

/** The law behind each form of a notice. */
export const checks = {
  'public-notice/open': checkOpening,
  'public-notice/approve': checkPosting,
  'public-notice/revise': checkRevision,
  'public-notice/approve-change': checkPosting,
  'public-notice/change-content': checkChange,
  'public-notice/cancel-notice': checkNumbers,
} as const satisfies FormChecks
