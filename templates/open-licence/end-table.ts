import type { Block, Language } from '../block.ts'
import { pick, type Both } from '../lines.ts'

const rows: readonly (readonly [Both, Both, Both])[] = [
  [
    { zh: '不晚于终止日', en: 'By the end' },
    { zh: '不晚于终止日', en: 'By the end' },
    { zh: '许可成立，不受终止影响', en: 'Licensed, unaffected' },
  ],
  [
    { zh: '不晚于终止日', en: 'By the end' },
    { zh: '晚于终止日', en: 'After it' },
    { zh: '法务审查，未作相反认定的许可成立（仅撤回时）', en: 'Legal review; licensed unless found otherwise (withdrawal only)' },
  ],
  [
    { zh: '晚于终止日（包括此前寄出的）', en: 'After it, also if posted before' },
    { zh: '—', en: '—' },
    {
      zh: '要约已失效；书面答复，已付款项5个工作日内退还',
      en: 'The offer is gone; a reply, and what was paid goes back within 5 working days',
    },
  ],
]

/** How arrival and payment decide against the end of an offer, the same on every paper. */
export function endTable(language: Language): Block {
  const say = (both: Both) => pick(both, language)
  return {
    kind: 'table',
    columns: [
      { title: say({ zh: '通知到达', en: 'Notice arrived' }) },
      { title: say({ zh: '使用费入账', en: 'Fee credited' }) },
      { title: say({ zh: '结果', en: 'Result' }) },
    ],
    rows: rows.map((row) => row.map(say)),
  }
}
