import { ApplicationFailure } from '@temporalio/common'
import { WorkflowUpdateFailedError } from '@temporalio/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from 'pg'
import type { DeliveryDependencies } from '#api/deliver-command.ts'
import type { ActionDraft } from '#domain/action.ts'
import type { Command } from '#domain/command.ts'
import { plainDay } from '#domain/day.ts'
import { decide } from '#domain/decide.ts'
import { checkDigitOf } from '#domain/patent-number.ts'
import { registerChange } from '#domain/register.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { asSystem, type Store } from '#store/db.ts'
import { changeRegisterEntry } from '#store/desk/registers.ts'
import { findEnd, findRecorded } from '#store/lists/on-record.ts'
import { countWaiting, takeOutbox } from '#store/outbox.ts'
import { appendAction } from '#store/record/append.ts'
import { getState } from '#store/record/read.ts'
import { tellTakeUps } from '#store/record/tell-take-ups.ts'
import { tell, type TellingParts } from '#worker/tell.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { approvalOf, approve, deal, openingOf, patentOf } from '../store/deal.ts'
import { deedIn } from '../store/house.ts'
import { draft, office } from '../store/loan.ts'

const digits = '202110000077'
const patent = `ZL${digits}.${checkDigitOf(digits)}`

let database: TestDatabase
let store: Store
const warnings: object[] = []
const known = { source: '专利登记簿副本', on: plainDay('2026-03-02') }

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.openStore()
  await changeRegisterEntry(
    store,
    deedIn(office),
    registerChange({ register: 'patent', id: patent }, 'PatentRegistered', patentOf(patent), known),
  )
})
afterAll(() => database.drop())

function append(matter: string, input: ActionDraft, definition = deal) {
  return appendAction(store, { institution: office, matter: matter as MatterId, definition, draft: input })
}

/** A deal that listens to the registers, under the name of a process that the relay knows to listen. */
const listening: typeof deal = {
  ...deal,
  stem: 'open-licence',
  code: 'LD',
  messages: { ...deal.messages, 'fact-changed': { name: 'fact-changed', act: 'declares', roles: [], form: 'deal/fact-changed' } },
}

/** Stands where a story would: decides on the state on record and records; `deaf` are matters whose story has not folded its wait yet. */
function createParts(deaf: Set<string> = new Set(), other = listening): TellingParts {
  async function update(workflowId: string, command: Command): Promise<{ seq: number }> {
    const [stem, matter] = workflowId.split('/') as [string, MatterId]
    const definition = stem === 'deal' ? deal : other
    const state = await getState(store, office, matter)
    const seen = deaf.delete(matter) ? { ...state, waits: {} } : state
    const on = plainDay('2026-03-02')
    const decision = decide(definition, seen, command, on)
    if (!decision.ok) {
      const cause = ApplicationFailure.nonRetryable('no', 'Refusal', ...decision.refusals)
      throw new WorkflowUpdateFailedError('refused', cause)
    }
    const { kind, facts, by } = decision
    const { recorded } = await append(matter, draft({ kind, facts, commandId: command.id, actor: by }), definition)
    return { seq: recorded?.seq ?? 0 }
  }
  const temporal = {
    withDeadline: (_: number, work: () => Promise<unknown>) => work(),
    workflow: {
      getHandle: (id: string) => ({
        executeUpdate: (_: string, { args }: { args: readonly [Command] }) => update(id, args[0]),
      }),
    },
  }
  const delivery: DeliveryDependencies = {
    temporal: temporal as unknown as DeliveryDependencies['temporal'],
    startMatter: () => Promise.reject(new Error('Nothing is started here')),
    findRecorded: (house, matter, command) => findRecorded(store, house, matter, command),
    findEnd: (house, matter) => findEnd(store, house, matter),
    restartStory: () => Promise.reject(new Error('Nothing is begun again here')),
    patience: 5000,
  }
  const mailer = { send: () => Promise.reject(new Error('No letters here')), close: () => undefined }
  return { store, delivery, mailer, log: { warn: (facts) => void warnings.push(facts) } }
}

