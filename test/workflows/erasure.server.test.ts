import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import type { Actor, InstitutionId, PersonId } from '#domain/actor.ts'
import type { Order } from '#domain/command.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { asSystem } from '#store/db.ts'
import { workflowIdOf } from '#workflows/messages.ts'
import { createEngine, type Engine } from '../engine.ts'
import { textOfHistory } from '../history-text.ts'

const institution = 'uni-erasure' as InstitutionId
const inventors = ['ann', 'bo', 'chen'] as PersonId[]
const holders = { olga: 'ipo_officer', otto: 'ipo_officer', sven: 'secrecy' } as const
const marker = '砗磲纹理隐蔽涂层'
const form = (title: string) => JSON.parse(JSON.stringify({ ...sampleDisclosure(inventors), titleZh: title }))
const officer = (person: keyof typeof holders): Actor => ({
  is: 'person',
  person: person as PersonId,
  roles: [holders[person] as RoleKey],
  deputyFor: [],
})
const ann: Actor = { is: 'person', person: 'ann' as PersonId, roles: [], deputyFor: [] }

let engine: Engine

async function seed(): Promise<void> {
  const named = (id: string) => ({ institutionId: institution, id, name: id, employer: 'here', relation: 'staff' })
  await asSystem(engine.store, institution, async (tx) => {
    await tx.institution.create({ data: { id: institution, nameZh: '示例大学', nameEn: 'Sample University', province: 'Beijing' } })
    await tx.person.createMany({ data: [...inventors, ...Object.keys(holders)].map(named) })
    const grants = Object.entries(holders).map(([personId, role]) => ({
      institutionId: institution,
      id: `${personId}-role`,
      personId,
      role,
      roleKey: role,
      fromDay: '2026-01-01',
      grantedBy: 'setup',
      status: 'active',
    }))
    await tx.roleAssignment.createMany({ data: grants })
  })
}

/** A report that went through every form, renewed once on its way, up to the secrecy office's screen. */
async function openToScreen(id: MatterId, title = marker): Promise<void> {
  const openedBy = { is: 'person', person: 'ann' as PersonId, as: 'self' } as const
  await engine.startMatter({ institution, id, process: 'disclosure', data: form(title), openedBy, openingCommand: `${id}/open` })
  const does = async (actor: Actor, order: Order) => expect(await engine.act('disclosure', id, actor, order)).toHaveProperty('seq')
  const completes = async (actor: Actor, task: string, outcome: string, more: { data?: object; reason?: string } = {}) => {
    await engine.until(id, (state) => state.tasks[task] !== undefined)
    await does(actor, { name: 'complete-task', task: task as TaskId, outcome, data: {}, ...more } as Order)
  }
  await completes(officer('olga'), 'formal-check#1', 'returned', { reason: `${title}：摘要不清` })
  await completes(ann, 'revise#1', 'resubmitted', { data: form(`${title}二`) })
  const correction = { correction: 'c-1', step: 'revise#1' as TaskId, data: form(`${title}三`), reason: title }
  await does(officer('olga'), { name: 'propose-correction', ...correction })
  await does(officer('otto'), { name: 'decide-correction', correction: 'c-1', approved: true })
  await completes(officer('olga'), 'formal-check#2', 'accepted')
  await engine.until(id, (state) => state.tasks['secrecy-screen#1'] !== undefined)
}

/** Every run that Temporal has of the matter, with all that its history says. */
async function readRuns(id: MatterId): Promise<{ [run: string]: string }> {
  const { workflow } = engine.environment.client
  const workflowId = workflowIdOf('disclosure', id)
  const texts: { [run: string]: string } = {}
  let run = (await workflow.getHandle(workflowId).describe()).runId
  while (run !== '') {
    const history = await workflow.getHandle(workflowId, run).fetchHistory()
    texts[run] = textOfHistory(history)
    run = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? ''
    if (run !== '' && !(await exists(workflowId, run))) break
  }
  return texts
}

async function exists(workflowId: string, run: string): Promise<boolean> {
  const { workflow } = engine.environment.client
  return workflow
    .getHandle(workflowId, run)
    .describe()
    .then(
      () => true,
      (error: Error) => {
        if (error.name !== 'WorkflowNotFoundError') throw error
        return false
      },
    )
}

const finding: Order = {
  name: 'complete-task',
  task: 'secrecy-screen#1' as TaskId,
  outcome: 'state-secret',
  data: { mayPublish: false },
}

