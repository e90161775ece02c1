import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { findBarriers, open, openPages, type Pages } from './pages.ts'

let pages: Pages
let legal: Page

beforeAll(async () => {
  pages = await openPages()
  legal = await pages.signIn('legal')
  await open(legal, pages, '/office/roles')
})

afterAll(async () => {
  await pages?.close()
})

const number = '（示例）校授〔2026〕9号'
const sheet = (page: Page) => page.getByRole('table', { name: '签署授权' })
const form = (): Locator => legal.locator('details', { has: legal.getByText('登记签署授权', { exact: true }) })
const save = () => form().getByRole('button', { name: /保\s?存/ })

/** Fills in a letter of authority to sign title grant agreements until the end of the year. */
async function fillLetter(to: string): Promise<void> {
  await form().getByLabel('人员').fill(to)
  await legal.locator('.ant-select-item-option', { hasText: to }).click()
  for (const [label, text] of [
    ['文号', number],
    ['签署职务', '技术转移办公室副主任'],
    ['出具日', '2026-03-01'],
    ['自', '2026-03-01'],
    ['至', '2026-12-31'],
    ['来源', '授权委托书原件（示例）'],
  ] as const)
    await form().getByLabel(label, { exact: true }).fill(text)
}

describe('counsel on the page of roles', () => {
  it('cannot enter a letter that lacks its number, and reads that one which names no paper gives none', async () => {
    await legal.getByText('登记签署授权', { exact: true }).click()
    expect(await save().isDisabled()).toBe(true)
    await fillLetter('吴范本')
    await save().click()
    const refusal = form().locator('.refusal')
    await refusal.waitFor()
    for (const part of ['怎么办', '依据', '民法典']) expect(await refusal.innerText()).toContain(part)
    expect(await form().getByLabel('文号', { exact: true }).inputValue()).toBe(number)
    expect(await findBarriers(legal)).toEqual([])
  })

  it('enters it with the paper it is for and its limit; it stands in the table, and the form is empty for the next', async () => {
    await form().getByRole('checkbox', { name: '赋权协议' }).check()
    await form().getByLabel('金额上限').fill('1,000,000')
    await save().click()
    const row = sheet(legal).getByRole('row', { name: /吴范本/ })
    await row.waitFor()
    for (const said of ['技术转移办公室副主任', '授权委托书', number, '赋权协议', '1,000,000.00', '2026年12月31日', '有效'])
      expect(await row.innerText()).toContain(said)
    await expect.poll(() => form().getByLabel('文号', { exact: true }).inputValue()).toBe('')
    expect(await form().locator('.person-select').innerText()).not.toContain('吴范本')
  })

  it('may not enter a mandate of his own, and reads who may', async () => {
    await fillLetter('陈法样')
    await form().getByRole('checkbox', { name: '赋权协议' }).check()
    await save().click()
    await form().locator('.refusal').waitFor()
    expect(
      await sheet(legal)
        .getByRole('row', { name: /陈法样/ })
        .count(),
    ).toBe(0)
  })

  it('revokes it with the reason; it stays in the table as revoked, and cannot be revoked again', async () => {
    await sheet(legal)
      .getByRole('button', { name: `撤销 吴范本 ${number}` })
      .click()
    const dialog = legal.getByRole('dialog')
    const revoke = dialog.getByRole('button', { name: /撤\s?销/ })
    expect(await revoke.isDisabled()).toBe(true)
    await dialog.getByLabel('撤销理由').fill('离任（示例）')
    await dialog.getByLabel('来源').fill('撤销授权通知（示例）')
    expect(await findBarriers(legal)).toEqual([])
    await revoke.click()
    const row = sheet(legal).getByRole('row', { name: /吴范本/ })
    await row.getByText('已撤销').waitFor()
    await dialog.waitFor({ state: 'hidden' })
    expect(await row.getByRole('button').count()).toBe(0)
  })
})

describe('whoever keeps no mandates', () => {
  it('reads them and can change none, within a telephone', async () => {
    const asset = await pages.signIn('asset', { width: 390 })
    await open(asset, pages, '/office/roles')
    await sheet(asset)
      .getByRole('row', { name: /吴范本/ })
      .waitFor()
    expect(await asset.getByText('登记签署授权', { exact: true }).count()).toBe(0)
    expect(await sheet(asset).getByRole('button').count()).toBe(0)
    expect(await asset.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
    await asset.context().close()
  })

  it('reads them in English, with the papers named and listed as English does', async () => {
    const reader = await pages.signIn('ipo_officer', { language: 'en' })
    await open(reader, pages, '/office/roles')
    const table = reader.getByRole('table', { name: 'Signing mandates' })
    await table.getByText('Title grant agreement').first().waitFor()
    expect(await table.innerText()).not.toContain('、')
    await reader.context().close()
  })
})

describe('a system administrator on the same page', () => {
  it('ends a role only after he was asked whether he means it', async () => {
    const page = await pages.signIn('sysadmin')
    await open(page, pages, '/office/roles')
    const row = page.getByRole('table', { name: '岗位' }).getByRole('row', { name: /冯评乙 评估专家/ })
    const end = row.getByRole('button', { name: '终止 冯评乙 评估专家' })
    await end.click()
    const asked = page.getByRole('tooltip').filter({ hasText: '终止后须重新授予' })
    await asked.getByRole('button', { name: '取消' }).click()
    await asked.waitFor({ state: 'hidden' })
    expect(await end.isVisible()).toBe(true)
    await end.click()
    await asked.getByRole('button', { name: '终止' }).click()
    await end.waitFor({ state: 'detached' })
    await page.context().close()
  })
})
