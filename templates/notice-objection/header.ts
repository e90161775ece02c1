import { isLate, readObjection } from '#domain/notice-objection.ts'
import type { ObjectionOpening } from '#domain/notice-objection-forms.ts'
import type { PlainDay } from '#domain/day.ts'
import { objectionBasis } from '#domain/public-notice-rules.ts'
import type { Citation } from '#domain/refusal.ts'
import { words as en } from '#domain/words/notice-objection.en.ts'
import { words as zh } from '#domain/words/notice-objection.zh.ts'
import type { Fields, Language } from '../block.ts'
import { asEntry, dayIn, pick, type Both } from '../lines.ts'
import type { PaperContext } from '../paper-context.ts'

/** What every paper of an objection says. */
export type Header = Pick<
  ObjectionOpening,
  'noticeNumber' | 'noticeTitle' | 'noticeKind' | 'about' | 'grounds' | 'receivedOn' | 'channel'
> & {
  readonly number: string
  readonly objector?: string
  readonly late: boolean
  /** That the university has and publishes a procedure for objections. */
  readonly rests: Citation
  readonly institution: Both
  readonly on: PlainDay
}

/** A value as people read it. */
export function valueIn(value: string, language: Language): string {
  return asEntry((language === 'en' ? en : zh).values[value] ?? value)
}

/** Gathers what every paper of an objection says. */
export function gatherHeader({ state, institution, on }: PaperContext): Header {
  const opening = readObjection(state)
  const { noticeNumber, noticeTitle, noticeKind, about, grounds, receivedOn, channel, objector } = opening
  return {
    number: state.head.number,
    noticeNumber,
    noticeTitle,
    noticeKind,
    about,
    grounds,
    receivedOn,
    channel,
    ...(objector === undefined ? {} : { objector }),
    late: isLate(opening),
    rests: objectionBasis(institution.province),
    institution: { zh: institution.nameZh, en: institution.nameEn },
    on,
  }
}

/** To whom the paper goes: the objector by the name given, or nobody in particular. */
export function addresseeIn({ objector }: Header, language: Language): string {
  const colon = language === 'en' ? ':' : '：'
  return `${objector ?? (language === 'en' ? 'To the anonymous objector' : '匿名异议人')}${colon}`
}

/** The objection in a form. */
export function objectionFields(header: Header, language: Language): Fields {
  const say = (both: Both) => pick(both, language)
  const late = header.late ? say({ zh: '（逾期）', en: ' (late)' }) : ''
  return {
    kind: 'fields',
    columns: 2,
    rows: [
      { label: say({ zh: '公示事项', en: 'Subject of the notice' }), value: header.noticeTitle, wide: true },
      { label: say({ zh: '公示编号', en: 'Notice' }), value: header.noticeNumber },
      { label: say({ zh: '公示种类', en: 'Kind' }), value: valueIn(header.noticeKind, language) },
      { label: say({ zh: '异议编号', en: 'Objection' }), value: header.number },
      { label: say({ zh: '异议事项', en: 'About' }), value: valueIn(header.about, language) },
      { label: say({ zh: '收到日期', en: 'Received on' }), value: `${dayIn(header.receivedOn, language)}${late}` },
      { label: say({ zh: '收到方式', en: 'Came by' }), value: valueIn(header.channel, language) },
    ],
  }
}
