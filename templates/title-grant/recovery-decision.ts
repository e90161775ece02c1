import { addMonths, type PlainDay } from '#domain/day.ts'
import { civilCodeArticle } from '#domain/disclosure-law.ts'
import { byDesign } from '#domain/refusal.ts'
import type { MatterState } from '#domain/state.ts'
import { getForm, listForms } from '#domain/title-grant-facts.ts'
import { getSchedule } from '#domain/title-grant-monitoring.ts'
import { lateObjection, onRegistration } from '#domain/title-grant-law.ts'
import { findRecoveryGround } from '#domain/title-grant-overturned.ts'
import { steps } from '#domain/title-grant.ts'
import type { Language } from '../block.ts'
import { citationsText } from '../citation-text.ts'
import { asSentence, dayIn, nameIn, titleIn, type Both } from '../lines.ts'
import { disputeText, gatherDispute, type Dispute } from './dispute.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { committeeSeal, gatherHeader, headerFields, membersIn, officeSeal, type Header } from './header.ts'
import { officialOf, sayIn, type Say } from './lines.ts'

type RecoveryFacts = Header & {
  readonly outcome: 'kept' | 'recovered'
  readonly decidedOn: PlainDay
  readonly signedOn: PlainDay
  readonly recoveryMonths: number
  readonly heardOn: PlainDay
  readonly found: string
  readonly reason: string
  readonly reports: number
  readonly overdue: number
  readonly titleReturns: boolean
  /** Absent in decisions drawn before they told it. */
  readonly dispute?: Dispute
  readonly nextOn?: PlainDay
  /** A late objection set the notice aside: why it was looked at, where it was not for the months agreed. */
  readonly overturned?: { readonly on: PlainDay; readonly decision: string; readonly reason: string }
}

const name = 'title-grant/recovery-decision'
const official = officialOf(name)

const back: Both = {
  zh: '贵团队所持份额返还学校；双方办理变更登记，返还自登记之日起生效。',
  en: 'The share goes back to the university; the change is filed and takes effect on registration.',
}

const useEnds: Both = { zh: '长期使用权自本决定书到达之日起终止。', en: 'The use right ends on the day on which this decision arrives.' }

function overturnedOf(state: MatterState): Pick<RecoveryFacts, 'overturned'> {
  const asked = findRecoveryGround(state)
  return asked === undefined ? {} : { overturned: { on: asked.on, decision: asked.data.decision, reason: asked.reason ?? '' } }
}

function gather(context: PaperContext): RecoveryFacts {
  const { state } = context
  const review = getForm(state, steps.recoveryReview)
  const terms = getForm(state, steps.draftTerms).data
  const reports = listForms(state, steps.annualReport)
  const { nextMonths } = review.data
  return {
    ...gatherHeader(context),
    outcome: review.outcome,
    decidedOn: review.on,
    signedOn: getSchedule(state).signedOn,
    recoveryMonths: terms.recoveryMonths,
    heardOn: review.data.heardOn,
    found: review.data.facts,
    reason: review.reason ?? '',
    reports: reports.filter(({ outcome }) => outcome === 'reported').length,
    overdue: reports.filter(({ outcome }) => outcome === 'overdue').length,
    titleReturns: terms.titleReturns,
    dispute: gatherDispute(terms),
    ...overturnedOf(state),
    ...(review.outcome === 'kept' && nextMonths !== undefined ? { nextOn: addMonths(review.on, nextMonths) } : {}),
  }
}

function factsText(facts: RecoveryFacts, language: Language, say: Say): string {
  return facts.overturned === undefined ? monthsText(facts, language, say) : overturnedText(facts, facts.overturned, language, say)
}

