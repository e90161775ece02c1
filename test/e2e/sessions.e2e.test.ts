import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { demonstrationPassword } from '#cli/demonstration-house.ts'
import { open, openPages, type Pages } from './pages.ts'

let pages: Pages

beforeAll(async () => {
  pages = await openPages()
})

afterAll(async () => {
  await pages?.close()
})

const name = (page: Page) => page.getByLabel('成果名称', { exact: true })

/** Somebody types into a form while his session ends, as it does overnight. */
async function typeUntilTheEnd(title: string): Promise<Page> {
  const page = await pages.signIn('inventor1')
  await open(page, pages, '/start/title-grant')
  await page.context().clearCookies()
  await name(page).fill(title)
  await page.getByRole('dialog', { name: '登录已过期' }).waitFor()
  return page
}

async function signInAs(page: Page, username: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '登录已过期' })
  await dialog.getByLabel('用户名').fill(username)
  await dialog.getByLabel('密码', { exact: true }).fill(demonstrationPassword)
  await dialog.getByRole('button', { name: '登录' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

describe('a session that ends while somebody types', () => {
  it('is asked for again at once; what was typed stays, and is saved', async () => {
    const title = '（示例）会话结束时正在填写的成果'
    const page = await typeUntilTheEnd(title)
    await signInAs(page, 'inventor1')
    expect(await name(page).inputValue()).toBe(title)
    await page.locator('.draft-note').filter({ hasText: '草稿已于' }).waitFor()
    await page.reload()
    await expect.poll(() => name(page).inputValue()).toBe(title)
    await page.context().close()
  })

  it('is not taken over with its words by somebody else who signs in on the page', async () => {
    const page = await typeUntilTheEnd('（示例）他人不应看到的成果')
    await signInAs(page, 'inventor2')
    await page.locator('.whoever').getByText('沈试用').waitFor()
    await expect.poll(() => name(page).inputValue()).toBe('')
    const { draft } = await (await pages.office.as('inventor2')).get<{ draft?: object }>('/api/processes/title-grant')
    expect(draft).toBeUndefined()
    await page.context().close()
  })
})

describe('a program that does not answer', () => {
  it('is told in words when what stands before it answers instead, and asked again when one asks', async () => {
    const page = await pages.signIn('ipo_officer')
    const isList = (address: URL) => address.pathname === '/api/tasks'
    await page.route(isList, (route) => route.fulfill({ status: 502, body: '<html>Bad gateway</html>' }))
    await open(page, pages, '/tasks?list=group')
    await page.getByText('服务器暂时不能办理（502）').waitFor()
    await page.unroute(isList)
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByText('没有可以领取的待办').waitFor()
    await page.context().close()
  })
})
