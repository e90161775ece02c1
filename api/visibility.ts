import type { PersonId } from '#domain/actor.ts'
import type { ProcessDefinition, StepDefinition } from '#domain/definition.ts'
import { officeRoles, roleKey, roleOfKey, type Role, type RoleKey } from '#domain/role.ts'
import { isSealed } from '#domain/sealed-step.ts'
import { stepOfTask, type MatterState, type Task, type TaskId } from '#domain/state.ts'

/** Who reads: the roles held today, those of whoever he stands in for included. */
export type Reader = { readonly person: PersonId; readonly roles: readonly RoleKey[] }

/** Roles that need to know the content of every matter of the house; others only of those they are tied to. */
const knowingRoles: readonly Role[] = ['ipo_officer', 'tech_manager', 'legal', 'secrecy', 'discipline']

/** Between counsel and the office. */
const privilegedRoles: readonly Role[] = ['legal', 'ipo_officer']

export type CommentVisibility = 'matter' | 'office' | 'privileged'

/** Whether the reader holds one of these roles, for whatever department. */
export function holdsAny(reader: Reader, roles: readonly Role[]): boolean {
  return reader.roles.some((key) => roles.includes(roleOfKey(key)))
}

/** Whether the reader is of the office. */
export function isOffice(reader: Reader): boolean {
  return holdsAny(reader, officeRoles)
}

/**
 * Whether the reader may know what a matter is about. That there is one, and where it stands, is for everybody whom the
 * walls let see the row; title and content are for those who need to know: tied to it, or in a role that always does.
 */
export function mayKnow(reader: Reader, matter: { readonly department?: string; readonly tied: boolean }): boolean {
  if (matter.tied || holdsAny(reader, knowingRoles)) return true
  return matter.department !== undefined && reader.roles.includes(roleKey('dept_admin', matter.department))
}

/** A matter whose title one may not know is not found by its title, only by its number. */
export function mayFind(
  reader: Reader,
  matter: { readonly department?: string; readonly tied: boolean; readonly number: string },
  words: string,
): boolean {
  return mayKnow(reader, matter) || matter.number.toLowerCase().includes(words.toLowerCase())
}

/** Which comments the reader may read, and write. */
export function listVisibilities(reader: Reader): CommentVisibility[] {
  if (holdsAny(reader, privilegedRoles)) return ['matter', 'office', 'privileged']
  return isOffice(reader) ? ['matter', 'office'] : ['matter']
}

/**
 * Whether the reader may read what was written in one occurrence of a step. A private step is shown to its author alone
 * while anybody still has to write in it; people outside the office read what they and other inventors wrote, and of the
 * office's steps the outcome and its reason only.
 */
export function mayReadResult(definition: ProcessDefinition, state: MatterState, id: TaskId, reader: Reader): boolean {
  if (!mayReadOutcome(definition, state, id, reader)) return false
  return isOwn(state, id, reader) || isOffice(reader) || findStep(definition, stepOfTask(id))?.party === 'inventor'
}

/** Whether the reader may hear how an occurrence of a step came out: of a private one its author alone, until it is over. */
export function mayReadOutcome(definition: ProcessDefinition, state: MatterState, id: TaskId, reader: Reader): boolean {
  return isOwn(state, id, reader) || !isSealed(definition, state, id)
}

function isOwn(state: MatterState, id: TaskId, { person }: Reader): boolean {
  const by = state.results[id]?.by
  return by?.is === 'person' && by.person === person
}

/**
 * Whether the reader may see what an open task was given, and the remarks and changes it is about: whoever may work on it
 * (`mine`), the office, and of the inventors' own steps the inventors.
 */
export function mayReadTask(task: Pick<Task, 'party'>, reader: Reader, mine: boolean): boolean {
  return mine || isOffice(reader) || task.party === 'inventor'
}

/** Whether the reader may see unfinished work on a task: whoever may work on it, and of the office's own steps the office. */
export function mayReadDraft(task: Pick<Task, 'party'>, reader: Reader, mine: boolean): boolean {
  return mine || (task.party === 'office' && isOffice(reader))
}

/** The definition of a step, by its name. */
export function findStep(definition: ProcessDefinition, name: string): StepDefinition | undefined {
  return Object.values(definition.steps).find((step) => step.name === name)
}
