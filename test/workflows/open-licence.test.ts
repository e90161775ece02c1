import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/open-licence.ts'
import { plainDay } from '#domain/day.ts'
import { listEncumbrances } from '#domain/register.ts'
import { listStanding } from '#domain/signing.ts'
import type { MatterState } from '#domain/state.ts'
import { definition } from '#domain/open-licence.ts'
import { defaults } from '#policy/open-licence.ts'
import { noticeClosed, play, withdraws, type Scene } from '#test/samples/open-licence-play.ts'
import type { Saying } from '#test/samples/answering.ts'
import { simulate, simulateFromEveryAction } from '../simulator/simulate.ts'

/** Plays a declaration, again from the state after each of its actions, and follows what it enters on the patent's register. */
async function playAll(scene: Scene = {}) {
  const { simulation, world, follow } = play(scene)
  const trail = await simulate(simulation)
  const ends = await simulateFromEveryAction(simulation, trail)
  expect(new Set(ends.map(({ outcome }) => outcome))).toEqual(new Set([trail.end.outcome]))
  expect(trail.refused).toEqual([])
  follow(trail.actions)
  return { ...trail, patent: world.patent }
}

const papersOf = (state: MatterState) => listStanding(state.papers).map(({ template }) => template.split('/')[1])
const withoutNotice = { policy: { ...defaults, numbers: { ...defaults.numbers, priceNotice: 0 } } }
const givenUp = (message: string) => ({ outcome: 'given-up', reason: message })

