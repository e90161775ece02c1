import { composeInvitation, composeLink, composeLinkCode, type Addressee } from '#activities/letters.ts'
import type { Letter, Mailer } from '#activities/mailer.ts'
import { postLetter, writtenLetter, type Posted } from '#activities/post-letter.ts'
import { deliverCommand, type DeliveryDependencies } from '#api/deliver-command.ts'
import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { Store } from '#store/db.ts'
import { reportIncident, resolveIncident } from '#store/desk/incidents.ts'
import { findAddress } from '#store/mail-log.ts'
import { decisionByMail, finishTellings, layAside, postponeTelling, type TakenTelling } from '#store/outbox.ts'
import { listOpenStates } from '#store/lists/open-matters.ts'
import { writeDecisionLetter } from './decision-letter.ts'
import { bringTelling, isForMatter } from './bring-telling.ts'
import { explain } from './explain.ts'
import { incidentOfTelling } from './incident-ids.ts'
import { triesBeforeIncident } from './patience.ts'

export type TellingParts = {
  readonly store: Store
  readonly mailer: Mailer
  readonly delivery: DeliveryDependencies
  readonly log: { warn(facts: object, says: string): void }
}

/** Seconds of the wall clock after which a telling that failed is tried again. */
const retryAfter = 15

type LetterFacts = { readonly person: PersonId; readonly facts: { readonly [name: string]: string }; readonly letter: Letter }

const letters: { readonly [kind: string]: (to: Addressee, body: LetterFacts) => Letter } = {
  invitation: (to, { facts }) => composeInvitation(to, facts as Parameters<typeof composeInvitation>[1]),
  link: (to, { facts }) => composeLink(to, facts as Parameters<typeof composeLink>[1]),
  'link-code': (to, { facts }) => composeLinkCode(to, facts as Parameters<typeof composeLinkCode>[1]),
  [writtenLetter]: (_, { letter }) => letter,
}

/** Letters that are worth nothing a few minutes later; whoever needs one asks for another. */
const shortLived: readonly string[] = ['link-code']

/** Whether a telling asks for something to be done now. */
export function isToldAtOnce(kind: string): boolean {
  return kind === 'calendar-loaded' || isForMatter(kind) || isLetter(kind)
}

function isLetter(kind: string): boolean {
  return kind === decisionByMail || Object.hasOwn(letters, kind)
}

/** Brings one telling to its place; what fails comes again, and becomes an incident when it has failed often. */
export async function tell(parts: TellingParts, institution: InstitutionId, telling: TakenTelling): Promise<void> {
  const { store, log } = parts
  try {
    if (isForMatter(telling.kind)) return await bringTelling(parts, institution, telling)
    await settle(store, institution, telling, await bring(parts, institution, telling))
  } catch (error) {
    const why = explain(error)
    log.warn({ telling: telling.kind, error: why }, 'telling postponed')
    await postponeTelling(store, institution, telling.id, retryAfter, why)
    await reportFailing(store, institution, telling, why)
  }
}

function bring(parts: TellingParts, institution: InstitutionId, telling: TakenTelling): Promise<Posted> {
  switch (telling.kind) {
    case 'calendar-loaded':
      return tellMatters(parts, institution, telling)
    case decisionByMail:
      return serveDecision(parts, institution, telling)
    default:
      return writeTo(parts, institution, telling)
  }
}

/** A letter refused for good has its incident already; it is laid aside for a retry by hand, or dropped where it would come too late. */
async function settle(store: Store, institution: InstitutionId, telling: TakenTelling, posted: Posted): Promise<void> {
  const { id, kind, attempts } = telling
  if (posted.is === 'refused' && !shortLived.includes(kind)) return layAside(store, institution, id, posted.why)
  await finishTellings(store, institution, [id])
  if (posted.is !== 'refused' && attempts > 1) await resolveIncident(store, institution, incidentOf(telling), posted.is)
}

async function reportFailing(store: Store, institution: InstitutionId, telling: TakenTelling, why: string): Promise<void> {
  const { kind, attempts, matter } = telling
  if (attempts < triesBeforeIncident) return
  const detail = { telling: kind, attempts, why }
  const about = matter === undefined ? {} : { matter }
  await reportIncident(store, institution, { id: incidentOf(telling), kind: 'not-told', detail, ...about })
}

function incidentOf({ kind, key }: TakenTelling): string {
  return incidentOfTelling(key, isLetter(kind))
}

/** A calendar arrived: every open matter computes its due days again, under an id that makes it once a calendar. */
async function tellMatters({ store, delivery }: TellingParts, institution: InstitutionId, { key }: TakenTelling): Promise<Posted> {
  for (const { head } of await listOpenStates(store, institution)) {
    const command = {
      id: `${key}/${head.id}`,
      actor: { is: 'system', name: 'relay' },
      order: { name: 'recompute-due-days', cause: key },
    } as const
    const answer = await deliverCommand(delivery, { is: 'act', institution, process: head.process, matter: head.id, command })
    if (answer.status === 'pending') throw new Error(`Matter ${head.number}: ${answer.why}`)
  }
  return { is: 'sent' }
}

/** Letters go out at once; what concerns tasks and matters waits for the morning's one mail, which reads the lists. */
async function writeTo(
  { store, mailer }: TellingParts,
  institution: InstitutionId,
  { kind, key, body, matter }: TakenTelling,
): Promise<Posted> {
  const compose = letters[kind]
  if (compose === undefined) throw new Error(`No letter tells of ${kind}`)
  const told = body as unknown as LetterFacts
  const addressee = await findAddress(store, institution, told.person)
  if (addressee === undefined) throw new Error(`Person ${told.person} has no mail address`)
  const letter = compose(addressee, told)
  const about = { person: told.person, ...(matter === undefined ? {} : { matter }) }
  return postLetter({ store, mailer }, { institution, key, to: addressee.mail, letter, ...about })
}

/** What was decided of an objection goes to whoever objected; of one that was erased since nobody is told. */
async function serveDecision(
  { store, mailer }: TellingParts,
  institution: InstitutionId,
  { key, matter, body }: TakenTelling,
): Promise<Posted> {
  if (matter === undefined) throw new Error(`Telling ${key} is about no matter`)
  const written = await writeDecisionLetter(store, institution, matter, String(body['paper']))
  return written === undefined ? { is: 'known' } : postLetter({ store, mailer }, { institution, key, matter, ...written })
}
