import { plainDay } from './day.ts'
import { personalDataArticle, shandongArticle, stateSecretsArticle, transformationLawArticle, zhejiangArticle } from './disclosure-law.ts'
import { recalled, verifiedBy } from './patent-citations.ts'
import type { NoticeKind } from './public-notice-content.ts'
import { byDesign, text, type Citation, type Rule } from './refusal.ts'

const stateCouncil16 = recalled('国发〔2016〕16号')
const grantPilot = recalled('国科发区〔2020〕128号')
const cashNotice = verifiedBy('S28', '国科发政〔2018〕103号')
const beijing = (article: string) => text('北京市促进科技成果转化条例', article, plainDay('2019-11-27'))
const shanghai = (article: string) => text('上海市促进科技成果转化条例', article, plainDay('2017-04-20'))

/** What each kind of notice rests on, the country over; what a province adds stands in `provincialBasis`. */
export const noticeBasis: { readonly [kind in NoticeKind]: readonly [Citation, ...Citation[]] } = {
  PRICE: [transformationLawArticle('18'), stateCouncil16],
  GRANT: [grantPilot],
  CASH_TAX: [cashNotice],
  LEADER: [stateCouncil16, verifiedBy('S28', '国发〔2016〕16号')],
  AWARD: [byDesign],
  RELATED: [verifiedBy('S49', '教科技司〔2020〕70号')],
}

const provincialBasis: { readonly [province: string]: { readonly [kind in NoticeKind]?: Citation } } = {
  Zhejiang: { PRICE: zhejiangArticle('17'), AWARD: zhejiangArticle('39'), RELATED: zhejiangArticle('17(2)') },
  Shandong: { PRICE: shandongArticle('14'), LEADER: shandongArticle('35') },
  Beijing: { LEADER: beijing('13'), AWARD: beijing('41') },
  Shanghai: { LEADER: shanghai('39') },
}

/** What a notice of `kind` rests on in `province`, the law read before what is only remembered. */
export function listNoticeBasis(kind: NoticeKind, province?: string): readonly [Citation, ...Citation[]] {
  const own = provincialBasis[province ?? '']?.[kind]
  return own === undefined ? noticeBasis[kind] : [own, ...noticeBasis[kind]]
}

/** That the unit defines and publishes how objections are made (for the paper). */
export function objectionBasis(province?: string): Citation {
  if (province === 'Zhejiang') return zhejiangArticle('17(1)')
  if (province === 'Shandong') return shandongArticle('14')
  return province === 'Beijing' ? beijing('15') : stateCouncil16
}

/** Keeping personal data no longer than needed. */
export const keptAsLongAsNeeded = personalDataArticle('19')

const separatelyAgreed = personalDataArticle('25')
const inZhejiang = [zhejiangArticle('17(2)')] as const

/** Every rule of a public notice. */
export const noticeRules = {
  priceMissing: { code: 'notice/price-missing', citations: [transformationLawArticle('18')] },
  abstractMissing: { code: 'notice/abstract-missing', citations: inZhejiang },
  modeMissing: { code: 'notice/mode-missing', citations: inZhejiang },
  marketMissing: { code: 'notice/market-missing', citations: inZhejiang },
  tieUnstated: { code: 'notice/tie-unstated', citations: inZhejiang },
  teamMissing: { code: 'notice/team-missing', citations: [grantPilot] },
  grantMissing: { code: 'notice/grant-missing', citations: [grantPilot] },
  planMissing: { code: 'notice/plan-missing', citations: [grantPilot] },
  transformationMissing: { code: 'notice/transformation-missing', citations: [cashNotice] },
  awardeesMissing: { code: 'notice/awardees-missing', citations: [cashNotice, zhejiangArticle('39')] },
  amountMissing: { code: 'notice/amount-missing', citations: [cashNotice, zhejiangArticle('39')] },
  registrationMissing: { code: 'notice/registration-missing', citations: [cashNotice] },
  leaderMissing: { code: 'notice/leader-missing', citations: noticeBasis.LEADER },
  leaderShareMissing: { code: 'notice/leader-share-missing', citations: noticeBasis.LEADER },
  relationMissing: { code: 'notice/relation-missing', citations: [verifiedBy('S49', '教科技司〔2020〕70号'), zhejiangArticle('17(2)')] },
  tooShort: {
    code: 'notice/too-short',
    citations: [zhejiangArticle('17'), shandongArticle('14'), stateCouncil16, grantPilot, recalled('国科发政〔2018〕103号')],
    parameters: ['NOTICE_PRICE_DAYS', 'NOTICE_GRANT_DAYS', 'NOTICE_CASH_WD', 'NOTICE_AWARD_DAYS'],
  },
  personTwice: { code: 'notice/person-twice', citations: [byDesign] },
  personUnknown: { code: 'notice/person-unknown', citations: [byDesign] },
  personalNumber: { code: 'notice/personal-number', citations: [separatelyAgreed, personalDataArticle('28-29')] },
  unreachable: { code: 'notice/channel-unreachable', citations: [transformationLawArticle('18')] },
  secrecyUnreviewed: { code: 'notice/secrecy-unreviewed', citations: [stateSecretsArticle('35')] },
  impactUnassessed: { code: 'notice/impact-unassessed', citations: [personalDataArticle('55-56')] },
  nothingChanged: { code: 'notice/nothing-changed', citations: [byDesign] },
} as const satisfies { readonly [name: string]: Rule }
