import * as sample from '#cli/samples/open-licence.ts'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { MatterState } from '#domain/state.ts'
import { simulate } from '../simulator/simulate.ts'
import { ends, pays, play as playTakeUp, after, type Scene as TakeUpScene } from './licence-take-up-play.ts'
import { noticeClosed, play as playDeclaration, withdraws, type Scene } from './open-licence-play.ts'

type Fixture = { readonly state: MatterState; readonly step?: string }

/** A declaration of a patent with these inventors, co-owned and pledged, above what is usual, withdrawn in the end. */
async function declared(inventors: readonly PersonId[], title: string, scene: Scene = {}): Promise<Fixture> {
  const pledge = sample.sampleEncumbrance('pledge', { holder: sample.samplePledgee })
  const patent = sample.samplePatent({ ...sample.sampleCoOwned, inventors, title, titleEn: title, encumbrances: [pledge] })
  const parties = [sample.sampleHouse, sample.sampleCoOwner]
  const contents = ['declaration', 'patentee-consents', 'pledgee-consents', 'fee-estimate', 'no-bars-statement'] as const
  const consentsOf = (day: string) => [sample.sampleCoOwner, sample.samplePledgee].map((party) => sample.sampleConsent(party, day))
  const answers = {
    consents: (_: unknown, day: string) => ({ outcome: 'consented', data: { consents: consentsOf(day) } }),
    price: {
      outcome: 'proposed',
      data: sample.samplePrice({ ...sample.sampleRoyaltyPrice, justification: '（示例）经第三方资产评估，理由充分。'.repeat(10) }),
    },
    file: (_: unknown, day: string) => ({ outcome: 'filed', data: sample.sampleFiling(day, parties, contents) }),
  }
  const withdrawal = {
    ...withdraws,
    data: { ...sample.sampleWithdrawal, consents: [sample.sampleConsent(sample.sampleCoOwner, '2026-03-02')] },
  }
  const { simulation } = playDeclaration({ patent, answers, sayings: [noticeClosed(), withdrawal], ...scene })
  return { state: (await simulate(simulation)).state }
}

/** A declaration that every bar hinders at once. */
async function barred(title: string): Promise<Fixture> {
  const kinds = ['exclusive-licence', 'ownership-dispute', 'pledge', 'title-grant', 'open-licence'] as const
  const patent = sample.samplePatent({
    number: sample.sampleNumber(1001),
    title,
    status: 'lapsed',
    encumbrances: kinds.map((kind) => sample.sampleEncumbrance(kind)),
    annuities: [{ year: 5, dueOn: plainDay('2025-06-10') }],
  })
  return { state: (await simulate(playDeclaration({ patent }).simulation)).state }
}

async function taken(scene: TakeUpScene, step?: string): Promise<Fixture> {
  const { state } = await simulate(playTakeUp(scene))
  return step === undefined ? { state } : { state, step }
}

const longName = `（示例）${'江南青禾种苗科技发展集团'.repeat(6)}有限公司`
const taker = sample.sampleTaker(7, { name: longName, address: `（示例）${'江南市示例路'.repeat(12)}1号` })
const short = sample.samplePrice({ termEnd: plainDay('2026-12-31') })
const royalty = { ...sample.sampleRoyaltyPrice, termEnd: plainDay('2028-12-31') }
const full = pays(5_000_000)

/** A declaration or a take-up for each of their papers. */
export function licenceFixtures(people: readonly PersonId[], title: string): { readonly [paper: string]: () => Promise<Fixture> } {
  return {
    'open-licence/eligibility-report': () => barred(title),
    'open-licence/patentee-consent': () => declared(people, title),
    'open-licence/pledgee-consent': () => declared(people, title),
    'open-licence/fee-estimate': () => declared(people, title),
    'open-licence/declaration-sheet': () => declared(people, title),
    'open-licence/package-list': () => declared(people, title),
    'open-licence/withdrawal-sheet': () => declared(people, title),
    'open-licence/end-explanation': () => declared(people, title),
    'licence-take-up/written-notice': () => taken({ notice: { taker }, price: royalty, sayings: [pays(1_000_000)] }),
    'licence-take-up/payment-letter': () => taken({ notice: { taker }, price: short, sayings: [pays(2_000_000)], answers: {} }),
    'licence-take-up/confirmation': () => taken({ notice: { taker: sample.sampleForeignTaker }, price: short, sayings: [full] }),
    'licence-take-up/recordal-sheet': () => taken({ notice: { taker }, price: short, sayings: [full] }),
    'licence-take-up/royalty-report': () => taken({ notice: { taker }, price: royalty, sayings: [pays(1_000_000)] }),
    'licence-take-up/withdrawal-explanation': () =>
      taken({ notice: { taker }, price: short, sayings: [full, ends({}, after('recordal-reply'))] }),
    'licence-take-up/offer-gone-letter': () =>
      taken({
        notice: { taker },
        price: short,
        sayings: [pays(1_000_000), ends({ cause: 'invalidated', endedOn: plainDay('2026-03-02') })],
      }),
  }
}
