import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Mailer, Sending } from '#activities/mailer.ts'
import { resendCommand, type CommandRequest } from '#api/deliver-command.ts'
import { demonstration } from '#cli/demonstration-house.ts'
import type { PersonId } from '#domain/actor.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { asSystem, systemViewer } from '#store/db.ts'
import { answerCommand, findCommand, keepCommand } from '#store/desk/commands.ts'
import { listRefusals } from '#store/desk/refusals.ts'
import { enqueue, type Telling } from '#store/outbox.ts'
import { startRelay, type Relay } from '#worker/relay.ts'
import { openOffice, type Office } from '../api/office.ts'

const institution = demonstration.id
const inventor = 'inventor1' as PersonId
const sent: Sending[] = []
const mailer: Mailer = { send: async (sending) => ({ messageId: `<${sent.push(sending)}@test>` }), close: () => undefined }

let office: Office
let matter: MatterId
let relays: Relay[] = []

const createParts = () => ({ ...office.grounds, mailer, pause: 20 })

beforeAll(async () => {
  office = await openOffice()
  matter = (await office.report(await office.signIn(inventor))).id
  relays = [startRelay(createParts()), startRelay(createParts())]
})

afterAll(async () => {
  await Promise.all(relays.map((relay) => relay.stop()))
  await office.close()
})

/** A claim of the office's task by the inventor himself: nobody decides on his own matter. */
async function keepClaim(id: string, heldFor: number) {
  const actor = { is: 'person', person: inventor, roles: [], deputyFor: [] } as const
  const order = { name: 'claim-task', task: 'formal-check#1' as TaskId } as const
  const request: CommandRequest = { is: 'act', institution, process: 'disclosure', matter, command: { id, actor, order } }
  return keepCommand(office.engine.store, institution, { id, person: inventor, name: order.name, matter, bodyHash: 'h', request, heldFor })
}

const refusalsOf = async (id: string) =>
  (await listRefusals(office.engine.store, systemViewer(institution), { matter })).items.filter((one) => one.commandId === id)

const statusOf = async (id: string) => (await findCommand(office.engine.store, institution, id))?.status

describe('a command that no door could answer', () => {
  it('is refused by the relay, which records the refusal as the door would have', async () => {
    await keepClaim('left-by-a-door', 0)
    await office.until(async () => expect(await statusOf('left-by-a-door')).toBe('refused'))
    expect(await refusalsOf('left-by-a-door')).toMatchObject([
      { asked: 'claim-task', person: inventor, matter, on: office.grounds.officeClock.today() },
    ])
  })

  it('is on record as refused once, however many give the answer at the same moment', async () => {
    const row = await keepClaim('sent-by-many', 600)
    const answers = await Promise.all([1, 2, 3, 4].map(() => resendCommand(createParts(), institution, row)))
    expect(answers.map((one) => one.status)).toEqual(['refused', 'refused', 'refused', 'refused'])
    expect(await refusalsOf('sent-by-many')).toHaveLength(1)
  })

  it('leaves no refusal where somebody else answered first that it was done', async () => {
    const row = await keepClaim('answered-before', 600)
    await answerCommand(office.engine.store, institution, row.id, { status: 'done', answer: { seq: 4 } } as { status: 'done' })
    await resendCommand(createParts(), institution, row)
    expect(await statusOf('answered-before')).toBe('done')
    expect(await refusalsOf('answered-before')).toEqual([])
  })
})

describe('a letter that has gone out', () => {
  const kept = (key: string) =>
    asSystem(office.engine.store, institution, (tx) => tx.outbox.findFirstOrThrow({ where: { institutionId: institution, key } }))
  const post = (telling: Telling) => asSystem(office.engine.store, institution, (tx) => enqueue(tx, institution, telling))

  it('leaves neither its code nor its link in the outbox', async () => {
    const person = 'inventor2'
    const url = 'https://conveyance.example/links/one-time-secret'
    const link = { institution: '示例大学', number: 'DI-1', process: 'disclosure', step: 'formal-check', url, until: '2026-03-09' }
    await post({ kind: 'link-code', key: 'link-code/t/1', body: { person, facts: { code: '531642', until: '2026-03-02 10:00' } } })
    await post({ kind: 'link', key: 'link/t', body: { person, facts: link } })
    await office.until(async () => expect([(await kept('link-code/t/1')).doneAt, (await kept('link/t')).doneAt]).not.toContain(null))
    const letters = sent.map(({ letter }) => letter.text).join()
    expect(letters).toContain('531642')
    expect(letters).toContain(url)
    expect([(await kept('link-code/t/1')).body, (await kept('link/t')).body]).toEqual([{}, {}])
  })

  it('is still there in full while it could not be sent', async () => {
    const body = { person: 'nobody-of-this-name', facts: { code: '202603', until: '2026-03-02 10:00' } }
    await post({ kind: 'link-code', key: 'link-code/u/1', body })
    await office.until(async () => expect((await kept('link-code/u/1')).lastError).toContain('no mail address'))
    expect(await kept('link-code/u/1')).toMatchObject({ body, doneAt: null })
  })
})
