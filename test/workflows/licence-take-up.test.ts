import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/open-licence.ts'
import { applyAction } from '#domain/apply.ts'
import { plainDay } from '#domain/day.ts'
import type { Json } from '#domain/json.ts'
import { paymentReference } from '#domain/licence-take-up-decision.ts'
import { outstandingFen } from '#domain/licence-take-up-facts.ts'
import { definition } from '#domain/licence-take-up.ts'
import { pack } from '#domain/pack.ts'
import type { MatterState, Task } from '#domain/state.ts'
import { defaults } from '#policy/licence-take-up.ts'
import { after, ends, pays, play, type Scene } from '#test/samples/licence-take-up-play.ts'
import { simulate, simulateFromEveryAction } from '../simulator/simulate.ts'

/** Plays a take-up, and again from the state after each of its actions. */
async function playAll(scene: Scene = {}) {
  const simulation = play(scene)
  const trail = await simulate(simulation)
  const again = await simulateFromEveryAction(simulation, trail)
  expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set([trail.end.outcome]))
  expect(trail.refused).toEqual([])
  return trail
}

const papersOf = (state: MatterState) => state.papers.map(({ template }) => template.split('/')[1])
const short = sample.samplePrice({ termEnd: plainDay('2026-12-31') })
const full = 5_000_000
const withdrawn = { cause: 'withdrawn', endedOn: plainDay('2026-03-02'), announcementNumber: '（示例）公告2026-40' } as const
const late = {
  channel: 'mail',
  dispatchedOn: plainDay('2026-02-10'),
  arrivedOn: plainDay('2026-02-25'),
  startsOn: plainDay('2026-03-02'),
} as const
const before = { ...withdrawn, endedOn: plainDay('2026-02-20') }

