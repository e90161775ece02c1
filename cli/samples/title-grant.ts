import type { PersonId } from '#domain/actor.ts'
import { addDays, addYears, plainDay, type PlainDay } from '#domain/day.ts'
import { fen } from '#domain/money.ts'
import type { RegisterRow } from '#domain/register.ts'
import { sharesOfWhole } from '#domain/shares.ts'
import type {
  AgreementTerms,
  AnnualReport,
  ChangeFiling,
  ExtensionDecision,
  FormalCheck,
  GrantApplication,
  GrantMode,
  OfficeReply,
  OwnershipCheck,
  RecoveryReview,
  SplitStatement,
  TaxReview,
  TeamMember,
  TitleGrantOpening,
  UnitApproval,
} from '#domain/title-grant-forms.ts'

/** An invented patent whose check digit is right. */
export const grantedNumber = 'ZL202410123456.0'

/** The day it was filed; it ends twenty years later. */
export const grantedFiledOn = plainDay('2024-03-01')

/** The university as the register has it. */
export const sampleUniversity = '江南示例大学'

/** The members of a team; three of them have 50, 30 and 20 per cent. */
export function sampleMembers(people: readonly PersonId[]): TeamMember[] {
  const parts = people.length === 3 ? [5000, 3000, 2000] : sharesOfWhole(people.length)
  return people.map((person, place) => ({ person, shareBp: parts[place] ?? 0, standing: place === 2 ? 'student' : 'staff' }))
}

/** An obviously invented patent (示例) and the team that made it. */
export function sampleGrant(people: readonly PersonId[], changes: Partial<TitleGrantOpening> = {}): TitleGrantOpening {
  return {
    title: '（示例）一种基于紫云英秸秆的可降解育苗基质',
    titleEn: '(Sample) A degradable seedling substrate from milk-vetch straw',
    results: [
      { register: 'patent', number: grantedNumber, title: '（示例）一种基于紫云英秸秆的可降解育苗基质及其制备方法', type: 'invention' },
    ],
    members: sampleMembers(people),
    representative: people[0] ?? ('' as PersonId),
    ...changes,
  }
}

/** The patent as the register has it. */
export function sampleGrantRow(people: readonly PersonId[], changes: object = {}): RegisterRow {
  const facts = {
    number: grantedNumber,
    title: '（示例）一种基于紫云英秸秆的可降解育苗基质及其制备方法',
    kind: 'invention',
    filedOn: grantedFiledOn,
    grantedOn: plainDay('2025-11-04'),
    status: 'granted',
    owners: [{ name: sampleUniversity, isHouse: true, since: grantedFiledOn }],
    annuities: [],
    inventors: people,
    encumbrances: [],
    sample: true,
    ...changes,
  }
  return { register: 'patent', id: grantedNumber, facts } as unknown as RegisterRow
}

export const sampleStatement: SplitStatement = { splitRead: true, mandate: true, interest: 'no-interest' }

/** An application made on `today` for either way of granting: 70% of the title, or ten years of use. */
export function sampleApplication(mode: GrantMode, today: PlainDay, changes: Partial<GrantApplication> = {}): GrantApplication {
  const own = mode === 'ownership' ? { title: { universityBp: 3000, teamBp: 7000 } } : { termYears: 10 }
  return {
    ...own,
    income: mode === 'ownership' ? { universityBp: 3000, teamBp: 7000 } : { universityBp: 2000, teamBp: 8000 },
    decision: {
      ordinaryLicence: 'representative',
      exclusiveLicence: 'university-and-representative',
      transfer: 'all',
      deadlock: '先由科技成果转化领导小组协调；60日内不能一致的，按学校意见维持现状，不得处分（示例）。',
    },
    costs: {
      transformation: { universityBp: 0, teamBp: 10_000 },
      maintenance: { universityBp: 3000, teamBp: 7000 },
    },
    improvements: 'maker',
    firstReportOn: addYears(today, 1),
    exitTriggers: ['not-transformed', 'breach', 'right-ended'],
    considerationFen: fen(0),
    plan: {
      reference: '（示例）育苗基质产业化一期',
      kind: 'licence',
      taker: '（示例）江南青禾种苗有限公司',
      prospect: '（示例）两批次中试达标，茄果类工厂化育苗年需求约百亿株，承接单位已出具意向函。',
      milestones: [
        { what: '完成三条生产线工艺放大（示例）', by: addDays(today, 300) },
        { what: '在两省推广示范（示例）', by: addDays(today, 700) },
      ],
      fundingFen: fen(300_000_000),
      fundingSource: '承接单位自筹（示例）',
    },
    valuation: { amountFen: fen(80_000_000), basis: '收益法（示例）评报字〔2026〕第18号', on: today },
    priorIncentives: [],
    oneIncentive: true,
    ...changes,
  }
}

