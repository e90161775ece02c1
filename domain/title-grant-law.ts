import { plainDay } from './day.ts'
import { civilCodeArticle, technologyContractArticle, transformationLawArticle, zhejiangArticle } from './disclosure-law.ts'
import { patentLawArticle, patentRulesArticle, recalled, verifiedBy } from './patent-citations.ts'
import { byDesign, text, type Citation } from './refusal.ts'

/** The nine ministries' pilot of 2020: remembered, its text was not read. */
export const pilotNotice = recalled('国科发区〔2020〕128号')

/** What a report on the pilot says of the term and of the items an agreement needs. */
export const pilotReport = verifiedBy('S22', '国科发区〔2020〕128号')

/** Bodies, units and kinds of results of the pilot, as a source found by search lists them. */
export const pilotScope = verifiedBy('S21', '国科发区〔2020〕128号')

/** Yunnan's rule of 2025, which adds kinds of results and a negative list. */
export const yunnanRule = verifiedBy('S23', '云科规〔2025〕5号')

/** The unit may dispose of a service invention and give property-right incentives. */
export const mayDispose: readonly Citation[] = [patentLawArticle('6(1)'), patentLawArticle('15(2)'), patentRulesArticle('92')]

/** The state explores granting title or long-term use; no power by itself. */
export const exploration = text('科学技术进步法', '33', plainDay('2021-12-24'))

/** Diligent decision-makers of publicly funded universities are free of decision liability. */
export const diligenceExemption = text('科学技术进步法', '97', plainDay('2021-12-24'))

/** Zhejiang: a share of the title in the course of transformation; who took it has no part in the unit's income from it. */
export const zhejiangShare = zhejiangArticle('37(3)')

/** Contributors may transform under an agreement with the unit and take the agreed benefit. */
export const agreementBasis = transformationLawArticle('19(1)')

/** What co-owners may do alone and what needs all of them, where nothing is agreed. */
export const coOwnership = patentLawArticle('14')

/** A stated ratio of ownership means co-ownership, of use right a ratio of income. */
export const statedRatio = technologyContractArticle('16(2)-(3)')

/** A transfer of the right takes effect on registration. */
export const onRegistration = patentLawArticle('10(3)')

/** A licence lasts no longer than the right. */
export const withinLife = civilCodeArticle('865')

/** A pledged right is transferred or licensed with the pledgee's consent only. */
export const pledgeeConsent = civilCodeArticle('444(2)')

/** Against mandatory law an agreement is void; what was taken under it is returned. */
export const lateObjection: readonly [Citation, ...Citation[]] = [civilCodeArticle('153(1)'), civilCodeArticle('157'), byDesign]

/** Change, transfer and pledge formalities rest while a dispute or a preservation stands. */
export const suspendedFormalities = patentRulesArticle('103-105')

/** No electronic signature on papers about inheritance: heirs prove their right on paper. */
export const inheritanceOnPaper = text('电子签名法', '3(3)', plainDay('2019-04-23'))

/** Parties may agree on electronic signature. */
export const electronicSignature = text('电子签名法', '3', plainDay('2019-04-23'))

/** A grant for nothing is a deemed sale of an intangible at the market price. */
export const deemedSale: readonly [Citation, ...Citation[]] = [
  text('增值税法', '5(iii)', plainDay('2024-12-25')),
  text('增值税法', '19', plainDay('2024-12-25')),
]

/** Royalties are counted at four fifths in the year's income. */
export const royaltyTax: readonly [Citation, ...Citation[]] = [
  text('个人所得税法实施条例', '6(iv)', plainDay('2018-12-18')),
  text('个人所得税法', '6(2)', plainDay('2018-08-31')),
]

/** Several persons, one income: each is taxed on his own part. */
export const ownPartTax = text('个人所得税法实施条例', '18', plainDay('2018-12-18'))

/** The relief of the notice of 2018 is for awards paid by the unit, not for income from one's own share. */
export const cashRelief = verifiedBy('S27', '财税〔2018〕58号')
