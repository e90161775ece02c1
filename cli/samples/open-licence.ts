import type { PersonId } from '#domain/actor.ts'
import { plainDay, type PlainDay } from '#domain/day.ts'
import { fen } from '#domain/money.ts'
import type { Consent, FilingForm, OfficeReply, OpenLicenceOpening, PriceProposal, WithdrawalRequest } from '#domain/open-licence-forms.ts'
import { checkDigitOf, patentNumber } from '#domain/patent-number.ts'
import type { Encumbrance, PatentFacts } from '#domain/register.ts'
import type { MatterId } from '#domain/state.ts'
import type { ExportCheck, RecordalFiling, RecordalReply, RoyaltyReport, Taker, TakeUpNotice } from '#domain/licence-take-up-forms.ts'
import { partyCheckCharacterOf } from '#domain/party-code.ts'
import type { ReceiptData } from '#domain/receipt.ts'

/** An invented patent's number with its check digit. */
export function sampleNumber(serial: number, type: 1 | 2 | 3 = 1, year = 2021): string {
  const digits = `${year}${type}${String(serial).padStart(7, '0')}`
  return patentNumber(`ZL${digits}.${checkDigitOf(digits)}`)
}

/** The university itself, as the register names it. */
export const sampleHouse = '（示例）江南示例大学'
export const sampleCoOwner = '（示例）江南农业科学研究院'
export const samplePledgee = '（示例）江南科技银行'

/** A granted invention of the university, with its annuities paid: nothing hinders an open licence. */
export function samplePatent(changes: Partial<PatentFacts> = {}): PatentFacts {
  const filedOn = changes.filedOn ?? plainDay('2021-06-10')
  return {
    number: sampleNumber(1001),
    title: '（示例）一种可降解育苗基质及其制备方法',
    titleEn: '(Sample) A degradable seedling substrate and its preparation',
    kind: 'invention',
    filedOn,
    grantedOn: plainDay('2023-09-01'),
    status: 'granted',
    owners: [{ name: sampleHouse, isHouse: true, since: filedOn }],
    annuities: [
      { year: 5, dueOn: plainDay('2025-06-10'), paidOn: plainDay('2025-05-20') },
      { year: 6, dueOn: plainDay('2026-06-10') },
    ],
    inventors: ['ann', 'bo'] as PersonId[],
    encumbrances: [],
    sample: true,
    ...changes,
  }
}

/** An encumbrance that somebody entered at the beginning of 2026. */
export function sampleEncumbrance(kind: Encumbrance['kind'], changes: Partial<Encumbrance> = {}): Encumbrance {
  return { id: `e-${kind}`, kind, recorded: true, since: plainDay('2026-01-05'), source: '示例登记', holder: `（示例）${kind}`, ...changes }
}

/** Co-owned with an institute, each by half. */
export const sampleCoOwned = {
  owners: [
    { name: sampleHouse, isHouse: true, shareBp: 5000, since: plainDay('2021-06-10') },
    { name: sampleCoOwner, shareBp: 5000, since: plainDay('2021-06-10') },
  ],
} as const

export const sampleOpening: OpenLicenceOpening = {
  patent: sampleNumber(1001),
  trigger: 'stock-taking',
  reasons: '（示例）专利盘点确认该专利适合多家企业同时实施，学校无独占许可计划，拟以统一、公开的条件许可任何单位和个人实施。',
}

/** A consent that was given for the sample's patent on `on`. */
export function sampleConsent(party: string, on: string, changes: Partial<Consent> = {}): Consent {
  return { party, patent: sampleNumber(1001), consentedOn: plainDay(on), letter: '（示例）函〔2026〕8号', ...changes }
}

/** A lump sum within what is usual. */
export function samplePrice(changes: Partial<PriceProposal> = {}): PriceProposal {
  return {
    fee: { method: 'lump-sum', fixedFen: fen(5_000_000), paymentDays: 15 },
    termEnd: plainDay('2030-12-31'),
    noticeSystem: 'https://licences.example.edu.cn/open-licences',
    noticeAddress: '（示例）江南市示例路1号江南示例大学知识产权与技术转移办公室',
    account: '（示例）江南示例大学，示例银行江南支行，99990000000000001',
    estimate: {
      basis: 'past-royalties',
      explanation: '（示例）参照本校同领域三件专利近三年普通许可的实际使用费，并按剩余保护期和实施规模折算。',
      sources: ['（示例）本校许可合同台账2023—2025年', '（示例）省专利许可费率统计2025'],
      lowFen: fen(3_000_000),
      highFen: fen(6_000_000),
    },
    ...changes,
  }
}