describe('a declaration', () => {
  it('is examined, priced, approved, posted, filed, announced, withdrawn, and its takers are told', async () => {
    const { end, state, patent } = await playAll()
    expect(end).toEqual({ outcome: 'withdrawal-announced', reason: 'withdrawn' })
    expect(papersOf(state)).toEqual([
      'eligibility-report',
      'fee-estimate',
      'declaration-sheet',
      'package-list',
      'withdrawal-sheet',
      'end-explanation',
    ])
    expect(state.results['tell-takers#1']?.data).toMatchObject({ told: 2, licences: 1 })
    const [declared, live] = patent.encumbrances
    expect(declared).toMatchObject({ kind: 'open-licence', recorded: false, endedOn: state.results['office-reply#1']?.data['announcedOn'] })
    expect(live).toMatchObject({
      kind: 'open-licence',
      recorded: true,
      until: '2030-12-31',
      endedOn: state.results['withdrawal-reply#1']?.data['announcedOn'],
    })
  })

  it('is on the patent’s register from the unit’s decision, and public from its announcement until its end', async () => {
    const { simulation, follow, world } = play()
    const { actions } = await simulate(simulation)
    const at = (kind: string, task: string) => actions.findIndex((one) => one.kind === kind && JSON.stringify(one.facts).includes(task)) + 1
    const approved = at('TaskCompleted', 'approve#1')
    follow(actions.slice(0, approved - 1))
    expect(world.patent.encumbrances).toEqual([])
    follow(actions.slice(0, approved))
    expect(listEncumbrances(world.patent, plainDay('2026-03-02'))).toHaveLength(1)
    follow(actions.slice(0, at('TaskCompleted', 'office-reply#1')))
    expect(world.patent.encumbrances.filter(({ endedOn }) => endedOn === undefined)).toMatchObject([{ id: 'm-1/live', recorded: true }])
  })

  it('of a co-owned and pledged patent waits for everybody in writing', async () => {
    const consents = (_: unknown, day: string) => ({
      outcome: 'consented',
      data: { consents: [sample.sampleConsent(sample.sampleCoOwner, day), sample.sampleConsent(sample.samplePledgee, day)] },
    })
    const file = (_: unknown, day: string) => ({
      outcome: 'filed',
      data: sample.sampleFiling(
        day,
        [sample.sampleCoOwner],
        ['declaration', 'patentee-consents', 'pledgee-consents', 'fee-estimate', 'no-bars-statement'],
      ),
    })
    const pledged = { encumbrances: [sample.sampleEncumbrance('pledge', { holder: sample.samplePledgee })] }
    const withdrawn: Saying = {
      ...withdraws,
      data: { ...sample.sampleWithdrawal, consents: [sample.sampleConsent(sample.sampleCoOwner, '2026-03-02')] },
    }
    const scene = {
      patent: sample.samplePatent({ ...sample.sampleCoOwned, ...pledged }),
      answers: { consents, file },
      sayings: [noticeClosed(), withdrawn],
    }
    const { state } = await playAll(scene)
    expect(papersOf(state)).toEqual(expect.arrayContaining(['patentee-consent', 'pledgee-consent']))
    const onlyPledged = {
      patent: sample.samplePatent(pledged),
      answers: { consents: { outcome: 'withheld', reason: '质权人未答复', data: { consents: [] } } },
    }
    expect((await playAll(onlyPledged)).end).toEqual({ outcome: 'not-declared', reason: 'consent-withheld' })
    const onlyCoOwned = { patent: sample.samplePatent(sample.sampleCoOwned), answers: onlyPledged.answers }
    expect((await playAll(onlyCoOwned)).end.outcome).toBe('not-declared')
  })

  it('that is barred is cured and asked again, or given up', async () => {
    const patent = sample.samplePatent({ encumbrances: [sample.sampleEncumbrance('exclusive-licence')] })
    expect((await playAll({ patent })).end).toEqual({ outcome: 'not-declared', reason: 'not-eligible' })
    const { simulation, world } = play({ patent, answers: { cure: { outcome: 'cured' } } })
    const examine = simulation.services?.['examinePatent']
    let asked = 0
    const services = {
      ...simulation.services,
      examinePatent: async (call: never) => {
        asked += 1
        if (asked > 1) world.patent = sample.samplePatent()
        return examine?.(call)
      },
    }
    expect((await simulate({ ...simulation, services })).end.outcome).toBe('withdrawal-announced')
  })

  it('without inventors on the register and without a price notice goes straight on', async () => {
    const { end, state } = await playAll({ patent: sample.samplePatent({ inventors: [] }), sayings: [withdraws], more: withoutNotice })
    expect(end.outcome).toBe('withdrawal-announced')
    expect(state.results['price-notice#1']).toBeUndefined()
  })

  it('is priced again when the unit returns it or an objection is upheld, and leaves the register meanwhile', async () => {
    const returned = { 'approve#1': { outcome: 'returned', reason: '请补充同类许可的费率依据' } }
    const { state, patent } = await playAll({ answers: returned, sayings: [noticeClosed('closed-upheld'), noticeClosed(), withdraws] })
    expect(state.results['price#3']?.outcome).toBe('proposed')
    expect(state.results['declaration-dropped#1']?.data).toEqual({ cause: 'objection-upheld' })
    expect(patent.encumbrances).toHaveLength(3)
    expect(patent.encumbrances.every(({ endedOn }) => endedOn !== undefined)).toBe(true)
  })

  it('goes above the limit of the matrix to the committee as well', async () => {
    const price = {
      outcome: 'proposed',
      data: sample.samplePrice({
        fee: { method: 'lump-sum', fixedFen: 60_000_000 as never, paymentDays: 15 },
        justification: '（示例）经评估',
      }),
    }
    const { state } = await playAll({ answers: { price } })
    expect(state.results['approve#2']?.by).toMatchObject({ as: 'committee' })
  })

  it.each([
    ['at the price', { price: { ...givenUp('不再推进'), data: sample.samplePrice() } }, 'given-up'],
    ['by whoever was to sign it', { 'sign-declaration': { outcome: 'refused', reason: '数据有误' } }, 'not-signed'],
    ['by the unit', { approve: { outcome: 'refused', reason: '拟作价投资' } }, 'refused'],
    ['before filing', { file: { ...givenUp('拟转让'), data: sample.sampleFiling('2026-03-02') } }, 'given-up'],
    [
      'by the patent office',
      { 'office-reply': { outcome: 'refused', data: sample.sampleReply('2026-03-02', { defects: '（示例）不属于可以声明的情形' }) } },
      'office-refused',
    ],
  ])('that ends %s is taken off the register', async (_, answers, reason) => {
    const { end, patent } = await playAll({ answers: answers })
    expect(end).toEqual({ outcome: 'not-declared', reason })
    expect(patent.encumbrances.every(({ endedOn }) => endedOn !== undefined)).toBe(true)
  })

  it('whose price notice is cancelled is not filed', async () => {
    expect((await playAll({ sayings: [noticeClosed('cancelled')] })).end).toEqual({ outcome: 'not-declared', reason: 'notice-cancelled' })
  })

  it('is corrected within the days of the notice, or given up', async () => {
    const asked = (_: unknown, day: string) => ({
      outcome: 'correction-asked',
      data: sample.sampleReply(day, { correctionDays: 15, defects: '（示例）期限表述不清' }),
    })
    const { state } = await playAll({ answers: { 'office-reply#1': asked } })
    expect(state.docket['correction']?.class).toBe('statutory')
    expect(state.results['office-reply#2']?.outcome).toBe('announced')
    const dropped = {
      'office-reply': asked,
      correct: { ...givenUp('不再补正'), data: { resubmittedOn: '2026-03-02', answer: '（示例）不再补正' } },
    }
    expect((await playAll({ answers: dropped })).end).toEqual({ outcome: 'not-declared', reason: 'given-up' })
  })
})

