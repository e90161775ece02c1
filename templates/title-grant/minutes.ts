import type { PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { MatterState, Result } from '#domain/state.ts'
import { findForm, getApplication } from '#domain/title-grant-facts.ts'
import { steps } from '#domain/title-grant.ts'
import { byDesign } from '#domain/refusal.ts'
import type { Block, Language, RequiredField } from '../block.ts'
import { dayIn, listed, nameIn, personOf, titleIn, type Both, type NamedPerson } from '../lines.ts'
import type { PaperContext } from '../paper-context.ts'
import { committeeSeal, dateLine, gatherHeader, headerFields, officeSeal, type Header } from './header.ts'
import { chinese, outcomeIn, sayIn, type Say } from './lines.ts'

export type VoteStep = 'review-vote' | 'appeal-vote'

/** A vote as its minutes tell it: who sat, who stepped aside, how it was counted, what was said against. */
export type MinutesFacts = Header & {
  readonly step: VoteStep
  readonly heldOn: PlainDay
  readonly panel: readonly NamedPerson[]
  readonly recused: readonly NamedPerson[]
  readonly observer?: NamedPerson
  readonly counts: readonly number[]
  readonly needed: { readonly present: number; readonly inFavour: number }
  readonly outcome: string
  readonly taker: string
  readonly grounds: readonly string[]
  readonly objections: readonly string[]
}

type Count = {
  readonly members: readonly PersonId[]
  readonly recused: readonly PersonId[]
  readonly needed: MinutesFacts['needed']
} & { readonly [part in 'eligible' | 'present' | 'inFavour' | 'against' | 'abstained']: number }

function getTally(state: MatterState, step: VoteStep): { readonly id: string; readonly result: Result; readonly count: Count } {
  const found = Object.entries(state.results).findLast(([id]) => id.startsWith(`${step}#`) && !id.includes('/'))
  if (found === undefined) throw new Error(`Matter ${state.head.id} has no count of ${step}`)
  const [id, result] = found
  return { id, result, count: result.data as unknown as Count }
}

/** Gathers the latest vote of the step; throws where none was counted. */
export function gatherMinutes(context: PaperContext, step: VoteStep): MinutesFacts {
  const { state, people } = context
  const { id, result, count } = getTally(state, step)
  const convened = findForm(state, step === 'review-vote' ? steps.conveneReview : steps.conveneAppeal)
  const ballots = Object.entries(state.results).flatMap(([one, ballot]) => (one.startsWith(`${id}/`) ? [ballot] : []))
  const observer = convened?.data.observer
  return {
    ...gatherHeader(context),
    step,
    heldOn: result.on,
    panel: count.members.map((person) => personOf(people, person)),
    recused: [...new Set(count.recused)].map((person) => personOf(people, person)),
    ...(observer === undefined ? {} : { observer: personOf(people, observer) }),
    counts: [count.eligible, count.present, count.inFavour, count.against, count.abstained],
    needed: count.needed,
    outcome: result.outcome,
    taker: getApplication(state).form.plan.taker,
    grounds: step === 'appeal-vote' ? (findForm(state, steps.askReview)?.data.grounds ?? []) : [],
    objections: ballots.flatMap(({ outcome, reason }) => (outcome === 'against' ? (reason ?? []) : [])),
  }
}

const titles: { readonly [step in VoteStep]: { readonly question: Both; readonly carried: Both; readonly lost: Both } } = {
  'review-vote': {
    question: { zh: '是否同意按申请赋权。', en: 'Whether to grant as applied for.' },
    carried: { zh: '同意赋权，提请学校审批。', en: 'The grant is recommended for the university’s approval.' },
    lost: { zh: '不同意赋权。', en: 'The grant is not recommended.' },
  },
  'appeal-vote': {
    question: { zh: '是否支持团队的复核请求。', en: 'Whether to uphold the team’s request for review.' },
    carried: { zh: '复核请求成立，重新审查并作出决定。', en: 'The request is upheld; it is checked and decided again.' },
    lost: { zh: '复核请求不成立，维持原决定。', en: 'The request is dismissed; the decision stands.' },
  },
}

const noResolution: Both = { zh: '参加人数不足，未形成决议。', en: 'Too few took part; nothing was resolved.' }

const ballotsNote: Both = {
  zh: '各委员以本人账户表决，表决记入办件操作记录；回避人员未参加讨论和表决，并从法定人数中扣除；列席人员不参加表决。',
  en: 'Each member voted by his own account, and the votes are on record; the recused took no part and do not count for the quorum; the observer did not vote.',
}

function resultText({ step, outcome }: MinutesFacts, language: Language, say: Say): string {
  const follows = outcome === 'no-quorum' ? noResolution : titles[step][outcome === 'carried' ? 'carried' : 'lost']
  return `${outcomeIn(step, outcome, language)}${say({ zh: '。', en: '. ' })}${say(follows)}`
}

function countTable({ counts }: MinutesFacts, say: Say): Block {
  const columns: Both[] = [
    { zh: '应表决', en: 'Eligible' },
    { zh: '参加', en: 'Present' },
    { zh: '同意', en: 'For' },
    { zh: '不同意', en: 'Against' },
    { zh: '弃权', en: 'Abstained' },
  ]
  return { kind: 'table', columns: columns.map((title) => ({ title: say(title), align: 'center' as const })), rows: [counts.map(String)] }
}

function quorumText({ needed }: MinutesFacts, say: Say): string {
  return say({
    zh: `扣除回避人员后，须有${needed.present}人参加、${needed.inFavour}人同意方为通过。`,
    en: `The recused left out, ${needed.present} must be present and ${needed.inFavour} in favour.`,
  })
}

function peopleText(people: readonly NamedPerson[], language: Language): string {
  if (people.length === 0) return sayIn(language)({ zh: '无', en: 'Nobody' })
  return listed(
    people.map((one) => nameIn(one, language)),
    language,
  )
}

/** Grounds stand in the minutes of a review alone, and the headings behind them move on by one. */
function headingsOf({ grounds }: MinutesFacts, say: Say): readonly [people: Block, review: Block, vote: Block, result: Block] {
  const moved = grounds.length === 0 ? 0 : 1
  const heading = (number: number, zh: string, en: string): Block => ({
    kind: 'heading',
    level: 1,
    text: say({ zh: `${chinese(number)}、${zh}`, en: `${number}. ${en}` }),
  })
  return [
    heading(1, '议题与人员', 'Question and people'),
    heading(2, '复核理由', 'Grounds of review'),
    heading(2 + moved, '表决', 'Vote'),
    heading(3 + moved, '结果', 'Result'),
  ]
}

/** The minutes: question, members and recusal, count, objections, result. */
export function minutesBlocks(facts: MinutesFacts, language: Language): Block[] {
  const say = sayIn(language)
  const { grounds, objections, observer } = facts
  const [people, review, vote, result] = headingsOf(facts, say)
  const list = (items: readonly string[]): Block => ({ kind: 'list', ordered: true, items })
  return [
    headerFields(facts, language, [
      { label: say({ zh: '表决日', en: 'Held on' }), value: dayIn(facts.heldOn, language) },
      { label: say({ zh: '承接对象', en: 'Taker' }), value: facts.taker, wide: true },
    ]),
    people,
    { kind: 'paragraph', text: `${say({ zh: '议题：', en: 'Question: ' })}${say(titles[facts.step].question)}` },
    { kind: 'paragraph', text: `${say({ zh: '成员：', en: 'Members: ' })}${peopleText(facts.panel, language)}` },
    { kind: 'paragraph', text: `${say({ zh: '回避：', en: 'Recused: ' })}${peopleText(facts.recused, language)}` },
    {
      kind: 'paragraph',
      text: `${say({ zh: '列席：', en: 'Observer: ' })}${peopleText(observer === undefined ? [] : [observer], language)}`,
    },
    ...(grounds.length === 0 ? [] : [review, list(grounds)]),
    vote,
    countTable(facts, say),
    { kind: 'paragraph', text: quorumText(facts, say) },
    ...(objections.length === 0
      ? []
      : [{ kind: 'paragraph', text: say({ zh: '不同意的理由：', en: 'Said against:' }) } as const, list(objections)]),
    result,
    { kind: 'paragraph', text: resultText(facts, language, say) },
    { kind: 'note', text: say(ballotsNote) },
    {
      kind: 'signature',
      parties: [
        { title: say({ zh: '主持人', en: 'Chair' }), dateLabel: say(dateLine) },
        { title: say({ zh: '记录人', en: 'Secretary' }), dateLabel: say(dateLine) },
      ],
    },
    officeSeal(facts, language, committeeSeal),
  ]
}

/** What minutes must say: question, members, recusal, quorum, result. */
export const requiredOfMinutes: readonly RequiredField<MinutesFacts>[] = [
  {
    field: 'question',
    rule: byDesign,
    find: (facts, language) => [titleIn(facts, language), sayIn(language)(titles[facts.step].question)],
  },
  { field: 'members', rule: byDesign, find: (facts, language) => facts.panel.map((one) => nameIn(one, language)) },
  { field: 'recused', rule: byDesign, find: (facts, language) => [peopleText(facts.recused, language)] },
  {
    field: 'result',
    rule: byDesign,
    find: (facts, language) => [quorumText(facts, sayIn(language)), resultText(facts, language, sayIn(language)), ...facts.objections],
  },
]
