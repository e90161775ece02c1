import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { MatterId, MatterState, TaskId } from '#domain/state.ts'
import type { PersonFacts } from '#domain/checks.ts'
import { gatherCheckContext } from '../check-context.ts'
import { asSystem, type Store, type Tx } from '../db.ts'
import { getState } from './read.ts'

export type PaperRequest = {
  readonly institution: InstitutionId
  readonly matter: MatterId
  readonly step: TaskId
  readonly on: PlainDay
  readonly number: string
}

/** A person as a paper may show him; numbers masked. */
export type PaperPerson = {
  readonly id: PersonId
  readonly name: string
  readonly nameLatin?: string
  readonly department?: string
  readonly employer: string
  readonly post?: string
  readonly nationality?: string
  readonly idType?: string
  readonly idNumberMasked?: string
  readonly relation: PersonFacts['relation']
}

/** All a paper draws on: the state as recorded, everybody it names joined from the register, the institution, dated facts. */
export async function gatherPaperContext(store: Store, request: PaperRequest) {
  const { institution, matter, on, number, step } = request
  const state = await getState(store, institution, matter)
  return asSystem(store, institution, async (tx) => {
    const house = await tx.institution.findUniqueOrThrow({ where: { id: institution } })
    const names = { nameZh: house.nameZh, nameEn: house.nameEn, province: house.province }
    const query = <Row extends object>(sql: string, values: readonly unknown[]) => tx.$queryRawUnsafe<Row[]>(sql, ...values)
    const { calendar, parameters } = await gatherCheckContext(query, institution, on, null)
    return {
      state,
      people: await joinPeople(tx, institution, state, names.nameZh),
      institution: names,
      on,
      number,
      step,
      calendar,
      parameters,
    }
  })
}

async function joinPeople(
  tx: Tx,
  institution: InstitutionId,
  state: MatterState,
  house: string,
): Promise<{ [person: string]: PaperPerson }> {
  // Ids are looked for wherever they may stand: forms, results, signatures. What is no person's id finds nobody.
  const ids = [
    ...new Set(
      JSON.stringify(state)
        .match(/"[^"\\]{1,64}"/g)
        ?.map((text) => text.slice(1, -1)) ?? [],
    ),
  ]
  const rows = await tx.person.findMany({ where: { institutionId: institution, id: { in: ids } } })
  const departments = new Map((await tx.department.findMany({ where: { institutionId: institution } })).map((one) => [one.id, one.nameZh]))
  return Object.fromEntries(
    rows.map((row) => {
      const department = row.departmentId === null ? undefined : departments.get(row.departmentId)
      const person: PaperPerson = {
        id: row.id as PersonId,
        name: row.name,
        employer: row.employer === 'here' ? house : (row.employerName ?? ''),
        relation: row.relation as PersonFacts['relation'],
        ...(row.nameLatin === null ? {} : { nameLatin: row.nameLatin }),
        ...(department === undefined ? {} : { department }),
        ...(row.title === null ? {} : { post: row.title }),
        ...(row.nationality === null ? {} : { nationality: row.nationality }),
        ...(row.idType === null ? {} : { idType: row.idType }),
        ...(row.identityMasked === null ? {} : { idNumberMasked: row.identityMasked }),
      }
      return [row.id, person]
    }),
  )
}