/** The authority of Zhejiang as the seeded parameters name it. */
export const zhejiangAuthority = '浙江省促进科技成果转化条例 第三十七条第三款'

/** The authority of Beijing, which covers both ways. */
export const beijingAuthority = '北京市促进科技成果转化条例 第九条'

export function sampleFormalCheck(authority: string): FormalCheck {
  return { authority, prospectClear: true, takerClear: true, teamWilling: true, opinion: '材料齐全，符合条件（示例）。' }
}

export const sampleOwnership: OwnershipCheck = {
  ownershipClear: true,
  basis: '执行本单位任务完成的职务发明创造，专利登记簿载明学校为唯一专利权人（示例）。',
  sponsorClause: 'none',
  universityName: sampleUniversity,
  coOwnerConsents: [],
  pledgeeConsents: [],
}

export const sampleApproval: UnitApproval = {
  noUnlawfulGain: true,
  factsConsidered: ['权属审查意见', '负面清单审查意见', '专家评审会议纪要', '成果转化实施方案'],
}

/** The agreement as the application had it, for a patent filed on `grantedFiledOn`. */
export function sampleTerms(application: GrantApplication, changes: Partial<AgreementTerms> = {}): AgreementTerms {
  const { plan: _, valuation: __, priorIncentives: ___, oneIncentive: ____, ...terms } = application
  return {
    ...terms,
    recoveryMonths: 36,
    sublicences: 'continue',
    titleReturns: true,
    disputes: 'court',
    rightsEndOn: addDays(addYears(grantedFiledOn, 20), -1),
    ...changes,
  }
}

/** Finance looked at every point of a grant of ownership for nothing. */
export const sampleTaxReview: TaxReview = {
  marketPriceFen: fen(80_000_000),
  basis: '（示例）参照评报字〔2026〕第18号确定市场价格，按团队份额计算销售额。',
  flagsRead: ['deemed-sale', 'royalty', 'sale-of-share', 'own-part', 'no-cash-relief'],
}

export function sampleChangeFiling(filedOn: PlainDay): ChangeFiling {
  return { filedOn, numbers: [grantedNumber], receipt: '（示例）BG2026050001' }
}

export function sampleReply(on: PlainDay, registered = true): OfficeReply {
  return { repliedOn: on, notice: '手续合格通知书（示例）2026051800001', ...(registered ? { registeredOn: on } : {}) }
}

/** A year in which the result was licensed once: net 891,080.00. */
export const sampleReport: AnnualReport = {
  transformations: [
    {
      reference: '（示例）育苗基质产业化一期',
      kind: 'licence',
      taker: '（示例）江南青禾种苗有限公司',
      netFen: fen(89_108_000),
      incentives: ['title-share'],
    },
  ],
  progress: '完成两条生产线放大，第三条在建（示例）。',
  costFen: fen(3_862_000),
}

/** A year in which nothing came of it. */
export const sampleIdleReport: AnnualReport = { transformations: [], progress: '承接单位资金未到位（示例）。' }

export function sampleRecovery(heardOn: PlainDay, nextMonths?: number): RecoveryReview {
  return {
    heardOn,
    facts: '赋权满36个月，历次年度报告均无转化；已听取团队意见（示例）。',
    noUnlawfulGain: true,
    ...(nextMonths === undefined ? {} : { nextMonths }),
  }
}

export function sampleExtension(years?: number): ExtensionDecision {
  return { performance: '按期报告、按约分配收益，履约良好（示例）。', noUnlawfulGain: true, ...(years === undefined ? {} : { years }) }
}
