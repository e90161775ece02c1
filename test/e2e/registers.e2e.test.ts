import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { houseCode, sampleInvention } from '#cli/samples/registers.ts'
import { findBarriers, open, openPages, type Pages } from './pages.ts'

let pages: Pages
let officer: Page

beforeAll(async () => {
  pages = await openPages()
  officer = await pages.signIn('ipo_officer')
})

afterAll(async () => {
  await pages?.close()
})

const encumbrances = () => officer.getByRole('table', { name: '权利负担' })

describe('the register of patents', () => {
  it('is found by a title and opens a patent with its owners and annuities', async () => {
    await open(officer, pages, '/patents')
    await officer.getByLabel('专利号或名称').fill('育苗基质')
    await officer.keyboard.press('Enter')
    await officer.getByRole('link', { name: '示例专利：一种可降解育苗基质及其制备方法' }).click()
    await officer.getByRole('heading', { name: '年费' }).waitFor()
    await officer.getByText(sampleInvention).first().waitFor()
    expect(await officer.getByRole('table', { name: '年费' }).getByRole('row').count()).toBe(5)
    expect(await findBarriers(officer)).toEqual([])
  })

  it('takes an encumbrance and its end, and tells what it knew the day before', async () => {
    await officer.getByText('登记权利负担', { exact: true }).click()
    const form = officer.locator('details', { has: officer.getByText('登记权利负担', { exact: true }) })
    await form.getByLabel('种类').selectOption('pledge')
    await form.getByLabel('自', { exact: true }).fill('2026-03-02')
    await form.getByLabel('来源').fill('质押登记通知书')
    await form.getByRole('button', { name: /保\s?存/ }).click()
    await encumbrances().getByText(/^质押/).first().waitFor()
    expect(await findBarriers(officer)).toEqual([])
    await encumbrances().getByText('登记终止').click()
    await encumbrances().getByLabel('终止日').fill('2026-03-02')
    await encumbrances().getByLabel('来源').fill('质押登记注销通知书')
    await encumbrances()
      .getByRole('button', { name: /保\s?存/ })
      .click()
    await encumbrances().getByText('已终止', { exact: true }).waitFor()
    await officer.getByRole('table', { name: '登记经过' }).getByText('登记了权利负担的终止').waitFor()
    await officer.getByLabel('查看该日当时所知').fill('2026-03-01')
    await officer.getByText('以下为2026年3月1日当日登记簿所知。').waitFor()
    await officer.getByText('没有权利负担。').waitFor()
  })

  it('says why it does not take a patent', async () => {
    await open(officer, pages, '/patents')
    await officer.getByRole('button', { name: '登记专利' }).click()
    const dialog = officer.getByRole('dialog', { name: '登记专利' })
    for (const [label, text] of [
      ['专利号', 'ZL202510000001.Y'],
      ['名称', '示例'],
      ['申请日', '2025-04-01'],
      ['授权公告日', '2026-02-01'],
      ['权利人', '云栖示范大学（演示）'],
      ['来源', '专利证书'],
    ] as const)
      await dialog.getByLabel(label, { exact: true }).fill(text)
    await dialog.getByLabel('发明人').fill('林示例')
    await officer.locator('.ant-select-item-option', { hasText: '林示例' }).click()
    await dialog.getByText('登记专利').click()
    await dialog.getByRole('button', { name: /保\s?存/ }).click()
    await dialog.getByText('不是有效的专利号').waitFor()
    expect(await findBarriers(officer)).toEqual([])
  })

  it('is for reading only to whoever does not keep it', async () => {
    const reader = await pages.signIn('evaluator1', { width: 390 })
    await open(reader, pages, `/patents/${sampleInvention}`)
    await reader.getByRole('heading', { name: '权利负担' }).waitFor()
    expect(await reader.getByText('登记权利负担', { exact: true }).count()).toBe(0)
    expect(await findBarriers(reader)).toEqual([])
    expect(await reader.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await reader.context().close()
  })

  it('stands beside the register of parties', async () => {
    await open(officer, pages, '/office/parties')
    await officer.getByText('虚构绿苗农业科技有限公司（示例）').waitFor()
    expect(await findBarriers(officer)).toEqual([])
  })
})

describe('the register of other results', () => {
  it('takes a result, its change and what came of it, and tells what it knew the day before', async () => {
    await open(officer, pages, '/tasks')
    await officer.getByRole('link', { name: '其他成果', exact: true }).click()
    await officer.getByRole('button', { name: '登记成果' }).click()
    const dialog = officer.getByRole('dialog', { name: '登记成果' })
    for (const [label, text] of [
      ['名称', '示例软件：育苗环境调控系统'],
      ['权利人', '云栖示范大学（演示）'],
      ['权属起始日', '2026-01-05'],
      ['来源', '计算机软件著作权登记证书'],
    ] as const)
      await dialog.getByLabel(label, { exact: true }).fill(text)
    await dialog.getByLabel('完成人').fill('林示例')
    await officer.locator('.ant-select-item-option', { hasText: '林示例' }).click()
    await dialog.getByText('登记成果').click()
    await dialog.getByRole('button', { name: /保\s?存/ }).click()
    await officer.getByRole('heading', { name: '示例软件：育苗环境调控系统', level: 1 }).waitFor()
    await officer.getByText('计算机软件著作权登记证书').waitFor()
    expect(await findBarriers(officer)).toEqual([])
    await officer.getByText('登记变更', { exact: true }).click()
    const change = officer.locator('details', { has: officer.getByText('登记变更', { exact: true }) })
    await change.getByLabel('状态').selectOption('transferred')
    await change.getByLabel('来源').fill('转让合同')
    await change.getByRole('button', { name: /保\s?存/ }).click()
    await officer.getByRole('table', { name: '登记经过' }).getByText('登记了法律状态变更').waitFor()
    await officer.getByText('登记转化', { exact: true }).click()
    const entry = officer.locator('details', { has: officer.getByText('登记转化', { exact: true }) })
    await entry.getByLabel('转化方式').selectOption('transfer')
    await entry.getByLabel('转化日').fill('2026-03-02')
    await entry.getByLabel('来源').fill('转让合同')
    await entry.getByRole('button', { name: /保\s?存/ }).click()
    await officer.getByRole('table', { name: '转化', exact: true }).getByText('转让').waitFor()
    await officer.getByLabel('查看该日当时所知').fill('2026-03-01')
    await officer.getByText('未找到').first().waitFor()
  })
})

describe('the register of interests', () => {
  it('takes one’s own interest and its end, with its history', async () => {
    const evaluator = await pages.signIn('evaluator1', { width: 390 })
    await open(evaluator, pages, '/interests')
    await evaluator.getByText('申报利益关系').click()
    const form = evaluator.locator('details', { has: evaluator.getByText('申报利益关系') })
    await form.getByLabel('单位', { exact: true }).fill(houseCode)
    await form.getByLabel('关系').selectOption('shareholder')
    await form.getByLabel('自', { exact: true }).fill('2025-01-01')
    await form.getByLabel('来源').fill('本人申报')
    await form.getByRole('button', { name: /保\s?存/ }).click()
    await evaluator.getByRole('heading', { name: /云栖示范大学/, level: 1 }).waitFor()
    expect(await findBarriers(evaluator)).toEqual([])
    await evaluator.getByText('登记终止', { exact: true }).click()
    await evaluator.getByLabel('至', { exact: true }).fill('2026-03-01')
    await evaluator.getByLabel('来源').fill('股权转让协议')
    await evaluator.getByRole('button', { name: /保\s?存/ }).click()
    const history = evaluator.getByRole('table', { name: '登记经过' })
    await history.getByText('登记了利益关系的终止').waitFor()
    await history.getByText('股权转让协议').waitFor()
    expect(await evaluator.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await evaluator.context().close()
  })

  it('is the office’s to read', async () => {
    await open(officer, pages, '/interests')
    const table = officer.getByRole('table', { name: '利益关系登记簿' })
    await table.getByText(houseCode).waitFor()
    expect(await findBarriers(officer)).toEqual([])
  })
})
