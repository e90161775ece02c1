import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/public-notice.ts'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { Json } from '#domain/json.ts'
import { mostThroughPage } from '#domain/objection-limits.ts'
import { pack } from '#domain/pack.ts'
import { definition } from '#domain/public-notice.ts'
import { publishNotice, type PublishedNotice } from '#domain/public-notice-published.ts'
import { closing, listVersions } from '#domain/public-notice-state.ts'
import type { RoleKey } from '#domain/role.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { applyAction } from '#domain/apply.ts'
import { calendar2026 } from '#policy/calendar-2026.ts'
import { inventedCalendars } from '#policy/calendar-invented.ts'
import { decided, lodged, named, officer, playAll, playNotice, posted, type Deed } from '#test/samples/public-notice-play.ts'
import { simulate, type Simulation } from '../simulator/simulate.ts'

const price = sample.sampleNotice('PRICE', named)
const play = (deeds: readonly Deed[], data: object = price, more: Partial<Simulation> = {}) =>
  playAll((again = {}) => playNotice(data, deeds, { ...more, ...again }))
const papersOf = (state: MatterState) => state.papers.map(({ template }) => template.split('/')[1])
const closedOn = (state: MatterState) => state.results['close#1']?.on
const published = (state: MatterState) => publishNotice(state) as unknown as PublishedNotice
const change = (subject: object): Deed => ({ message: 'change-content', data: sample.sampleChange(price, subject) })
const approved = (today: string): Deed => ({ task: 'approve-change', outcome: 'post', data: sample.samplePosting(plainDay(today)) })
const cancelled: Deed = { message: 'cancel-notice', data: { reason: '交易对方放弃受让。' } }

