import { Client as PostgresClient } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LetterRefused, type Mailer, type Sending } from '#activities/mailer.ts'
import type { CommandRequest } from '#api/deliver-command.ts'
import { demonstration } from '#cli/demonstration-house.ts'
import type { PersonId } from '#domain/actor.ts'
import { instantOfDayStart, plainDay } from '#domain/day.ts'
import { definition } from '#domain/disclosure.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { asSystem } from '#store/db.ts'
import { keepCommand } from '#store/desk/commands.ts'
import { enqueue } from '#store/outbox.ts'
import { workflowIdOf } from '#workflows/messages.ts'
import { startOfficeDay } from '#worker/office-days.ts'
import { startRelay, type Relay } from '#worker/relay.ts'
import { keepWatch } from '#worker/watch.ts'
import { append } from '../api/by-hand.ts'
import { openOffice, type Office, type Someone } from '../api/office.ts'

type Incident = { readonly [name: string]: unknown } & {
  readonly id: string
  readonly kind: string
  readonly detail: { readonly [name: string]: unknown }
}

const institution = demonstration.id
const sent: Sending[] = []
/** What the mail server says to every letter; undefined while it takes them. */
let objection: Error | undefined
const mailer: Mailer = {
  async send(sending) {
    if (objection !== undefined) throw objection
    return { messageId: `<${sent.push(sending)}@post.example>` }
  },
  close: () => undefined,
}

let office: Office
let sysadmin: Someone
let inventor: Someone
let relay: Relay
let watch: ReturnType<typeof keepWatch>

beforeAll(async () => {
  office = await openOffice({}, {}, { mailer, tries: 1 })
  sysadmin = await office.signIn('sysadmin')
  inventor = await office.signIn('inventor1')
  relay = startRelay({ ...office.grounds, delivery: { ...office.grounds.delivery, patience: 1_000 }, mailer, pause: 20 })
  watch = keepWatch({ ...office.grounds, pause: 3_600_000, tries: 1, quietFor: 0 })
})

afterAll(async () => {
  await watch.stop()
  await relay.stop()
  await office.close()
})

/** As whoever owns the tables: the trouble is real, and outside the program. */
async function asOwner(sql: string): Promise<void> {
  const client = new PostgresClient({ connectionString: office.engine.database.ownerUrl })
  await client.connect()
  await client.query(sql)
  await client.end()
}

async function listIncidents(query: string): Promise<Incident[]> {
  return (await sysadmin.get(`/api/incidents?${query}`)).body['items'] as Incident[]
}

async function incident(query: string, isMeant: (one: Incident) => boolean): Promise<Incident> {
  return office.until(async () => {
    const found = (await listIncidents(query)).find(isMeant)
    expect(found, query).toBeDefined()
    return found as Incident
  })
}

const retry = async ({ id }: Incident) => (await sysadmin.post(`/api/incidents/${encodeURIComponent(id)}/retry`)).body