/** One round of the relay; answers how many tellings between matters it took. */
async function round(parts = createParts(), kind = 'tell'): Promise<number> {
  const taken = (await takeOutbox(store, office, 1000, 3600)).filter((one) => one.kind === kind)
  for (const telling of taken) await tell(parts, office, telling)
  return taken.length
}

/** A matter that waits for nothing yet. */
async function openDeal(matter: string, tells?: string): Promise<void> {
  const kind = 'ordinary-licence' as const
  await append(matter, openingOf(matter, { patent, kind, ...(tells === undefined ? {} : { tell: tells }) }))
  await append(matter, draft({ kind: 'TaskOpened', commandId: 'approval#1/open', facts: { task: approvalOf() } }))
}

function startWaiting(matter: string) {
  const facts = { step: 'answer#1' as TaskId, messages: ['deal-made'] }
  return append(matter, draft({ kind: 'WaitStarted', commandId: 'answer#1/open', facts }))
}

async function heardBy(matter: string): Promise<number> {
  return (await getState(store, office, matter as MatterId)).messages.length
}

test('what is told before it is awaited waits beside the rounds, and arrives when the matter begins to wait', async () => {
  await openDeal('late-b')
  await openDeal('late-a', 'late-b')
  await append('late-a', approve())
  expect(await round()).toBe(1)
  expect(await heardBy('late-b')).toBe(0)
  expect(await round()).toBe(0)
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query(`UPDATE outbox SET done_at = now() WHERE kind <> 'tell'`)
  await client.end()
  expect(await countWaiting(store, office), 'a rehearsal does not wait for it').toBe(0)
  await startWaiting('late-b')
  expect(await round()).toBe(1)
  const state = await getState(store, office, 'late-b' as MatterId)
  expect(state.messages).toMatchObject([{ name: 'deal-made', by: { is: 'system', name: 'relay' } }])
  expect(await round()).toBe(0)
})

test('a matter that waits on record but has not folded it yet is asked again', async () => {
  await openDeal('deaf-b')
  await openDeal('deaf-a', 'deaf-b')
  await append('deaf-a', approve())
  await startWaiting('deaf-b')
  expect(await round(createParts(new Set(['deaf-b'])))).toBe(1)
  expect(await heardBy('deaf-b')).toBe(0)
  await expect.poll(async () => ((await round()) > 0 ? heardBy('deaf-b') : 0), { timeout: 5000 }).toBe(1)
})

test('to a suspended matter it is told when it is resumed, to a closed one never', async () => {
  for (const name of ['still', 'shut']) {
    await openDeal(`${name}-b`)
    await startWaiting(`${name}-b`)
    await openDeal(`${name}-a`, `${name}-b`)
  }
  await append('still-b', draft({ kind: 'MatterSuspended', commandId: 'suspend', facts: { reason: '核查' } }))
  await append('shut-b', draft({ kind: 'MatterClosed', commandId: 'close', facts: { outcome: 'refused' } }))
  await append('still-a', approve())
  await append('shut-a', approve())
  expect(await round()).toBe(2)
  expect([await heardBy('still-b'), await heardBy('shut-b')]).toEqual([0, 0])
  expect(await round()).toBe(0)
  await append('still-b', draft({ kind: 'MatterResumed', commandId: 'resume', facts: { days: 0, tasks: [] } }))
  expect(await round()).toBe(1)
  expect([await heardBy('still-b'), await heardBy('shut-b')]).toEqual([1, 0])
})

test('a telling that two relays bring is heard once', async () => {
  await openDeal('twice-b')
  await startWaiting('twice-b')
  await openDeal('twice-a', 'twice-b')
  await append('twice-a', approve())
  const [telling] = (await takeOutbox(store, office, 1000, 3600)).filter((one) => one.matter === 'twice-b' && one.kind === 'tell')
  if (telling === undefined) throw new Error('Nothing told')
  await tell(createParts(), office, telling)
  await tell(createParts(), office, telling)
  expect(await heardBy('twice-b')).toBe(1)
})

