import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, InstitutionId, PersonId } from '#domain/actor.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { asSystem } from '#store/db.ts'
import { createEngine, dayOne, type Engine } from '../engine.ts'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'

const institution = 'uni-engine' as InstitutionId
const officers = Array.from({ length: 20 }, (_, place) => `officer-${place}` as PersonId)
const inventors = ['ann', 'bo', 'chen'] as PersonId[]

let engine: Engine

function officer(person: PersonId): Actor {
  return { is: 'person', person, roles: ['ipo_officer' as RoleKey], deputyFor: [] }
}

async function openDisclosure(id: string): Promise<MatterId> {
  const openedBy = { is: 'person', person: inventors[0] as PersonId, as: 'self' } as const
  const data = JSON.parse(JSON.stringify(sampleDisclosure(inventors)))
  const opened = await engine.startMatter({
    institution,
    id: id as MatterId,
    process: 'disclosure',
    data,
    openedBy,
    openingCommand: `${id}/open`,
  })
  await engine.until(opened.id, (state) => state.tasks['formal-check#1'] !== undefined)
  return opened.id
}

describe.each(['skipping', 'durable'] as const)('a matter on the %s server', (server) => {
  beforeAll(async () => {
    engine = await createEngine(institution, server)
    await asSystem(engine.store, institution, async (tx) => {
      await tx.institution.create({ data: { id: institution, nameZh: '示例大学', nameEn: 'Sample University', province: 'Beijing' } })
      const people = [...officers, ...inventors]
      await tx.person.createMany({
        data: people.map((id) => ({
          institutionId: institution,
          id,
          name: id,
          employer: 'here',
          relation: id === 'chen' ? 'student' : 'staff',
        })),
      })
      await tx.roleAssignment.createMany({
        data: officers.map((personId) => ({
          institutionId: institution,
          id: `${personId}-role`,
          personId,
          role: 'ipo_officer',
          roleKey: 'ipo_officer',
          fromDay: '2026-01-01',
          grantedBy: 'setup',
          status: 'active',
        })),
      })
    })
  })

  afterAll(() => engine.close())

  it('is won by one of twenty who claim it at the same moment, and names the winner to the nineteen others', async () => {
    const id = await openDisclosure('race')
    const answers = await Promise.all(
      officers.map((one) => engine.act('disclosure', id, officer(one), { name: 'claim-task', task: 'formal-check#1' as TaskId })),
    )
    const winners = answers.filter((answer) => 'seq' in answer)
    const refused = answers.filter((answer) => !('seq' in answer))
    expect(winners).toHaveLength(1)
    expect(refused).toHaveLength(19)
    const holder = (await engine.state(id)).tasks['formal-check#1']?.assignee
    for (const refusals of refused) expect(refusals).toMatchObject([{ code: 'task/held-by-other', fact: { holder } }])
  })

  it('is numbered in the order of opening, without a gap', async () => {
    const ids = await Promise.all(['n-1', 'n-2', 'n-3'].map(openDisclosure))
    const numbers = await Promise.all(ids.map(async (id) => (await engine.state(id)).head.number))
    const serials = numbers.map((number) => Number(number.split('-').at(-1))).sort((a, b) => a - b)
    expect(new Set(numbers).size).toBe(3)
    expect((serials[2] ?? 0) - (serials[0] ?? 0)).toBe(2)
  })

  it.runIf(server === 'skipping')('is reminded before its due day and escalates after it, without anybody looking', async () => {
    const id = await openDisclosure('late')
    const due = (await engine.state(id)).tasks['formal-check#1']?.due
    expect(due?.on).toBe('2026-03-09')
    await engine.pass('9 days')
    await engine.until(id, (state) => (state.tasks['formal-check#1']?.escalatedTo.length ?? 0) > 0)
    const kinds = (await engine.actions(id)).map((one) => one.kind)
    expect(kinds).toEqual(['MatterOpened', 'StepDone', 'StepDone', 'TaskOpened', 'TaskReminded', 'TaskReminded', 'TaskEscalated'])
  })

  it('answers a command that comes twice with the same action, once', async () => {
    const id = await openDisclosure('twice')
    const order = { name: 'claim-task', task: 'formal-check#1' as TaskId } as const
    const [first, second] = [
      await engine.act('disclosure', id, officer(officers[0] as PersonId), order, 'same'),
      await engine.act('disclosure', id, officer(officers[0] as PersonId), order, 'same'),
    ]
    expect(first).toMatchObject({ seq: (await engine.state(id)).seq })
    expect(second).toEqual(first)
  })

  it.runIf(server === 'durable')('goes on where it stood when the worker is restarted', async () => {
    const id = await openDisclosure('restart')
    await engine.restartWorker()
    await engine.act('disclosure', id, officer(officers[3] as PersonId), {
      name: 'complete-task',
      task: 'formal-check#1' as TaskId,
      outcome: 'returned',
      reason: '摘要不完整',
      data: {},
    })
    const state = await engine.until(id, (now) => now.tasks['revise#1'] !== undefined)
    expect(state.results['formal-check#1']?.outcome).toBe('returned')
  })

  it('begins on the office day that the demonstration begins on', () => {
    expect(dayOne).toBe('2026-03-02')
  })
})
