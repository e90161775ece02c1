import type { Logger } from 'pino'
import type { Client } from '@temporalio/client'
import { composeInvitation, composeLink, composeLinkCode, type Addressee } from '#activities/letters.ts'
import type { Letter, Mailer } from '#activities/mailer.ts'
import { postLetter } from '#activities/post-letter.ts'
import { deliverCommand, type CommandRequest, type DeliveryDependencies } from '#api/deliver-command.ts'
import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { Store } from '#store/db.ts'
import { answerCommand, takeUnanswered, type CommandRow } from '#store/desk/commands.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { findAddress } from '#store/mail-log.ts'
import { finishTellings, postponeTelling, takeOutbox, type TakenTelling } from '#store/outbox.ts'
import { listOpenStates } from '#store/lists/open-matters.ts'

export type RelayParts = {
  readonly store: Store
  readonly temporal: Client
  readonly mailer: Mailer
  readonly delivery: DeliveryDependencies
  readonly log: Logger
  /** Milliseconds between rounds that found nothing. */
  readonly pause?: number
}

export type Relay = {
  /** One round over every institution; answers how much there was to do. */
  round(): Promise<number>
  stop(): Promise<void>
}

/** Tellings that a round takes of one institution. */
const takenAtOnce = 100

/** Seconds of the wall clock after which a telling that failed is tried again. */
const retryAfter = 15

/**
 * Brings every unanswered command and every telling to its place, at least once, also after a restart; any number of relays may
 * run, each takes different ones.
 */
export function startRelay(parts: RelayParts): Relay {
  let isRunning = true
  let wake = () => {}
  const running = (async () => {
    while (isRunning) {
      const done = await round(parts).catch((error: unknown) => {
        parts.log.warn({ error: String(error) }, 'relay round failed')
        return 0
      })
      if (done === 0 && isRunning) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, parts.pause ?? 500)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    }
  })()
  return {
    round: () => round(parts),
    async stop() {
      isRunning = false
      wake()
      await running
    },
  }
}

async function round(parts: RelayParts): Promise<number> {
  let done = 0
  for (const { id } of await listInstitutions(parts.store)) {
    const commands = await takeUnanswered(parts.store, id)
    for (const command of commands) await resend(parts, id, command)
    const taken = await takeOutbox(parts.store, id, takenAtOnce)
    const tellings = taken.filter(({ kind }) => isToldAtOnce(kind))
    for (const telling of tellings) await tell(parts, id, telling)
    // The others are told by the morning's mail, which reads the lists: nothing is to be done for them.
    const rest = taken.filter(({ kind }) => !isToldAtOnce(kind))
    if (rest.length > 0)
      await finishTellings(
        parts.store,
        id,
        rest.map((one) => one.id),
      )
    done += commands.length + tellings.length + (taken.length === takenAtOnce ? 1 : 0)
  }
  return done
}

/** Sends a command again under its own id; what is still unanswered comes back in its time. */
async function resend(
  { store, delivery, log }: RelayParts,
  institution: InstitutionId,
  { id, request, attempts }: CommandRow,
): Promise<void> {
  const answer = await deliverCommand(delivery, request as CommandRequest)
  if (answer.status === 'pending') log.warn({ command: id, attempts, why: answer.why }, 'command still unanswered')
  else await answerCommand(store, institution, id, answer)
}

async function tell(parts: RelayParts, institution: InstitutionId, telling: TakenTelling): Promise<void> {
  try {
    if (telling.kind === 'calendar-loaded') await tellMatters(parts, institution, telling)
    else await writeTo(parts, institution, telling)
    await finishTellings(parts.store, institution, [telling.id])
  } catch (error) {
    parts.log.warn({ telling: telling.kind, error: String(error) }, 'telling postponed')
    await postponeTelling(parts.store, institution, telling.id, retryAfter, String(error))
  }
}

/** A calendar arrived: every open matter computes its due days again, under an id that makes it once a calendar. */
async function tellMatters({ store, delivery }: RelayParts, institution: InstitutionId, { key }: TakenTelling): Promise<void> {
  for (const { head } of await listOpenStates(store, institution)) {
    const command = {
      id: `${key}/${head.id}`,
      actor: { is: 'system', name: 'relay' },
      order: { name: 'recompute-due-days', cause: key },
    } as const
    const answer = await deliverCommand(delivery, { is: 'act', institution, process: head.process, matter: head.id, command })
    if (answer.status === 'pending') throw new Error(`Matter ${head.number}: ${answer.why}`)
  }
}

type LetterFacts = { readonly person: PersonId; readonly facts: { readonly [name: string]: string } }

const letters: { readonly [kind: string]: (to: Addressee, facts: never) => Letter } = {
  invitation: composeInvitation,
  link: composeLink,
  'link-code': composeLinkCode,
}

/** Whether a telling asks for something to be done now. */
function isToldAtOnce(kind: string): boolean {
  return kind === 'calendar-loaded' || Object.hasOwn(letters, kind)
}

/** Letters go out at once; what concerns tasks and matters waits for the morning's one mail, which reads the lists. */
async function writeTo(
  { store, mailer }: RelayParts,
  institution: InstitutionId,
  { kind, key, body, matter }: TakenTelling,
): Promise<void> {
  const compose = letters[kind]
  if (compose === undefined) throw new Error(`No letter tells of ${kind}`)
  const { person, facts } = body as unknown as LetterFacts
  const addressee = await findAddress(store, institution, person)
  if (addressee === undefined) throw new Error(`Person ${person} has no mail address`)
  const letter = compose(addressee, facts as never)
  await postLetter({ store, mailer }, { institution, key, to: addressee.mail, letter, person, ...(matter === undefined ? {} : { matter }) })
}
