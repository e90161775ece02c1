import { plainDay } from '#domain/day.ts'
import type { PlainDay } from '#domain/day.ts'
import { statutoryGrantRewards } from '#domain/grant-reward.ts'
import type { ParameterRow } from '#domain/parameter.ts'
import { patentLawArticle, patentRulesArticle, recalled, recalledToCheck, verifiedBy } from '#domain/patent-citations.ts'
import { text } from '#domain/refusal.ts'
import { provincialResultTypes } from '#domain/title-grant-forms.ts'
import type { Citation } from '#domain/refusal.ts'

const law =
  (name: string, version: string) =>
  (article: string): Citation =>
    text(name, article, plainDay(version))

const transformationLaw = law('促进科技成果转化法', '2015-08-29')
const zhejiang = law('浙江省促进科技成果转化条例', '2021-09-30')
const shandong = law('山东省促进科技成果转化条例', '2017-12-01')
const beijing = law('北京市促进科技成果转化条例', '2019-11-27')
const shanghai = law('上海市促进科技成果转化条例', '2017-04-20')
const technologyContracts = law('技术合同纠纷司法解释', '2020-12-29')
const exportRules = law('技术进出口管理条例', '2020-11-29')
const auctionLaw = law('拍卖法', '2015-04-24')
const personalData = law('个人信息保护法', '2021-08-20')
const companyLaw = law('公司法', '2023-12-29')
const incomeTaxRules = law('企业所得税法实施条例', '2019-04-23')
const vatLaw = law('增值税法', '2024-12-25')

/** 国发〔2016〕16号: remembered, its text was not read. */
const stateCouncil16 = recalled('国发〔2016〕16号')

/** Days from which the texts were read to be in force; where none was read, a row is open. */
const since = {
  transformationLaw: plainDay('2015-10-01'),
  zhejiang: plainDay('2021-09-30'),
  shandong: plainDay('2018-01-01'),
  beijing: plainDay('2020-01-01'),
  shanghai: plainDay('2017-06-01'),
  patentRules: plainDay('2024-01-20'),
  companyLaw: plainDay('2024-07-01'),
  vatLaw: plainDay('2026-01-01'),
  taxNotice58: plainDay('2018-07-01'),
} as const satisfies { readonly [source: string]: PlainDay }

const inZhejiang = { province: 'Zhejiang', from: since.zhejiang } as const
const inShandong = { province: 'Shandong', from: since.shandong } as const
const inBeijing = { province: 'Beijing', from: since.beijing } as const
const inShanghai = { province: 'Shanghai', from: since.shanghai } as const

const noticeRows: readonly ParameterRow[] = [
  { name: 'NOTICE_PRICE_DAYS', value: 15, citations: [stateCouncil16], note: '促进科技成果转化法 18 orders the notice without a length' },
  { name: 'NOTICE_PRICE_DAYS', value: 15, ...inZhejiang, citations: [zhejiang('17')] },
  { name: 'NOTICE_PRICE_DAYS', value: 15, ...inShandong, citations: [shandong('14')] },
  { name: 'NOTICE_AWARD_DAYS', value: 15, ...inZhejiang, citations: [zhejiang('39')] },
  { name: 'NOTICE_GRANT_DAYS', value: 15, citations: [recalled('国科发区〔2020〕128号')] },
  { name: 'NOTICE_CASH_WD', value: 15, citations: [recalled('国科发政〔2018〕103号')] },
  { name: 'ANNUAL_REPORT_BY', value: '03-30', ...inZhejiang, citations: [zhejiang('28')] },
  { name: 'ANNUAL_REPORT_BY', value: '03-30', ...inShanghai, citations: [shanghai('18')], note: 'local units' },
  { name: 'ANNUAL_REPORT_BY', value: '03-31', ...inShandong, citations: [shandong('15')] },
]