describe('a taker', () => {
  it('has his licence by notice and payment alone; nobody of the office approves it', async () => {
    const { end, state, actions } = await playAll({ price: short, sayings: [pays(full)] })
    expect(end).toEqual({ outcome: 'ended', reason: 'term-over' })
    expect(state.results['decision#1']).toMatchObject({ outcome: 'licensed', data: { line: 'no-withdrawal' } })
    expect(state.results['licence#1']?.data).toEqual({ beginsOn: '2026-03-02', endsOn: '2026-12-31', paidOn: '2026-03-02' })
    expect(papersOf(state)).toEqual(['written-notice', 'confirmation', 'recordal-sheet'])
    const licensed = actions.findIndex((one) => one.kind === 'StepDone' && one.facts.step === 'licence#1')
    expect(actions.slice(0, licensed).some(({ kind }) => kind === 'TaskOpened')).toBe(false)
  })

  it('has three months for the recordal, and a package sent back is sent again', async () => {
    const asked = (_: unknown, day: string) => ({
      outcome: 'correction-asked',
      data: { receivedOn: day, paper: '（示例）补正通知.pdf', defects: '（示例）缺少付款凭证' },
    })
    const { state } = await playAll({ price: short, sayings: [pays(full)], answers: { 'recordal-reply#1': asked } })
    expect(state.docket['recordal']).toMatchObject({ class: 'statutory', due: { on: '2026-06-02' } })
    expect(state.results['file-recordal#2']?.outcome).toBe('filed')
  })

  it('who pays a part has no licence until the rest is credited; a surplus goes back', async () => {
    const { state } = await playAll({ price: short, sayings: [pays(2_000_000), pays(4_000_000, '2026-03-05')] })
    expect(state.results['payments#1']).toMatchObject({ outcome: 'part', data: { missingFen: 3_000_000 } })
    expect(state.results['licence#1']?.data['paidOn']).toBe('2026-03-05')
    expect(state.results['refund#1']?.data['amountFen']).toBe(1_000_000)
    expect(outstandingFen(state)).toBe(0)
  })

  it('who pays a second time while the first payment is being booked has one licence, and the second goes back', async () => {
    const { state, end } = await playAll({ price: short, sayings: [pays(full), pays(full, '2026-03-02', after('recordal-reply'))] })
    expect(Object.keys(state.results).filter((id) => id.startsWith('licence#'))).toHaveLength(1)
    expect(state.results['refund#1']?.data['amountFen']).toBe(full)
    expect(end).toEqual({ outcome: 'ended', reason: 'term-over' })
  })

  it('of a royalty who paid more than he reported is given the rest back when the term is over', async () => {
    const price = { ...sample.sampleRoyaltyPrice, termEnd: plainDay('2026-12-31') }
    const { state } = await playAll({ price, sayings: [pays(1_000_000), pays(9_000_000, '2026-09-10', after('royalty-report'))] })
    const reports = Object.keys(state.results).filter((id) => id.startsWith('royalty-report#')).length
    expect(state.results['refund#1']?.data['amountFen']).toBe(9_000_000 - reports * 3_000_000)
    expect(Object.keys(state.results).at(-1)).toBe('refund#1')
  })

  it('who does not pay in the announced days has none, and what he paid goes back', async () => {
    const nothing = await playAll({ price: short })
    expect(nothing.end).toEqual({ outcome: 'not-paid' })
    const part = await playAll({ price: short, sayings: [pays(2_000_000)] })
    expect(part.end).toEqual({ outcome: 'not-paid' })
    expect(part.state.results['refund#1']?.data['amountFen']).toBe(2_000_000)
    const tooLate = await playAll({ price: short, sayings: [pays(full, '2026-03-18')], more: { startOn: '2026-03-18' } })
    expect(tooLate.end).toEqual({ outcome: 'not-paid' })
  })

  it('whose last day is a holiday pays in time on the day after it (民法典 203)', async () => {
    const notice = { arrivedOn: plainDay('2026-03-20'), dispatchedOn: plainDay('2026-03-20'), startsOn: plainDay('2026-03-20') }
    const paidOn = async (day: string) =>
      (await simulate(play({ price: short, notice, sayings: [pays(full, day)], more: { startOn: '2026-04-08' } }))).end.outcome
    expect([await paidOn('2026-04-07'), await paidOn('2026-04-08')]).toEqual(['ended', 'not-paid'])
  })

  it('is waited for as many days after the last one as the university gives the bank to tell of a credit, and never none', async () => {
    const waitedUntil = async (bookingDays: number) => {
      const policy = { ...defaults, numbers: { ...defaults.numbers, bookingDays } }
      const { state } = await simulate(play({ price: short, more: { policy } }))
      return [state.docket['payment']?.due.on, state.results['payment#1']?.on]
    }
    expect(await waitedUntil(5)).toEqual(['2026-03-17', '2026-03-24'])
    expect(await waitedUntil(10)).toEqual(['2026-03-17', '2026-03-28'])
    expect(await waitedUntil(0)).toEqual(await waitedUntil(1))
  })

  it('is waited for as long after a last day that a holiday moved as after any other', async () => {
    const policy = { ...defaults, numbers: { ...defaults.numbers, bookingDays: 1 } }
    const longer = { ...short, fee: { ...short.fee, paymentDays: 33 } }
    const { state } = await simulate(play({ price: longer, more: { policy } }))
    // 33 days end on 4 April, a holiday until the sixth; the bank's day is the eighth.
    expect([state.docket['payment']?.due.on, state.results['payment#1']?.on]).toEqual(['2026-04-07', '2026-04-09'])
  })

  it('of running royalties reports by the months announced and owes what the rate gives', async () => {
    const price = { ...sample.sampleRoyaltyPrice, termEnd: plainDay('2027-03-31') }
    const royalty = pays(3_000_000, '2026-09-10', after('royalty-report'))
    const { end, state } = await playAll({ price, sayings: [pays(1_000_000), royalty] })
    expect(end).toEqual({ outcome: 'ended', reason: 'term-over' })
    expect(Object.keys(state.results).filter((id) => id.startsWith('royalty-report'))).toHaveLength(3)
    expect(papersOf(state).filter((paper) => paper === 'royalty-report')).toHaveLength(3)
    expect(outstandingFen(state)).toBe(6_000_000)
  })

  it('of royalties reports period after period: a gap or a period reported twice is refused, also where nothing was sold', async () => {
    const price = { ...sample.sampleRoyaltyPrice, termEnd: plainDay('2027-03-31') }
    const second = (from?: string) => {
      const answer = ({ given }: Task) => {
        const period = { from: from ?? given?.['from'], to: given?.['to'] }
        return { outcome: 'reported', data: { ...period, baseFen: 0, royaltyFen: 0, statement: '（示例）本期无销售。' } }
      }
      return simulate(play({ price, sayings: [pays(1_000_000)], answers: { 'royalty-report#2': answer } }))
    }
    const { state } = await second()
    expect(state.results['royalty-report#2']?.data).toMatchObject({ from: '2026-09-03', baseFen: 0, royaltyFen: 0 })
    await expect(second('2026-09-04')).rejects.toThrow('licence-take-up/period-not-next')
    await expect(second('2026-03-02')).rejects.toThrow('licence-take-up/period-not-next')
  })

  it('from abroad waits for the export papers, and has none where they cannot be had (9.20)', async () => {
    const foreign = { taker: sample.sampleForeignTaker }
    const { state } = await playAll({ price: short, notice: foreign, sayings: [pays(full)] })
    expect(state.results['export-check#1']?.outcome).toBe('cleared')
    expect(state.results['licence#1']?.outcome).toBe('licensed')
    const barred = { 'export-check': { outcome: 'barred', reason: '属于禁止出口技术', data: sample.sampleExport.prohibited } }
    expect((await playAll({ price: short, notice: foreign, answers: barred })).end).toEqual({ outcome: 'export-barred' })
  })
})

