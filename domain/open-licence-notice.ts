import type { PlainDay } from './day.ts'
import type { PatentSnapshot, PriceProposal } from './open-licence-forms.ts'
import type { ProcessPolicy } from './policy-slice.ts'
import type { NoticeOpening } from './public-notice-content.ts'

/** What the notice of a price is made from. */
export type NoticeParts = {
  readonly proposal: PriceProposal
  readonly patent: PatentSnapshot
  readonly number: string
  readonly policy: Pick<ProcessPolicy, 'texts'>
}

const methods = { 'lump-sum': '一次付清', 'running-royalty': '按提成支付', 'entry-and-royalty': '入门费加提成' } as const
const bases = { 'net-sales': '净销售额', profit: '利润' } as const

/** `2030-12-31` → `2030年12月31日`. */
function inChinese(day: PlainDay): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** How the fee is paid, in one sentence as the notice prints it. */
export function feeInWords({ fee, termEnd }: Pick<PriceProposal, 'fee' | 'termEnd'>): string {
  const rate =
    fee.royaltyBp === undefined || fee.royaltyBase === undefined ? '' : `，按${bases[fee.royaltyBase]}的${fee.royaltyBp / 100}%提成`
  return `专利开放许可，${methods[fee.method]}${rate}，对任何单位和个人一致，许可期限至${inChinese(termEnd)}`
}

/** The notice of the proposed price (促进科技成果转化法 18), whose counterparty is everybody. */
export function priceNoticeOf({ proposal, patent, number, policy }: NoticeParts): NoticeOpening {
  const { title, titleEn, inventors } = patent
  const { fixedFen } = proposal.fee
  return {
    kind: 'PRICE',
    basis: '《中华人民共和国促进科技成果转化法》第十八条',
    subject: {
      title,
      ...(titleEn === undefined ? {} : { titleEn }),
      number,
      abstract: `专利${number}拟声明开放许可`,
      mode: 'open-licence',
      ...(fixedFen === undefined ? {} : { priceFen: fixedFen }),
      priceTerms: feeInWords(proposal),
      counterparty: '任何单位和个人',
      relation: '声明时受让人尚不确定，对任何单位和个人条件一致',
      takerTie: 'none',
    },
    people: inventors.map((person) => ({ person, role: 'inventor' })),
    channel: policy.texts?.['noticeChannel'] ?? '',
    contact: policy.texts?.['noticeContact'] ?? '',
    attachments: [],
  }
}