test('that a register changed is told to whoever waits to hear it now, and to nobody later', async () => {
  const open = async (name: string) => {
    const opened = openingOf(name, { patent, kind: 'ordinary-licence' })
    if (opened.kind !== 'MatterOpened') throw new Error('Not an opening')
    const head = { ...(opened.facts as { head: object }).head, process: 'open-licence' }
    await append(name, { ...opened, facts: { ...opened.facts, head } } as ActionDraft, listening)
  }
  await open('ear')
  await open('later')
  const waits = { step: 'answer#1' as TaskId, messages: ['fact-changed'] }
  await append('ear', draft({ kind: 'WaitStarted', commandId: 'answer#1/open', facts: waits }), listening)
  const change = registerChange({ register: 'patent', id: patent }, 'StatusChanged', { status: 'lapsed' }, known)
  await changeRegisterEntry(store, deedIn(office), change)
  expect(await round(createParts(), 'fact-changed')).toBeGreaterThanOrEqual(2)
  const heard = (await getState(store, office, 'ear' as MatterId)).messages
  expect(heard).toMatchObject([{ name: 'fact-changed', data: { subject: `patent/${patent}`, kind: 'StatusChanged' } }])
  await append('later', draft({ kind: 'WaitStarted', commandId: 'answer#1/open', facts: waits }), listening)
  expect(await round(createParts(), 'fact-changed')).toBe(0)
  expect(await heardBy('later')).toBe(0)
})

test('money that is matched to a take-up while it is being closed is laid before the office, and once heard it is not', async () => {
  const taking: typeof deal = {
    ...deal,
    stem: 'licence-take-up',
    code: 'LT',
    messages: {
      ...deal.messages,
      'receipt-matched': { name: 'receipt-matched', act: 'declares', roles: [], form: 'deal/receipt-matched' },
    },
  }
  await openDeal('offer')
  const open = async (name: string) => {
    const opened = openingOf(name, { patent, kind: 'ordinary-licence' })
    const head = { ...(opened.facts as { head: object }).head, process: 'licence-take-up', parent: 'offer' }
    await append(name, { ...opened, facts: { ...opened.facts, head } } as ActionDraft, taking)
    const waits = { step: 'answer#1' as TaskId, messages: ['receipt-matched'] }
    await append(name, draft({ kind: 'WaitStarted', commandId: 'answer#1/open', facts: waits }), taking)
  }
  const close = (name: string) => append(name, draft({ kind: 'MatterClosed', commandId: 'close', facts: { outcome: 'refused' } }), taking)
  const incidents = () =>
    asSystem(store, office, (tx) => tx.incident.findMany({ where: { kind: 'not-told', matterId: { in: ['paid-late', 'paid-in-time'] } } }))
  for (const name of ['paid-late', 'paid-in-time']) await open(name)
  const told = await tellTakeUps(store, office, 'offer' as MatterId, {
    message: 'receipt-matched',
    data: { amountFen: 5_000_000 },
    limit: 10,
  })
  expect(told.told).toBe(2)
  await close('paid-late')
  const taken = (await takeOutbox(store, office, 1000, 3600)).filter((one) => one.kind === 'tell')
  for (const telling of taken) await tell(createParts(new Set(), taking), office, telling)
  expect(await heardBy('paid-in-time')).toBe(1)
  await close('paid-in-time')
  // Brought a second time by another relay, after the matter that heard it was closed.
  for (const telling of taken) await tell(createParts(new Set(), taking), office, telling)
  expect((await incidents()).map(({ matterId, detail }) => [matterId, (detail as { message: string }).message])).toEqual([
    ['paid-late', 'receipt-matched'],
  ])
})
