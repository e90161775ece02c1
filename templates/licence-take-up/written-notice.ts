import type { PlainDay } from '#domain/day.ts'
import { getStandardRead } from '#domain/licence-take-up-facts.ts'
import { entryAmount } from '#domain/open-licence-price.ts'
import { takeUpBasis } from '#domain/open-licence-law.ts'
import { civilCodeArticle } from '#domain/disclosure-law.ts'
import { byDesign } from '#domain/refusal.ts'
import type { Language } from '../block.ts'
import { amountTwice } from '../amount-words.ts'
import { basisNote } from '../citation-text.ts'
import { dayIn, pick, type Both } from '../lines.ts'
import { officeSeal } from '../open-licence/header.ts'
import { feeIn } from '../open-licence/terms.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { accountField, gatherHeader, headerFields, identityOf, type Header } from './header.ts'
import { channelIn } from './lines.ts'

const official = { zh: '实施开放许可书面通知', en: 'Written notice of taking up an open licence' }

const received: Both = {
  zh: '贵方就下列专利开放许可发出的书面通知已经收到，内容如下，由贵方提供。学校不审批、不拒绝，也不对任何单位或者个人区别对待',
  en: 'We have received your written notice on the open licence below; its contents, as follows, are yours. The university approves, refuses and favours nobody.',
}

/** What makes the licence, as long as there is an offer. */
const made: Both = {
  zh: '；通知到达并按公告的方式、标准付清使用费后，即获得专利实施许可。',
  en: ' The licence exists as soon as the notice arrived and the fee was paid in the announced way.',
}

/** The notice is the taker’s; what the university seals is that it came. */
const subtitle: Both = { zh: '（收悉回执）', en: 'Acknowledgement of receipt' }

/** The day on which the offer had ended before the notice arrived; absent while it stood. */
type NoticeFacts = Header & { readonly goneOn?: PlainDay }

function gather(context: PaperContext): NoticeFacts {
  const header = gatherHeader(context)
  const { ended } = getStandardRead(context.state)
  return ended !== undefined && header.notice.arrivedOn > ended.endedOn ? { ...header, goneOn: ended.endedOn } : header
}

/** How to pay, with the reference by which the receipt is matched; nobody is asked to pay for an offer that is over. */
function payIn({ standard, payBy, reference, goneOn }: NoticeFacts, language: Language): string {
  if (goneOn !== undefined)
    return language === 'en'
      ? `The offer ended on ${dayIn(goneOn, language)}, before this notice arrived: please do not pay. It is answered in writing.`
      : `开放许可已于${dayIn(goneOn, language)}终止，本通知在其后到达，请勿付款；学校另行书面答复。`
  const amount = entryAmount(standard.fee)
  if (amount === 0)
    return pick(
      {
        zh: '公告的使用费没有须先行支付的部分；提成按公告的间隔报告并支付。',
        en: 'Nothing is due before the licence; royalties are reported and paid as announced.',
      },
      language,
    )
  return language === 'en'
    ? `Please pay ${amountTwice(amount, language)} to the account above so that it is credited by ${dayIn(payBy, language)}, with the reference ${reference}.`
    : `请将${amountTwice(amount, language)}支付至上列收款账户，并于${dayIn(payBy, language)}前（含当日）入账，附言注明付款参考号${reference}。`
}

export const template: PaperTemplate<NoticeFacts> = {
  name: 'licence-take-up/written-notice',
  official,
  facts: gather,
  render(facts, language) {
    const say = (both: Both) => pick(both, language)
    const { notice, standard, reference, goneOn } = facts
    return {
      title: say(official),
      subtitle: say(subtitle),
      blocks: [
        { kind: 'paragraph', indent: false, text: `${notice.taker.name}${say({ zh: '：', en: ':' })}` },
        { kind: 'paragraph', text: `${say(received)}${goneOn === undefined ? say(made) : say({ zh: '。', en: '' })}` },
        headerFields(facts, language, [
          { label: say({ zh: '地址', en: 'Address' }), value: notice.taker.address, wide: true },
          { label: say({ zh: '通知方式', en: 'How it came' }), value: channelIn(notice.channel, language) },
          { label: say({ zh: '发出日', en: 'Dispatched on' }), value: dayIn(notice.dispatchedOn, language) },
          { label: say({ zh: '到达日', en: 'Arrived on' }), value: dayIn(notice.arrivedOn, language) },
          { label: say({ zh: '拟开始实施日', en: 'Intended start' }), value: dayIn(notice.startsOn, language) },
          { label: say({ zh: '拟实施的内容', en: 'Intended use' }), value: notice.use, wide: true },
          { label: say({ zh: '使用费', en: 'Fee' }), value: feeIn(standard.fee, language), wide: true },
          ...(goneOn === undefined
            ? [accountField(facts, language), { label: say({ zh: '付款参考号', en: 'Payment reference' }), value: reference, wide: true }]
            : []),
        ]),
        { kind: 'paragraph', text: payIn(facts, language) },
        basisNote(takeUpBasis, language),
        officeSeal(facts, language),
      ],
    }
  },
  requiredFields: [
    { field: 'taker', rule: takeUpBasis[0], find: ({ notice }, language) => [notice.taker.name, identityOf(notice.taker, language)] },
    { field: 'patent', rule: takeUpBasis[0], find: ({ standard }) => [standard.patent, standard.announcementNumber] },
    {
      field: 'days',
      rule: civilCodeArticle('137'),
      find: ({ notice }, language) => [dayIn(notice.dispatchedOn, language), dayIn(notice.arrivedOn, language)],
    },
    { field: 'fee', rule: takeUpBasis[0], find: (facts, language) => [feeIn(facts.standard.fee, language), payIn(facts, language)] },
    { field: 'account', rule: takeUpBasis[0], find: ({ standard, goneOn }) => (goneOn === undefined ? [standard.account] : []) },
    { field: 'received', rule: takeUpBasis[0], find: (_, language) => [pick(received, language)] },
    { field: 'reference', rule: byDesign, find: ({ reference, goneOn }) => (goneOn === undefined ? [reference] : []) },
  ],
}
