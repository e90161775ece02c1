import type { PlainDay } from '#domain/day.ts'
import { computeDue, type DueRule } from '#domain/deadline.ts'
import { byDesign } from '#domain/refusal.ts'
import { findResult } from '#domain/state.ts'
import { findForm, isReviewUsed } from '#domain/title-grant-facts.ts'
import { mayDispose, pilotNotice } from '#domain/title-grant-law.ts'
import { steps } from '#domain/title-grant.ts'
import { basisNote, citationsText } from '../citation-text.ts'
import { dayIn, listed, nameIn, titleIn, type Both } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { periodIn, periodOf } from '../period.ts'
import { gatherHeader, headerFields, membersIn, officeSeal, type Header } from './header.ts'
import { officialOf, outcomeIn, sayIn, stepIn, valueIn, type Say } from './lines.ts'

type LetterFacts = Header & {
  /** The step that said no, and how. */
  readonly step: string
  readonly outcome: string
  readonly decidedOn: PlainDay
  readonly reasons: readonly string[]
  readonly grounds: readonly string[]
  readonly isListed: boolean
  /** The one internal review: until when it may be asked for, and how long convening and vote take; absent where there is none. */
  readonly review?: { readonly by: PlainDay; readonly convening: DueRule; readonly vote: DueRule }
}

const name = 'title-grant/refusal-letter'
const official = officialOf(name)

/** The university disposes of its results, and grants them within what the pilot says of it. */
const basis = [...mayDispose, pilotNotice]

const noResubmission: Both = {
  zh: '本成果已列入赋权负面清单。移出清单之前，不得就本成果再次申请赋权。',
  en: 'The result is on the negative list of title grants. Before it is delisted no grant of it may be applied for again.',
}

const resubmission: Both = {
  zh: '修改、补充之后，可以重新提出申请。',
  en: 'After a change the grant may be applied for again.',
}

const reviewUsed: Both = { zh: '校内复核以一次为限，已经使用。', en: 'The one internal review was used.' }

type No = Pick<LetterFacts, 'step' | 'outcome' | 'decidedOn' | 'reasons' | 'grounds' | 'isListed'>

const quiet = { reasons: [''], grounds: [], isListed: false } as const

/** A no of the secrecy office or on an objection about security: the result is on the negative list. */
function findListing({ state }: PaperContext): No | undefined {
  const objection = findForm(state, steps.settleObjection)
  const secrecy = findForm(state, steps.secrecyCheck)
  const found = objection?.outcome === 'security' ? objection : secrecy?.outcome === 'negative-list' ? secrecy : undefined
  if (found === undefined) return undefined
  const step = found === secrecy ? steps.secrecyCheck.name : steps.settleObjection.name
  const { outcome, on, reason, data } = found
  return { step, outcome, decidedOn: on, reasons: [reason ?? ''], grounds: data.touches, isListed: true }
}

/** The no that the letter tells: the latest of the steps that can say it. */
function findNo(context: PaperContext): No {
  const { state } = context
  const listed = findListing(context)
  if (listed !== undefined) return listed
  const ownership = findForm(state, steps.ownershipCheck)
  if (ownership?.outcome === 'unclear')
    return { ...quiet, step: steps.ownershipCheck.name, outcome: 'unclear', decidedOn: ownership.on, reasons: [ownership.reason ?? ''] }
  const approval = findForm(state, steps.approve)
  if (approval?.outcome === 'refused')
    return { ...quiet, step: steps.approve.name, outcome: 'refused', decidedOn: approval.on, reasons: [approval.reason ?? ''] }
  const vote = findResult(state, steps.reviewVote.name)
  if (vote === undefined) throw new Error(`Matter ${state.head.id}: nobody has refused`)
  return { ...quiet, step: steps.reviewVote.name, outcome: 'lost', decidedOn: vote.on, reasons: objectionsOf(state.results) }
}

function objectionsOf(results: PaperContext['state']['results']): string[] {
  return Object.entries(results).flatMap(([id, { outcome, reason }]) =>
    id.startsWith('review-vote#') && outcome === 'against' ? (reason ?? []) : [],
  )
}

