import * as sample from '#cli/samples/title-grant.ts'
import type { PersonId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterState } from '#domain/state.ts'
import { simulate } from '../simulator/simulate.ts'
import { aged, applies, experts, notices, ofAged, others, play, type Answers } from './title-grant-play.ts'

type Fixture = { readonly state: MatterState; readonly step?: string }

/** Who acts for the university in a played grant. */
export const grantOfficers = [
  ...experts,
  ...others,
  'observer',
  'officer-legal',
  'officer-secrecy',
  'officer-asset',
  'officer-committee',
  'officer-finance',
]

async function granted(people: readonly PersonId[], title: string, answers: Answers, step?: string): Promise<Fixture> {
  const { titleEn: _, ...opening } = sample.sampleGrant(people, { title })
  const data = { ...opening, members: sample.sampleMembers(people) } as unknown as JsonObject
  const registers = [sample.sampleGrantRow(people, { filedOn: aged.filedOn })]
  const openedBy = people[0] ?? ('' as PersonId)
  const { state } = await simulate(play({ ...ofAged, ...answers }, [notices()], { data, registers, openedBy }))
  return step === undefined ? { state } : { state, step }
}

const against = { outcome: 'against', data: {}, reason: '产业化前景不足，承接单位资金未落实（示例）' }
const review = { outcome: 'review', data: { grounds: ['补充了承接单位的资金证明（示例）'] } }
const ofUse = { apply: applies('use-right') }
const idle = { outcome: 'reported', data: sample.sampleIdleReport }

/** A grant for each of its papers, to these people and with this title. */
export function grantFixtures(people: readonly PersonId[], title: string): { readonly [paper: string]: () => Promise<Fixture> } {
  const long = { registers: [sample.sampleGrantRow(people)] }
  const used = async (answers: Answers): Promise<Fixture> => {
    const { titleEn: _, ...opening } = sample.sampleGrant(people, { title })
    const data = { ...opening, members: sample.sampleMembers(people) } as unknown as JsonObject
    return {
      state: (await simulate(play({ ...ofUse, ...answers }, [notices()], { data, ...long, openedBy: people[0] ?? ('' as PersonId) })))
        .state,
    }
  }
  const whole = () => granted(people, title, {})
  return {
    'title-grant/split-agreement': whole,
    'title-grant/application-form': whole,
    'title-grant/transformation-plan': () => used({}),
    'title-grant/review-minutes': () => granted(people, title, { 'review-vote#1/cai': against }),
    'title-grant/approval-form': whole,
    'title-grant/diligence-pack': () => granted(people, title, { 'review-vote#1/cai': against }),
    'title-grant/refusal-letter': () => granted(people, title, { 'review-vote': against }),
    'title-grant/appeal-minutes': () =>
      granted(people, title, { 'review-vote#1/cai': against, 'review-vote#1/cui': against, 'ask-review': review }),
    'title-grant/agreement': whole,
    'title-grant/change-sheet': whole,
    'title-grant/annual-report': () => granted(people, title, {}, 'annual-report-paper#1'),
    'title-grant/recovery-decision': () =>
      used({
        'annual-report': idle,
        'recovery-review': (_, today) => ({ outcome: 'recovered', data: sample.sampleRecovery(today), reason: '满36个月未转化（示例）' }),
      }),
    'title-grant/extension-decision': () =>
      used({
        'extension-request#1': { outcome: 'extend', data: { years: 2, plan: '推广至三省（示例）' } },
        'decide-extension': { outcome: 'extended', data: sample.sampleExtension(2) },
      }),
  }
}
