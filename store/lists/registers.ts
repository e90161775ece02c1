import type { ActorRef, PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import { foldRegister } from '#domain/register-fold.ts'
import {
  registerNames,
  subjectOf,
  type RegisterChange,
  type RegisterEvent,
  type RegisterFacts,
  type RegisterFactsOf,
  type RegisterName,
} from '#domain/register.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem, type Store, type Viewer } from '../db.ts'
import { getPersonKey } from '../keys.ts'
import { readAs } from '../reading.ts'
import { factsPlace } from '../record/stored.ts'
import { unsealJson } from '../seal.ts'

/** A row as lists show it. */
export type RegisterEntry<Name extends RegisterName = RegisterName> = { readonly id: string; readonly facts: RegisterFactsOf[Name] }

/** Which rows: text within id or facts, of one inventor, of one person's or party's interests; `after` is the last id of the page before. */
export type RegisterQuery = {
  readonly text?: string
  readonly inventor?: PersonId
  readonly of?: string
  readonly after?: string
  readonly limit: number
}

/** Rows of a register that the viewer may see, in the order of their ids, from the first after `after`. */
export async function listEntries<Name extends RegisterName>(
  store: Store,
  viewer: Viewer,
  register: Name,
  query: RegisterQuery,
): Promise<RegisterEntry<Name>[]> {
  const { text, inventor, of, after, limit } = query
  const pattern = text === undefined ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const sql = `SELECT id, body AS facts FROM register_entries WHERE institution_id = $1 AND register = $2
    AND ($3::text IS NULL OR id ILIKE $3 OR body ->> 'title' ILIKE $3 OR body ->> 'titleEn' ILIKE $3 OR body ->> 'name' ILIKE $3 OR body ->> 'nameEn' ILIKE $3)
    AND ($4::text IS NULL OR (body -> 'inventors') ? $4)
    AND ($5::text IS NULL OR $5 = ANY (string_to_array(id, '~')))
    AND ($6::text IS NULL OR id > $6) ORDER BY id LIMIT $7`
  const values = [viewer.institution, register, pattern, inventor ?? null, of ?? null, after ?? null, limit]
  return readAs(store, viewer, 'list-register', (ask) => ask<RegisterEntry<Name>>(sql, values))
}

/** The row of one subject, if there is one and the viewer may see it. */
export async function findEntry<Name extends RegisterName>(
  store: Store,
  viewer: Viewer,
  register: Name,
  id: string,
): Promise<RegisterEntry<Name> | undefined> {
  const sql = 'SELECT id, body AS facts FROM register_entries WHERE institution_id = $1 AND register = $2 AND id = $3'
  const [row] = await readAs(store, viewer, 'find-register-entry', (ask) =>
    ask<RegisterEntry<Name>>(sql, [viewer.institution, register, id]),
  )
  return row
}

/** One entry of a subject's history. */
export type HistoryEntry = {
  readonly seq: number
  readonly kind: RegisterEvent
  readonly actor: ActorRef
  readonly at: number
  readonly on: PlainDay
  readonly change: RegisterChange
  /** The matter that made it; absent for the office's own entries. */
  readonly matter?: MatterId
}

type Row = { seq: number; kind: string; actor: ActorRef; at: string; on_day: PlainDay; facts: Buffer; key_generation: number }

/** Every change of one subject's row in the order of entry. The caller has made sure that the viewer may see the subject. */
export async function listHistory(
  store: Store,
  viewer: Viewer,
  subject: { readonly register: RegisterName; readonly id: string },
): Promise<HistoryEntry[]> {
  const { institution } = viewer
  const chain = subjectOf(subject)
  return asSystem(store, institution, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`SELECT seq, kind, actor, at, on_day, facts, key_generation FROM actions
      WHERE institution_id = ${institution} AND chain = ${chain} ORDER BY seq`
    const sealed = rows.some((row) => row.key_generation > 0)
    const key = sealed ? await getPersonKey(store, tx, institution, chain.slice('person/'.length) as PersonId) : undefined
    const opened = rows.map((row) => ({
      row,
      facts:
        key === undefined
          ? (JSON.parse(Buffer.from(row.facts).toString('utf8')) as JsonObject)
          : unsealJson<JsonObject>(key.key, factsPlace(institution, chain, row.seq), row.facts),
    }))
    // A person's chain holds more than his interests.
    return opened.flatMap(({ row, facts }) => (isOf(facts, subject) ? [entryOf(row, facts)] : []))
  })
}

function isOf(facts: JsonObject, { register, id }: { readonly register: RegisterName; readonly id: string }): boolean {
  return registerNames.some((name) => name === facts['register']) && facts['register'] === register && facts['id'] === id
}

function entryOf({ seq, kind, actor, at, on_day: on }: Row, kept: JsonObject): HistoryEntry {
  // `chainFacts` wrote them.
  const { register, id, facts, source, matter } = kept as unknown as Pick<RegisterChange, 'register' | 'id' | 'facts' | 'source'> & {
    matter?: MatterId
  }
  const change = { register, id, kind: kind as RegisterEvent, facts, source, on }
  return { seq, kind: change.kind, actor, at: Number(at), on, change, ...(matter === undefined ? {} : { matter }) }
}

/** What the register said at the end of `day`: the fold of what had been entered by then; undefined when nothing had. */
export function knownOn(history: readonly HistoryEntry[], day: PlainDay): RegisterFacts | undefined {
  return history
    .filter((entry) => entry.on <= day)
    .reduce<RegisterFacts | undefined>((before, { change }) => foldRegister(before, change), undefined)
}

/** A matter about a subject, as its page names it. */
export type MatterAbout = {
  readonly id: MatterId
  readonly number: string
  readonly process: string
  readonly standing: string
  readonly openedOn: PlainDay
}

/** The matters about a subject that the viewer may see, newest first. */
export async function listMattersAbout(store: Store, viewer: Viewer, subject: string): Promise<MatterAbout[]> {
  const sql = `SELECT m.id, m.number, m.process, m.standing, m.opened_on AS "openedOn" FROM matter_subjects s
    JOIN matters m ON m.institution_id = s.institution_id AND m.id = s.matter_id
    WHERE s.institution_id = $1 AND s.subject = $2 ORDER BY m.opened_on DESC, m.id LIMIT 100`
  return readAs(store, viewer, 'matters-about', (ask) => ask(sql, [viewer.institution, subject]))
}
