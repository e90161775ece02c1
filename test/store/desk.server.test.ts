import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { asSystem, systemViewer, type Store, type Viewer } from '#store/db.ts'
import { makeApiToken, revokeApiToken } from '#store/desk/api-tokens.ts'
import { addAttachment, bindAttachments, readAttachment } from '#store/desk/attachments.ts'
import { answerCommand, countUnanswered, findCommand, keepCommand, takeUnanswered } from '#store/desk/commands.ts'
import { loadBearer } from '#store/desk/bearers.ts'
import { addComment, listComments } from '#store/desk/comments.ts'
import { dropDraft, findDraft, saveDraft } from '#store/desk/drafts.ts'
import { addFilter, changeFilter, dropFilter, findFilter, listFilters } from '#store/desk/filters.ts'
import { codeAttemptsAllowed, findLink, makeLink, setLinkCode, tryLinkCode, useLink } from '#store/desk/links.ts'
import { beginSession, endSession, endSessionsOf } from '#store/desk/sessions.ts'
import { countWaiting, enqueue, finishTellings, postponeTelling, takeOutbox } from '#store/outbox.ts'
import { appendAction } from '#store/record/append.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { approvalTask, draft, lin, loan, monday, office, opening } from './loan.ts'

let database: TestDatabase
let store: Store

const matter = 'm1' as MatterId
const today = plainDay('2026-03-02')
const hour = 3_600_000
/** What a carried-out command answers. */
const receipt = (seq: number) => ({ status: 'done', answer: { seq } }) as const

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.openStore()
  const person = { institutionId: office, id: lin, name: '林岚', employer: 'here', relation: 'staff' }
  await asSystem(store, office, (tx) => tx.person.create({ data: person }))
  await appendAction(store, { institution: office, matter, definition: loan, draft: opening(matter, { title: '示波器' }) })
})
afterAll(() => database.drop())

test('a command sent twice is kept once, with its first content, and answered once', async () => {
  const command = { id: 'cmd-1', person: lin, name: 'claim-task', matter, bodyHash: 'h1', request: { order: '领取' } }
  const kept = await Promise.all([keepCommand(store, office, command), keepCommand(store, office, { ...command, bodyHash: 'h2' })])
  expect(new Set(kept.map((row) => row.bodyHash)).size).toBe(1)
  expect(await findCommand(store, office, 'cmd-1')).toMatchObject({ status: 'pending', request: { order: '领取' } })
  const answers = await Promise.all([1, 2, 3].map((seq) => answerCommand(store, office, 'cmd-1', receipt(seq))))
  expect(answers.filter(Boolean)).toHaveLength(1)
  const row = await findCommand(store, office, 'cmd-1')
  expect(row).toMatchObject({ status: 'done', answer: { status: 'done' } })
  expect(row?.request).toBeUndefined()
})

test('what a command carries lies sealed', async () => {
  await keepCommand(store, office, { id: 'cmd-2', name: 'x', bodyHash: 'h', request: { said: 'plainly' } })
  const rows = await asSystem(store, office, (tx) => tx.command.findMany({ where: { id: 'cmd-2' } }))
  expect(Buffer.from(rows[0]?.sealedRequest ?? []).includes('plainly')).toBe(false)
})

test('unanswered commands are taken by one relay each, and come back when it dies', async () => {
  for (const id of ['u1', 'u2', 'u3', 'u4']) await keepCommand(store, office, { id, name: 'x', bodyHash: 'h', request: {} })
  const [one, other] = await Promise.all([takeUnanswered(store, office, { limit: 3 }), takeUnanswered(store, office, { limit: 3 })])
  const taken = [...one, ...other].map((row) => row.id)
  expect(new Set(taken).size).toBe(taken.length)
  await takeUnanswered(store, office)
  expect(await takeUnanswered(store, office)).toEqual([])
  await asSystem(store, office, (tx) => tx.$executeRaw`UPDATE commands SET next_try_at = now() - interval '1 second' WHERE id = 'u1'`)
  expect((await takeUnanswered(store, office)).map((row) => [row.id, row.attempts])).toEqual([['u1', 2]])
  expect(await countUnanswered(store, office)).toBe(5)
})

