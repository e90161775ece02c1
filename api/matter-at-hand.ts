import type { ProcessDefinition } from '#domain/definition.ts'
import { interestedPeople } from '#domain/project.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { noteReading } from '#store/desk/read-log.ts'
import { findMatter, type MatterSummary } from '#store/lists/matters.ts'
import { loadNames, type Loaded } from './names.ts'
import { notFound } from './problem.ts'
import type { PeopleCall } from './route.ts'
import { getProcess } from './routes/processes.ts'
import { peopleOfMatter } from './views/matter-view.ts'
import type { MatterSight } from './views/result-view.ts'
import { isOffice, mayKnow, type Reader } from './visibility.ts'

/** A matter that a request is about, as far as its reader may see it. */
export type MatterAtHand = {
  readonly definition: ProcessDefinition
  readonly row: MatterSummary
  readonly state: MatterState
  readonly reader: Reader
  /** Whether the reader may know what it is about. */
  readonly knows: boolean
}

/** Finds a matter. Throws 404 where there is none or the walls hide it. `what` of it is read is written to its log. */
export async function readMatter(call: PeopleCall, id: string, what: string): Promise<MatterAtHand> {
  const matter = await takeMatter(call, id)
  await logReading(call, matter, what)
  return matter
}

/** Writes to a matter's log that `what` of it is read. */
export async function logReading({ deps, who }: PeopleCall, { row }: MatterAtHand, what: string): Promise<void> {
  await noteReading(deps.store, who.viewer, { matter: row.id, what })
}

/** The same for a request that does something with it, which leaves its own trace. */
export async function takeMatter({ deps, who }: PeopleCall, id: string): Promise<MatterAtHand> {
  const found = await findMatter(deps.store, who.viewer, id as MatterId)
  if (found === undefined) throw notFound()
  const { row, state } = found
  const definition = getProcess(row.process)
  // Whoever has an interest in a matter reads it as an inventor does, whatever roles he holds or lends.
  const isInterested = interestedPeople(definition, state).includes(who.person)
  const reader = { person: who.person, roles: isInterested ? [] : who.roles }
  return { definition, row, state, reader, knows: mayKnow(reader, row) }
}

/** Names and register for the views of a matter; `more` are people that the answer names beyond the matter's own. */
export async function sightOf(
  call: PeopleCall,
  matter: MatterAtHand,
  more: readonly string[] = [],
): Promise<{ readonly sight: MatterSight } & Loaded> {
  const { definition, state, reader, row } = matter
  const ids = [...peopleOfMatter({ definition, state }), ...(row.openedBy === undefined ? [] : [row.openedBy]), ...more]
  const loaded = await loadNames(call.deps, call.who, ids, call.words)
  const register = isOffice(reader) ? 'office' : 'outside'
  return { ...loaded, sight: { definition, state, reader, words: call.words, lookup: loaded.lookup, register } }
}