function gather(context: PaperContext): LetterFacts {
  const { state, on, calendar } = context
  const no = findNo(context)
  const mayAsk = !no.isListed && !isReviewUsed(state)
  if (!mayAsk) return { ...gatherHeader(context), ...no }
  const by = computeDue(periodOf(context, steps.askReview), on, calendar).on
  const review = { by, convening: periodOf(context, steps.conveneAppeal), vote: periodOf(context, steps.appealVote) }
  return { ...gatherHeader(context), ...no, review }
}

function rightsText({ isListed, review }: LetterFacts, say: Say): string {
  if (isListed) return say(noResubmission)
  if (review === undefined) return `${say(reviewUsed)}${say(resubmission)}`
  return say({
    zh: `团队可以于${dayIn(review.by, 'zh-CN')}前（含当日）在本系统中写明理由，向学校申请一次校内复核，由学校法务在收到申请后${periodIn(review.convening, 'zh-CN')}内召集，参加复核的人员在召集后${periodIn(review.vote, 'zh-CN')}内表决；参与过本次审查、评审、审批的人员不参加复核。逾期未申请的，视为接受本决定。${resubmission.zh}`,
    en: `By ${dayIn(review.by, 'en')}, that day included, the team may once ask the university in this system, with grounds, for an internal review, by people who had no part in the decision; counsel convenes it within ${periodIn(review.convening, 'en')}, and they vote within ${periodIn(review.vote, 'en')}. No request by then counts as acceptance. ${resubmission.en}`,
  })
}

function decisionText({ step, outcome, decidedOn }: LetterFacts, language: Parameters<typeof dayIn>[1], say: Say): string {
  return say({
    zh: `贵团队就下列成果提出的赋权申请，经${stepIn(step, language)}（${dayIn(decidedOn, language)}），结论为“${outcomeIn(step, outcome, language)}”，学校决定不予赋权。`,
    en: `On your team’s application the step “${stepIn(step, language)}” of ${dayIn(decidedOn, language)} ended with “${outcomeIn(step, outcome, language)}”; the university decides not to grant.`,
  })
}

export const template: PaperTemplate<LetterFacts> = {
  name,
  official,
  facts: gather,
  render(facts, language) {
    const say = sayIn(language)
    const touched = listed(
      facts.grounds.map((ground) => valueIn(ground, language)),
      language,
    )
    const reasons = [
      ...new Set(facts.reasons.filter((reason) => reason !== '')),
      ...(touched === '' ? [] : [`${say({ zh: '涉及：', en: 'It touches: ' })}${touched}`]),
    ]
    return {
      title: say(official),
      blocks: [
        { kind: 'paragraph', indent: false, text: `${membersIn(facts, language)}${say({ zh: '：', en: ':' })}` },
        { kind: 'paragraph', text: decisionText(facts, language, say) },
        headerFields(facts, language),
        { kind: 'heading', level: 1, text: say({ zh: '一、理由', en: '1. Reasons' }) },
        { kind: 'list', ordered: true, items: reasons },
        { kind: 'heading', level: 1, text: say({ zh: '二、救济', en: '2. What you may do' }) },
        { kind: 'paragraph', text: rightsText(facts, say) },
        basisNote(basis, language),
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    { field: 'addressees', rule: byDesign, find: (facts, language) => facts.members.map(({ person }) => nameIn(person, language)) },
    { field: 'result', rule: byDesign, find: (facts, language) => [titleIn(facts, language)] },
    { field: 'decision', rule: pilotNotice, find: (facts, language) => [decisionText(facts, language, sayIn(language))] },
    { field: 'basis', rule: pilotNotice, find: (_, language) => [citationsText(basis, language)] },
    { field: 'reasons', rule: pilotNotice, find: ({ reasons }) => reasons.filter((reason) => reason !== '') },
    { field: 'rights', rule: byDesign, find: (facts, language) => [rightsText(facts, sayIn(language))] },
  ],
}
