import { words as en } from '#domain/words/licence-take-up.en.ts'
import { words as zh } from '#domain/words/licence-take-up.zh.ts'
import type { TableLine } from '#domain/licence-take-up-decision.ts'
import type { Language } from '../block.ts'
import type { Both } from '../lines.ts'

/** How a notice came, as people read it. */
export function channelIn(value: string, language: Language): string {
  return (language === 'en' ? en : zh).values[value] ?? value
}

/** Which line of the table decided, in one sentence. */
export const tableLines: { readonly [line in TableLine]: Both } = {
  'no-withdrawal': { zh: '通知到达、使用费付清时声明有效。', en: 'The declaration stood when the notice arrived and the fee was paid.' },
  'both-before': { zh: '通知到达和使用费入账均不晚于终止日。', en: 'The notice arrived and the fee was credited by the day of the end.' },
  'paid-after': {
    zh: '通知到达不晚于终止日，使用费入账晚于终止日，由法务审查。',
    en: 'The notice arrived by the day of the end, the fee was credited after it: for counsel.',
  },
  unpaid: { zh: '通知到达不晚于终止日，使用费尚未付清。', en: 'The notice arrived by the day of the end, the fee is not paid in full.' },
  'arrived-after': { zh: '通知到达晚于终止日。', en: 'The notice arrived after the day of the end.' },
  'posted-before-arrived-after': {
    zh: '通知寄出不晚于终止日，到达晚于终止日；通知自到达时生效。',
    en: 'The notice was posted by the day of the end and arrived after it; it takes effect on arrival.',
  },
  'patent-ended': { zh: '使用费付清前，专利权或许可期限已经终止。', en: 'The patent or the term ended before the fee was paid.' },
  counsel: { zh: '经法务审查，认定通知有效。', en: 'Counsel found the notice to stand.' },
}
