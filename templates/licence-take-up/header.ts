import type { PlainDay } from '#domain/day.ts'
import { paymentReference } from '#domain/licence-take-up-decision.ts'
import { getStandardRead, readNotice } from '#domain/licence-take-up-facts.ts'
import type { Taker, TakeUpNotice } from '#domain/licence-take-up-forms.ts'
import type { AnnouncedStandard } from '#domain/open-licence-forms.ts'
import type { Field, Fields, Language } from '../block.ts'
import { countryIn, dayIn, listed, pick, titleIn, type Both } from '../lines.ts'
import type { PaperContext } from '../paper-context.ts'

/** What every paper of a take-up begins with. */
export type Header = {
  readonly matter: string
  readonly reference: string
  readonly standard: AnnouncedStandard
  readonly notice: TakeUpNotice
  readonly institution: Both
  readonly on: PlainDay
}

/** Gathers what every paper begins with. */
export function gatherHeader({ state, institution, on }: PaperContext): Header {
  return {
    matter: state.head.number,
    reference: paymentReference(state.head.number),
    standard: getStandardRead(state).standard,
    notice: readNotice(state),
    institution: { zh: institution.nameZh, en: institution.nameEn },
    on,
  }
}

/** How a taker is identified: by code in China, by country and number abroad. */
export function identityOf({ country, code, registration }: Taker, language: Language): string {
  return country === 'CN' ? (code ?? '—') : `${countryIn(country, language)} ${registration ?? '—'}`
}

/** Offer and taker in a form; `more` follows. */
export function headerFields({ matter, standard, notice }: Header, language: Language, more: readonly Field[] = []): Fields {
  const say = (both: Both) => pick(both, language)
  const { taker } = notice
  return {
    kind: 'fields',
    columns: 2,
    rows: [
      { label: say({ zh: '发明创造名称', en: 'Title' }), value: titleIn(standard, language), wide: true },
      { label: say({ zh: '专利号', en: 'Patent number' }), value: standard.patent },
      { label: say({ zh: '许可编号', en: 'Take-up' }), value: matter },
      { label: say({ zh: '专利权人', en: 'Patentees' }), value: listed(standard.patentees, language), wide: true },
      { label: say({ zh: '开放许可公告编号', en: 'Announcement' }), value: standard.announcementNumber },
      { label: say({ zh: '公告日', en: 'Announced on' }), value: dayIn(standard.announcedOn, language) },
      { label: say({ zh: '被许可方', en: 'Taker' }), value: taker.name, wide: true },
      { label: say({ zh: '统一社会信用代码或登记号', en: 'Code or registration' }), value: identityOf(taker, language), wide: true },
      ...more,
    ],
  }
}
