import type { PersonId } from '#domain/actor.ts'
import type { Office } from './office.ts'
import type { Cast } from './story.ts'

const usernames = ['inventor1', 'inventor2', 'tech_manager', 'evaluator1', 'evaluator2', 'committee3', 'discipline'] as const

type Listed = { readonly id: PersonId; readonly employer: string; readonly employerName?: string; readonly username?: string }

/** Finds who plays which part; everybody is known by his own session, the outsider by the register. */
export async function castOf(office: Office): Promise<Cast> {
  const entries = await Promise.all(
    usernames.map(async (name) => [name, (await (await office.as(name)).get<{ person: { id: PersonId } }>('/api/me')).person.id] as const),
  )
  const people = Object.fromEntries(entries)
  const officer = await office.as('ipo_officer')
  const { items } = await officer.get<{ items: readonly Listed[] }>('/api/people?limit=100')
  const outsider = items.find((one) => one.employer === 'elsewhere' && one.username === undefined)
  const { inventor1: lead, inventor2: student } = people
  if (lead === undefined || student === undefined || outsider?.employerName === undefined)
    throw new Error('The demonstration university lacks its inventors')
  return { lead, student, outsider: outsider.id, outsideEmployer: outsider.employerName, people }
}