describe('a paper that cannot be filed', () => {
  const shut = () => asOwner('REVOKE INSERT ON blobs FROM conveyance_app')
  const open = () => asOwner('GRANT INSERT ON blobs TO conveyance_app')
  let matter: MatterId
  let failing: Incident

  /** A state secret is answered with a paper at once. */
  async function hand(key: string): Promise<MatterId> {
    const opened = await inventor.post(
      '/api/matters',
      { process: 'disclosure', data: { secrecyLevel: 'state-secret' } },
      { 'idempotency-key': key },
    )
    expect(opened.status, JSON.stringify(opened.body)).toBe(201)
    return opened.body['id'] as MatterId
  }

  it('is an incident of its matter, with the reason as it was given', async () => {
    await shut()
    matter = await hand('secret-1')
    failing = await incident(`status=open&matter=${matter}`, (one) => one.kind === 'activity-failing')
    expect(failing.detail).toMatchObject({ activity: 'issueDocument', step: 'handover-notice#1' })
    expect(failing.detail['why']).toContain('permission denied for table blobs')
  })

  it('is told to have failed again while the reason lasts', async () => {
    const answer = await retry(failing)
    expect(answer).toMatchObject({ outcome: 'failed-again', incident: { id: failing.id, status: 'retried', attempts: 1 } })
    expect(answer['detail']).toContain('permission denied for table blobs')
    expect((await office.engine.state(matter)).papers).toEqual([])
  })

  it('is found by the watch where no worker could report it, once', async () => {
    await asSystem(office.engine.store, institution, (tx) => tx.incident.deleteMany({ where: { matterId: matter } }))
    await office.until(async () => {
      await watch.round()
      const found = await listIncidents(`matter=${matter}`)
      expect(found).toMatchObject([{ id: failing.id, kind: 'activity-failing' }])
      expect(found[0]?.detail['why']).toContain('permission denied for table blobs')
    })
  })

  it('is resolved by a retry once it can be filed, and the matter goes on', async () => {
    await open()
    expect(await retry(failing)).toMatchObject({
      outcome: 'resolved',
      detail: 'done',
      incident: { status: 'resolved', lastOutcome: 'done' },
    })
    const closed = await office.engine.until(matter, (state) => state.standing.is === 'closed')
    expect(closed.papers).toHaveLength(1)
    expect((await sysadmin.post(`/api/incidents/${encodeURIComponent(failing.id)}/retry`)).status).toBe(409)
  })

  it('is closed by the watch when an attempt of its own succeeds', async () => {
    await shut()
    const other = await hand('secret-2')
    const again = await incident(`status=open&matter=${other}`, () => true)
    await watch.round()
    expect(await listIncidents(`status=open&matter=${other}`)).toHaveLength(1)
    await open()
    await office.engine.until(other, (state) => state.standing.is === 'closed')
    await watch.round()
    expect(await listIncidents(`matter=${other}`)).toMatchObject([{ id: again.id, status: 'resolved', lastOutcome: 'done' }])
  })
})

describe('a letter that the mail server refuses for good', () => {
  const key = 'link-code/of-an-incident'
  const kept = () =>
    asSystem(office.engine.store, institution, (tx) => tx.outbox.findFirstOrThrow({ where: { institutionId: institution, key } }))

  it('waits for the office, is sent by a retry, and is then kept nowhere', async () => {
    objection = new LetterRefused('550 No such mailbox')
    const facts = { institution: '示例大学', url: 'https://conveyance.example/invitations/of-an-incident', until: '2026-03-09' }
    await asSystem(office.engine.store, institution, (tx) =>
      enqueue(tx, institution, { kind: 'invitation', key, body: { person: 'inventor2', facts } }),
    )
    const refused = await incident('status=open', (one) => one.id === `mail/${key}`)
    expect(refused).toMatchObject({ kind: 'mail-refused', detail: { why: '550 No such mailbox' } })
    expect(await retry(refused)).toMatchObject({ outcome: 'failed-again', detail: '550 No such mailbox', incident: { attempts: 1 } })
    expect((await kept()).body).toMatchObject({ facts })
    objection = undefined
    const answer = await retry(refused)
    expect(answer).toMatchObject({ outcome: 'resolved', incident: { status: 'resolved', attempts: 2 } })
    expect(answer['detail']).toBe(`sent as <${sent.length}@post.example>`)
    expect(sent.at(-1)?.letter.text).toContain(facts.url)
    expect((await kept()).body).toEqual({})
  })
})

describe('a morning on which the post is shut', () => {
  it("is an incident of the house's day, and a retry brings the mails", async () => {
    objection = new Error('connect ECONNREFUSED')
    await office.report(inventor)
    // The office day's first morning comes at half past eight of the next day: it is that, but for a second.
    const clockOffset = instantOfDayStart(plainDay('2026-03-03')) + 8.5 * 3_600_000 - 1_000 - Date.now()
    await startOfficeDay(office.engine.environment.client, { institution, taskQueue: office.engine.taskQueue, clockOffset })
    const shut = await incident('status=open', (one) => one.detail['activity'] === 'morningRound')
    expect(shut.detail['why']).toMatch(/mails of 2026-03-03 were not taken.*connect ECONNREFUSED/)
    expect(await retry(shut)).toMatchObject({ outcome: 'failed-again', incident: { status: 'retried' } })
    objection = undefined
    const before = sent.length
    expect(await retry(shut)).toMatchObject({ outcome: 'resolved', detail: 'done', incident: { status: 'resolved' } })
    expect(sent.length).toBeGreaterThan(before)
  })
})