describe('what is to be paid', () => {
  const owesAt = async (scene: Scene, holds: (state: MatterState) => boolean) => {
    const { actions } = await simulate(play({ price: short, ...scene }))
    let state: MatterState | undefined
    const seen = actions.flatMap((action) => {
      state = applyAction(state, action)
      return holds(state) ? [definition.owes(state)] : []
    })
    return seen[0]
  }

  it('is the fee, under the reference of the number, to the announced account, until its day', async () => {
    const { account } = short
    const whole = await owesAt({}, ({ docket }) => docket['payment'] !== undefined)
    expect(whole).toMatchObject({ amountFen: full, account, payBy: '2026-03-17' })
    expect(whole?.reference).toBe(paymentReference('X-2026-00001'))
    const rest = await owesAt({ sayings: [pays(2_000_000)] }, ({ results }) => results['payments#1'] !== undefined)
    expect(rest).toMatchObject({ amountFen: 3_000_000, payBy: '2026-03-17' })
  })

  it('is nothing more once it is paid, and nothing at all where the offer is gone', async () => {
    const paid = await owesAt({ sayings: [pays(full)] }, ({ results }) => results['licence#1'] !== undefined)
    expect(paid).toMatchObject({ amountFen: 0 })
    expect(paid?.payBy).toBeUndefined()
    const gone = await owesAt({ notice: late, ended: [before] }, ({ results }) => results['decision#1'] !== undefined)
    expect(gone).toBeUndefined()
  })
})

describe('what a story hands on to its next run', () => {
  it('is at most 64 kB after fifteen years of quarterly reports and payments', async () => {
    const fee = { ...sample.sampleRoyaltyPrice.fee, reportMonths: 3 }
    const price = { ...sample.sampleRoyaltyPrice, termEnd: plainDay('2041-06-09'), fee }
    const reported = (state: MatterState) => Object.keys(state.results).filter((id) => id.startsWith('royalty-report#')).length
    const royalties = Array.from({ length: 61 }, (_, place) => pays(3_000_000, '2026-09-10', (state) => reported(state) > place))
    const statement = Array.from({ length: 100 }, (_, place) => String.fromCodePoint(0x4e00 + place)).join('')
    const report = (task: { readonly id: string; readonly given?: { readonly from?: unknown; readonly to?: unknown } }) => ({
      outcome: 'reported',
      data: {
        ...sample.sampleReport(plainDay('2026-03-02'), plainDay('2026-03-02')),
        from: task.given?.from,
        to: task.given?.to,
        statement: `${statement.slice(10)}${task.id.slice(-3)}`,
      },
    })
    const { state } = await simulate(play({ price, sayings: [pays(1_000_000), ...royalties], answers: { 'royalty-report': report } }))
    expect(reported(state)).toBe(62)
    expect(Buffer.byteLength(JSON.stringify(pack(state as unknown as Json)))).toBeLessThanOrEqual(64 * 1024)
  })
})

