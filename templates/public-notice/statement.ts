import { shandongArticle } from '#domain/disclosure-law.ts'
import { noticeBasis } from '#domain/public-notice-rules.ts'
import { findClose, listObjections, type KnownObjection } from '#domain/public-notice-state.ts'
import { byDesign } from '#domain/refusal.ts'
import { findResult } from '#domain/state.ts'
import type { Language, Table } from '../block.ts'
import { basisNote } from '../citation-text.ts'
import { dayIn, pick, titleIn, type Both } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { gatherHeader, officeSeal, periodIn, subjectFields, type Header } from './header.ts'
import { valueIn } from './lines.ts'

type StatementFacts = Header & {
  readonly ending: 'closed-ok' | 'closed-upheld' | 'overturned'
  readonly objections: readonly KnownObjection[]
}

const official = { zh: '公示情况说明', en: 'Statement on the public notice' }

const endings: { readonly [ending in StatementFacts['ending']]: Both } = {
  'closed-ok': {
    zh: '公示期已满，收到的异议均已作出书面决定，异议不成立。公示结论成立。',
    en: 'The term is over; every objection was decided in writing and dismissed. The notice stands.',
  },
  'closed-upheld': {
    zh: '经审查，异议成立。公示终止，所公示事项不得据此办理。',
    en: 'An objection was upheld. The notice ended, and nothing may be done on the strength of it.',
  },
  overturned: {
    zh: '公示期满后提出的异议经审查成立。原公示结论撤销，所公示事项不得据此继续办理。',
    en: 'An objection made after the term was upheld. The former conclusion is set aside; what was made public may not go on upon it.',
  },
}

function gather(context: PaperContext): StatementFacts {
  const { state } = context
  const ending = findResult(state, 'overturn') === undefined ? (findClose(state)?.outcome as 'closed-ok') : 'overturned'
  return { ...gatherHeader(context), ending, objections: listObjections(state) }
}

function countOf({ objections }: StatementFacts, say: (both: Both) => string): string {
  const [all, late] = [objections.length, objections.filter((one) => one.late).length]
  return say({
    zh: `共收到异议${all}件${late === 0 ? '' : `，其中逾期${late}件`}，处理情况如下：`,
    en: `Objections received: ${all}${late === 0 ? '' : `, of which late: ${late}`}. They were dealt with as follows.`,
  })
}

function objectionsTable({ objections }: StatementFacts, language: Language): Table {
  const say = (both: Both) => pick(both, language)
  const titles: Both[] = [
    { zh: '异议编号', en: 'Objection' },
    { zh: '收到日期', en: 'Received on' },
    { zh: '处理日期', en: 'Decided on' },
    { zh: '处理结果', en: 'Outcome' },
  ]
  const rows = objections.map(({ number, receivedOn, late, decided, outcome }) => [
    number,
    `${dayIn(receivedOn, language)}${late ? say({ zh: '（逾期）', en: ' (late)' }) : ''}`,
    decided === undefined ? '—' : dayIn(decided.on, language),
    outcome === undefined ? say({ zh: '处理中', en: 'Pending' }) : valueIn(outcome, language),
  ])
  return { kind: 'table', columns: titles.map((title) => ({ title: say(title) })), rows }
}

/** 公示情况说明: what came of the notice, objection by objection, without saying whose they were. */
export const template: PaperTemplate<StatementFacts> = {
  name: 'public-notice/statement',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    return {
      title: say(official),
      subtitle: valueIn(facts.kind, language),
      blocks: [
        { kind: 'heading', level: 1, text: say({ zh: '一、公示事项', en: '1. What was made public' }) },
        { kind: 'fields', columns: 2, rows: subjectFields(facts, language) },
        { kind: 'heading', level: 1, text: say({ zh: '二、公示期', en: '2. Term' }) },
        { kind: 'paragraph', text: periodIn(facts, language) },
        { kind: 'heading', level: 1, text: say({ zh: '三、异议及处理', en: '3. Objections' }) },
        { kind: 'paragraph', text: countOf(facts, say) },
        objectionsTable(facts, language),
        { kind: 'heading', level: 1, text: say({ zh: '四、结论', en: '4. Conclusion' }) },
        { kind: 'paragraph', text: say(endings[facts.ending]) },
        {
          kind: 'note',
          text: `${say({ zh: '公示内容校验值（SHA-256）：', en: 'Hash of the content (SHA-256): ' })}${facts.version.contentHash}`,
        },
        ...(facts.rests.length === 0 ? [] : [basisNote(facts.rests, language)]),
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    { field: 'subject', rule: noticeBasis.PRICE[0], find: ({ subject, number }, language) => [titleIn(subject, language), number] },
    { field: 'term', rule: byDesign, find: (facts, language) => [periodIn(facts, language)] },
    {
      field: 'objections',
      rule: shandongArticle('14'),
      find: ({ objections }, language) =>
        objections.flatMap(({ number, outcome }) => [number, ...(outcome === undefined ? [] : [valueIn(outcome, language)])]),
    },
    { field: 'conclusion', rule: byDesign, find: ({ ending }, language) => [pick(endings[ending], language)] },
    { field: 'hash', rule: byDesign, find: ({ version }) => [version.contentHash] },
  ],
}
