import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { MatterId } from '#domain/state.ts'
import { asSystem, type Store } from '../db.ts'

export type TitledMatter = {
  readonly matter: MatterId
  readonly number: string
  readonly title: string
  readonly inventors: readonly PersonId[]
}

/** Titles and inventors of every matter of a process whose content is kept, the newest first. */
export async function listTitles(
  store: Store,
  institution: InstitutionId,
  { process, except }: { process: string; except: MatterId },
): Promise<TitledMatter[]> {
  return asSystem(store, institution, async (tx) => {
    const rows = await tx.matter.findMany({
      where: { institutionId: institution, process, id: { not: except }, erasedOn: null, title: { not: '' } },
      select: { id: true, number: true, title: true },
      orderBy: [{ lastAt: 'desc' }, { id: 'asc' }],
    })
    const people = await tx.matterPerson.findMany({
      where: { institutionId: institution, relation: 'inventor', matterId: { in: rows.map((row) => row.id) } },
    })
    const inventors = new Map<string, PersonId[]>()
    for (const { matterId, personId } of people) inventors.set(matterId, [...(inventors.get(matterId) ?? []), personId as PersonId])
    return rows.map((row) => ({ matter: row.id as MatterId, number: row.number, title: row.title, inventors: inventors.get(row.id) ?? [] }))
  })
}
