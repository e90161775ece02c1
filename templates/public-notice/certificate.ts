import { noticeBasis } from '#domain/public-notice-rules.ts'
import { byDesign } from '#domain/refusal.ts'
import { basisNote } from '../citation-text.ts'
import { pick, titleIn, type Both } from '../lines.ts'
import type { PaperTemplate } from '../paper-context.ts'
import { gatherHeader, officeSeal, peopleTable, periodIn, subjectFields, type Header } from './header.ts'
import { valueIn } from './lines.ts'

const official = { zh: '公示无异议证明', en: 'Certificate of no objection' }

const finding: Both = {
  zh: '公示期内，未收到任何单位或个人对公示内容提出的异议。特此证明。',
  en: 'While the notice stood nobody objected to its content. This is hereby certified.',
}

/** 公示无异议证明: that the notice stood its term and nobody objected. */
export const template: PaperTemplate<Header> = {
  name: 'public-notice/certificate',
  official,
  facts: gatherHeader,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const table = peopleTable(facts, language)
    return {
      title: say(official),
      subtitle: valueIn(facts.kind, language),
      blocks: [
        {
          kind: 'paragraph',
          text: say({ zh: '下列事项已按规定公示：', en: 'The following was made public as the rules demand:' }),
        },
        { kind: 'fields', columns: 2, rows: subjectFields(facts, language) },
        ...(table === undefined ? [] : [table]),
        { kind: 'paragraph', text: `${say({ zh: '公示期：', en: 'Term: ' })}${periodIn(facts, language)}` },
        { kind: 'paragraph', text: `${say({ zh: '公示网址：', en: 'Page: ' })}${facts.channel}` },
        { kind: 'paragraph', text: say(finding) },
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
    { field: 'finding', rule: byDesign, find: (_, language) => [pick(finding, language)] },
    { field: 'hash', rule: byDesign, find: ({ version }) => [version.contentHash] },
  ],
}