const awardRows: readonly ParameterRow[] = [
  { name: 'AWARD_FLOOR_BP', value: 5000, from: since.transformationLaw, citations: [transformationLaw('45(1)-(2)')] },
  { name: 'AWARD_FLOOR_BP', value: 7000, ...inZhejiang, citations: [zhejiang('37')] },
  { name: 'AWARD_FLOOR_BP', value: 7000, ...inShandong, citations: [shandong('34')] },
  {
    name: 'AWARD_FLOOR_OPTIONAL_BP',
    value: 7000,
    ...inBeijing,
    citations: [beijing('12')],
    note: 'the unit may adopt it; the national floor still binds',
  },
  {
    name: 'AWARD_FLOOR_OPTIONAL_BP',
    value: 7000,
    ...inShanghai,
    citations: [shanghai('34')],
    note: 'the unit may adopt it; the national floor still binds',
  },
  { name: 'MAIN_FLOOR_BP', value: 5000, citations: [verifiedBy('S25', '国发〔2016〕16号')] },
  { name: 'MAIN_FLOOR_BP', value: 7000, ...inZhejiang, citations: [zhejiang('37')] },
  { name: 'TRANSFER_STAFF_BP', value: { bp: 500, of: 'award', optional: false }, ...inZhejiang, citations: [zhejiang('37')] },
  { name: 'TRANSFER_STAFF_BP', value: { bp: 1000, of: 'transfer-net', optional: true }, ...inShandong, citations: [shandong('36')] },
  {
    name: 'SELF_IMPL_BP',
    value: { bp: 500, leastYears: 3, mostYears: 5, startsAt: 'production', optional: false },
    from: since.transformationLaw,
    citations: [transformationLaw('45(1)(iii)')],
  },
  {
    name: 'SELF_IMPL_BP',
    value: { bp: 1000, leastYears: 3, mostYears: 5, startsAt: 'production', optional: false },
    ...inShandong,
    citations: [shandong('34')],
  },
  { name: 'SELF_IMPL_OPTIONAL_BP', value: { bp: 500, mostYears: 5, startsAt: 'first-profit' }, ...inBeijing, citations: [beijing('12')] },
  { name: 'SELF_IMPL_OPTIONAL_BP', value: { bp: 500, mostYears: 5, startsAt: 'first-profit' }, ...inShanghai, citations: [shanghai('34')] },
  { name: 'SELF_IMPL_OPTIONAL_BP', value: { bp: 1000, mostYears: 5, startsAt: 'production' }, ...inZhejiang, citations: [zhejiang('37')] },
  { name: 'AWARD_PAY_MONTHS', value: 6, ...inZhejiang, citations: [zhejiang('40')], note: 'only without rule or agreement; from receipt' },
  { name: 'IDLE_MONTHS', value: 12, ...inBeijing, citations: [beijing('11(2)')] },
  { name: 'IDLE_MONTHS', value: 12, ...inZhejiang, citations: [zhejiang('38(2)')] },
  { name: 'IDLE_MONTHS', value: 12, ...inShandong, citations: [shandong('37')], note: 'applied projects paid from public funds only' },
  {
    name: 'GRANT_AUTHORITY',
    value: { kind: 'province', document: '北京市促进科技成果转化条例 第九条', modes: ['ownership', 'use-right'] },
    ...inBeijing,
    citations: [beijing('9')],
    note: 'government-established universities; whether it carries a central university is open; not against national security or interest',
  },
  {
    name: 'GRANT_AUTHORITY',
    value: { kind: 'province', document: '浙江省促进科技成果转化条例 第三十七条第三款', modes: ['ownership'] },
    ...inZhejiang,
    citations: [zhejiang('37(3)')],
    note: 'a share of the title in the course of transformation; a use right needs an authority of the unit (GRANT_AUTHORITY_UNIT)',
  },
  { name: 'GRANT_EXTRA_TYPES', value: [...provincialResultTypes], province: 'Yunnan', citations: [verifiedBy('S23', '云科规〔2025〕5号')] },
  { name: 'USE_RIGHT_MIN_YEARS', value: 10, citations: [verifiedBy('S22', '国科发区〔2020〕128号')] },
]

const openLicenceRows: readonly ParameterRow[] = [
  {
    name: 'OPEN_FIXED_SOFTCAP_FEN',
    value: 2_000_000_000,
    citations: [verifiedBy('S5', '国家知识产权局2024年开放许可通知')],
    note: 'usually not above',
  },
  { name: 'OPEN_SALES_SOFTCAP_BP', value: 2000, citations: [verifiedBy('S5', '国家知识产权局2024年开放许可通知')], note: 'of net sales' },
  { name: 'OPEN_PROFIT_SOFTCAP_BP', value: 4000, citations: [verifiedBy('S5', '国家知识产权局2024年开放许可通知')], note: 'of profit' },
  {
    name: 'OPEN_ANNUITY_RELIEF_BP',
    value: 1500,
    citations: [verifiedBy('S9', '专利法', '51(2)')],
    note: 'best single relief only; the law names no rate, and whether a recorded licence is needed is open',
  },
]

