import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import { fen } from '#domain/money.ts'
import type {
  Abandonment,
  AppealPanel,
  Assignment,
  CoOwnerConsents,
  CostEstimate,
  DecisionForm,
  FiledApplication,
  FilingRecord,
  HandOverTerms,
  Interview,
  NoveltySearch,
  OfficeEvent,
  RewardPayments,
  Score,
  TaxReview,
  TeamReply,
} from '#domain/pre-filing-assessment-forms.ts'
import type { AssessmentOpening } from '#domain/pre-filing-assessment.ts'
import { sharesOfWhole } from '#domain/shares.ts'

/** Invented application numbers whose check digits are right. */
export const inventionNumber = '202610123456.X'
export const utilityModelNumber = '202620123457.X'

/** An application of the sample invention, accepted on the day it was filed. */
export function sampleInvention(filedOn: string, changes: Partial<FiledApplication> = {}): FiledApplication {
  const day = plainDay(filedOn)
  return { type: 'invention', applicationNumber: inventionNumber, filedOn: day, acceptanceNoticeOn: day, dualDeclared: false, ...changes }
}

/** The utility model filed with it on the same day, each declared to the other. */
export function sampleUtilityModel(filedOn: string, changes: Partial<FiledApplication> = {}): FiledApplication {
  return sampleInvention(filedOn, { type: 'utility-model', applicationNumber: utilityModelNumber, dualDeclared: true, ...changes })
}

/** A result that is obviously invented (示例), as the office opens its assessment; three inventors have 50, 30 and 20 per cent. */
export function sampleOpening(people: readonly PersonId[], changes: Partial<AssessmentOpening> = {}): AssessmentOpening {
  const parts = people.length === 3 ? [5000, 3000, 2000] : sharesOfWhole(people.length)
  return {
    disclosureNumber: 'CP-2026-00001',
    title: '（示例）一种基于紫云英秸秆的可降解育苗基质及其制备方法',
    abstract:
      '（示例）以紫云英秸秆为原料，经低温蒸汽爆破与酶解联用预处理，与海藻胶形成双网络骨架，并在孔隙中原位固定缓释氮肥微胶囊，' +
      '压制成可连同幼苗一并定植的育苗块；单块成本降低约31%，出苗率由86%提高至93%，定植后90天降解率大于80%。',
    field: 'A01G24/20',
    inventors: people.map((person, place) => ({ person, shareBp: parts[place] ?? 0, relation: place === 2 ? 'student' : 'staff' })),
    publicDisclosures: [{ kind: 'paper', standing: 'planned', on: plainDay('2026-09-01'), where: '《（示例）设施园艺学报》' }],
    resultType: 'invention',
    foreignPlan: false,
    exportPlan: false,
    secrecyLevel: 'none',
    candidateLicensees: ['（示例）江南青禾种苗有限公司', '（示例）云溪农业科技股份有限公司'],
    ...changes,
  }
}

export function sampleAssignment(techManager: PersonId, evaluators: readonly PersonId[]): Assignment {
  return { techManager, evaluators }
}

export const sampleSearch: NoveltySearch = {
  searchedOn: plainDay('2026-03-02'),
  databases: ['CNIPA专利检索及分析系统', 'Espacenet', 'CNKI'],
  query: '(紫云英 OR "milk vetch" OR 绿肥秸秆) AND (育苗基质 OR seedling substrate) AND (海藻胶 OR alginate)；A01G24/20、C05G3/00',
  documents: [
    {
      number: '（示例）CN109000001A',
      category: 'Y',
      publishedOn: plainDay('2019-01-11'),
      relevance: '公开以水稻秸秆压制育苗块，未公开海藻胶双网络及蒸汽爆破与酶解联用。',
    },
    {
      number: '（示例）WO2020/000002A1',
      category: 'A',
      publishedOn: plainDay('2020-05-28'),
      relevance: '公开缓释肥微胶囊的制备，未涉及在基质孔隙中的原位固定。',
    },
  ],
  finding: 'novel',
  distinction:
    '与最接近的对比文件相比，本成果以蒸汽爆破与酶解联用获得的紫云英纤维和海藻胶形成双网络骨架，并将缓释微胶囊原位固定于孔隙之中，对比文件均未给出结合启示。',
}