beforeAll(async () => {
  engine = await createEngine(institution, 'durable')
  await seed()
})

afterAll(() => engine.close())

describe('a result found to be a state secret, where Temporal keeps histories for weeks', () => {
  const id = 'secret' as MatterId
  let before: { [run: string]: string }

  beforeAll(async () => {
    await openToScreen(id)
    before = await readRuns(id)
    expect(await engine.act('disclosure', id, officer('sven'), finding)).toHaveProperty('seq')
    // The server deletes runs in its own time; the matter is closed when they are gone.
    await vi.waitFor(async () => expect((await engine.state(id)).standing.is).toBe('closed'), { timeout: 200_000, interval: 200 })
    // The record knows the end a moment before the history does.
    await engine.environment.client.workflow.getHandle(workflowIdOf('disclosure', id)).result()
  })

  it('was told in two runs, whose histories held its forms', () => {
    expect(Object.keys(before)).toHaveLength(2)
    for (const text of Object.values(before)) expect(text).toContain(marker)
  })

  it('leaves no run behind but the last, which holds nothing of it (保守国家秘密法 31(iii))', async () => {
    const after = await readRuns(id)
    expect(Object.keys(after)).toHaveLength(1)
    for (const run of Object.keys(before)) expect(await exists(workflowIdOf('disclosure', id), run)).toBe(false)
    for (const text of Object.values(after)) {
      expect(text).toContain('handed-to-secrecy-office')
      expect(text).not.toContain('砗磲')
    }
  })

  it('ends as every such matter ends, its trail whole', async () => {
    expect((await engine.state(id)).standing).toMatchObject({ is: 'closed', outcome: 'handed-to-secrecy-office' })
    expect((await engine.state(id)).erased).toBeDefined()
    expect(await engine.environment.client.workflow.getHandle(workflowIdOf('disclosure', id)).result()).toMatchObject({
      outcome: 'handed-to-secrecy-office',
    })
  })

  it('has nothing reported as left undone', async () => {
    const incidents = await asSystem(engine.store, institution, (tx) => tx.incident.findMany({ where: { matterId: id } }))
    expect(incidents).toEqual([])
  })
})

describe('a result that the secrecy office reports', () => {
  const order: Order = { name: 'report-secret', level: 'confidential', reference: 'BM2026-0008', contact: '010-99990000' }
  const [open, over] = ['reported', 'over'] as MatterId[] as [MatterId, MatterId]
  const titles = { [open]: '砗磲贝壳粉土壤改良剂', [over]: '砗磲仿生层状陶瓷刀具' }
  const ids = [open, over]
  const before: { [id: string]: { [run: string]: string } } = {}

  const lastRun = (id: MatterId) => engine.environment.client.workflow.getHandle(workflowIdOf('disclosure', id))

  beforeAll(async () => {
    for (const id of ids) await openToScreen(id, titles[id])
    expect(await engine.act('disclosure', over, ann, { name: 'withdraw-matter', reason: '砗磲' })).toHaveProperty('seq')
    await lastRun(over).result()
    for (const id of ids) before[id] = await readRuns(id)
    for (const id of ids) expect(await engine.act('disclosure', id, officer('sven'), order)).toHaveProperty('seq')
    // The server deletes runs in its own time; the last run ends when they are gone.
    await Promise.all(ids.map((id) => lastRun(id).result()))
  })

  it('leaves no run behind but the last, though its story was over and began again (保守国家秘密法 31(iii))', async () => {
    for (const id of ids) {
      expect(Object.keys(before[id] ?? {}).length).toBeGreaterThanOrEqual(2)
      for (const [run, text] of Object.entries(before[id] ?? {})) {
        expect(text).toContain(titles[id])
        expect([id, await exists(workflowIdOf('disclosure', id), run)]).toEqual([id, false])
      }
      for (const text of Object.values(await readRuns(id))) expect(text).not.toContain('砗磲')
    }
  })

  it('ends in the classified channel, or as it had ended already', async () => {
    expect((await engine.state(open)).standing).toMatchObject({ is: 'closed', outcome: 'handed-to-secrecy-office' })
    expect(await lastRun(open).result()).toMatchObject({ outcome: 'handed-to-secrecy-office' })
    expect((await engine.state(over)).standing).toMatchObject({ is: 'closed', outcome: 'withdrawn' })
    expect(await lastRun(over).result()).toEqual({ outcome: 'withdrawn' })
  })
})
