import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Client as PostgresClient } from 'pg'
import { demonstration } from '#cli/demonstration-house.ts'
import * as sample from '#cli/samples/open-licence.ts'
import { sampleInvention } from '#cli/samples/registers.ts'
import { seedDemonstration } from '#cli/seed.ts'
import { startProgram } from '#cli/servers/program.ts'
import type { PersonId } from '#domain/actor.ts'
import { plainDay, type PlainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import { makeApiToken } from '#store/desk/api-tokens.ts'
import { openApartServers } from '#test/apart.ts'
import { createAsker, expectStatus, type Asker } from './http.ts'

/** `npx tsx bench/takers.ts`: one offer and so many takers on the dev server; then its withdrawal reaches them all. */
const { values: options } = parseArgs({
  options: { takers: { type: 'string', default: '10000' }, clients: { type: 'string', default: '8' } },
})
const takers = Number(options.takers)
const clients = Number(options.clients)
const today: PlainDay = plainDay('2026-03-02')

const people = ['ipo_officer', 'asset', 'tech_manager', 'legal', 'inventor1', 'inventor2'] as const
type Desk = { readonly [person in (typeof people)[number]]: Asker }

const say = (line: string) => process.stderr.write(`${line}\n`)
const asJson = (data: object) => JSON.parse(JSON.stringify(data)) as JsonObject

/** Asks until the task is there, and completes it. */
async function does(who: Asker, matter: string, task: string, outcome: string, data: object = {}): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const answer = await who('POST', `/api/tasks/${matter}.${task}/complete`, { outcome, data: asJson(data) })
    if (answer.status === 200) return
    if (answer.status !== 404 || tries > 400) expectStatus(answer, 200)
    await pause(50)
  }
}

/** The hash of the paper to be signed, once it is drawn. */
async function readPaper(who: Asker, matter: string, task = 'sign-declaration.1'): Promise<object> {
  for (;;) {
    const answer = await who('GET', `/api/tasks/${matter}.${task}`)
    if (answer.status === 200) return { sha256: (answer.body as { given: JsonObject }).given['sha256'] }
    expectStatus(answer, 404)
    await pause(50)
  }
}

/** An offer announced on the first day of the office clock, without the notice of its price. */
async function announce(desk: Desk): Promise<string> {
  const policy = { body: { numbers: { priceNotice: 0, reliefNeedsRecordedLicence: 1 } }, from: today }
  expectStatus(await desk.ipo_officer('PUT', '/api/policies/open-licence', policy), 200)
  const data = asJson({ ...sample.sampleOpening, patent: sampleInvention })
  const id = String(expectStatus(await desk.ipo_officer('POST', '/api/matters', { process: 'open-licence', data }), 201)['id'])
  await does(desk.inventor1, id, 'advise.1.inventor1', 'noted')
  await does(desk.inventor2, id, 'advise.1.inventor2', 'noted')
  await does(desk.tech_manager, id, 'price.1', 'proposed', sample.samplePrice())
  await does(desk.asset, id, 'approve.1', 'approved')
  await does(desk.asset, id, 'sign-declaration.1', 'signed', await readPaper(desk.asset, id))
  await does(desk.ipo_officer, id, 'file.1', 'filed', sample.sampleFiling(today, [demonstration.nameZh]))
  await does(desk.ipo_officer, id, 'office-reply.1', 'announced', sample.sampleAnnouncement(today))
  return id
}