describe('a withdrawal', () => {
  it('leaves whoever had paid before with his licence, and explains it to him', async () => {
    const { state, end } = await playAll({ price: short, sayings: [pays(full), ends({}, after('recordal-reply'))] })
    expect(end.outcome).toBe('ended')
    expect(papersOf(state)).toContain('withdrawal-explanation')
    expect(state.results['legal-review#1']).toBeUndefined()
  })

  it('announced between arrival and payment is for counsel, whose silence leaves the licence', async () => {
    const sayings = [ends(), pays(full, '2026-03-05')]
    const silent = await playAll({ price: short, sayings, answers: { 'legal-review': 'silent' } })
    expect(silent.state.results['decision#1']).toMatchObject({ outcome: 'legal-review', data: { line: 'paid-after' } })
    expect(silent.end).toEqual({ outcome: 'ended', reason: 'term-over' })
    const no = { 'legal-review': { outcome: 'not-licensed', reason: '（示例）付款人并非通知人', data: { opinion: '（示例）不成立' } } }
    const refused = await playAll({ price: short, sayings, answers: no })
    expect(refused.end).toEqual({ outcome: 'offer-gone' })
    expect(refused.state.results['refund#1']?.data['amountFen']).toBe(full)
  })

  it('read from the declaration counts before it is told', async () => {
    const { state } = await playAll({ price: short, ended: [undefined, withdrawn], sayings: [pays(full, '2026-03-05')] })
    expect(state.results['decision#1']?.data['line']).toBe('paid-after')
  })

  it('announced before the notice arrived leaves nothing to take: whoever had paid nothing gets a letter', async () => {
    const notice = { ...late, dispatchedOn: plainDay('2026-02-24') }
    const { end, state } = await playAll({ price: short, notice, ended: [before] })
    expect(end).toEqual({ outcome: 'offer-gone' })
    expect(papersOf(state)).toEqual(['written-notice', 'offer-gone-letter'])
  })

  it('of a notice posted before and arriving after may be looked at by counsel, and then the fee is due anew', async () => {
    const onItsWay = await playAll({ price: short, notice: late, ended: [before], sayings: [pays(full, '2026-03-03')] })
    expect(onItsWay.state.results['refund#1']?.data['amountFen']).toBe(full)
    expect(onItsWay.state.results['review-asked#2']?.outcome).toBe('due')
    const asked = { message: 'ask-review', data: { grounds: '（示例）通知在撤回公告前寄出' }, by: 'ipo_officer' as never }
    const scene = { price: short, notice: late, ended: [before] }
    const { end, state } = await playAll({ ...scene, sayings: [asked, pays(full, '2026-03-10')] })
    expect(state.results['decision#2']?.data['line']).toBe('counsel')
    expect(end.outcome).toBe('ended')
    const no = { 'legal-review': 'silent' as const }
    expect((await playAll({ ...scene, sayings: [asked], answers: no })).end).toEqual({ outcome: 'offer-gone' })
  })

  it('that is heard of only when the licence runs goes by the same table', async () => {
    const early = ends({ endedOn: plainDay('2026-03-01') }, after('recordal-reply'))
    const stays = await playAll({ price: short, sayings: [pays(full), early] })
    expect(stays.state.results['legal-review#1']?.outcome).toBe('licensed')
    expect(stays.end.outcome).toBe('ended')
    const no = { 'legal-review': { outcome: 'not-licensed', reason: '（示例）通知晚到', data: { opinion: '（示例）不成立' } } }
    const undone = await playAll({ price: short, sayings: [pays(full), early], answers: no })
    expect(undone.end).toEqual({ outcome: 'offer-gone' })
    expect(undone.state.results['refund#1']?.data['amountFen']).toBe(full)
  })

  it('while money is on its way lets a payment that came before it be booked after it', async () => {
    const posted = { ...late, dispatchedOn: plainDay('2026-02-10'), arrivedOn: plainDay('2026-02-25') }
    const { state } = await playAll({
      price: short,
      notice: posted,
      sayings: [ends({ endedOn: plainDay('2026-03-01') }), pays(full, '2026-02-28')],
    })
    expect(state.results['decision#1']).toMatchObject({ outcome: 'licensed', data: { line: 'both-before' } })
  })
})

describe('the end of the patent', () => {
  it('ends a running licence, and leaves nothing to whoever had not paid', async () => {
    const lapsed = await playAll({ price: short, sayings: [pays(full), ends({ cause: 'lapsed' }, after('recordal-reply'))] })
    expect(lapsed.end).toEqual({ outcome: 'ended', reason: 'lapsed' })
    const unpaid = await playAll({ price: short, sayings: [pays(1_000_000), ends({ cause: 'invalidated' })] })
    expect(unpaid.state.results['decision#1']).toMatchObject({ outcome: 'offer-gone', data: { line: 'patent-ended' } })
    expect(unpaid.state.results['refund#1']?.data['amountFen']).toBe(1_000_000)
  })
})
