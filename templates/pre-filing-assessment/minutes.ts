import type { PlainDay } from '#domain/day.ts'
import { getForm } from '#domain/pre-filing-assessment-facts.ts'
import { steps } from '#domain/pre-filing-assessment.ts'
import { listResults, type MatterState, type Result } from '#domain/state.ts'
import type { PersonId } from '#domain/actor.ts'
import type { Block, Language } from '../block.ts'
import { dayIn, listed, nameIn, personOf, pick, titleIn, type Both, type NamedPerson } from '../lines.ts'
import type { PaperContext } from '../paper-context.ts'
import { gatherHeader, headerFields, type Header } from './header.ts'
import { outcomeIn, valueIn } from './lines.ts'

/** A vote as its minutes tell it: who sat, who left, how it was counted, and what was said against. */
export type MinutesFacts = Header & {
  readonly step: 'panel-vote' | 'appeal-vote'
  readonly heldOn: PlainDay
  readonly members: readonly NamedPerson[]
  readonly recused: readonly NamedPerson[]
  readonly tally: {
    readonly eligible: number
    readonly present: number
    readonly inFavour: number
    readonly against: number
    readonly abstained: number
  }
  readonly needed: { readonly present: number; readonly inFavour: number }
  readonly outcome: string
  readonly decision: string
  readonly reasons: string
  readonly grounds: readonly string[]
  readonly objections: readonly string[]
}

type Count = {
  readonly members: readonly PersonId[]
  readonly recused: readonly PersonId[]
  readonly votes: readonly { readonly person: PersonId; readonly vote: string }[]
  readonly needed: MinutesFacts['needed']
} & MinutesFacts['tally']

function getTally(state: MatterState, step: string): { readonly id: string; readonly result: Result; readonly count: Count } {
  const found = Object.entries(state.results).findLast(([id]) => id.startsWith(`${step}#`) && !id.includes('/'))
  if (found === undefined) throw new Error(`Matter ${state.head.id} has no count of ${step}`)
  const [id, result] = found
  return { id, result, count: result.data as unknown as Count }
}

/** Gathers the latest vote of the step; throws where none was counted. */
export function gatherMinutes(context: PaperContext, step: MinutesFacts['step']): MinutesFacts {
  const { state, people } = context
  const { id, result, count } = getTally(state, step)
  const decided = getForm(state, steps.decide)
  const recused = [...new Set([...count.recused, ...count.votes.filter(({ vote }) => vote === 'recuse').map(({ person }) => person)])]
  const ballots = Object.entries(state.results).filter(([one]) => one.startsWith(`${id}/`))
  const { eligible, present, inFavour, against, abstained } = count
  return {
    ...gatherHeader(context),
    step,
    heldOn: result.on,
    members: count.members.map((person) => personOf(people, person)),
    recused: recused.map((person) => personOf(people, person)),
    tally: { eligible, present, inFavour, against, abstained },
    needed: count.needed,
    outcome: result.outcome,
    decision: decided.outcome,
    reasons: decided.data.reasons,
    grounds: step === 'panel-vote' ? groundsOf(state) : appealGroundsOf(state),
    objections: ballots.flatMap(([, ballot]) => (ballot.outcome === 'against' && ballot.reason !== undefined ? [ballot.reason] : [])),
  }
}

function groundsOf(state: MatterState): string[] {
  return (listResults(state, steps.exception.name).at(-1)?.data['grounds'] as string[] | undefined) ?? []
}

function appealGroundsOf(state: MatterState): readonly string[] {
  return getForm(state, steps.reply).data.grounds ?? []
}

const questions = {
  'panel-vote': { zh: '是否同意知识产权与技术转移办公室拟作的下列决定', en: 'Whether the office may decide as follows' },
  'appeal-vote': { zh: '是否支持发明人团队对下列决定的申诉', en: 'Whether the team’s appeal against this decision is upheld' },
} satisfies { readonly [step in MinutesFacts['step']]: Both }

