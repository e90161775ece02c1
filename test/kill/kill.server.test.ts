import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import { findFreePort } from '#cli/servers/ports.ts'
import { startProgram, type Program } from '#cli/servers/program.ts'
import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import { processes } from '#domain/registry.gen.ts'
import { asSystem } from '#store/db.ts'
import { countUnanswered } from '#store/desk/commands.ts'
import { rebuildRecord } from '#store/record/rebuild.ts'
import { verifyRecord } from '#store/record/verify.ts'
import { openApartServers, seedHouse, type ApartServers } from '../apart.ts'
import { createClerk, type Answered, type Clerk } from './clerk.ts'
import { planKills, type Victim } from './plan.ts'

const institution = 'uni-kill' as InstitutionId
const root = join(import.meta.dirname, '..', '..')
const inventors = ['ann', 'bo', 'chen'] as PersonId[]
const matters = 200
const clerks = 10
/** Opened, claimed, returned for correction, withdrawn. */
const commandsPerMatter = 4
const plan = planKills(20_260_302, matters * commandsPerMatter)

let servers: ApartServers
let url = ''
const running: { [name in 'api' | 'worker']?: Program } = {}
const killed: Victim[] = []
const answered: Answered[] = []

async function startApi(): Promise<void> {
  running.api = await startProgram({
    folder: root,
    file: 'cli/start-api.ts',
    env: { ...servers.env, PORT: new URL(url).port },
    ready: /listens on/,
  })
}

async function startWorker(): Promise<void> {
  const args = [inject('bundlePath')]
  running.worker = await startProgram({ folder: root, file: 'test/kill/worker.ts', args, env: servers.env, ready: /at work/ })
}

/** Kills one of the three without a word, and starts it again. */
async function kill(victim: Victim): Promise<void> {
  if (victim === 'postgres') await servers.crashPostgres()
  else {
    const program = victim === 'api' ? running.api : running.worker
    if (program === undefined) throw new Error(`No ${victim} is running`)
    process.kill(program.identity.pid, victim === 'worker-after-commit' ? 'SIGHUP' : 'SIGKILL')
    expect(await program.ended).toBe('signal SIGKILL')
    await (victim === 'api' ? startApi() : startWorker())
  }
  killed.push(victim)
}

/** Carries out the plan as the answers come in; one kill at a time. */
function createExecutioner(): { note(one: Answered): void; done(): Promise<void> } {
  const left = [...plan]
  let work: Promise<void> = Promise.resolve()
  return {
    note(one) {
      answered.push(one)
      while (left[0] !== undefined && left[0].after <= answered.length) {
        const { victim } = left.shift() ?? { victim: 'api' }
        work = work.then(() => kill(victim))
      }
    },
    done: () => work,
  }
}

/** A matter's life: reported, taken up, returned for correction, withdrawn. */
async function live(place: number, officer: Clerk, applicant: Clerk, note: (one: Answered) => void): Promise<void> {
  const give = async (clerk: Clerk, path: string, what: string, body: JsonObject) => {
    const one = await clerk.give(path, `matter-${place}/${what}`, body)
    note(one)
    return one.body
  }
  const data = JSON.parse(JSON.stringify({ ...sampleDisclosure(inventors), titleZh: `第${place}号成果` })) as JsonObject
  const { id } = await give(applicant, '/api/matters', 'open', { process: 'disclosure', data })
  const task = `/api/tasks/${String(id)}.formal-check.1`
  await officer.see(task)
  await give(officer, `${task}/claim`, 'claim', {})
  await give(officer, `${task}/complete`, 'return', { outcome: 'returned', reason: '摘要不完整', data: {} })
  await give(applicant, `/api/matters/${String(id)}/withdraw`, 'withdraw', { reason: '另行补充后再报' })
}

