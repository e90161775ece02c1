import type { PersonId } from './actor.ts'
import type { CheckContext } from './checks.ts'
import type { PlainDay } from './day.ts'
import { statutoryGrantReward } from './grant-reward.ts'
import { allocate, fen, formatYuan, sumFen } from './money.ts'
import type { Fen } from './money.ts'
import { isApplicationNumber, patentNumberOf } from './patent-number.ts'
import type { PatentType } from './patent-type.ts'
import type { ProcessPolicy } from './policy-slice.ts'
import type { FilingRecord, OfficeEvent, RewardPayments } from './pre-filing-assessment-forms.ts'
import { assessmentRules } from './pre-filing-assessment-rules.ts'
import { steps } from './pre-filing-assessment.ts'
import type { AssessedInventor } from './pre-filing-assessment.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { MatterState } from './state.ts'
import { findResult } from './state.ts'

/** What one granted patent is rewarded with, and on what it rests. */
export type GrantReward = {
  readonly basis: 'agreement' | 'unit-rule' | 'statute'
  readonly patentNumber: string
  readonly type: PatentType
  readonly announcedOn: PlainDay
  readonly totalFen: Fen
  readonly parts: readonly { readonly person: PersonId; readonly amountFen: Fen }[]
  /** The agreement or the unit's rule by name. */
  readonly document?: string
}

/** The unit's own rule for one type of patent (专利法实施细则 92): an entry of the policy's list `grantRewards`. */
export type GrantRewardRule = { readonly type: PatentType; readonly amountFen: number; readonly document: string }

function findUnitRule(policy: ProcessPolicy, type: PatentType): GrantRewardRule | undefined {
  const rules = (policy.lists?.['grantRewards'] ?? []) as unknown as readonly GrantRewardRule[]
  return rules.find((rule) => rule.type === type)
}

type Basis = Pick<GrantReward, 'basis' | 'document'> & { readonly amounts: readonly Fen[] }

/** Agreement goes before the unit's lawful rule, and the statute's least applies only where there is neither. */
function findBasis(type: PatentType, inventors: readonly AssessedInventor[], record: FilingRecord, policy: ProcessPolicy): Basis {
  const shares = inventors.map(({ shareBp }) => shareBp)
  const agreed = record.rewardAgreed
  if (agreed !== undefined) return { basis: 'agreement', document: agreed.agreement, amounts: allocate(agreed.amountFen, shares) }
  const rule = findUnitRule(policy, type)
  if (rule !== undefined) return { basis: 'unit-rule', document: rule.document, amounts: allocate(fen(rule.amountFen), shares) }
  return { basis: 'statute', amounts: statutoryGrantReward(type, inventors.length) }
}

/**
 * The reward for a patent whose grant was announced, in fen and in the order of the record: as agreed or set by the unit by
 * shares of contribution, else the statutory least in equal parts (专利法 15(1); 实施细则 92–93). Filing alone earns none.
 * Whoever left or studies here is paid like the others. Throws a RangeError where the event grants nothing.
 */
export function computeGrantReward(
  event: OfficeEvent,
  record: FilingRecord,
  inventors: readonly AssessedInventor[],
  policy: ProcessPolicy,
): GrantReward {
  const application = record.applications.find(({ applicationNumber }) => applicationNumber === event.applicationNumber)
  if (event.event !== 'grant-announced' || application === undefined) throw new RangeError(`No grant is announced by ${event.event}`)
  const { basis, document, amounts } = findBasis(application.type, inventors, record, policy)
  const number = application.applicationNumber
  return {
    basis,
    patentNumber: isApplicationNumber(number) ? patentNumberOf(number) : number,
    type: application.type,
    announcedOn: event.on,
    totalFen: sumFen(amounts),
    parts: inventors.map(({ person }, index) => ({ person, amountFen: amounts[index] ?? fen(0) })),
    ...(document === undefined ? {} : { document }),
  }
}

/** The reward now to be paid; undefined before one was computed. */
export function findGrantReward(state: MatterState): GrantReward | undefined {
  return findResult(state, steps.grantReward.name)?.data as unknown as GrantReward | undefined
}

function checkEachPayment({ payments }: RewardPayments, reward: GrantReward, today: PlainDay): Refusal[] {
  return payments.flatMap(({ person, to, proof, paidOn, voucher }, index) => {
    const at = (field: string) => `/payments/${index}/${field}`
    const refusals: Refusal[] = []
    if (!reward.parts.some((part) => part.person === person))
      refusals.push(refuse(assessmentRules.rewardStranger, { person }, at('person')))
    // Heirs prove their right on paper (电子签名法 3(3)); a deposit discharges by its receipt (民法典 570).
    if (to !== 'inventor' && (proof ?? '').trim() === '') refusals.push(refuse(assessmentRules.proofMissing, { person, to }, at('proof')))
    if (paidOn > today) refusals.push(refuse(assessmentRules.paidInFuture, { paidOn, today }, at('paidOn')))
    const isRepeated = payments.findIndex((other) => other.voucher === voucher) < index
    return isRepeated ? [...refusals, refuse(assessmentRules.voucherTwice, { voucher }, at('voucher'))] : refusals
  })
}

/** Whether every inventor was paid at least his part, once, and nobody else anything. */
export function checkRewardPayments(form: RewardPayments, context: CheckContext): Refusal[] {
  const reward = context.state === undefined ? undefined : findGrantReward(context.state)
  if (reward === undefined) return []
  const short = reward.parts.flatMap(({ person, amountFen: due }) => {
    const paid = sumFen(form.payments.filter((payment) => payment.person === person).map(({ amountFen }) => amountFen))
    return paid >= due ? [] : [refuse(assessmentRules.rewardShort, { person, due: formatYuan(due), paid: formatYuan(paid) }, '/payments')]
  })
  return [...checkEachPayment(form, reward, context.today), ...short]
}