/** The minutes from question to result. */
export function minutesBlocks(facts: MinutesFacts, language: Language): Block[] {
  const say = (both: Both) => pick(both, language)
  const names = (people: readonly NamedPerson[]) =>
    people.length === 0
      ? say({ zh: '无', en: 'None' })
      : listed(
          people.map((one) => nameIn(one, language)),
          language,
        )
  return [
    headerFields(facts, language, [
      { label: say({ zh: '表决结束日', en: 'Poll closed on' }), value: dayIn(facts.heldOn, language) },
      { label: say({ zh: '表决方式', en: 'How voted' }), value: say({ zh: '系统内逐人表决', en: 'By poll in the system' }) },
      { label: say({ zh: '委员', en: 'Members' }), value: names(facts.members), wide: true },
      { label: say({ zh: '回避', en: 'Recused' }), value: names(facts.recused), wide: true },
    ]),
    { kind: 'heading', level: 1, text: say({ zh: '一、审议事项', en: '1. Question' }) },
    { kind: 'paragraph', text: `${say(questions[facts.step])}${say({ zh: '：', en: ': ' })}${valueIn(facts.decision, language)}` },
    { kind: 'paragraph', text: `${say({ zh: '决定理由：', en: 'Reasons: ' })}${facts.reasons}` },
    ...(facts.grounds.length === 0 ? [] : groundBlocks(facts, language, say)),
    { kind: 'heading', level: 1, text: say({ zh: '二、表决', en: '2. Vote' }) },
    countTable(facts, say),
    { kind: 'paragraph', text: quorumText(facts, say) },
    ...(facts.objections.length === 0 ? [] : objectionBlocks(facts, say)),
    { kind: 'heading', level: 1, text: say({ zh: '三、结果', en: '3. Result' }) },
    { kind: 'paragraph', text: resultText(facts, language, say) },
    { kind: 'note', text: say(ballots) },
    { kind: 'signature', parties: signers.map((title) => ({ title: say(title), signLabel: say(bySignature), dateLabel: say(dated) })) },
  ]
}

const ballots: Both = {
  zh: '各委员以本人账户表决，表决记入办件操作记录；回避委员未参加讨论和表决。',
  en: 'Each member voted by his own account, and the votes are on record; recused members took no part in discussion or vote.',
}

const signers: readonly Both[] = [
  { zh: '主持人', en: 'Chair' },
  { zh: '记录人', en: 'Secretary' },
]

const bySignature: Both = { zh: '（签字）', en: '(signature)' }
const dated: Both = { zh: '　　年　　月　　日', en: 'Date:' }

const results = {
  'panel-vote': {
    carried: { zh: '知识产权与技术转移办公室可以按上述意见作出决定。', en: 'The office may decide as proposed.' },
    lost: { zh: '知识产权与技术转移办公室不得按上述意见作出决定。', en: 'The office may not decide as proposed.' },
  },
  'appeal-vote': {
    carried: { zh: '申诉成立，由知识产权与技术转移办公室重新作出决定。', en: 'The appeal is upheld; the office decides again.' },
    lost: { zh: '申诉不成立，维持原决定。', en: 'The appeal is dismissed; the decision stands.' },
  },
} satisfies { readonly [step in MinutesFacts['step']]: { readonly [end in 'carried' | 'lost']: Both } }

const noResolution: Both = { zh: '参加人数不足，未形成决议。', en: 'Too few took part; nothing was resolved.' }

/** How the vote ended, and what follows from it. */
function resultText({ step, outcome }: MinutesFacts, language: Language, say: (both: Both) => string): string {
  const ended = outcomeIn(step, outcome, language)
  const follows = outcome === 'no-quorum' ? noResolution : results[step][outcome === 'carried' ? 'carried' : 'lost']
  return `${ended}${say({ zh: '。', en: '. ' })}${say(follows)}`
}

function groundBlocks({ step, grounds }: MinutesFacts, language: Language, say: (both: Both) => string): Block[] {
  const title =
    step === 'panel-vote' ? say({ zh: '提交审议的原因', en: 'Why it is an exception' }) : say({ zh: '申诉理由', en: 'Grounds of appeal' })
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'list', ordered: true, items: grounds.map((ground) => valueIn(ground, language)) },
  ]
}

function countTable({ tally }: MinutesFacts, say: (both: Both) => string): Block {
  const columns = [
    { zh: '应表决', en: 'Eligible' },
    { zh: '参加', en: 'Present' },
    { zh: '同意', en: 'For' },
    { zh: '不同意', en: 'Against' },
    { zh: '弃权', en: 'Abstained' },
  ]
  const { eligible, present, inFavour, against, abstained } = tally
  return {
    kind: 'table',
    columns: columns.map((title) => ({ title: say(title), align: 'center' as const })),
    rows: [[eligible, present, inFavour, against, abstained].map(String)],
  }
}

function quorumText({ needed }: MinutesFacts, say: (both: Both) => string): string {
  return say({
    zh: `扣除回避委员后，须有${needed.present}人参加、${needed.inFavour}人同意方为通过；逾期未表决的视为未参加。`,
    en: `Recused members left out, ${needed.present} must be present and ${needed.inFavour} in favour; whoever did not vote in time counts as absent.`,
  })
}

function objectionBlocks({ objections }: MinutesFacts, say: (both: Both) => string): Block[] {
  return [
    { kind: 'heading', level: 2, text: say({ zh: '不同意的理由', en: 'Said against' }) },
    { kind: 'list', ordered: true, items: objections },
  ]
}

/** What minutes must say: question, count, quorum and result. */
export function requiredOfMinutes(facts: MinutesFacts, language: Language): string[] {
  const say = (both: Both) => pick(both, language)
  return [
    titleIn(facts, language),
    valueIn(facts.decision, language),
    quorumText(facts, say),
    outcomeIn(facts.step, facts.outcome, language),
  ]
}