export function sampleInterview(inventors: readonly PersonId[]): Interview {
  return {
    heldOn: plainDay('2026-03-02'),
    inventors,
    readiness: 6,
    problemSolved: '（示例）泥炭基质不可再生、塑料穴盘难降解，工厂化育苗缺少可连苗定植的低成本基质。',
    advantage: '单块成本降低约31%，出苗率提高7个百分点，定植后90天降解率大于80%。',
    market: '（示例）茄果类工厂化育苗年需求约百亿株，已有两家种苗企业试用中试样品并出具意向函。',
    proposedProtection: 'patent',
    candidateLicensees: ['（示例）江南青禾种苗有限公司', '（示例）云溪农业科技股份有限公司'],
    publicDisclosures: [],
  }
}

const evidence: { readonly [criterion: string]: string } = {
  patentability: '检索报告未见X类文件，Y类文件未给出结合启示，新颖性、创造性可期。',
  readiness: '已完成两批次中试（示例），工艺参数稳定，成熟度为六级。',
  industrialisation: '两家种苗企业出具试用意向函（示例），替代泥炭的需求明确。',
  scope: '独立权利要求可覆盖基质结构与制备方法，规避设计难度较高。',
  takers: '候选受让方两家，团队具备现场工艺指导能力，可配合转化。',
}

/** One evaluator's form; every criterion gets `points` unless `own` says otherwise. */
export function sampleScore(points: number, own: { readonly [criterion: string]: number } = {}): Score {
  return {
    interest: 'no-interest',
    scores: Object.entries(evidence).map(([criterion, text]) => ({ criterion, points: own[criterion] ?? points, evidence: text })),
    recommendation: points >= 60 ? 'file-cn' : 'not-file',
  }
}

/** What an evaluator hands in who may not score. */
export const sampleRecusal: Score = { interest: 'collaboration', scores: [] }

export const sampleEstimate: CostEstimate = {
  items: [
    {
      part: 'domestic',
      kind: 'official-fee',
      country: 'CN',
      amountFen: fen(52_500),
      basis: '申请费、公布印刷费、实质审查费（已按85%减缴估算，示例）',
    },
    { part: 'domestic', kind: 'agency-fee', country: 'CN', amountFen: fen(600_000), basis: '框架协议代理单价（示例）' },
    { part: 'dual', kind: 'agency-fee', country: 'CN', amountFen: fen(250_000), basis: '同日实用新型代理费（示例）' },
    { part: 'pct', kind: 'official-fee', country: 'WO', amountFen: fen(1_250_000), basis: '国际申请费、检索费（示例）' },
    { part: 'foreign', kind: 'agency-fee', country: 'JP', amountFen: fen(4_800_000), basis: '进入日本国家阶段的代理、翻译与官费（示例）' },
  ],
  funding: 'university-fund',
}

/** A decision of any kind; `changes` adds what the kind needs. */
export function sampleDecision(changes: Partial<DecisionForm> = {}): DecisionForm {
  return {
    reasons:
      '经检索未发现破坏新颖性的文件，最接近的现有技术未给出结合启示；成果已完成两批次中试，两家企业出具试用意向，产业化前景明确，建议按评估意见处理（示例）。',
    factsConsidered: ['检索报告', '完成人访谈记录', '评审专家打分及依据', '费用估算'],
    noUnlawfulGain: true,
    countries: ['CN'],
    panel: [],
    patentType: 'invention',
    ...changes,
  }
}

/** A decision not to file, or to reject: it needs no type of patent. */
export const sampleRefusal: DecisionForm = {
  reasons:
    '检索显示两篇Y类文件结合后可得到主要技术特征，授权前景有限；市场规模小且无意向受让方，申请与维持费用预计高于可期收益，学校不以自己名义申请专利（示例）。',
  factsConsidered: ['检索报告', '完成人访谈记录', '评审专家打分及依据', '费用估算'],
  noUnlawfulGain: true,
  countries: [],
  panel: [],
}