describe('a task that nobody may do', () => {
  it('is an incident until somebody may', async () => {
    const { id } = await office.report(inventor)
    const { roles } = (await office.engine.state(id)).tasks['formal-check#1'] ?? { roles: [] }
    const grants = (from: string, to: string) =>
      asSystem(office.engine.store, institution, (tx) =>
        tx.roleAssignment.updateMany({ where: { roleKey: { in: [...roles] }, status: from }, data: { status: to } }),
      )
    await watch.round()
    expect(await listIncidents(`matter=${id}`)).toEqual([])
    await grants('active', 'suspended-by-test')
    await watch.round()
    const nobody = (await listIncidents(`status=open&matter=${id}`))[0] as Incident
    expect(nobody).toMatchObject({ kind: 'nobody-eligible', detail: { step: 'formal-check', roles } })
    expect(await retry(nobody)).toMatchObject({ outcome: 'failed-again', incident: { status: 'retried' } })
    await grants('suspended-by-test', 'active')
    expect(await retry(nobody)).toMatchObject({ outcome: 'resolved', incident: { status: 'resolved' } })
    await watch.round()
    expect(await listIncidents(`matter=${id}`)).toMatchObject([{ status: 'resolved' }])
  })
})

describe('a matter whose story does not go on', () => {
  it('is an incident with the fault of the story, also when the story is over', async () => {
    const id = 'without-a-story' as MatterId
    const { workflow } = office.engine.environment.client
    const workflowId = workflowIdOf('disclosure', id)
    const { head, data } = await office.engine.state((await office.report(inventor)).id)
    await append(office.engine.store, definition, id)('MatterOpened', { head: { ...head, id, number: '' }, data }, head.openedBy)
    await watch.round()
    const [stuck] = await listIncidents(`status=open&matter=${id}`)
    expect(stuck).toMatchObject({ kind: 'story-stuck', detail: { why: 'the server keeps no story of it' } })

    const handle = await workflow.start('noSuchStory', { workflowId, taskQueue: office.engine.taskQueue, args: [] })
    await office.until(async () => {
      await watch.round()
      expect((await listIncidents(`matter=${id}`))[0]?.detail['why']).toMatch(/noSuchStory/)
    })
    expect(await retry(stuck as Incident)).toMatchObject({ outcome: 'failed-again', detail: expect.stringContaining('noSuchStory') })

    await handle.terminate()
    expect(await retry(stuck as Incident)).toMatchObject({ outcome: 'failed-again', detail: 'its story is over: TERMINATED' })
    await append(office.engine.store, definition, id)('MatterClosed', { outcome: 'docketed' })
    await watch.round()
    expect(await listIncidents(`matter=${id}`)).toMatchObject([{ status: 'resolved', lastOutcome: 'the matter is closed' }])
  })
})

describe('a command that nobody answers', () => {
  it('is an incident of its matter, and a retry carries it out once a worker is there', async () => {
    const { id } = await office.report(inventor)
    const actor = { is: 'person', person: 'ipo_officer' as PersonId, roles: ['ipo_officer' as RoleKey], deputyFor: [] } as const
    const order = { name: 'claim-task', task: 'formal-check#1' as TaskId } as const
    const request: CommandRequest = { is: 'act', institution, process: 'disclosure', matter: id, command: { id: 'claim', actor, order } }
    await office.engine.stopWorker()
    await keepCommand(office.engine.store, institution, { id: 'claim', name: order.name, matter: id, bodyHash: 'h', request, heldFor: 600 })
    await asOwner("UPDATE commands SET attempts = 4, next_try_at = now() WHERE id = 'claim'")
    const unanswered = await incident(`status=open&matter=${id}`, (one) => one.kind === 'unanswered')
    expect(unanswered.detail).toMatchObject({ command: 'claim-task', attempts: 5 })
    expect(await retry(unanswered)).toMatchObject({ outcome: 'failed-again', detail: expect.stringMatching(/deadline exceeded/i) })
    await office.engine.restartWorker()
    expect(await retry(unanswered)).toMatchObject({ outcome: 'resolved', detail: 'done', incident: { status: 'resolved' } })
    expect((await office.engine.state(id)).tasks['formal-check#1']?.assignee).toBe('ipo_officer')
  })
})
