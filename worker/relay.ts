import { resendCommand, type ResendDependencies } from '#api/deliver-command.ts'
import type { InstitutionId } from '#domain/actor.ts'
import { takeUnanswered, type CommandRow } from '#store/desk/commands.ts'
import { reportIncident, resolveIncident } from '#store/desk/incidents.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { finishTellings, takeOutbox } from '#store/outbox.ts'
import { inTurns } from './in-turns.ts'
import { incidentOfCommand } from './incident-ids.ts'
import { triesBeforeIncident } from './patience.ts'
import { isToldAtOnce, tell, type TellingParts } from './tell.ts'

export type RelayParts = TellingParts &
  ResendDependencies & {
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

/** Matters that are told something at the same moment: one that sleeps, or whose worker is slow, does not keep the others waiting. */
const lanes = 8

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
    await inTurns(commands, { nameOf: ({ matter, id: own }) => matter ?? own, lanes }, (command) => resend(parts, id, command))
    const taken = await takeOutbox(parts.store, id, takenAtOnce)
    const tellings = taken.filter(({ kind }) => isToldAtOnce(kind))
    await inTurns(tellings, { nameOf: ({ matter, kind }) => matter ?? kind, lanes }, (telling) => tell(parts, id, telling))
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

/** Sends a command again; what is still unanswered comes back in its time, and is an incident when it has come back often. */
async function resend(parts: RelayParts, institution: InstitutionId, row: CommandRow): Promise<void> {
  const { store, log } = parts
  const { id, name, matter, attempts } = row
  const incident = incidentOfCommand(id)
  const answer = await resendCommand(parts, institution, row)
  if (answer.status !== 'pending') {
    if (attempts >= triesBeforeIncident) await resolveIncident(store, institution, incident, answer.status)
    return
  }
  log.warn({ command: id, attempts, why: answer.why }, 'command still unanswered')
  if (attempts < triesBeforeIncident) return
  const detail = { command: name, attempts, why: answer.why }
  await reportIncident(store, institution, { id: incident, kind: 'unanswered', detail, ...(matter === undefined ? {} : { matter }) })
}
