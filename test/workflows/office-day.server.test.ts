import { MockActivityEnvironment } from '@temporalio/testing'
import { Worker } from '@temporalio/worker'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { LetterRefused, type Mailer } from '#activities/mailer.ts'
import { createMorningRoundActivity } from '#activities/morning-round.ts'
import type { Actor, InstitutionId, PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterId, TaskId } from '#domain/state.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { asSystem } from '#store/db.ts'
import { startOfficeDay } from '#worker/office-days.ts'
import { createEngine, type Engine } from '../engine.ts'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'

const institution = 'uni-morning' as InstitutionId
const matter = 'm-1' as MatterId
const check = 'formal-check#1' as TaskId
const inventors = ['ann', 'bo', 'chen'] as PersonId[]
const officers = ['olga', 'otto'] as PersonId[]

let engine: Engine

function officer(person: string): Actor {
  return { is: 'person', person: person as PersonId, roles: ['ipo_officer' as RoleKey], deputyFor: [] }
}

/** The mails of a day, by address. */
function mailsOf(day: string): { [to: string]: string } {
  const sent = engine.letters.filter((one) => one.id.startsWith(`${institution}/digest/${day}/`))
  return Object.fromEntries(sent.map(({ to, letter }) => [to, letter.text]))
}

beforeAll(async () => {
  engine = await createEngine(institution)
  await asSystem(engine.store, institution, async (tx) => {
    await tx.institution.create({ data: { id: institution, nameZh: '示例大学', nameEn: 'Sample University', province: 'Beijing' } })
    const { year, source, issuedOn, off, workingWeekends } = calendar2026
    await tx.yearCalendar.create({
      data: { institutionId: institution, year, source, issuedOn, off: [...off], workingWeekends: [...workingWeekends] },
    })
    const shared = { institutionId: institution, employer: 'here', language: 'en' }
    await tx.person.createMany({
      data: [...officers, ...inventors].map((id) => ({
        ...shared,
        id,
        name: id,
        relation: id === 'chen' ? 'student' : 'staff',
        mail: `${id}@uni.example`,
      })),
    })
    await tx.person.create({
      data: { ...shared, id: 'gone', name: 'gone', relation: 'staff', status: 'proposed', mail: 'gone@uni.example' },
    })
    const granted = {
      institutionId: institution,
      role: 'ipo_officer',
      roleKey: 'ipo_officer',
      fromDay: '2026-01-01',
      grantedBy: 'setup',
      status: 'active',
    }
    await tx.roleAssignment.createMany({ data: [...officers, 'gone'].map((personId) => ({ ...granted, id: personId, personId })) })
  })
  await engine.startMatter({
    institution,
    id: matter,
    process: 'disclosure',
    data: JSON.parse(JSON.stringify(sampleDisclosure(inventors))) as JsonObject,
    openedBy: { is: 'person', person: inventors[0] as PersonId, as: 'self' },
    openingCommand: 'open',
  })
  await engine.until(matter, (state) => state.tasks[check] !== undefined)
  const { client } = engine.environment
  await startOfficeDay(client, { institution, taskQueue: engine.taskQueue, clockOffset: engine.clockOffset })
})

afterAll(() => engine.close())