beforeAll(async () => {
  servers = await openApartServers()
  const tokens = await seedHouse(servers.store, institution, { officer: ['ipo_officer'], ann: [], bo: [], chen: [] })
  await asSystem(servers.store, institution, (tx) => tx.person.updateMany({ where: { id: 'chen' }, data: { relation: 'student' } }))
  url = `http://127.0.0.1:${await findFreePort()}`
  await Promise.all([startApi(), startWorker()])
  const [officer, applicant] = [createClerk(url, tokens['officer'] ?? ''), createClerk(url, tokens['ann'] ?? '')]
  const executioner = createExecutioner()
  let begun = 0
  const work = async () => {
    while (begun < matters) await live((begun += 1), officer, applicant, (one) => executioner.note(one))
  }
  await Promise.all(Array.from({ length: clerks }, work))
  await executioner.done()
}, 600_000)

afterAll(async () => {
  await Promise.all([running.api?.stop(), running.worker?.stop()])
  await servers.close()
})

describe('after worker, API and PostgreSQL were each killed again and again', () => {
  it('every kill of the plan has happened, five of them between commit and answer', () => {
    expect(killed).toEqual(plan.map((one) => one.victim))
    expect(killed.filter((one) => one === 'worker-after-commit')).toHaveLength(5)
  })

  it('every command was answered and none is left', async () => {
    expect(answered).toHaveLength(matters * commandsPerMatter)
    expect(new Set(answered.map((one) => one.key)).size).toBe(answered.length)
    expect(await countUnanswered(servers.store, institution)).toBe(0)
  })

  it('every command has exactly one action', async () => {
    const [commands, actions] = await asSystem(servers.store, institution, async (tx) => [
      await tx.command.findMany({ select: { id: true, status: true } }),
      await tx.action.findMany({ select: { commandId: true }, where: { matterId: { not: null } } }),
    ])
    const count = new Map<string, number>()
    for (const { commandId } of actions) count.set(commandId, (count.get(commandId) ?? 0) + 1)
    expect(commands).toHaveLength(matters * commandsPerMatter)
    expect(commands.filter(({ id, status }) => status !== 'done' || count.get(id) !== 1)).toEqual([])
  })

  it('every matter has each of its actions once, in unbroken order', async () => {
    const rows = await asSystem(servers.store, institution, (tx) =>
      tx.action.findMany({
        select: { matterId: true, seq: true, kind: true },
        where: { matterId: { not: null } },
        orderBy: [{ matterId: 'asc' }, { seq: 'asc' }],
      }),
    )
    const trails = new Map<string | null, typeof rows>()
    for (const row of rows) trails.set(row.matterId, [...(trails.get(row.matterId) ?? []), row])
    expect(trails.size).toBe(matters)
    const life = [
      'MatterOpened',
      'StepDone',
      'StepDone',
      'TaskOpened',
      'TaskClaimed',
      'TaskCompleted',
      'TaskOpened',
      'MatterWithdrawn',
      'MatterClosed',
    ]
    const told = [...trails.values()].map((trail) => trail.map(({ seq, kind }) => `${seq} ${kind}`).join())
    expect([...new Set(told)]).toEqual([life.map((kind, index) => `${index + 1} ${kind}`).join()])
  })

  it('the numbers of the year have no gap and no double', async () => {
    const rows = await asSystem(servers.store, institution, (tx) => tx.matter.findMany({ select: { number: true } }))
    const serials = rows.map(({ number }) => Number(number.split('-').at(-1))).toSorted((a, b) => a - b)
    expect(serials).toEqual(Array.from({ length: matters }, (_, index) => index + 1))
  })

  it('the lists say what the actions say, and the chains are whole', async () => {
    const rebuilt = await rebuildRecord(servers.store, institution, processes)
    expect(rebuilt).toMatchObject({ matters, differences: [] })
    const verified = await verifyRecord(servers.store, institution)
    expect(verified).toMatchObject({ ok: true, faults: [] })
    expect(verified.actions).toBeGreaterThanOrEqual(matters * 9)
  })
})
