import type { PlainDay } from '#domain/day.ts'
import { paymentReference } from '#domain/licence-take-up-decision.ts'
import { getStandardRead, readNotice } from '#domain/licence-take-up-facts.ts'
import { paymentDue } from '#domain/licence-take-up-payment.ts'
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
  /** The last day on which the fee is in time, as it stands in the docket. */
  readonly payBy: PlainDay
  /** Within how many days after a letter counsel may be asked to look, as the university set it when the notice came. */
  readonly reviewDays: number
  readonly institution: Both
  readonly on: PlainDay
}

/** Gathers what every paper begins with. */
export function gatherHeader({ state, institution, calendar, policy, on }: PaperContext): Header {
  const { standard } = getStandardRead(state)
  const notice = readNotice(state)
  return {
    matter: state.head.number,
    reference: paymentReference(state.head.number),
    standard,
    notice,
    payBy: state.docket['payment']?.due.on ?? paymentDue(standard.fee, notice.arrivedOn, calendar).on,
    reviewDays: policy?.numbers?.['reviewDays'] ?? 15,
    institution: { zh: institution.nameZh, en: institution.nameEn },
    on,
  }
}

/** How a taker is identified: by code in China, by country and number abroad. */
export function identityOf({ country, code, registration }: Taker, language: Language): string {
  return country === 'CN' ? (code ?? '—') : `${countryIn(country, language)} ${registration ?? '—'}`
}

/** The account to which the announced fee is paid. */
export function accountField({ standard }: Header, language: Language): Field {
  return { label: pick({ zh: '收款账户', en: 'Account' }, language), value: standard.account, wide: true }
}

/** Where and how to turn against what a letter says: counsel of the university, and what the law gives (专利法 52). */
export function remedyText({ standard, reviewDays }: Header, language: Language): string {
  const { noticeSystem, noticeAddress } = standard
  return pick(
    {
      zh: `对通知到达、付款或者许可的认定有异议的，可以在收到本函之日起${reviewDays}日内书面请求学校法务复核（提交：${noticeSystem}；信函：${noticeAddress}）；也可以另行协商普通许可。发生纠纷的，由当事人协商解决；不愿协商或者协商不成的，可以请求国务院专利行政部门调解，也可以向人民法院起诉。`,
      en: `If you dispute what was found of arrival, payment or licence you may ask the university in writing within ${reviewDays} days of this letter that counsel look at it (by ${noticeSystem}, or by letter to ${noticeAddress}), or negotiate an ordinary licence. Disputes are negotiated; failing that they may be mediated by the patent office on request, or taken to court.`,
    },
    language,
  )
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
      { label: say({ zh: '信用代码或登记号', en: 'Code or registration' }), value: identityOf(taker, language), wide: true },
      ...more,
    ],
  }
}
