import * as sample from '#cli/samples/open-licence.ts'
import type { PersonId } from '#domain/actor.ts'
import { dayOfInstant } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import { recordEligibility } from '#domain/open-licence-eligibility.ts'
import { checks } from '#domain/open-licence-checks.ts'
import { summariseComparables } from '#domain/open-licence-price.ts'
import { definition } from '#domain/open-licence.ts'
import { foldRegister } from '#domain/register-fold.ts'
import type { PatentFacts } from '#domain/register.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { applyAction } from '#domain/apply.ts'
import type { Action } from '#domain/action.ts'
import { defaults } from '#policy/open-licence.ts'
import { forms } from '#schemas/open-licence.ts'
import { openLicence } from '#workflows/open-licence.ts'
import type { Simulation } from '../simulator/simulate.ts'
import { calendar, createPlayer, type Answer, type Answers, type Saying } from './answering.ts'

const today =
  (outcome: string, make: (day: string) => object) =>
  (_: unknown, day: string): Answer => ({ outcome, data: make(day) })

/** How it usually goes: nothing hinders it, the fee is approved, the office announces. */
const usual: Answers = {
  cure: { outcome: 'given-up', reason: '暂不声明' },
  advise: { outcome: 'noted' },
  consents: today('consented', (day) => ({ consents: [sample.sampleConsent(sample.sampleCoOwner, day)] })),
  price: { outcome: 'proposed', data: sample.samplePrice() },
  approve: { outcome: 'approved' },
  'sign-declaration': ({ given }) => ({ outcome: 'signed', data: { sha256: given?.['sha256'] } }),
  file: today('filed', (day) => sample.sampleFiling(day)),
  'office-reply': today('announced', (day) => sample.sampleAnnouncement(day)),
  correct: today('resubmitted', (day) => ({ resubmittedOn: day, answer: '（示例）已按通知补正' })),
  'yearly-check': { outcome: 'in-order' },
  'approve-withdrawal': { outcome: 'approved' },
  'sign-withdrawal': ({ given }) => ({ outcome: 'signed', data: { sha256: given?.['sha256'] } }),
  'file-withdrawal': today('filed', (day) => ({ filedOn: day, receiptNumber: '（示例）CH-2026-1' })),
  'withdrawal-reply': today('announced', (day) => sample.sampleAnnouncement(day)),
}

/** The notice of the price closed without an objection. */
export const noticeClosed = (outcome = 'closed-ok'): Saying => ({
  message: 'notice-closed',
  data: { outcome, notice: 'm-2', number: 'GS-2026-00001', closedOn: '2026-03-20' },
})

/** The officer wants to withdraw as soon as the offer stands. */
export const withdraws: Saying = { message: 'withdraw-declaration', data: sample.sampleWithdrawal, by: 'ipo_officer' as never }

export type Scene = {
  readonly patent?: PatentFacts
  readonly answers?: Answers
  readonly sayings?: readonly Saying[]
  readonly more?: Partial<Simulation>
}

/**
 * A declaration as these people play it. The register lives beside it: what the matter's actions change there is folded in, as
 * the record does it in the same transaction.
 */
export function play({ patent = sample.samplePatent(), answers = {}, sayings = [noticeClosed(), withdraws], more = {} }: Scene = {}) {
  const world = { patent, seen: 0 }
  const follow = (actions: readonly Action[]) => {
    let state: MatterState | undefined
    world.patent = patent
    for (const action of actions) {
      const before = state
      state = applyAction(before, action)
      for (const change of definition.effects(before, state, action)) world.patent = foldRegister(world.patent, change) as PatentFacts
    }
  }
  const registers = () => [{ register: 'patent' as const, id: world.patent.number, facts: world.patent }]
  const examinePatent = async ({ matter, input }: { matter: MatterId; input: JsonObject }) => {
    const consented = input['consented'] as string[]
    const on = dayOfInstant(Date.now())
    return {
      ...recordEligibility({ number: world.patent.number, patent: world.patent, on, calendar, matter, consented }),
      status: world.patent.status,
    }
  }
  const simulation: Simulation = {
    story: openLicence,
    process: 'open-licence',
    data: sample.sampleOpening,
    openedBy: 'officer' as PersonId,
    policy: defaults,
    calendar,
    services: {
      examinePatent,
      listComparables: async () => summariseComparables([]),
      tellTakers: async () => ({ told: 2, notices: 3, licences: 1 }),
    },
    next: createPlayer({ forms, checks: checks, registers }, { ...usual, ...answers }, sayings),
    ...more,
  }
  return { simulation, world, follow }
}
