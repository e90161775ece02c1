import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstration } from '#cli/demonstration-house.ts'
import { openOffice, type Office, type Someone } from '../api/office.ts'
import { restartStories } from '#cli/restart-stories.ts'
import { workflowIdOf } from '#workflows/messages.ts'

let office: Office
let inventor: Someone
let officer: Someone

beforeAll(async () => {
  office = await openOffice()
  inventor = await office.signIn('inventor1')
  officer = await office.signIn('ipo_officer')
})

afterAll(() => office.close())

const handleOf = (id: Parameters<typeof workflowIdOf>[1]) =>
  office.engine.environment.client.workflow.getHandle(workflowIdOf('disclosure', id))

function restart(which: 'missing' | 'all') {
  const { store, temporal } = office.grounds
  const { taskQueue, clockOffset } = office.engine
  return restartStories({ store, temporal, taskQueue, clockOffset, which }, demonstration.id)
}

describe('after a restore', () => {
  it('a matter whose story Temporal has lost goes on from its record, and nothing of it is done twice', async () => {
    const lost = await office.report(inventor)
    const kept = await office.report(inventor)
    await handleOf(lost.id).terminate()
    const before = await office.engine.actions(lost.id)

    expect(await restart('missing')).toEqual({ open: 2, restarted: [lost.id] })
    expect(await restart('missing')).toEqual({ open: 2, restarted: [] })

    const returned = { outcome: 'returned', data: {}, reason: '摘要不清' }
    for (const { task } of [lost, kept]) expect((await officer.post(`/api/tasks/${task}/complete`, returned)).status).toBe(200)
    await office.engine.until(lost.id, (state) => state.tasks['revise#1'] !== undefined)
    const after = await office.engine.actions(lost.id)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.map(({ seq }) => seq)).toEqual(after.map((_, place) => place + 1))
  })

  it('every story begins again where the record is older than what Temporal remembers', async () => {
    const matter = await office.report(inventor)
    const { runId } = await handleOf(matter.id).describe()
    const { open, restarted } = await restart('all')
    expect(restarted).toHaveLength(open)
    expect((await handleOf(matter.id).describe()).runId).not.toBe(runId)
    const returned = { outcome: 'returned', data: {}, reason: '摘要不清' }
    expect((await officer.post(`/api/tasks/${matter.task}/complete`, returned)).status).toBe(200)
  })
})
