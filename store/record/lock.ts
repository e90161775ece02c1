import type { PoolClient } from 'pg'
import type { ActionDraft } from '#domain/action.ts'
import type { InstitutionId } from '#domain/actor.ts'
import type { Calendar, YearCalendar } from '#domain/calendar.ts'
import { yearOf, type PlainDay } from '#domain/day.ts'
import type { MatterId } from '#domain/state.ts'

/** What the recording transaction asks for in its first round trip. */
export type LockRequest = {
  readonly institution: InstitutionId
  readonly matter: MatterId
  readonly process: string
  readonly draft: ActionDraft
  readonly needsCalendar: boolean
}

/** The matter as locked; without `head`, it does not exist yet. */
export type Locked = {
  readonly head?: {
    readonly seq: number
    readonly hash: Buffer
    readonly state: Buffer
    readonly keyGeneration: number
    readonly wrapped: Buffer
  }
  /** The action that this command already became. */
  readonly known?: {
    readonly seq: number
    readonly kind: string
    readonly on: PlainDay
    readonly at: number
    readonly facts: Buffer
    readonly keyGeneration: number
    readonly wrapped?: Buffer
  }
  /** Allotted to a matter being opened. */
  readonly serial?: number
  /** Whether the actor held the role he acts in, on the day he acts. */
  readonly held: boolean
  readonly calendar: Calendar
}

type Row = {
  seq: number | null
  head_hash: Buffer
  state: Buffer
  key_generation: number
  wrapped: Buffer | null
  known_seq: number | null
  known_kind: string
  known_day: PlainDay
  known_at: string
  known_facts: Buffer
  known_generation: number
  serial: number | null
  held: boolean
  calendars: YearCalendar[] | null
}

const statement = {
  name: 'record_lock',
  text: 'SELECT * FROM record_lock($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
}

/** Locks the matter's row, or its place where there is none yet, and reads all that the append depends on. */
export async function lockMatter(client: PoolClient, request: LockRequest): Promise<Locked> {
  const { institution, matter, draft, needsCalendar } = request
  const opening = draft.kind === 'MatterOpened' ? [request.process, yearOf(draft.on)] : [null, null]
  const values = [institution, `matter/${matter}`, matter, draft.commandId, ...opening, ...claimOf(draft), needsCalendar]
  const { rows } = await client.query<Row>({ ...statement, values })
  const [row] = rows
  if (row === undefined) throw new Error('record_lock answered nothing')
  return lockedOf(row)
}

/** Person, role, principal and day to be checked against the register; nothing for the program, or for a link's bearer. */
function claimOf({ actor, on }: ActionDraft): [string | null, string | null, string | null, PlainDay] {
  if (actor.is === 'system' || actor.byLink === true) return [null, null, null, on]
  return [actor.person, actor.as, actor.onBehalfOf ?? null, on]
}

function lockedOf(row: Row): Locked {
  const shared = { held: row.held, calendar: row.calendars ?? [], ...(row.serial === null ? {} : { serial: row.serial }) }
  if (row.known_seq !== null) {
    const { known_seq: seq, known_kind: kind, known_day: on, known_facts: facts, known_generation: keyGeneration, wrapped } = row
    const known = { seq, kind, on, at: Number(row.known_at), facts, keyGeneration, ...(wrapped === null ? {} : { wrapped }) }
    return { ...shared, known, ...headOf(row) }
  }
  return { ...shared, ...headOf(row) }
}

function headOf(row: Row): Pick<Locked, 'head'> {
  if (row.seq === null) return {}
  // A known command's key may be an older one than the head's; the head is then only counted, never opened.
  return {
    head: {
      seq: row.seq,
      hash: row.head_hash,
      state: row.state,
      keyGeneration: row.key_generation,
      wrapped: row.wrapped ?? Buffer.alloc(0),
    },
  }
}