/** An entry part and a royalty on net sales, reported every half year. */
export const sampleRoyaltyPrice: PriceProposal = samplePrice({
  fee: {
    method: 'entry-and-royalty',
    fixedFen: fen(1_000_000),
    royaltyBp: 300,
    royaltyBase: 'net-sales',
    reportMonths: 6,
    paymentDays: 15,
  },
  estimate: {
    basis: 'industry-statistics',
    explanation: '（示例）参照行业公开费率区间，结合入门费与提成的比例关系确定，适用于产量差异较大的实施者。',
    sources: ['（示例）行业费率报告2025'],
    lowBp: 200,
    highBp: 500,
  },
})

/** A filing that the other patentees signed; the house's signature lies in the declaration. */
export function sampleFiling(on: string, parties: readonly string[] = [], contents?: FilingForm['contents']): FilingForm {
  return {
    filedOn: plainDay(on),
    receiptNumber: '（示例）KFXK-2026-0001',
    signatures: parties.map((party) => ({ party, signedOn: plainDay(on) })),
    contents: contents ?? ['declaration', 'fee-estimate', 'no-bars-statement'],
  }
}

/** What the patent office answered on `on`. */
export function sampleReply(on: string, changes: Partial<OfficeReply> = {}): OfficeReply {
  return { receivedOn: plainDay(on), paper: '（示例）审查通知.pdf', noticeNumber: '（示例）通知2026-1', ...changes }
}

/** The announcement of `on`. */
export function sampleAnnouncement(on: string): OfficeReply {
  return sampleReply(on, { announcedOn: plainDay(on), announcementNumber: '（示例）公告2026-18' })
}

export const sampleWithdrawal: WithdrawalRequest = {
  reason: '（示例）学校拟以该专利作价投资，已无继续开放许可的计划。',
  unconditional: true,
  consents: [],
}

/** A Chinese taker with a code of its own. */
export function sampleTaker(serial = 1, changes: Partial<Taker> = {}): Taker {
  const seventeen = `91990000MA${String(serial).padStart(7, '0')}`
  return {
    name: `（示例）江南青禾种苗${serial}号有限公司`,
    country: 'CN',
    code: seventeen + partyCheckCharacterOf(seventeen),
    address: `（示例）江南市示例路${serial}号`,
    email: `taker${serial}@example.com`,
    ...changes,
  }
}

export const sampleForeignTaker: Taker = {
  name: '(Sample) Seedling Works GmbH',
  country: 'DE',
  registration: 'HRB 99999',
  address: '(Sample) Musterstraße 1, Musterstadt',
  email: 'licences@example.org',
}

/** A written notice to the offer of `declaration` that arrived on `on`. */
export function sampleNotice(declaration: string, on: string, changes: Partial<TakeUpNotice> = {}): TakeUpNotice {
  const day = plainDay(on)
  return {
    declaration: declaration as MatterId,
    patent: sampleNumber(1001),
    taker: sampleTaker(),
    channel: 'online',
    dispatchedOn: day,
    arrivedOn: day,
    use: '（示例）用于设施蔬菜育苗基质的规模化生产。',
    startsOn: day,
    termsAccepted: true,
    ...changes,
  }
}

export const sampleExport = {
  free: { list: 'free' },
  restricted: {
    list: 'restricted',
    letterOfIntent: '（示例）意向书2026-1',
    licenceNumber: '（示例）许可证2026-1',
    licensedOn: plainDay('2026-03-02'),
  },
  prohibited: { list: 'prohibited' },
} as const satisfies { readonly [name: string]: ExportCheck }

export const sampleRecordalFiling = (on: string): RecordalFiling => ({
  by: 'patentee',
  filedOn: plainDay(on),
  receiptNumber: '（示例）BA-2026-1',
})

export const sampleRecorded = (on: string): RecordalReply => ({
  receivedOn: plainDay(on),
  paper: '（示例）备案证明.pdf',
  recordalNumber: '（示例）X2026990000001',
  recordedOn: plainDay(on),
})

/** A half year's report of one million yuan of net sales at three per cent. */
export function sampleReport(from: PlainDay, to: PlainDay): RoyaltyReport {
  return { from, to, baseFen: fen(100_000_000), royaltyFen: fen(3_000_000), statement: '（示例）本期净销售额已审计。' }
}

/** A credit of fifty thousand yuan. */
export function sampleReceipt(on: string, changes: Partial<ReceiptData> = {}): ReceiptData {
  return {
    voucher: 'SAMPLE-0001',
    payer: sampleTaker().name,
    amountFen: fen(5_000_000),
    currency: 'CNY',
    creditedOn: plainDay(on),
    ...changes,
  }
}