const patentRows: readonly ParameterRow[] = [
  {
    name: 'FEE_REDUCTION_BP',
    value: { single: 8500, joint: 7000 },
    citations: [verifiedBy('S15', '专利收费减缴办法'), recalled('专利收费减缴办法')],
    note: '85% found, the rest recalled',
  },
  { name: 'FEE_REDUCTION_YEARS', value: 10, citations: [recalled('专利收费减缴办法')], note: 'annuities, from the year of grant' },
  {
    name: 'LATE_STEPS_BP',
    value: [0, 500, 1000, 1500, 2000, 2500],
    citations: [patentRulesArticle('115'), verifiedBy('S14', '专利法实施细则', '115')],
  },
  {
    name: 'ANNUITY_FEN',
    value: {
      invention: [
        [3, 90_000],
        [6, 120_000],
        [9, 200_000],
        [12, 400_000],
        [15, 600_000],
        [20, 800_000],
      ],
      'utility-model': [
        [3, 60_000],
        [5, 90_000],
        [8, 120_000],
        [10, 200_000],
      ],
      design: [
        [3, 60_000],
        [5, 90_000],
        [8, 120_000],
        [10, 200_000],
        [15, 300_000],
      ],
    },
    citations: [recalled('专利收费标准'), recalledToCheck('专利收费标准')],
    note: 'load from the fee table of the patent office: a source found (S15) has other year bands for utility models; designs to be checked',
  },
  { name: 'RECORDAL_MONTHS', value: 3, citations: [patentRulesArticle('15(2)')], note: 'from the effect of the contract' },
  { name: 'RESTORE_MONTHS', value: 2, citations: [patentRulesArticle('6')] },
  { name: 'MAIL_DEEMED_DAYS', value: 15, citations: [patentRulesArticle('4')], note: 'a proved receipt goes before' },
  {
    name: 'CONF_EXAM_MONTHS',
    value: { notice: { months: 2, extension: 2 }, decision: { months: 4, extension: 2 } },
    from: since.patentRules,
    citations: [patentRulesArticle('9')],
  },
  {
    name: 'GRANT_REWARD_FEN',
    value: { ...statutoryGrantRewards },
    from: since.patentRules,
    citations: [patentLawArticle('15(1)'), patentRulesArticle('92-93')],
    note: 'per patent, within 3 months, only without rule or agreement',
  },
]

const contractRows: readonly ParameterRow[] = [
  { name: 'EXPORT_WD', value: { review: 30, licence: 15, registration: 3 }, citations: [exportRules('29-39')] },
  {
    name: 'AUCTION',
    value: { noticeDays: 7, viewingDays: 2, recordYears: 5, commissionCapBp: 500 },
    citations: [auctionLaw('45'), auctionLaw('48'), auctionLaw('54'), auctionLaw('56')],
  },
  { name: 'DEMAND_DAYS', value: 30, citations: [technologyContracts('15')] },
  { name: 'PI_ASSESS_KEEP_YEARS', value: 3, citations: [personalData('56')] },
  { name: 'REG_DAYS', value: 30, citations: [verifiedBy('S34', '技术合同认定登记管理办法')], note: 'calendar days, rules of 2000' },
  {
    name: 'REG_DRAFT_WD',
    value: { ordinary: 15, large: 30, largeFromFen: 500_000_000 },
    citations: [verifiedBy('S35', '技术合同认定登记管理办法')],
    note: 'draft of December 2024, not in force when read',
  },
  {
    name: 'CAPITAL_YEARS',
    value: { 'limited-liability': 5, 'joint-stock': 0 },
    from: since.companyLaw,
    citations: [companyLaw('47'), companyLaw('98')],
  },
  { name: 'LEAVE_YEARS', value: { first: 3, extension: 3 }, citations: [verifiedBy('S36', '离岗创业规定')] },
]

const taxRows: readonly ParameterRow[] = [
  { name: 'IIT_WINDOW_MONTHS', value: 36, from: since.taxNotice58, citations: [verifiedBy('S27', '财税〔2018〕58号')] },
  { name: 'IIT_COUNTED_BP', value: 5000, from: since.taxNotice58, citations: [verifiedBy('S27', '财税〔2018〕58号')] },
  { name: 'CIT_FREE_FEN', value: 500_000_000, citations: [incomeTaxRules('90')], note: 'per tax year' },
  {
    name: 'VAT_TECH_TRANSFER',
    value: { rateBp: 600, relief: 'announcement-10-2026' },
    from: since.vatLaw,
    citations: [vatLaw('10(iii)'), vatLaw('25'), verifiedBy('S32', '财政部 税务总局公告2026年第10号')],
    note: 'relief only by that announcement; clause and end date to be confirmed',
  },
]

/** The values of law and fee tables that the rules read, each with its days, its source and how sure it is. */
export const parameters: readonly ParameterRow[] = [
  ...noticeRows,
  ...awardRows,
  ...openLicenceRows,
  ...patentRows,
  ...contractRows,
  ...taxRows,
]
