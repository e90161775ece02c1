import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '#cli/demo/persona.ts'
import * as sample from '#cli/samples/public-notice.ts'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import { findBarriers, openPages, type Pages } from './pages.ts'

const team = ['inventor1', 'inventor2', 'inventor3'] as PersonId[]

let pages: Pages
let notice = ''

beforeAll(async () => {
  pages = await openPages()
  const officer = await pages.office.as('ipo_officer')
  const data = sample.sampleNotice('GRANT', team) as unknown as JsonObject
  const opened = await officer.post<{ id: string }>('/api/matters', { process: 'public-notice', data })
  notice = opened.id
  const posting = sample.samplePosting(plainDay('2026-03-02')) as unknown as JsonObject
  await pages.office.does('asset', notice, 'approve', { outcome: 'post', data: posting })
  await eventually(async () => ((await fetch(`${pages.url}/api/notices/${notice}`)).ok ? true : undefined), 'the notice')
})

afterAll(async () => {
  await pages?.close()
})

describe('a notice in the browser of somebody without an account', () => {
  it('is found in the list and read, in both languages, without barriers and within a telephone', async () => {
    for (const width of [1280, 390]) {
      const page = await pages.visit('/notices', { width })
      await page.getByRole('link', { name: /紫云英/ }).click()
      await page.getByText('公示人员').waitFor()
      expect(await findBarriers(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByText('What is made public').waitFor()
      await page.getByText('17 Mar 2026').first().waitFor()
      expect(await findBarriers(page)).toEqual([])
      await page.context().close()
    }
  })

  it('is printed with its facts and without the form', async () => {
    const page = await pages.visit(`/notices/${notice}`)
    await page.getByRole('button', { name: '提交异议' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: '提交异议' }).isVisible()).toBe(false)
    expect(await page.getByText('公示内容校验值').first().isVisible()).toBe(true)
    expect(await page.locator('link[rel=alternate][type="application/ld+json"]').getAttribute('href')).toBe(`/api/notices/${notice}.jsonld`)
    await page.context().close()
  })

  it('takes his objection with a file and tells him its number; what is not allowed is said where he stands', async () => {
    const page = await pages.visit(`/notices/${notice}`)
    await page.getByLabel('理由').fill('公示的份额与实际贡献不符，身份证11010519491231002X可证。')
    await page.getByRole('button', { name: '提交异议' }).click()
    await page.getByText('文字中有身份证号码或银行卡号').waitFor()
    await page.getByLabel('理由').fill('公示的份额与实际贡献不符，请核对实验记录。')
    await page.locator('input[type=file]').setInputFiles({ name: '记录.txt', mimeType: 'text/plain', buffer: Buffer.from('实验记录') })
    await page.getByText('记录.txt').waitFor()
    await page.getByRole('button', { name: '提交异议' }).click()
    await page.getByText(/异议编号YY-2026-00001/).waitFor()
    const said = async () => (await fetch(`${pages.url}/api/notices/${notice}`)).text()
    await expect.poll(said, { timeout: 20_000 }).toContain('YY-2026-00001')
    await page.reload()
    await page.getByText('YY-2026-00001').waitFor()
    await page.getByText('异议处理中，暂缓截止').waitFor()
    await page.context().close()
  })
})
