import * as sample from '#cli/samples/open-licence.ts'
import { plainDay } from '#domain/day.ts'
import type { OfferEnd } from '#domain/open-licence-end.ts'
import { checks } from '#domain/licence-take-up-checks.ts'
import type { StandardRead } from '#domain/licence-take-up-facts.ts'
import type { TakeUpNotice } from '#domain/licence-take-up-forms.ts'
import type { PriceProposal } from '#domain/open-licence-forms.ts'
import { liveEntryId } from '#domain/open-licence.ts'
import type { PersonId } from '#domain/actor.ts'
import type { MatterId, MatterState } from '#domain/state.ts'
import { defaults } from '#policy/licence-take-up.ts'
import { forms } from '#schemas/licence-take-up.ts'
import { licenceTakeUp } from '#workflows/licence-take-up.ts'
import { calendar, createPlayer, type Answer, type Answers, type Saying } from './answering.ts'
import type { Simulation } from '../simulator/simulate.ts'

export const declaration = 'declaration-1'

const today =
  (outcome: string, make: (day: string) => object) =>
  (_: unknown, day: string): Answer => ({ outcome, data: make(day) })

/** How it usually goes: the office only carries out what follows from the notice and the payment. */
const usual: Answers = {
  'export-check': { outcome: 'cleared', data: sample.sampleExport.restricted },
  'legal-review': { outcome: 'licensed', data: { opinion: '（示例）通知在撤回公告前到达，许可成立。' } },
  'file-recordal': today('filed', (day) => sample.sampleRecordalFiling(day)),
  'recordal-reply': today('recorded', (day) => sample.sampleRecorded(day)),
  'royalty-report': (task, day) => ({ outcome: 'reported', data: reportOf(String(task.given?.['from']), String(task.given?.['to']), day) }),
  refund: (task, day) => ({
    outcome: 'refunded',
    data: { refundedOn: day, voucher: '（示例）TK-1', amountFen: task.given?.['amountFen'] },
  }),
}

function reportOf(from: string, to: string, day: string): object {
  return sample.sampleReport(plainDay(from), plainDay(to <= day ? to : day))
}

/** A receipt that tells of a payment. */
export const pays = (amountFen: number, paidOn = '2026-03-02', when?: Saying['when']): Saying => ({
  message: 'receipt-matched',
  data: { receipt: 'r-1', number: 'SK-2026-00001', voucher: 'SAMPLE-0001', amountFen, paidOn },
  ...(when === undefined ? {} : { when }),
})

/** The declaration tells that its offer is over. */
export const ends = (end: Partial<OfferEnd> = {}, when?: Saying['when']): Saying => ({
  message: 'offer-ended',
  data: { cause: 'withdrawn', endedOn: '2026-03-02', announcementNumber: '（示例）公告2026-40', ...end },
  ...(when === undefined ? {} : { when }),
})

/** Holds once this step has a result. */
export const after = (step: string) => (state: MatterState) => Object.keys(state.results).some((id) => id.startsWith(`${step}#`))

export type Scene = {
  readonly notice?: Partial<TakeUpNotice>
  readonly price?: PriceProposal
  /** What the declaration's record says of its end, at the first and at the second reading. */
  readonly ended?: readonly (OfferEnd | undefined)[]
  readonly answers?: Answers
  readonly sayings?: readonly Saying[]
  readonly more?: Partial<Simulation>
}

/** What a take-up reads of its declaration. */
export function standardOf(price: PriceProposal): StandardRead {
  const { fee, termEnd, noticeSystem, noticeAddress, account } = price
  const { title, titleEn = '' } = sample.samplePatent()
  return {
    standard: {
      declaration: declaration as MatterId,
      number: 'KF-2026-00001',
      patent: sample.sampleNumber(1001),
      title,
      titleEn,
      patentees: [sample.sampleHouse],
      announcementNumber: '（示例）公告2026-18',
      announcedOn: plainDay('2026-02-02'),
      fee,
      termEnd,
      noticeSystem,
      noticeAddress,
      account,
    },
    inventors: ['ann', 'bo'] as PersonId[],
    recordalMonths: 3,
  }
}

/** One taker's matter as these people play it. */
export function play({
  notice = {},
  price = sample.samplePrice(),
  ended = [],
  answers = {},
  sayings = [],
  more = {},
}: Scene = {}): Simulation {
  const offer = sample.sampleEncumbrance('open-licence', {
    id: liveEntryId(declaration),
    since: plainDay('2026-02-02'),
    until: price.termEnd,
  })
  const patent = sample.samplePatent({ encumbrances: [offer] })
  const registers = () => [{ register: 'patent' as const, id: patent.number, facts: patent }]
  return {
    story: licenceTakeUp,
    process: 'licence-take-up',
    data: sample.sampleNotice(declaration, '2026-03-02', notice),
    openedBy: 'officer' as PersonId,
    policy: defaults,
    calendar,
    services: {
      readStandard: async ({ step }: { step: string }) => {
        const end = ended[step.startsWith('standard') ? 0 : 1]
        return { ...standardOf(price), ...(end === undefined ? {} : { ended: end }) }
      },
    },
    next: createPlayer({ forms, checks: checks, registers }, { ...usual, ...answers }, sayings),
    ...more,
  }
}
