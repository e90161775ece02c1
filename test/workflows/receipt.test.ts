import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/open-licence.ts'
import type { PersonId } from '#domain/actor.ts'
import { applyAction } from '#domain/apply.ts'
import type { JsonObject } from '#domain/json.ts'
import { paymentReference } from '#domain/licence-take-up-decision.ts'
import { matchReceipt, referenceOf, type Guidance } from '#domain/receipt-match.ts'
import { checks } from '#domain/receipt-checks.ts'
import { definition, type ReceiptData } from '#domain/receipt.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { defaults } from '#policy/receipt.ts'
import { forms } from '#schemas/receipt.ts'
import { calendar, createPlayer, type Answers } from '#test/samples/answering.ts'
import { receipt } from '#workflows/receipt.ts'
import { simulate, simulateFromEveryAction, type Simulation, type Trail } from '../simulator/simulate.ts'

const number = 'KX-2026-00001'
const reference = paymentReference(number)
const candidate = {
  matter: 'take-up-1' as MatterId,
  number,
  isOpen: true,
  outstandingFen: 5_000_000 as never,
  interested: ['inventor1' as PersonId],
}

function play(data: ReceiptData, answers: Answers = {}, openedBy = 'finance' as PersonId): Simulation {
  const find = async ({ input }: { input: JsonObject }) => {
    const { receipt: asked, guidance, by } = input as unknown as { receipt: ReceiptData; guidance?: Guidance; by: PersonId }
    return matchReceipt(asked, referenceOf(asked, guidance) === reference ? candidate : undefined, guidance, { by })
  }
  return {
    story: receipt,
    process: 'receipt',
    data: data,
    openedBy,
    policy: defaults,
    calendar,
    services: { matchReceipt: find },
    next: createPlayer({ forms, checks: checks, registers: () => [] }, answers),
  }
}

function tellingsOf({ actions }: Trail) {
  let state: MatterState | undefined
  return actions.flatMap((action) => {
    const earlier = state
    state = applyAction(earlier, action)
    return definition.tells(earlier, state, action)
  })
}

async function playAll(data: ReceiptData, answers: Answers = {}, openedBy?: PersonId) {
  const simulation = play(data, answers, openedBy)
  const trail = await simulate(simulation)
  const again = await simulateFromEveryAction(simulation, trail)
  expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set([trail.end.outcome]))
  expect(trail.refused).toEqual([])
  return { ...trail, told: tellingsOf(trail) }
}

describe('a receipt', () => {
  it('with the reference and the amount tells the take-up, with the day credited as the day paid', async () => {
    const { end, told } = await playAll(sample.sampleReceipt('2026-02-27', { text: `专利许可费 ${reference} 谢谢` }))
    expect(end).toEqual({ outcome: 'matched' })
    expect(told).toEqual([
      {
        matter: 'take-up-1',
        message: 'receipt-matched',
        data: { receipt: 'm-1', number: 'X-2026-00001', voucher: 'SAMPLE-0001', amountFen: 5_000_000, paidOn: '2026-02-27' },
      },
    ])
  })

  it('without a reference is looked into by finance, matched again, and tells once', async () => {
    const again = { outcome: 'match-again', data: { reference, remarks: '（示例）与付款人核实' } }
    const { end, told, state } = await playAll(sample.sampleReceipt('2026-03-02'), { clarify: again })
    expect(state.results['match#1']?.data).toMatchObject({ standing: 'unmatched', because: 'no-reference' })
    expect(end.outcome).toBe('matched')
    expect(told).toHaveLength(1)
  })

  it('of another amount is matched only when finance says so', async () => {
    const part = sample.sampleReceipt('2026-03-02', { amountFen: 2_000_000 as never, reference })
    const accepted = { outcome: 'match-again', data: { reference, acceptAmount: true } }
    const { told } = await playAll(part, { clarify: accepted })
    expect(told[0]?.data['amountFen']).toBe(2_000_000)
  })

  it('told by an inventor of what it pays for is matched by nobody but another of finance', async () => {
    const again = { outcome: 'match-again', data: { reference, acceptAmount: true } }
    const receipt = sample.sampleReceipt('2026-03-02', { reference })
    const { told, state } = await playAll(receipt, { clarify: again }, 'inventor1' as PersonId)
    expect(state.results['match#1']?.data).toMatchObject({ standing: 'unmatched', because: 'interested' })
    expect(told).toHaveLength(1)
    expect(matchReceipt(receipt, candidate, { reference, acceptAmount: true }, { by: 'inventor1' as PersonId })).toMatchObject({
      because: 'interested',
    })
  })

  it.each(['other-income', 'returned'])('that pays for nothing here ends as %s and tells nobody', async (outcome) => {
    const { end, told } = await playAll(sample.sampleReceipt('2026-03-02'), { clarify: { outcome, reason: '（示例）捐赠款' } })
    expect(end).toEqual({ outcome })
    expect(told).toEqual([])
  })
})
