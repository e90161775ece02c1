import { createHash } from 'node:crypto'
import { publicUploader, type InstitutionId } from '#domain/actor.ts'
import { addDays } from '#domain/day.ts'
import type { ObjectionLetter, ObjectionOpening } from '#domain/notice-objection-forms.ts'
import { objectionRules } from '#domain/notice-objection-rules.ts'
import { isLate } from '#domain/notice-objection.ts'
import { evidenceKeptDays, mostPendingBySource, mostThroughPage } from '#domain/objection-limits.ts'
import { refuse } from '#domain/refusal.ts'
import { processes } from '#domain/registry.gen.ts'
import type { MatterId } from '#domain/state.ts'
import { openedMatter } from '#schemas/api/matter.ts'
import {
  enteredObjection,
  evidenceQuery,
  evidenceView,
  houseQuery,
  newObjection,
  objectionReceipt,
  type ObjectionReceipt,
} from '#schemas/api/notice.ts'
import { addAttachment, keepUnbound } from '#store/desk/attachments.ts'
import { countObjections, hashOfSource } from '#store/lists/notice-objections.ts'
import type { PublicationRow } from '#store/lists/publications.ts'
import { checkBytes } from '../check-bytes.ts'
import { commandIdOf, hashBody, uuidOf } from '../command-id.ts'
import { allowedTypes } from '../media-type.ts'
import { findNotice } from '../notice-at-hand.ts'
import { openMatter } from '../open-matter.ts'
import { notFound, refusedBy } from '../problem.ts'
import { houseOf, openPublicly, wasAsked } from '../public-door.ts'
import { created, doorRoute, peopleRoute, type Call, type Route } from '../route.ts'
import { mayObject, readPublished } from '../views/notice-view.ts'

const tag = 'Notices'

/** Objections to notices: made by anybody without signing in, or entered by the office where they came by letter. */
export const noticeObjectionRoutes: readonly Route[] = [
  doorRoute(
    {
      method: 'post',
      path: '/api/notices/{id}/evidence',
      tag,
      summary: 'Hand in a file for an objection; its bytes are the body',
      query: evidenceQuery,
      bytes: allowedTypes,
      answers: { 201: { says: 'Kept; name its id in the objection', shape: evidenceView } },
    },
    keepEvidence,
  ),
  doorRoute(
    {
      method: 'post',
      path: '/api/notices/{id}/objections',
      tag,
      summary: 'Object to a notice',
      query: houseQuery,
      body: newObjection,
      answers: { 201: { says: 'Received', shape: objectionReceipt }, 202: { says: 'On its way' } },
    },
    object,
  ),
  peopleRoute(
    {
      method: 'post',
      path: '/api/notices/{id}/letters',
      tag,
      summary: 'Enter an objection that came by letter, mail, telephone or in person',
      body: enteredObjection,
      answers: { 201: { says: 'Entered', shape: openedMatter } },
    },
    async (call) => {
      const { institution } = call.who
      const row = await findNotice(call, institution)
      const definition = processes['notice-objection']
      if (definition === undefined) throw notFound()
      const { receivedOn, channel, ...letter } = call.body
      return openMatter(call, { definition, data: { ...openingOf(row, letter), receivedOn, channel }, parent: row.matter, base: '' })
    },
  ),
]

/** What an objection is opened with beside the letter: the notice as it stands when it comes. */
function openingOf(row: PublicationRow, letter: ObjectionLetter): Omit<ObjectionOpening, 'receivedOn' | 'channel'> {
  const { number, title, kind, contentHash, closesOn, desk } = readPublished(row)
  return {
    ...letter,
    notice: row.matter,
    noticeNumber: number,
    noticeTitle: title,
    noticeKind: kind,
    contentHash,
    ...(closesOn === undefined ? {} : { closesOn }),
    interested: desk.interested as ObjectionOpening['interested'],
  }
}

async function object(
  call: Call<{ readonly institution?: string | undefined }, ObjectionLetter>,
): Promise<{ status: number; body: unknown }> {
  const { deps, today } = call
  const institution = await houseOf(call)
  const row = await findNotice(call, institution)
  if (!mayObject(readPublished(row))) throw refusedBy([refuse(objectionRules.noticeEnded)], 'notice-objection')
  const source = hashOfSource(deps.store, institution, call.address)
  const opening: ObjectionOpening = { ...openingOf(row, call.body), receivedOn: today, channel: 'online', source }
  const wanted = { institution, process: 'notice-objection', data: { ...opening }, parent: row.matter }
  // What is only sent again is no flood: it gets its first answer.
  if (!(await wasAsked(call, wanted))) {
    await checkFlood(call, institution, row.matter, source)
    await checkEvidence(call, institution, call.body.evidence)
  }
  const opened = await openPublicly(call, wanted)
  if (opened.status !== 201) return { status: opened.status, body: opened.body }
  const { number } = opened.body as { readonly number: string }
  const { closesOn, noticeNumber } = opening
  const receipt: ObjectionReceipt = {
    number,
    notice: noticeNumber,
    receivedOn: today,
    late: isLate(opening),
    ...(closesOn === undefined ? {} : { closesOn }),
  }
  return { status: 201, body: receipt }
}

/** So many undecided objections from one source, or so many through the page, are a flood; the office's letter box stays open. */
async function checkFlood({ deps }: Call, institution: InstitutionId, notice: MatterId, source: string): Promise<void> {
  const { pendingBySource, throughPage } = await countObjections(deps.store, institution, notice, source)
  const isFlood = pendingBySource >= mostPendingBySource || throughPage >= mostThroughPage
  if (isFlood)
    throw refusedBy([refuse(objectionRules.tooManyPending, { pending: Math.max(pendingBySource, throughPage) })], 'notice-objection')
}

/** A file that was swept, or was never handed in here, is told now: whoever objects can hand it in again. */
async function checkEvidence({ deps, today }: Call, institution: InstitutionId, evidence: readonly string[]): Promise<void> {
  const kept = await keepUnbound(deps.store, institution, publicUploader, evidence, today)
  const gone = evidence.findIndex((id) => !kept.includes(id))
  if (gone >= 0) throw refusedBy([refuse(objectionRules.evidenceGone, { days: evidenceKeptDays }, `/evidence/${gone}`)], 'notice-objection')
}

async function keepEvidence(
  call: Call<{ readonly institution?: string | undefined; readonly name: string }>,
): Promise<ReturnType<typeof created>> {
  const { deps, query, today, mediaType = '', idempotencyKey } = call
  const institution = await houseOf(call)
  const row = await findNotice(call, institution)
  if (!mayObject(readPublished(row))) throw refusedBy([refuse(objectionRules.noticeEnded)], 'notice-objection')
  const bytes = checkBytes(call)
  // The content is part of the name: nobody who guesses a key puts his file in another's place, or is told of it.
  const named = hashBody({ matter: row.matter, name: query.name, mediaType, bytes: createHash('sha256').update(bytes).digest('hex') })
  const key = idempotencyKey === undefined ? undefined : `${idempotencyKey}/${named}`
  const id = uuidOf(`attachment/${commandIdOf(institution, 'public', key)}`)
  const at = deps.officeClock.now()
  const file = await addAttachment(deps.store, institution, {
    id,
    name: query.name,
    mediaType,
    bytes,
    uploadedBy: publicUploader,
    at,
    on: today,
  })
  const keptUntil = addDays(today, evidenceKeptDays)
  return created({ id: file.id, name: file.name, size: file.size, sha256: file.sha256, keptUntil }, `/api/attachments/${file.id}`)
}