describe('a public notice', () => {
  it('stands its term, is certified the working day after, and its names come down on their day', async () => {
    const { end, state } = await play([posted('2026-03-02')])
    expect(end.outcome).toBe('closed-ok')
    expect(state.docket[closing]?.due.on).toBe('2026-03-17')
    // The last day ends, then one working day for what came in time by other ways.
    expect(closedOn(state)).toBe('2026-03-19')
    expect(papersOf(state)).toEqual(['announcement', 'certificate'])
    expect(state.docket['names-come-down']?.due.on).toBe('2026-04-18')
    expect(published(state).content).toBeUndefined()
  })

  it('comes back to its writer until it is posted, and may be given up before', async () => {
    const returned: Deed = {
      task: 'approve',
      outcome: 'returned',
      data: { channelReached: false, impactAssessed: false },
      reason: '价格依据不全',
    }
    const content = sample.sampleContent('PRICE', named, { priceTerms: '一次付清。' })
    const { state } = await play([returned, { task: 'revise', outcome: 'revised', data: content }, posted('2026-03-02')])
    expect(listVersions(state)).toMatchObject([{ source: 'revise#1', version: 1, material: [] }])
    const givenUp = { ...returned, outcome: 'given-up' }
    const { end, state: never } = await play([givenUp])
    expect(end.outcome).toBe('cancelled')
    expect(publishNotice(never)).toBeUndefined()
  })

  it('is posted neither by who opened it nor by whom it names', async () => {
    const attempt = async (person: PersonId) => {
      let isTried = false
      const simulation = playNotice(price, [posted('2026-03-02')])
      const { next } = simulation
      const { refused } = await simulate({
        ...simulation,
        next: (state) => {
          if (isTried || state.tasks['approve#1'] === undefined) return next(state)
          isTried = true
          next(state)
          const data = { ...sample.samplePosting(plainDay('2026-03-02')) }
          const actor = { is: 'person', person, roles: ['ipo_officer' as RoleKey], deputyFor: [] } as const
          return { actor, order: { name: 'complete-task', task: 'approve#1' as never, outcome: 'post', data } }
        },
      })
      return refused.map((one) => (one as Error).message)
    }
    expect(await attempt(officer)).toEqual(['task/four-eyes'])
    expect(await attempt(named[0] as PersonId)).toEqual(['task/interested'])
  })

  it('goes on to its own last day when an objection is dismissed before it', async () => {
    const { end, state } = await play([posted('2026-03-02'), lodged('00001', '2026-03-05'), decided('00001', 'dismissed')])
    expect(end.outcome).toBe('closed-ok')
    expect(state.docket[closing]?.due.on).toBe('2026-03-17')
    expect(papersOf(state)).toEqual(['announcement', 'statement'])
  })

  it('does not close while an objection is undecided, and ends with the day of a decision that came later', async () => {
    const trail = await play([posted('2026-03-02'), lodged('00001', '2026-03-05'), { goTo: '2026-03-25' }, decided('00001', 'dismissed')])
    const held = trail.actions.slice(
      0,
      trail.actions.findIndex(({ facts }) => 'name' in facts && facts.name === 'objection-decided'),
    )
    const open = held.reduce<MatterState | undefined>(applyAction, undefined) as MatterState
    expect(published(open)).toMatchObject({ standing: 'objected' })
    expect(published(open).closesOn).toBeUndefined()
    expect(trail.state.docket[closing]?.due.on).toBe('2026-03-25')
    expect(closedOn(trail.state)).toBe('2026-03-27')
  })

  it('waits for the last of several objections, told in whatever order and twice', async () => {
    const deeds = [
      posted('2026-03-02'),
      lodged('1', '2026-03-03'),
      lodged('2', '2026-03-04'),
      decided('2', 'dismissed'),
      lodged('1', '2026-03-03'),
    ]
    const { state } = await play([...deeds, { goTo: '2026-03-20' }, decided('1', 'dismissed')])
    expect(state.docket[closing]?.due.on).toBe('2026-03-20')
    expect(published(state).history.filter(({ what }) => what === 'objection-received')).toHaveLength(2)
  })

  it('ends when an objection is upheld', async () => {
    const { end, state } = await play([posted('2026-03-02'), lodged('1', '2026-03-03'), decided('1', 'upheld')])
    expect(end.outcome).toBe('closed-upheld')
    expect(papersOf(state)).toEqual(['announcement', 'statement'])
    expect(published(state)).toMatchObject({ standing: 'closed-upheld' })
  })

  it('is posted anew for its full length when the price changes', async () => {
    const { state } = await play([posted('2026-03-02'), { goTo: '2026-03-10' }, change({ priceFen: 40_000_000 }), approved('2026-03-10')])
    expect(listVersions(state)).toMatchObject([
      { version: 1, postedOn: '2026-03-02', material: [] },
      { version: 2, postedOn: '2026-03-10', material: ['priceFen'], source: 'running#1' },
    ])
    expect(state.docket[closing]?.due.on).toBe('2026-03-25')
    expect(published(state).history.map(({ what }) => what)).toEqual(['posted', 'replaced', 'closed-ok', 'names-down'])
  })

  it('is corrected without new days where neither price nor share nor person changes', async () => {
    const { state } = await play([
      posted('2026-03-02'),
      { goTo: '2026-03-10' },
      change({ abstract: '以双网络构成基质骨架。' }),
      approved('2026-03-10'),
    ])
    expect(listVersions(state)).toMatchObject([{ version: 1 }, { version: 2, postedOn: '2026-03-02', material: [] }])
    expect(state.docket[closing]?.due.on).toBe('2026-03-17')
    expect(published(state).history[1]).toMatchObject({ what: 'corrected', reason: '经协商调整。' })
  })

  it('stays as it is when the change is refused', async () => {
    const refused: Deed = {
      task: 'approve-change',
      outcome: 'refused',
      data: { channelReached: true, impactAssessed: true },
      reason: '依据不足',
    }
    const { state } = await play([posted('2026-03-02'), change({ priceFen: 40_000_000 }), refused])
    expect(listVersions(state)).toHaveLength(1)
    expect(published(state).contentHash).toBe(listVersions(state)[0]?.contentHash)
  })

  it('is taken back by the office, with its reason for everybody', async () => {
    const { end, state } = await play([posted('2026-03-02'), cancelled])
    expect(end.outcome).toBe('cancelled')
    expect(published(state).history.at(-1)).toMatchObject({ what: 'cancelled', reason: '交易对方放弃受让。' })
    const over = await play([posted('2026-03-02'), { goTo: '2026-03-18' }, cancelled])
    expect(over.end.outcome).toBe('cancelled')
  })

  it('is held open again by a letter that came in time and was entered the day after, not by one that came late', async () => {
    const inTime = await play([
      posted('2026-03-02'),
      { goTo: '2026-03-18' },
      lodged('1', '2026-03-17'),
      { goTo: '2026-03-23' },
      decided('1', 'dismissed'),
    ])
    expect(inTime.state.docket[closing]?.due.on).toBe('2026-03-23')
    const late = await play([
      posted('2026-03-02'),
      { goTo: '2026-03-18' },
      lodged('1', '2026-03-18', true),
      { goTo: '2026-04-01' },
      decided('1', 'dismissed', true),
    ])
    expect(closedOn(late.state)).toBe('2026-03-19')
    expect(papersOf(late.state)).toEqual(['announcement', 'certificate'])
    const upheld = await play([posted('2026-03-02'), { goTo: '2026-03-18' }, decided('1', 'upheld')])
    expect(upheld.end.outcome).toBe('closed-upheld')
  })

  it('is set aside when a late objection is upheld, and only then', async () => {
    const late = [posted('2026-03-02'), { goTo: '2026-03-25' }, lodged('1', '2026-03-25', true)]
    const upheld = await play([...late, { goTo: '2026-04-01' }, decided('1', 'upheld', true)])
    expect(upheld.end).toEqual({ outcome: 'closed-upheld', reason: 'late-objection' })
    expect(papersOf(upheld.state)).toEqual(['announcement', 'certificate', 'statement'])
    // Names come down on their day; the matter waits for the decision.
    const pending = await play([...late, { goTo: '2026-05-06' }, decided('1', 'dismissed', true)])
    expect(pending.end.outcome).toBe('closed-ok')
    expect(pending.state.results['take-down#1']?.on).toBe('2026-04-19')
  })

  it('of a defence patent is posted only as the secrecy office releases it; of cash awards for one none is needed', async () => {
    const secret = (kind: 'PRICE' | 'CASH_TAX') => ({
      ...sample.sampleNotice(kind, named),
      ...sample.sampleContent(kind, named, { defencePatent: true }),
    })
    const word = (outcome: string): Deed => ({ task: 'secrecy-release', outcome, data: { opinion: '已审查。' }, reason: '国防专利' })
    expect((await play([word('withheld')], secret('CASH_TAX'))).end.outcome).toBe('exempt')
    expect((await play([word('withheld')], secret('PRICE'))).end.outcome).toBe('cancelled')
    expect((await play([word('released'), posted('2026-03-02')], secret('PRICE'))).end.outcome).toBe('closed-ok')
  })

  it('is provisional until the next year’s table comes, then closes on the day that table gives', async () => {
    const make = (calendar: Simulation['calendar']) => {
      const record = { calendar: [calendar2026] }
      const simulation = playNotice(price, [posted('2026-12-21')], { startOn: '2026-12-21', calendar: record.calendar })
      const { next } = simulation
      return simulate({
        ...simulation,
        next: (state) => {
          const isAsked =
            Object.keys(state.waits).length > 0 && state.docket[closing]?.due.provisional === true && record.calendar.length === 1
          if (!isAsked) return next(state)
          record.calendar.push(...(calendar ?? []))
          return { actor: { is: 'system', name: 'relay' }, order: { name: 'recompute-due-days', cause: '2027' } }
        },
      })
    }
    const table = { ...inventedCalendars[0], year: 2027, off: [plainDay('2027-01-01'), plainDay('2027-01-05')], workingWeekends: [] }
    const { state, actions } = await make([table as never])
    const first = actions.find(({ kind }) => kind === 'DeadlinesSet')?.facts as unknown as {
      deadlines: { due: { on: string; provisional: boolean } }[]
    }
    expect(first.deadlines[0]?.due).toMatchObject({ on: '2027-01-05', provisional: true })
    expect(state.docket[closing]?.due).toMatchObject({ on: '2027-01-06', provisional: false })
    expect(state.results['running#1']).toMatchObject({ outcome: 'due', on: '2027-01-07' })
  })
})