test('two who write different fields of one draft at the same moment both keep theirs', async () => {
  const subject = { matter, task: 'approval#1' as TaskId }
  const write = (by: string, field: string) =>
    saveDraft(store, office, subject, { by: by as PersonId, at: monday, merge: (saved: JsonObject) => ({ ...saved, [field]: by }) })
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map((one) => write(one, `field-${one}`)))
  const saved = await findDraft(store, office, subject)
  expect(saved).toMatchObject({ version: 5, data: { 'field-a': 'a', 'field-b': 'b', 'field-c': 'c', 'field-d': 'd', 'field-e': 'e' } })
  expect(await saveDraft(store, office, subject, { by: lin, at: monday, merge: () => undefined })).toBeUndefined()
  expect((await findDraft(store, office, subject))?.version).toBe(5)
  await dropDraft(store, office, subject)
  expect(await findDraft(store, office, subject)).toBeUndefined()
})

test("a start form is drafted under its writer's key, before there is a matter", async () => {
  const subject = { process: 'loan', person: lin }
  await saveDraft(store, office, subject, { by: lin, at: monday, merge: () => ({ title: '草稿' }) })
  expect(await findDraft(store, office, subject)).toMatchObject({ data: { title: '草稿' }, by: lin, at: monday })
  const rows = await asSystem(store, office, (tx) => tx.draft.findMany({ where: { subject: 'start/loan/lin' } }))
  expect(Buffer.from(rows[0]?.sealed ?? []).includes('草稿')).toBe(false)
})

test('comments keep their visibilities apart, and tell whoever is mentioned', async () => {
  const system = systemViewer(office)
  for (const visibility of ['matter', 'office', 'privileged'] as const) {
    await addComment(store, system, matter, {
      id: `c-${visibility}`,
      visibility,
      author: lin,
      text: visibility,
      mentions: ['ou' as PersonId],
      at: monday,
      on: today,
    })
  }
  const read = async (...which: ('matter' | 'office' | 'privileged')[]) =>
    (await listComments(store, system, matter, which)).map((one) => one.text)
  expect(await read('matter')).toEqual(['matter'])
  expect(await read('matter', 'office', 'privileged')).toEqual(['matter', 'office', 'privileged'])
  const told = (await takeOutbox(store, office)).filter((one) => one.kind === 'comment-mentions')
  expect(told.map((one) => one.body['to'])).toEqual([['ou'], ['ou'], ['ou']])
})

test('a file uploaded before its matter is open moves under the key of the matter', async () => {
  const file = { name: '说明书.pdf', mediaType: 'application/pdf', uploadedBy: lin, at: monday, on: today, bytes: Buffer.from('%PDF-1.7') }
  const { id } = await addAttachment(store, office, file)
  await bindAttachments(store, office, matter, 'wang' as PersonId, [id])
  const rows = () => asSystem(store, office, (tx) => tx.blob.findMany({ select: { sealedUnder: true } }))
  expect(await rows()).toEqual([{ sealedUnder: 'person/lin' }])
  await bindAttachments(store, office, matter, lin, [id])
  await bindAttachments(store, office, matter, lin, [id])
  expect(await rows()).toEqual([{ sealedUnder: 'matter/m1' }])
  expect(await readAttachment(store, systemViewer(office), id)).toMatchObject({ name: '说明书.pdf', matter, bytes: file.bytes })
})

test('a filter is changed by its owner alone, and seen by others when shared', async () => {
  const owner = { institution: office, person: lin, roles: [], scope: 'person' } as const
  const other = { ...owner, person: 'wang' as PersonId }
  const filter = { name: '本周', list: 'tasks', query: { list: 'group' }, shared: false }
  const { id } = await addFilter(store, owner, filter)
  expect([await findFilter(store, owner, id), await findFilter(store, other, id)].map(Boolean)).toEqual([true, false])
  expect(await changeFilter(store, owner, id, { ...filter, shared: true })).toBe(true)
  expect(await listFilters(store, other)).toMatchObject([{ id, owner: lin, shared: true }])
  expect([await changeFilter(store, other, id, filter), await dropFilter(store, other, id), await dropFilter(store, owner, id)]).toEqual([
    false,
    false,
    true,
  ])
})