describe('a live offer', () => {
  it('is looked at every year and ends with its term', async () => {
    const price = { outcome: 'proposed', data: sample.samplePrice({ termEnd: plainDay('2027-12-31') }) }
    const patent = sample.samplePatent({ annuities: [] })
    const { end, state } = await playAll({ patent, answers: { price }, sayings: [noticeClosed()] })
    expect(end).toEqual({ outcome: 'expired', reason: 'expired' })
    expect(state.results['yearly-check#1']?.outcome).toBe('in-order')
    expect(state.results['offer-ended#1']?.data['endedOn']).toBe('2027-12-31')
  })

  it('passes over a change of the register that hinders nothing, and ends when the patent lapses', async () => {
    const changed: Saying = { message: 'fact-changed', data: { subject: `patent/${sample.sampleNumber(1001)}`, kind: 'StatusChanged' } }
    const scene = play({ sayings: [noticeClosed(), changed, changed] })
    const examine = scene.simulation.services?.['examinePatent']
    let looked = 0
    const services = {
      ...scene.simulation.services,
      examinePatent: async (call: never) => {
        looked += 1
        if (looked > 2) scene.world.patent = sample.samplePatent({ status: 'lapsed' })
        return examine?.(call)
      },
    }
    const { end, state } = await simulate({ ...scene.simulation, services })
    expect(end).toEqual({ outcome: 'patent-ended', reason: 'lapsed' })
    expect(state.results['yearly-check#1']).toBeUndefined()
  })

  it('stands where its withdrawal is refused, not signed, not filed or not announced', async () => {
    const again = [noticeClosed(), withdraws, withdraws, withdraws, withdraws, withdraws]
    const answers = {
      'approve-withdrawal#1': { outcome: 'refused', reason: '仍有企业在洽谈' },
      'sign-withdrawal#1': { outcome: 'refused', reason: '撤回理由有误' },
      'file-withdrawal#1': { ...givenUp('继续许可'), data: { filedOn: '2026-03-02', receiptNumber: '（示例）-' } },
      'withdrawal-reply#1': { outcome: 'refused', data: sample.sampleReply('2026-03-02', { defects: '（示例）缺少理由' }) },
    }
    const { end, state } = await playAll({ answers, sayings: again })
    expect(end.outcome).toBe('withdrawal-announced')
    expect(state.results['standing#4']?.outcome).toBe('done')
  })

  it('shows to everybody the announced standard, and that a withdrawal is filed, until it is over', async () => {
    const { simulation } = play()
    const published: unknown[] = []
    await simulate({
      ...simulation,
      next: (state) => {
        published.push(definition.published(state))
        return simulation.next(state)
      },
    })
    expect(published[0]).toBeUndefined()
    expect(published).toContainEqual(
      expect.objectContaining({ announcementNumber: '（示例）公告2026-18', withdrawalFiledOn: expect.any(String) }),
    )
  })
})

describe('the applicant', () => {
  it('withdraws until the unit has decided', async () => {
    const { simulation } = play()
    const { end } = await simulate({
      ...simulation,
      next: (state) =>
        state.tasks['price#1'] === undefined
          ? simulation.next(state)
          : {
              actor: { is: 'person', person: simulation.openedBy, roles: [], deputyFor: [] },
              order: { name: 'withdraw-matter', reason: '重新盘点' },
            },
    })
    expect(end.outcome).toBe('withdrawn')
  })
})
