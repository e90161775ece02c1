import type { InstitutionId } from '#domain/actor.ts'
import type { YearCalendar } from '#domain/calendar.ts'
import { dayOfInstant } from '#domain/day.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { inventedCalendars } from '#policy/calendar-invented.ts'
import { parameters } from '#policy/parameters.ts'
import { listCalendars, loadCalendar } from '#store/desk/calendars.ts'
import { addDepartment } from '#store/desk/departments.ts'
import { recordInstitution, type Institution } from '#store/desk/institutions.ts'
import { openAccount } from '#store/desk/accounts.ts'
import { addParameters } from '#store/desk/parameters.ts'
import { hashPassword } from '#store/desk/passwords.ts'
import { addPerson } from '#store/desk/people.ts'
import { changeRegisterEntry } from '#store/desk/registers.ts'
import { grantRole } from '#store/desk/roles.ts'
import { systemViewer, type Store } from '#store/db.ts'
import type { Deed } from '#store/deed.ts'
import {
  accountsOfDemonstration,
  demonstration,
  departments,
  firstDay,
  grants,
  people,
  demonstrationPassword,
} from './demonstration-house.ts'
import { sampleRegister } from './samples/registers.ts'

/** User names of the demonstration university's accounts. */
export const demonstrationAccounts: readonly string[] = accountsOfDemonstration.map((account) => account.username)

/** What an institution begins with. */
export type Seed = Institution & {
  /** Office clock, ms: the instant of the entries. */
  readonly at: number
  readonly calendars?: readonly YearCalendar[]
}

/**
 * Enters an institution with the law's dated rows and the State Council's calendars. Run again, it enters what has come since
 * and leaves the rest alone. No people, no accounts: a real installation has no default password.
 */
export async function seedInstitution(store: Store, { at, calendars = [calendar2026], ...institution }: Seed): Promise<void> {
  await recordInstitution(store, institution)
  const deed = deedOf(institution.id, at)
  const known = await listCalendars(store, systemViewer(institution.id))
  for (const calendar of calendars) {
    if (known.some((one) => one.year === calendar.year && one.issuedOn === calendar.issuedOn)) continue
    await loadCalendar(store, deed(`calendar/${calendar.year}/${calendar.issuedOn}`), calendar)
  }
  await addParameters(store, deed(`parameters/${at}`), parameters)
}

/**
 * Enters the demonstration university: departments, people named after their roles, accounts with the demonstration password,
 * calendars up to 2030 (later years invented), registers with samples. Run again, it changes nothing, whatever was changed by hand meanwhile.
 */
export async function seedDemonstration(store: Store): Promise<InstitutionId> {
  await seedInstitution(store, { ...demonstration, at: firstDay, calendars: [calendar2026, ...inventedCalendars] })
  const deed = deedOf(demonstration.id, firstDay)
  for (const department of departments) await addDepartment(store, deed(`department/${department.id}`), department)
  for (const person of people) await addPerson(store, deed(`person/${person.id}`), person)
  for (const grant of grants) await grantRole(store, deed(`role/${grant.person}/${grant.role}`), grant)
  const passwordHash = await hashPassword(demonstrationPassword)
  for (const account of accountsOfDemonstration) await openAccount(store, deed(`account/${account.username}`), { ...account, passwordHash })
  for (const change of sampleRegister) await changeRegisterEntry(store, deed(`${change.register}/${change.id}/${change.kind}`), change)
  return demonstration.id
}

/** Entries of the installation itself, each under a command of its own, so that a second run knows the first. */
function deedOf(institution: InstitutionId, at: number): (what: string) => Deed {
  return (what) => ({ institution, commandId: `seed/${what}`, actor: { is: 'system', name: 'process' }, at, on: dayOfInstant(at) })
}
