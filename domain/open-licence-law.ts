import { plainDay } from './day.ts'
import { patentLawArticle, patentRulesArticle, verifiedBy } from './patent-citations.ts'
import { text, type Citation } from './refusal.ts'

/** The office's notice of 2024 that brought open licences into full effect; read in press reports of it. */
export const openLicenceNotice = (source: 'S5' | 'S6'): Citation => verifiedBy(source, '国家知识产权局2024年开放许可通知')

/** The office's guide to its own service: conditions as a mirror of it gives them. */
export const serviceGuide = verifiedBy('S7', '专利开放许可办事指南')

/** The guide to estimating the fee of an open licence. */
export const estimateGuide = verifiedBy('S12', '国知办发运字〔2022〕56号')

/** What hinders a declaration, each by its item (专利法实施细则 86). */
export const barArticle = (item?: 'i' | 'ii' | 'iii' | 'iv' | 'v'): Citation =>
  patentRulesArticle(item === undefined ? '86' : `86(${item})`)

/** Opinion that the report's conclusion does not matter, since the law asks for the report alone. */
export const contraryView = verifiedBy('S11', '专利法', '50(1)')

/** Declaration, its contents and its effect. */
export const declarationBasis: readonly [Citation, ...Citation[]] = [patentLawArticle('50(1)'), patentRulesArticle('85')]

/** Notice and payment make the licence; nobody grants it. */
export const takeUpBasis: readonly [Citation, ...Citation[]] = [patentLawArticle('51(1)')]

/** The patentee withdraws in writing; licences granted before stay. */
export const withdrawalBasis: readonly [Citation, ...Citation[]] = [patentLawArticle('50(2)'), verifiedBy('S4', '专利法', '50(2)')]

/** Export of technology: free, restricted by licence, prohibited. */
export const exportRules = (article: string): Citation => text('技术进出口管理条例', article, plainDay('2020-11-29'))