describe('what a notice hands on to its next run', () => {
  it('is at most 64 kB with as many objections as the page takes, three versions and thirty people, every text as long as its field takes', async () => {
    const long = (mark: string, length: number) => mark.padEnd(length, `测试用语${mark}`)
    const people = Array.from({ length: 30 }, (_, place) => `0c5e3a52-7a0f-5a3c-9a5c-0d1f4b1f${7000 + place}` as PersonId)
    const content = (mark: string) =>
      sample.sampleContent('GRANT', people, {
        title: long(mark, 200),
        abstract: long(`${mark}甲`, 800),
        plan: long(`${mark}乙`, 800),
        priceTerms: long(`${mark}丙`, 500),
        relation: long(`${mark}丁`, 500),
      })
    const changed = (mark: string): Deed[] => [
      { message: 'change-content', data: { ...content(mark), reason: long(mark, 500) } },
      { task: 'approve-change', outcome: 'post', data: sample.samplePosting(plainDay('2026-03-02')) },
    ]
    const ids = Array.from({ length: mostThroughPage }, (_, place) => `5f1f7a1e5f6e5d0c8f778f${1000 + place}`)
    const objections = ids.flatMap((id) => [lodged(id, '2026-03-03'), decided(id, 'dismissed')])
    const data = { kind: 'GRANT', basis: long('据', 500), ...content('一') }
    const simulation = playNotice(data, [posted('2026-03-02'), ...changed('二'), ...changed('三'), ...objections])
    const { actions, end } = await simulate(simulation)
    expect(end.outcome).toBe('closed-ok')
    let state: MatterState | undefined
    const sizes = actions.map((action) => Buffer.byteLength(JSON.stringify(pack((state = applyAction(state, action)) as unknown as Json))))
    expect(Math.max(...sizes)).toBeLessThanOrEqual(64 * 1024)
  })
})

describe('the matter that wanted a notice', () => {
  it('is told once how it ended, and again when a late objection overturns it', async () => {
    const { actions } = await play([
      posted('2026-03-02'),
      { goTo: '2026-03-25' },
      lodged('1', '2026-03-25', true),
      decided('1', 'upheld', true),
    ])
    let state: MatterState | undefined
    const told = actions.flatMap((action) => {
      const before = state
      state = applyAction(before, action)
      const child = { ...state, head: { ...state.head, parent: 'm-parent' as MatterId } }
      return definition.tells(before, child, action)
    })
    expect(told).toMatchObject([
      { matter: 'm-parent', message: 'notice-closed', data: { outcome: 'closed-ok', number: 'X-2026-00001', closedOn: '2026-03-19' } },
      { matter: 'm-parent', message: 'notice-overturned', data: { number: 'X-2026-00001' } },
    ])
  })
})