export function sampleSecrecyPlan(custodian: PersonId): Pick<DecisionForm, 'secrecy'> {
  return {
    secrecy: { custodian, measures: ['工艺参数单独存档，限三人知悉', '与中试单位签订保密协议', '论文、报告发表前送审'], reviewMonths: 12 },
  }
}

export const samplePublicationReview: Pick<DecisionForm, 'publicationReview'> = {
  publicationReview: { reviewedOn: plainDay('2026-03-02'), opinion: '经定密责任人审查，不涉及国家秘密和敏感信息，同意公开（示例）。' },
}

/** One invention filed at home. */
export function sampleFiling(filedOn: string, changes: Partial<FilingRecord> = {}): FilingRecord {
  return {
    applications: [sampleInvention(filedOn)],
    priorities: [],
    foreignFilings: [],
    confidentiality: { is: 'not-needed', because: 'no-filing-abroad' },
    agency: '（示例）江南明理专利代理事务所（普通合伙）',
    ...changes,
  }
}

/** An invention and a utility model on one day. */
export function sampleDualFiling(filedOn: string): FilingRecord {
  return sampleFiling(filedOn, { applications: [sampleInvention(filedOn, { dualDeclared: true }), sampleUtilityModel(filedOn)] })
}

/** An invention at home and a PCT application at the Chinese office, which is itself the request for examination. */
export function samplePctFiling(filedOn: string): FilingRecord {
  return sampleFiling(filedOn, {
    foreignFilings: [{ route: 'pct', office: 'CN', number: 'PCT/CN2026/099999', filedOn: plainDay(filedOn) }],
  })
}

/** An event of the office on the sample invention. */
export function sampleEvent(event: OfficeEvent['event'], on: string, changes: Partial<OfficeEvent> = {}): OfficeEvent {
  return { event, applicationNumber: inventionNumber, on: plainDay(on), ...changes }
}

export const sampleAbandonment: Abandonment = {
  licences: [{ contract: '（示例）XK-2027-003', kind: 'ordinary', toldOn: plainDay('2026-03-02') }],
  declaredOn: plainDay('2026-03-02'),
  warningRead: true,
}

/** Payment of each part on one day, vouchers numbered. */
export function samplePayments(
  parts: readonly { readonly person: PersonId; readonly amountFen: number }[],
  paidOn: string,
): RewardPayments {
  return {
    payments: parts.map(({ person, amountFen }, index) => ({
      person,
      to: 'inventor',
      amountFen: fen(amountFen),
      paidOn: plainDay(paidOn),
      voucher: `示例-JL-2028-${String(index + 1).padStart(4, '0')}`,
    })),
  }
}

export const sampleReply: TeamReply = {
  statement: '对比文件2的微胶囊粒径与本成果相差一个数量级，不能直接用于基质孔隙，请重新考虑结合启示的认定（示例）。',
}

export const sampleAppeal: TeamReply = {
  grounds: ['检索结论遗漏了对原位固定工艺的比较', '未考虑访谈之后新增的一家意向企业'],
}

export function sampleAppealPanel(members: readonly PersonId[]): AppealPanel {
  return { members }
}

/** Terms by which all inventors take a result over in proportion; the price may be nothing. */
export function sampleTerms(takers: readonly PersonId[], effectiveOn: string, priceFen = 0): HandOverTerms {
  const parts = takers.length === 3 ? [5000, 3000, 2000] : sharesOfWhole(takers.length)
  return {
    priceFen: fen(priceFen),
    universityShareBp: 1000,
    effectiveOn: plainDay(effectiveOn),
    takers: takers.map((person, place) => ({ person, shareBp: parts[place] ?? 0 })),
    representative: takers[0] ?? ('' as PersonId),
    researchUseReserved: true,
    reportEveryMonths: 12,
    foreignTaker: false,
  }
}

export const sampleTaxReview: TaxReview = {
  marketPriceFen: fen(3_000_000),
  basis: '（示例）参照本校近三年同领域未申请专利技术的转让均价，按市场价格确定销售额。',
}

export const sampleConsents: CoOwnerConsents = {
  consents: [{ coOwner: '（示例）江南农业科学研究院', consentedOn: plainDay('2026-03-02'), letter: '（示例）农科函〔2026〕18号' }],
}