describe('the morning round', () => {
  it('begins on the morning after the first start, and tells each candidate of the task opened the day before', async () => {
    await engine.pass('24h')
    expect(await engine.today()).toBe('2026-03-03')
    expect(Object.keys(mailsOf('2026-03-02'))).toEqual([])
    expect(Object.keys(mailsOf('2026-03-03')).toSorted()).toEqual(['olga@uni.example', 'otto@uni.example'])
    const { head } = await engine.state(matter)
    expect(mailsOf('2026-03-03')['olga@uni.example']).toContain(`New tasks (1)\n  · ${head.number}`)
  })

  it('is silent to those whom nothing new concerns', async () => {
    await engine.pass('24h')
    expect(mailsOf('2026-03-04')).toEqual({})
  })

  it('tells only the new holder when a task is reassigned', async () => {
    const [olga, otto] = [officer('olga'), officer('otto')]
    await engine.act('disclosure', matter, olga, { name: 'claim-task', task: check })
    await engine.act('disclosure', matter, olga, { name: 'delegate-task', task: check, target: otto })
    expect((await engine.state(matter)).tasks[check]).toMatchObject({ assignee: 'otto', owner: 'olga' })
    await engine.pass('24h')
    expect(Object.keys(mailsOf('2026-03-05'))).toEqual(['otto@uni.example'])
  })

  it('tells the holder of the days before the due day, but not on a weekend, and of the days after it', async () => {
    await engine.pass('144h')
    expect(await engine.today()).toBe('2026-03-11')
    const days = ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09', '2026-03-10', '2026-03-11']
    const told = days.map((day) => mailsOf(day)['otto@uni.example'] ?? '')
    expect(told.map((text) => /3 days left|due today|days? overdue/.exec(text)?.[0])).toEqual([
      '3 days left',
      undefined,
      undefined,
      'due today',
      'day overdue',
      'days overdue',
    ])
    // Escalation widened the candidates; the holder is still one man.
    expect(Object.keys(mailsOf('2026-03-11'))).toEqual(['otto@uni.example'])
  })

  it('names no title in any mail', async () => {
    const { titleZh, titleEn } = sampleDisclosure(inventors)
    expect((await engine.state(matter)).data).toMatchObject({ titleZh, titleEn })
    expect(
      engine.letters.filter(({ letter }) =>
        [titleZh, titleEn ?? titleZh].some((title) => `${letter.subject}${letter.text}`.includes(title)),
      ),
    ).toEqual([])
  })

  it('renews itself each day, and every day of it replays', async () => {
    const { workflow } = engine.environment.client
    const { runId } = await workflow.getHandle(`office-day/${institution}`).describe()
    const { firstExecutionRunId } = await startedRun(runId)
    expect(firstExecutionRunId).not.toBe(runId)
    for (const run of [runId, firstExecutionRunId]) {
      const history = await workflow.getHandle(`office-day/${institution}`, run).fetchHistory()
      await Worker.runReplayHistory({ workflowBundle: { codePath: inject('bundlePath') } }, history, `office-day/${institution}`)
    }
  })
})

async function startedRun(runId: string): Promise<{ firstExecutionRunId: string }> {
  const { events } = await engine.environment.client.workflow.getHandle(`office-day/${institution}`, runId).fetchHistory()
  return { firstExecutionRunId: events?.[0]?.workflowExecutionStartedEventAttributes?.firstExecutionRunId ?? '' }
}

describe('a round that is held again', () => {
  const today = plainDay('2026-03-12')
  const hold = (mailer: Mailer) =>
    new MockActivityEnvironment().run(createMorningRoundActivity({ ...outside, store: engine.store, mailer }), {
      institution,
      today,
      last: plainDay('2026-03-01'),
    })
  const outside = {
    pool: { draw: () => Promise.reject(new Error('no paper')) },
    startMatter: () => Promise.reject(new Error('no matter')),
    keys: { isDemonstration: true, trusted: [], signerOf: () => Promise.reject(new Error('no key')) },
  }
  const addresses: string[] = []
  const working: Mailer = {
    send: async ({ to }) => ({ messageId: String(addresses.push(to)) }),
    close: () => undefined,
  }

  it('brings the mails that were missing when the mail server broke down, and none twice', async () => {
    await expect(hold({ ...working, send: () => Promise.reject(new Error('connection lost')) })).rejects.toThrow(/not taken/)
    expect(await hold(working)).toBe(true)
    expect(addresses).toEqual(['otto@uni.example'])
    expect(await hold(working)).toBe(true)
    expect(addresses).toHaveLength(1)
  })

  it('sends one mail when two rounds are held at the same moment', async () => {
    await asSystem(engine.store, institution, (tx) => tx.mail.deleteMany({ where: { key: { startsWith: `digest/${today}` } } }))
    await Promise.all([hold(working), hold(working)])
    expect(addresses).toHaveLength(2)
  })

  it('makes an incident of an address that is refused for good, and goes on', async () => {
    await asSystem(engine.store, institution, (tx) => tx.mail.deleteMany({ where: { key: { startsWith: `digest/${today}` } } }))
    const refusing: Mailer = { ...working, send: () => Promise.reject(new LetterRefused('No such mailbox')) }
    expect(await hold(refusing)).toBe(true)
    expect(await hold(refusing)).toBe(true)
    const incidents = await asSystem(engine.store, institution, (tx) => tx.incident.findMany())
    expect(incidents).toMatchObject([{ kind: 'mail-refused', status: 'open', detail: { address: 'otto@uni.example', person: 'otto' } }])
  })

  it('waits for nobody on a day off', async () => {
    const sunday = plainDay('2026-03-15')
    const round = createMorningRoundActivity({ ...outside, store: engine.store, mailer: working })
    const isHeld = await new MockActivityEnvironment().run(round, { institution, today: sunday, last: today })
    expect(isHeld).toBe(false)
    expect(addresses).toHaveLength(2)
  })
})