/** One notice after the other by each client, until all takers have given theirs; answers how many a second. */
async function takeUp(url: string, declaration: string): Promise<number> {
  let given = 0
  const from = performance.now()
  const client = async () => {
    const ask = createAsker(url, '')
    while (given < takers) {
      given += 1
      const serial = given
      const wish = { taker: sample.sampleTaker(serial), use: '（示例）规模化生产', startsOn: today, termsAccepted: true }
      // 202: received, and opened by the relay if not by the door.
      const answer = await ask('POST', `/api/open-licences/${declaration}/take-ups`, asJson(wish))
      if (answer.status !== 202) expectStatus(answer, 201)
      if (serial % 1000 === 0) say(`  ${serial} takers, ${((serial * 1000) / (performance.now() - from)).toFixed(1)} a second`)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return (takers * 1000) / (performance.now() - from)
}

type Seen = { readonly seq: number; readonly state: number; readonly waiting: number; readonly told: number }

/** How far the declaration's record has come, how large its state is, and how many takers wait or were told. */
async function look(database: PostgresClient, declaration: string): Promise<Seen> {
  const sql = `SELECT (SELECT seq FROM matters WHERE id = $1) AS seq, (SELECT length(state) FROM matters WHERE id = $1) AS state,
    (SELECT count(*)::int FROM matters WHERE parent_id = $1 AND 'payment' = ANY (stage)) AS waiting,
    (SELECT count(*)::int FROM outbox WHERE key LIKE 'tell/' || $1 || '/offer-ended/%' AND done_at IS NOT NULL) AS told`
  const { rows } = await database.query<Seen>(sql, [declaration])
  const [row] = rows
  if (row === undefined) throw new Error('The database answers nothing')
  return row
}

/** Withdraws the offer; answers the seconds from the announcement until every taker has heard of it. */
async function withdraw(desk: Desk, declaration: string, database: PostgresClient): Promise<number> {
  const asked = await desk.ipo_officer('POST', `/api/matters/${declaration}/messages/withdraw-declaration`, {
    data: asJson(sample.sampleWithdrawal),
  })
  expectStatus(asked, 200)
  await does(desk.legal, declaration, 'approve-withdrawal.1', 'approved')
  const seen = await readPaper(desk.asset, declaration, 'sign-withdrawal.1')
  await does(desk.asset, declaration, 'sign-withdrawal.1', 'signed', seen)
  await does(desk.ipo_officer, declaration, 'file-withdrawal.1', 'filed', { filedOn: today, receiptNumber: '（示例）CH-1' })
  const from = performance.now()
  await does(desk.ipo_officer, declaration, 'withdrawal-reply.1', 'announced', sample.sampleAnnouncement(today))
  while ((await look(database, declaration)).told < takers) await pause(200)
  return (performance.now() - from) / 1000
}

async function run(): Promise<void> {
  const servers = await openApartServers()
  const database = new PostgresClient({ connectionString: servers.ownerUrl })
  const closers: (() => Promise<unknown>)[] = [() => servers.close(), () => database.end()]
  try {
    await database.connect()
    await seedDemonstration(servers.store)
    const env = { ...servers.env, PUBLIC_POSTS_PER_HOUR: '1000000', COMMAND_SECONDS: '60' }
    const folder = process.cwd()
    const api = await startProgram({ folder, file: 'cli/start-api.ts', env: { ...env, PORT: '0' }, ready: /listens on/ })
    closers.push(() => api.stop())
    const worker = await startProgram({ folder, file: 'cli/start-worker.ts', env, ready: /at work/ })
    closers.push(() => worker.stop())
    const url = /https?:\S+/.exec(api.ready)?.[0] ?? ''
    const tokens = people.map(async (person) => {
      const { secret } = await makeApiToken(servers.store, demonstration.id, { person: person as PersonId, name: 'bench' })
      return [person, createAsker(url, `${demonstration.id}.${secret}`)] as const
    })
    const desk = Object.fromEntries(await Promise.all(tokens)) as Desk
    const declaration = await announce(desk)
    const before = await look(database, declaration)
    const perSecond = await takeUp(url, declaration)
    while ((await look(database, declaration)).waiting < takers) await pause(200)
    const after = await look(database, declaration)
    say(`${takers} takers by ${clients} clients: ${perSecond.toFixed(1)} matters a second`)
    say(`the declaration before and after: ${before.seq} and ${after.seq} actions, ${before.state} and ${after.state} bytes of state`)
    if (before.seq !== after.seq || before.state !== after.state) throw new Error('The declaration grew with its takers')
    say(`the withdrawal reached ${takers} takers in ${(await withdraw(desk, declaration, database)).toFixed(1)} s`)
  } finally {
    for (const close of closers.toReversed()) await close()
  }
}

await run()
