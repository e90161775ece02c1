import * as sample from '#cli/samples/public-notice.ts'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { NoticeKind } from '#domain/public-notice-content.ts'
import type { MatterState } from '#domain/state.ts'
import { simulate } from '../simulator/simulate.ts'
import { decided, lodged, playNotice, playObjection, posted, type Deed } from './public-notice-play.ts'

type Fixture = { readonly state: MatterState; readonly step?: string }

async function noticed(
  kind: NoticeKind,
  people: readonly PersonId[],
  title: string,
  deeds: readonly Deed[],
  step?: string,
): Promise<Fixture> {
  const data = { ...sample.sampleNotice(kind, people), ...sample.sampleContent(kind, people, { title }) }
  const { state } = await simulate(playNotice(data, [posted('2026-03-02'), ...deeds]))
  return step === undefined ? { state } : { state, step }
}

async function objected(title: string, deeds: readonly Deed[]): Promise<Fixture> {
  const data = sample.sampleObjection({ noticeTitle: title, grounds: '所公示的份额与实际贡献不符。'.repeat(60), objector: '李䶮' })
  return { state: (await simulate(playObjection(data, [{ task: 'acknowledge', outcome: 'acknowledged' }, ...deeds]))).state }
}

const objections = Array.from({ length: 8 }, (_, place) => `0000${place + 1}`)

/** A notice or an objection for each of their papers, concerning these people and with this title. */
export function noticeFixtures(people: readonly PersonId[], title: string): { readonly [paper: string]: () => Promise<Fixture> } {
  const dismissed = objections.flatMap((id) => [lodged(id, '2026-03-03'), decided(id, 'dismissed')])
  const answered: Deed = { task: 'decide', outcome: 'dismissed', data: sample.sampleDecision }
  return {
    'public-notice/announcement': () => noticed('GRANT', people, title, [], 'announcement#1'),
    'public-notice/certificate': () => noticed('CASH_TAX', people, title, []),
    'public-notice/statement': () => noticed('LEADER', people, title, [...dismissed, { goTo: plainDay('2026-03-10') }]),
    'notice-objection/receipt': () => objected(title, [answered]),
    'notice-objection/decision': () => objected(title, [answered]),
  }
}
