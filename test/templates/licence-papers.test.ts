import { describe, expect, it } from 'vitest'
import { paperOf } from '#activities/issue-document.ts'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { Language } from '#templates/block.ts'
import type { PaperTemplate } from '#templates/paper-context.ts'
import { allTemplates } from '#templates/registry.gen.ts'
import { template as paymentLetter } from '#templates/licence-take-up/payment-letter.ts'
import { template as writtenNotice } from '#templates/licence-take-up/written-notice.ts'
import { template as eligibilityReport } from '#templates/open-licence/eligibility-report.ts'
import { licenceFixtures } from '#test/samples/licence-papers.ts'
import { grantFixtures } from '#test/samples/title-grant-papers.ts'
import { pays, play as playTakeUp } from '#test/samples/licence-take-up-play.ts'
import { play as playDeclaration } from '#test/samples/open-licence-play.ts'
import { simulate } from '../simulator/simulate.ts'
import { spaceless } from './read-pdf.ts'
import { contextOf, read } from './title-grant-reading.ts'

const inventors = ['ann', 'bo'] as PersonId[]
const fixtures = { ...licenceFixtures(inventors, '（示例）一种育苗基质'), ...grantFixtures(inventors, '（示例）一种育苗基质') }

async function readPaper(name: string, language: Language = 'zh-CN'): Promise<string> {
  const [template, fixture] = [allTemplates[name], fixtures[name]]
  if (template === undefined || fixture === undefined) throw new Error(`There is no paper ${name}`)
  const { state, step } = await fixture()
  return read(template as unknown as PaperTemplate<never>, contextOf(state, step), language)
}

describe('a data sheet', () => {
  it.each([
    'open-licence/declaration-sheet',
    'open-licence/withdrawal-sheet',
    'open-licence/package-list',
    'licence-take-up/recordal-sheet',
    'title-grant/change-sheet',
  ])('%s says that it is none of the office’s forms and bears no seal of the office', async (name) => {
    const zh = await readPaper(name)
    expect(zh).toMatch(/不是(该局|该部门|国家知识产权局)的表格/)
    expect(zh).not.toContain('办公室（盖章）')
    expect(await readPaper(name, 'en')).toMatch(/is?not(theoffice’s|a)form/)
  })
})

describe('a declaration', () => {
  it.each([
    ['open-licence/declaration-sheet', '专利开放许可声明（附填报数据）', 'Open licence declaration (with data for filing)'],
    [
      'open-licence/withdrawal-sheet',
      '撤回专利开放许可声明（附填报数据）',
      'Withdrawal of an open licence declaration (with data for filing)',
    ],
  ])('%s is titled as what the patentees sign', async (name, zh, en) => {
    expect(allTemplates[name]?.official).toEqual({ zh, en })
    expect(await readPaper(name)).toContain('本声明由专利权人签署')
  })

  it('signed in its file is one side’s statement, and speaks of no agreement of parties', async () => {
    const template = allTemplates['open-licence/declaration-sheet']
    const fixture = await fixtures['open-licence/declaration-sheet']?.()
    if (template === undefined || fixture === undefined) throw new Error('There is no declaration')
    const { blocks } = paperOf(template, contextOf(fixture.state, fixture.step), 'zh-CN')
    expect(JSON.stringify(blocks)).toContain('声明人以电子签名签署本文件')
    expect(JSON.stringify(blocks)).not.toContain('各方同意')
  })

  it('states its fee in figures and capitals, its term from the announcement, where notices go and what is paid to', async () => {
    const text = await readPaper('open-licence/declaration-sheet')
    for (const part of ['人民币10,000.00元（大写：人民币壹万元整）', '自声明公告之日起至2030年12月31日']) expect(text).toContain(part)
  })

  it('of an invention needs no evaluation report, and the report on its conditions does not say that it has one', async () => {
    const { simulation } = playDeclaration({})
    const text = await read(eligibilityReport, contextOf((await simulate(simulation)).state))
    for (const part of ['（实用新型、外观设计）不适用', '评价报告已作出不适用', '评价报告结论符合授权条件不适用', '年费按规定缴纳符合'])
      expect(text).toContain(part)
  })

  it('is estimated by the office’s guide, which the estimate cites', async () => {
    expect(await readPaper('open-licence/fee-estimate')).toContain('国知办发运字〔2022〕56号')
  })
})

describe('the receipt of a written notice', () => {
  it('leaves the notice the taker’s, approves nothing, and says how much is paid by when, to which account, under which reference', async () => {
    const text = await readPaper('licence-take-up/written-notice')
    const parts = [
      '收悉回执',
      '由贵方提供',
      '学校不审批、不拒绝',
      '（大写：人民币壹万元整）',
      '支付至上列收款账户',
      '前（含当日）入账',
      '付款参考号',
    ]
    for (const part of parts) expect(text).toContain(part)
  })
})

describe('a notice that came after the end', () => {
  it('is acknowledged without account, reference or the promise of a licence', async () => {
    const end = { cause: 'withdrawn', endedOn: plainDay('2026-02-20'), announcementNumber: '（示例）公告2026-40' } as const
    const { state } = await simulate(playTakeUp({ ended: [end, end] }))
    const text = await read(writtenNotice, contextOf(state))
    expect(text).toContain('请勿付款')
    for (const part of ['即获得专利实施许可', '收款账户', '付款参考号']) expect(text).not.toContain(part)
  })
})

describe('who does not get a licence', () => {
  it('has as many days to ask counsel as the university had set', async () => {
    const { state } = await simulate(playTakeUp({ sayings: [pays(2_000_000)] }))
    const context = { ...contextOf(state), policy: { numbers: { reviewDays: 20 } } }
    expect(await read(paymentLetter, context)).toContain('20日内书面请求学校法务复核')
  })

  it.each(['licence-take-up/payment-letter', 'licence-take-up/offer-gone-letter', 'licence-take-up/withdrawal-explanation'])(
    'is told by %s on which law, where counsel is asked, and who mediates or decides',
    async (name) => {
      const zh = await readPaper(name)
      const parts = ['《中华人民共和国专利法》第', '15日内书面请求学校法务复核', '请求国务院专利行政部门调解', '向人民法院起诉']
      for (const part of parts) expect(zh).toContain(part)
      expect(await readPaper(name, 'en')).toContain(spaceless('mediated by the patent office on request, or taken to court'))
    },
  )
})

describe('a licence', () => {
  it('is confirmed with both parties, its days and the months to record it', async () => {
    const text = await readPaper('licence-take-up/confirmation')
    for (const part of ['自生效之日起3个月', '《中华人民共和国专利法实施细则》第十五条第二款', '被许可方地址']) expect(text).toContain(part)
  })

  it('owes its royalty at the announced rate, in figures and capitals', async () => {
    const text = await readPaper('licence-take-up/royalty-report')
    for (const part of ['净销售额的3.00%', '尚应支付人民币180,000.00元（大写：人民币壹拾捌万元整）', '上列收款账户'])
      expect(text).toContain(part)
  })
})
