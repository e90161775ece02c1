import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import { startProgram, type Program } from '#cli/servers/program.ts'
import type { InstitutionId, PersonId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import { openApartServers, seedHouse, type ApartServers } from './apart.ts'
import { readCompose, settingsOf } from './compose.ts'
import { createClerk } from './kill/clerk.ts'

const institution = 'uni-apart' as InstitutionId
const root = join(import.meta.dirname, '..')
const inventors = ['ann', 'bo', 'chen'] as PersonId[]

let servers: ApartServers
let tokens: { [person: string]: string } = {}
let workers: Program[] = []
let apis: Program[] = []

/** A program as compose.yaml starts it, told of this machine's servers where the file names the containers'. */
async function start(service: 'api' | 'worker'): Promise<Program> {
  const { environment } = readCompose().services[service] ?? {}
  const told = settingsOf({ image: '', environment: environment ?? {} }, {})
  const env = { ...told, ...servers.env, HOST: '127.0.0.1', ...(service === 'api' ? { PORT: '0' } : {}) }
  return startProgram({ folder: root, file: `cli/start-${service}.ts`, env, ready: service === 'api' ? /listens on/ : /at work/ })
}

const urlOf = (api: Program | undefined) => /http:\S+/.exec(api?.ready ?? '')?.[0] ?? ''

beforeAll(async () => {
  servers = await openApartServers()
  tokens = await seedHouse(servers.store, institution, { officer: ['ipo_officer'], ann: [], bo: [], chen: [] })
  apis = await Promise.all([start('api'), start('api')])
  workers = [await start('worker'), await start('worker')]
})

afterAll(async () => {
  await Promise.all([...apis, ...workers].map((program) => program.stop()))
  await servers.close()
})

describe('two APIs and two workers, each a program of its own on one PostgreSQL and one Temporal', () => {
  it('carry a matter through, each request at the other door', async () => {
    const [first, second] = apis.map(urlOf) as [string, string]
    expect(first).not.toBe(second)
    const data = JSON.parse(JSON.stringify(sampleDisclosure(inventors))) as JsonObject
    const opened = await createClerk(first, tokens['ann'] ?? '').give('/api/matters', 'open', { process: 'disclosure', data })
    const id = String(opened.body['id'])
    const officer = (url: string) => createClerk(url, tokens['officer'] ?? '')
    const task = `/api/tasks/${id}.formal-check.1`
    await officer(second).see(task)
    await officer(second).give(`${task}/claim`, 'claim', {})
    await officer(first).give(`${task}/complete`, 'return', { outcome: 'returned', reason: '摘要不完整', data: {} })
    await createClerk(second, tokens['ann'] ?? '').give(`/api/matters/${id}/withdraw`, 'withdraw', { reason: '补充后再报' })
    const [here, there] = await Promise.all([first, second].map((url) => officer(url).see(`/api/matters/${id}`)))
    expect(here).toMatchObject({ id, number: opened.body['number'], standing: 'closed' })
    expect(there).toEqual({ ...here, asOf: there?.['asOf'] })
  })

  it('go on with one of each when the others are gone', async () => {
    await Promise.all([apis[1]?.stop(), workers[0]?.stop()])
    const url = urlOf(apis[0])
    const data = JSON.parse(JSON.stringify({ ...sampleDisclosure(inventors), titleZh: '另一成果' })) as JsonObject
    const opened = await createClerk(url, tokens['ann'] ?? '').give('/api/matters', 'open-again', { process: 'disclosure', data })
    const id = String(opened.body['id'])
    const officer = createClerk(url, tokens['officer'] ?? '')
    await officer.see(`/api/tasks/${id}.formal-check.1`)
    await officer.give(`/api/tasks/${id}.formal-check.1/claim`, 'claim-again', {})
    expect(await officer.see(`/api/matters/${id}`)).toMatchObject({ standing: 'open' })
  })

  it('end in good order when they are told to', async () => {
    await Promise.all([...apis, ...workers].map((program) => program.stop()))
    expect(await Promise.all([...apis, ...workers].map((program) => program.ended))).toEqual(Array.from({ length: 4 }, () => 'code 0'))
  })
})