function overturnedText(
  { signedOn, heardOn }: RecoveryFacts,
  { on, decision, reason }: NonNullable<RecoveryFacts['overturned']>,
  language: Language,
  say: Say,
): string {
  const law = citationsText(lateObjection, language)
  const why = asSentence(reason, language)
  return say({
    zh: `赋权协议于${dayIn(signedOn, language)}签署。签署后，逾期异议经决定（${decision}）成立，公示被推翻；学校法务于${dayIn(on, language)}提请收回，理由：${why}现依据${law}予以评议。学校于${dayIn(heardOn, language)}听取了团队意见。`,
    en: `The agreement was signed on ${dayIn(signedOn, language)}. Afterwards a late objection was upheld (${decision}) and the notice set aside; on ${dayIn(on, language)} legal put the grant up for recovery: ${why} It is looked at under ${law}. The team was heard on ${dayIn(heardOn, language)}.`,
  })
}

function monthsText({ signedOn, recoveryMonths, reports, overdue, heardOn }: RecoveryFacts, language: Language, say: Say): string {
  return say({
    zh: `赋权协议于${dayIn(signedOn, language)}签署，约定满${recoveryMonths}个月未转化的予以评议。其间收到年度报告${reports}份，逾期未报告${overdue}次，均未载明转化。学校于${dayIn(heardOn, language)}听取了团队意见。`,
    en: `The agreement of ${dayIn(signedOn, language)} has it looked at after ${recoveryMonths} months without transformation. ${reports} yearly reports came, ${overdue} came not in time; none names a transformation. The team was heard on ${dayIn(heardOn, language)}.`,
  })
}

function decisionText(facts: RecoveryFacts, language: Language, say: Say): string {
  if (facts.outcome === 'kept') {
    const next = facts.nextOn === undefined ? '—' : dayIn(facts.nextOn, language)
    return say({ zh: `继续赋权；于${next}再次评议。`, en: `The grant goes on; it is looked at again on ${next}.` })
  }
  const follows = facts.mode === 'ownership' ? (facts.titleReturns ? say(back) : '') : say(useEnds)
  return `${say({ zh: '收回本次赋权。', en: 'The grant is recovered. ' })}${follows}`
}

export const template: PaperTemplate<RecoveryFacts> = {
  name,
  official,
  facts: gather,
  render(facts, language) {
    const say = sayIn(language)
    return {
      title: say(official),
      blocks: [
        { kind: 'paragraph', indent: false, text: `${membersIn(facts, language)}${say({ zh: '：', en: ':' })}` },
        headerFields(facts, language, [{ label: say({ zh: '决定日', en: 'Decided on' }), value: dayIn(facts.decidedOn, language) }]),
        { kind: 'heading', level: 1, text: say({ zh: '一、查明的情况', en: '1. Facts' }) },
        { kind: 'paragraph', text: factsText(facts, language, say) },
        { kind: 'paragraph', text: facts.found },
        { kind: 'heading', level: 1, text: say({ zh: '二、决定与理由', en: '2. Decision and reasons' }) },
        { kind: 'paragraph', text: decisionText(facts, language, say) },
        { kind: 'paragraph', text: asSentence(facts.reason, language) },
        { kind: 'heading', level: 1, text: say({ zh: '三、救济', en: '3. What you may do' }) },
        { kind: 'paragraph', text: disputeText(facts.dispute, language) },
        officeSeal(facts, language, committeeSeal),
      ],
    }
  },
  requiredFields: [
    { field: 'addressees', rule: byDesign, find: (facts, language) => facts.members.map(({ person }) => nameIn(person, language)) },
    { field: 'result', rule: byDesign, find: (facts, language) => [titleIn(facts, language)] },
    { field: 'hearing', rule: byDesign, find: (facts, language) => [factsText(facts, language, sayIn(language))] },
    { field: 'decision', rule: onRegistration, find: (facts, language) => [decisionText(facts, language, sayIn(language))] },
    { field: 'remedy', rule: civilCodeArticle('565(1)'), find: (facts, language) => [disputeText(facts.dispute, language)] },
    { field: 'reasons', rule: byDesign, find: ({ reason, found }) => [reason, found] },
  ],
}
