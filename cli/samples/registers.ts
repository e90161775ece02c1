import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import { partyCheckCharacterOf, partyCode } from '#domain/party-code.ts'
import { checkDigitOf, patentNumber } from '#domain/patent-number.ts'
import { registerChange, type PartyFacts, type PatentFacts, type RegisterChange } from '#domain/register.ts'
import { mandatedPapers, mandateId, type MandateFacts } from '#domain/signing-mandate.ts'
import { demonstration } from '../demonstration-house.ts'

const on = plainDay('2026-01-01')
const source = '示例数据 · sample data'

/** Nobody's: the region 990000 is given to no place. */
function inventedCode(serial: string): string {
  const seventeen = `12990000${serial}`
  return partyCode(seventeen + partyCheckCharacterOf(seventeen))
}

function inventedNumber(digits: string): string {
  return patentNumber(`ZL${digits}.${checkDigitOf(digits)}`)
}

/** The demonstration university's own code. */
export const houseCode = inventedCode('MA0DEM001')

const seedlingCode = inventedCode('MA0NUR002')
const instrumentCode = inventedCode('MA0GAUG03')

const parties: readonly PartyFacts[] = [
  {
    code: houseCode,
    name: demonstration.nameZh,
    nameEn: demonstration.nameEn,
    address: '（示例）云栖市示范路1号',
    legalRepresentative: '钱示范（示例）',
    country: 'CN',
    isHouse: true,
    sample: true,
  },
  {
    code: seedlingCode,
    name: '虚构绿苗农业科技有限公司（示例）',
    nameEn: 'SAMPLE Green Seedling Ltd',
    address: '示例市示例路 1 号',
    country: 'CN',
    contact: 'seedling@example.org',
    sample: true,
  },
  {
    code: instrumentCode,
    name: '虚构精密仪器有限公司（示例）',
    nameEn: 'SAMPLE Precision Instruments Ltd',
    address: '示例市示例路 2 号',
    country: 'CN',
    contact: 'instruments@example.org',
    sample: true,
  },
]

const house = { name: demonstration.nameZh, party: houseCode, isHouse: true } as const
const team = ['inventor1', 'inventor2'] as PersonId[]

/** A granted invention whose annuities are paid: nothing hinders its use. */
export const sampleInvention = inventedNumber('202110001001')

/** A young invention of the same team: nothing is owed yet. */
export const sampleYoungInvention = inventedNumber('202410123456')

/** A utility model with an annuity owed, pledged, and without evaluation report: hindered in three ways. */
export const sampleHindered = inventedNumber('202220002002')

const patents: readonly Omit<PatentFacts, 'encumbrances'>[] = [
  {
    number: sampleInvention,
    title: '示例专利：一种可降解育苗基质及其制备方法',
    titleEn: 'SAMPLE: a degradable seedling substrate and its preparation',
    kind: 'invention',
    filedOn: plainDay('2021-06-10'),
    grantedOn: plainDay('2023-09-01'),
    status: 'granted',
    owners: [{ ...house, since: plainDay('2021-06-10') }],
    annuities: [
      { year: 3, dueOn: plainDay('2023-11-01'), paidOn: plainDay('2023-09-20') },
      { year: 4, dueOn: plainDay('2024-06-10'), paidOn: plainDay('2024-05-22') },
      { year: 5, dueOn: plainDay('2025-06-10'), paidOn: plainDay('2025-05-20') },
      { year: 6, dueOn: plainDay('2026-06-10') },
    ],
    inventors: team,
    sample: true,
  },
  {
    number: sampleYoungInvention,
    title: '示例专利：一种基于紫云英秸秆的可降解育苗基质及其制备方法',
    titleEn: 'SAMPLE: a degradable seedling substrate from milk-vetch straw',
    kind: 'invention',
    filedOn: plainDay('2024-03-01'),
    grantedOn: plainDay('2025-11-04'),
    status: 'granted',
    owners: [{ ...house, since: plainDay('2024-03-01') }],
    annuities: [
      { year: 2, dueOn: plainDay('2026-01-04'), paidOn: plainDay('2025-12-02') },
      { year: 3, dueOn: plainDay('2026-03-01'), paidOn: plainDay('2025-12-02') },
      { year: 4, dueOn: plainDay('2027-03-01') },
    ],
    inventors: team,
    sample: true,
  },
  {
    number: sampleHindered,
    title: '示例专利：一种育苗盘自动检测装置',
    titleEn: 'SAMPLE: an automatic inspection device for seedling trays',
    kind: 'utility-model',
    filedOn: plainDay('2022-05-20'),
    grantedOn: plainDay('2022-12-30'),
    status: 'granted',
    owners: [{ ...house, since: plainDay('2022-05-20') }],
    annuities: [
      { year: 3, dueOn: plainDay('2024-05-20'), paidOn: plainDay('2024-05-06') },
      { year: 4, dueOn: plainDay('2025-05-20') },
    ],
    inventors: ['inventor1'] as PersonId[],
    sample: true,
  },
]

/** A letter of authority for every paper that is signed for the house; invented. */
export function sampleMandate(person: string, post: string, number: string, changes: Partial<MandateFacts> = {}): MandateFacts {
  const days = { givenOn: plainDay('2026-01-01'), since: plainDay('2026-01-01'), until: plainDay('2035-12-31') }
  return { person: person as PersonId, basis: 'written-authorisation', number, post, papers: mandatedPapers, ...days, ...changes }
}

const mandates: readonly MandateFacts[] = [
  sampleMandate('asset', '国有资产管理处负责人', '（示例）校授〔2026〕5号'),
  sampleMandate('ipo_officer', '知识产权与技术转移办公室负责人', '（示例）校授〔2026〕6号', {
    papers: ['pre-filing-assessment/hand-over-agreement'],
  }),
]

/** What the registers of the demonstration university begin with: nothing of it exists. */
export const sampleRegister: readonly RegisterChange[] = [
  ...parties.map((party) => registerChange({ register: 'party', id: party.code }, 'PartyRegistered', party, { source, on })),
  ...patents.map((patent) => registerChange({ register: 'patent', id: patent.number }, 'PatentRegistered', patent, { source, on })),
  ...mandates.map((one) =>
    registerChange({ register: 'mandate', id: mandateId(one.person, one.number) }, 'MandateRegistered', one, { source, on }),
  ),
  registerChange(
    { register: 'patent', id: sampleHindered },
    'EncumbranceEntered',
    { id: 'e-sample-pledge', kind: 'pledge', recorded: true, since: plainDay('2025-08-01'), holder: '虚构示例银行（示例）' },
    { source, on },
  ),
]
