import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import * as sample from '#cli/samples/title-grant.ts'
import type { Action } from '#domain/action.ts'
import type { PersonId } from '#domain/actor.ts'
import { applyAction } from '#domain/apply.ts'
import { addDays } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import { pack } from '#domain/pack.ts'
import type { MatterState } from '#domain/state.ts'
import { getApplication } from '#domain/title-grant-facts.ts'
import { notices, play, type Answer, type Answers } from '#test/samples/title-grant-play.ts'
import { simulate } from '../simulator/simulate.ts'

/** Bytes that a story may hand on to its next run. */
const limit = 64 * 1024
const ids = (count: number, kind: string) =>
  Array.from({ length: count }, (_, place) => `0c5e3a52-7a0f-5a3c-${kind}-0d1f4b1f${7000 + place}` as PersonId)
const team = ids(20, '9a5c')
const panel = ids(7, 'ffff')
const others = ids(7, 'eeee')

let written = 0
/** A text of so many characters that stands nowhere else. */
function text(length: number): string {
  written += 1
  return `${written}号`.padEnd(length, `测试用语${written}`).slice(0, length)
}

/** The most bytes that the state has after any action of the trail, as it would be handed on then. */
function largest(actions: readonly Action[]): number {
  let state: MatterState | undefined
  const sizes = actions.map((action) => {
    state = applyAction(state, action)
    return Buffer.byteLength(JSON.stringify(pack(state)))
  })
  return Math.max(...sizes)
}

const declined = (): Answer => ({ outcome: 'declined', data: { ...sample.sampleStatement, mandate: false }, reason: text(200) })
const long = (answer: Answer): Answer => ({ ...answer, reason: text(200) })

function application(today: Parameters<typeof sample.sampleApplication>[1]) {
  const form = sample.sampleApplication('ownership', today)
  const milestones = Array.from({ length: 6 }, (_, place) => ({ what: text(60), by: addDays(today, 100 + place) }))
  return {
    ...form,
    decision: { ...form.decision, deadlock: text(200) },
    plan: { ...form.plan, reference: text(40), taker: text(100), prospect: text(200), milestones, fundingSource: text(60) },
    valuation: { amountFen: 80_000_000, basis: text(200), on: today },
  }
}

/** Twenty contributors who write as much as they may: a declined split, a returned application, a review, a redraft, twenty years. */
const answers: Answers = {
  'agree-split#1/0c5e3a52-7a0f-5a3c-9a5c-0d1f4b1f7003': declined,
  apply: (_, today) => ({ outcome: 'ownership', data: application(today) }),
  'formal-check#1': () => long({ outcome: 'returned', data: { ...sample.sampleFormalCheck(sample.beijingAuthority), opinion: text(200) } }),
  'ownership-check': () => ({ outcome: 'clear', data: { ...sample.sampleOwnership, basis: text(200) } }),
  'secrecy-check': () => ({ outcome: 'cleared', data: { touches: [], opinion: text(200) } }),
  'convene-review': { outcome: 'convened', data: { members: panel } },
  'review-vote': { outcome: 'for', data: {} },
  approve: () => ({
    outcome: 'approved',
    data: { noUnlawfulGain: true, factsConsidered: Array.from({ length: 8 }, () => text(60)), remarks: text(200) },
  }),
  'approve#1': () => long({ outcome: 'refused', data: sample.sampleApproval }),
  'ask-review': () => ({ outcome: 'review', data: { grounds: [text(200), text(200)] } }),
  'convene-appeal': { outcome: 'convened', data: { members: others } },
  'appeal-vote': { outcome: 'for', data: {} },
  'draft-terms': (_, __, state) => ({ outcome: 'for-nothing', data: sample.sampleTerms(getApplication(state).form) }),
  'tax-review': () => ({ outcome: 'reviewed', data: { ...sample.sampleTaxReview, basis: text(200) } }),
  'sign-university#1': () => long({ outcome: 'refused', data: { termsRead: true } }),
  'agreement-refused': () => ({ outcome: 'redraft', data: { remarks: text(200) } }),
  'annual-report': () => ({
    outcome: 'reported',
    data: {
      transformations: [1, 2].map(() => ({
        reference: text(40),
        kind: 'licence',
        taker: text(40),
        netFen: 89_108_000,
        incentives: ['title-share'],
      })),
      progress: text(100),
      costFen: 1_000_000,
    },
  }),
}

it('of twenty contributors fits into what a run hands on, after every year of its life', async () => {
  const data = { ...sample.sampleGrant(team, { title: text(120) }), members: sample.sampleMembers(team) } as unknown as JsonObject
  const registers = [sample.sampleGrantRow(team)]
  // Papers are named in the state as they are in the house: by the hashes of both readings.
  const hash = (name: string) => createHash('sha256').update(name).digest('hex')
  const issueDocument = async ({
    step,
    template,
    number,
  }: {
    readonly step: string
    readonly template: string
    readonly number: string
  }) => ({
    id: `0c5e3a52-7a0f-5a3c-9a5c-0d1f4b1f8000/${step}`,
    template,
    number,
    sha256: hash(step),
    readings: [{ language: 'en', sha256: hash(`${step}/en`) }],
  })
  const services = { issueDocument } as never
  const { end, actions } = await simulate(play(answers, [notices()], { data, registers, services, openedBy: team[0] as PersonId }))
  expect(end.outcome).toBe('term-ended')
  const bytes = largest(actions)
  expect(bytes).toBeLessThanOrEqual(limit)
})
