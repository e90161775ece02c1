import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { AxeBuilder } from '@axe-core/playwright'
import { buildWeb, isWebCurrent } from '#cli/build-web.ts'
import { castOf } from '#cli/demo/cast.ts'
import { createOffice, type Office } from '#cli/demo/office.ts'
import { demonstrationPassword } from '#cli/demonstration-house.ts'
import { quietTemporal } from '#cli/quiet.ts'
import { CHROMIUM_FLAGS, resolveChromium } from '#cli/servers/chromium.ts'
import { silent } from '#cli/servers/report.ts'
import { openSkippedHouse } from '#cli/skipped-house.ts'
import type { Cast } from '#cli/demo/story.ts'

/** The demonstration university with its pages in a real browser. */
export type Pages = {
  readonly url: string
  /** Everybody through the HTTP door, to bring a matter where a page wants it. */
  readonly office: Office
  readonly cast: Cast
  readonly mailFolder: string
  /** Somebody's browser, signed in by the form. */
  signIn(username: string, options?: { readonly width?: number; readonly language?: 'zh-CN' | 'en' }): Promise<Page>
  /** A browser in which nobody has signed in. */
  visit(path: string, options?: { readonly width?: number }): Promise<Page>
  close(): Promise<void>
}

const generous = { PORT: '0', LOG_LEVEL: 'silent', SIGN_INS_PER_QUARTER: '10000', REQUESTS_PER_MINUTE: '1000000' }

/** Opens the house in skipped time, with the pages of this source. */
export async function openPages(): Promise<Pages> {
  quietTemporal()
  if (!isWebCurrent()) await buildWeb(silent)
  const house = await openSkippedHouse(silent, generous)
  const mailFolder = join(house.dataFolder, 'mail')
  const office = createOffice({ url: house.url, password: demonstrationPassword, mailFolder, tell: silent })
  const browser = await launch()
  const cast = await castOf(office)
  const visit: Pages['visit'] = async (path, { width = 1280 } = {}) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    await page.goto(house.url + path)
    return page
  }
  return {
    url: house.url,
    office,
    cast,
    mailFolder,
    visit,
    async signIn(username, { width = 1280, language = 'zh-CN' } = {}) {
      const page = await visit('/tasks', { width })
      await page.getByLabel('用户名').fill(username)
      await page.getByLabel('密码', { exact: true }).fill(demonstrationPassword)
      await page.getByRole('button', { name: '登录' }).click()
      await page.getByRole('heading', { name: '我的待办', level: 1 }).waitFor()
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
      return page
    },
    async close() {
      await browser.close()
      await house.close()
    },
  }
}

async function launch(): Promise<Browser> {
  const { path } = await resolveChromium(silent)
  return chromium.launch({ executablePath: path, args: [...CHROMIUM_FLAGS] })
}

/** Opens a page of the application and waits until it has what it asked for. */
export async function open(page: Page, pages: Pages, path: string): Promise<void> {
  await page.goto(pages.url + path)
  await page.waitForLoadState('networkidle')
}

/** What axe finds wrong on the page as it stands, one line a finding; empty when nothing is. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(settleColours)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
}

/** A button that has just been freed fades into its colours: half way there they have no contrast. */
async function settleColours(): Promise<void> {
  // What was typed last is drawn in the next frame, and what fades begins in the one after.
  for (let frames = 0; frames < 2; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
  const fading = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(fading.map(({ finished }) => finished))
}