test('a session lasts its hours, and a change of password ends the others', async () => {
  const first = await beginSession(store, office, lin, 8)
  const second = await beginSession(store, office, lin, 8)
  const over = await beginSession(store, office, lin, -1)
  expect(await loadBearer(store, office, { is: 'session', secret: first.secret }, today)).toMatchObject({ person: lin })
  expect(await loadBearer(store, office, { is: 'session', secret: over.secret }, today)).toBeUndefined()
  expect(await loadBearer(store, 'uni-b' as Viewer['institution'], { is: 'session', secret: first.secret }, today)).toBeUndefined()
  await endSessionsOf(store, office, lin, second.secret)
  expect(
    [
      await loadBearer(store, office, { is: 'session', secret: first.secret }, today),
      await loadBearer(store, office, { is: 'session', secret: second.secret }, today),
    ].map(Boolean),
  ).toEqual([false, true])
  await endSession(store, office, second.secret)
  expect(await loadBearer(store, office, { is: 'session', secret: second.secret }, today)).toBeUndefined()
})

test('a token works until its person revokes it', async () => {
  const { id, secret } = await makeApiToken(store, office, { person: lin, name: 'report' })
  expect(await loadBearer(store, office, { is: 'token', secret }, today)).toMatchObject({ person: lin })
  expect(await revokeApiToken(store, office, 'wang' as PersonId, id)).toBe(false)
  expect(await revokeApiToken(store, office, lin, id)).toBe(true)
  expect(await loadBearer(store, office, { is: 'token', secret }, today)).toBeUndefined()
})

test('a one-time link opens by its code, five wrong ones spend the code and no other follows before its time, and of twenty users at once one uses it', async () => {
  const secret = await makeLink(store, office, {
    purpose: 'task',
    matter,
    person: lin,
    contentHash: 'h',
    expiresAt: new Date(Date.now() + hour),
  })
  expect(await tryLinkCode(store, office, secret, '123456')).toEqual({ is: 'none' })
  const code = { code: '123456', expiresAt: new Date(Date.now() + hour) }
  await setLinkCode(store, office, secret, code)
  expect(await tryLinkCode(store, office, secret, '123456')).toEqual({ is: 'right' })
  const wrong = await Promise.all(Array.from({ length: 8 }, () => tryLinkCode(store, office, secret, '000000')))
  expect(wrong.filter((one) => one.is === 'wrong')).toHaveLength(codeAttemptsAllowed)
  expect(await tryLinkCode(store, office, secret, '123456')).toEqual({ is: 'none' })
  expect(await setLinkCode(store, office, secret, { ...code, code: '654321' })).toBe(false)
  expect(await tryLinkCode(store, office, secret, '654321')).toEqual({ is: 'none' })
  const used = await Promise.all(Array.from({ length: 20 }, () => useLink(store, office, secret)))
  expect(used.filter(Boolean)).toHaveLength(1)
  expect(await findLink(store, office, secret)).toMatchObject({ usedAt: expect.any(Date), contentHash: 'h' })
})

test('an expired link is used by nobody', async () => {
  const secret = await makeLink(store, office, { purpose: 'task', expiresAt: new Date(Date.now() - 1) })
  expect([await useLink(store, office, secret), await setLinkCode(store, office, secret, { code: '1', expiresAt: new Date() })]).toEqual([
    false,
    false,
  ])
})

test('tellings are taken by one relay each, told again after a failure, and counted until they are done', async () => {
  await asSystem(store, office, async (tx) => {
    for (const key of ['a', 'b', 'b', 'c']) await enqueue(tx, office, { kind: 'test', key, body: { key } })
  })
  const ours = (tellings: readonly { kind: string }[]) => tellings.filter((one) => one.kind === 'test')
  const [one, other] = await Promise.all([takeOutbox(store, office), takeOutbox(store, office)])
  const taken = [...one, ...other]
  expect(ours(taken)).toHaveLength(3)
  const before = await countWaiting(store, office)
  const [first, second] = ours(taken) as typeof taken
  await finishTellings(store, office, [first?.id ?? 0n])
  await postponeTelling(store, office, second?.id ?? 0n, 0, 'the post is shut')
  expect(await countWaiting(store, office)).toBe(before - 1)
  expect(ours(await takeOutbox(store, office))).toMatchObject([{ key: second?.key, attempts: 2 }])
})

test('an action writes its tellings in its own transaction, once', async () => {
  const open = draft({ kind: 'TaskOpened', commandId: 'told', facts: { task: approvalTask() } })
  await appendAction(store, { institution: office, matter, definition: loan, draft: open })
  await appendAction(store, { institution: office, matter, definition: loan, draft: open })
  const told = (await takeOutbox(store, office)).filter((one) => one.matter === matter && one.kind === 'task-opened')
  expect(told.map((one) => one.body)).toMatchObject([{ task: 'approval#1', toRoles: ['ipo_officer'] }])
})
