import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationPassword } from '#cli/demonstration-house.ts'
import { eventually } from '#cli/demo/persona.ts'
import * as sample from '#cli/samples/open-licence.ts'
import { sampleInvention } from '#cli/samples/registers.ts'
import { plainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import { findBarriers, open, openPages, type Pages } from './pages.ts'

const today = plainDay('2026-03-02')
const asJson = (data: object) => JSON.parse(JSON.stringify(data)) as JsonObject

let pages: Pages
let offer = ''

/** The unit posts no price before filing: an offer can be announced on the day it is declared. */
async function publishWithoutNotice(): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const credentials = JSON.stringify({ username: 'ipo_officer', password: demonstrationPassword })
  const session = await fetch(`${pages.url}/api/session`, { method: 'POST', headers, body: credentials })
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const body = JSON.stringify({ body: { numbers: { priceNotice: 0, reliefNeedsRecordedLicence: 1 } }, from: today })
  const published = await fetch(`${pages.url}/api/policies/open-licence`, { method: 'PUT', headers: { ...headers, cookie }, body })
  expect(published.status).toBe(200)
}

beforeAll(async () => {
  pages = await openPages()
  const { office } = pages
  const officer = await office.as('ipo_officer')
  await publishWithoutNotice()
  const data = asJson({ ...sample.sampleOpening, patent: sampleInvention })
  offer = (await officer.post<{ id: string }>('/api/matters', { process: 'open-licence', data })).id
  await office.does('inventor1', offer, 'advise', { outcome: 'noted' })
  await office.does('inventor2', offer, 'advise', { outcome: 'noted' })
  await office.does('tech_manager', offer, 'price', { outcome: 'proposed', data: asJson(sample.samplePrice()) })
  await office.does('asset', offer, 'approve', { outcome: 'approved' })
  await office.does('asset', offer, 'sign-declaration', ({ given }) => ({ outcome: 'signed', data: { sha256: given?.['sha256'] ?? '' } }))
  await office.does('ipo_officer', offer, 'file', { outcome: 'filed', data: asJson(sample.sampleFiling(today)) })
  await office.does('ipo_officer', offer, 'office-reply', { outcome: 'announced', data: asJson(sample.sampleAnnouncement(today)) })
  await eventually(async () => ((await fetch(`${pages.url}/api/open-licences/${offer}`)).ok ? true : undefined), 'the offer')
})

afterAll(async () => {
  await pages?.close()
})

describe('an open licence in the browser of somebody without an account', () => {
  it('is found in the catalogue and read, in both languages, without barriers and within a telephone', async () => {
    for (const width of [1280, 390]) {
      const page = await pages.visit('/open-licences', { width })
      await page.getByText(sampleInvention).waitFor()
      expect(await findBarriers(page)).toEqual([])
      await page.getByRole('heading', { level: 2 }).first().getByRole('link').click()
      await page.getByRole('button', { name: '提交通知' }).waitFor()
      expect(await findBarriers(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByText('CNY 50,000.00').first().waitFor()
      expect(await findBarriers(page)).toEqual([])
      await page.context().close()
    }
  })

  it('is taken up: a wrong code is told where he stands, a right notice gets its number and payment reference', async () => {
    const page = await pages.visit(`/open-licences/${offer}`)
    const taker = sample.sampleTaker(1)
    await page.getByLabel('单位名称或者姓名').fill(taker.name)
    await page.getByLabel('统一社会信用代码').fill('91990000MA00000001')
    await page.getByLabel('地址', { exact: true }).fill(taker.address)
    await page.getByLabel('电子邮箱').fill(taker.email)
    await page.getByLabel('拟实施的内容').fill('（示例）规模化生产育苗基质。')
    await page.getByLabel('拟开始实施日').fill(today)
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: '提交通知' }).click()
    await page.getByText('不是有效的统一社会信用代码').waitFor()
    await page.getByLabel('统一社会信用代码').fill(String(taker.code))
    await page.getByRole('button', { name: '提交通知' }).click()
    await page.getByText(/编号KX-2026-00001/).waitFor()
    await page.getByText(/^KX202600001[A-K]{2}$/).waitFor()
    await page.context().close()
  })
})

describe('a written notice that came by post', () => {
  it('is entered by the officer with the days of the letter, and opens the matter of its taker', async () => {
    const page = await pages.signIn('ipo_officer')
    await open(page, pages, `/matters/${offer}`)
    await page.getByRole('link', { name: '办公室登记书面通知' }).click()
    await page.getByRole('heading', { name: '登记书面通知', level: 1 }).waitFor()
    await page.getByText(/KF-2026-00001/).waitFor()
    const enter = page.getByRole('button', { name: '登记', exact: true })
    expect(await enter.isDisabled()).toBe(true)
    const taker = sample.sampleTaker(2)
    await page.getByLabel('到达方式').selectOption('mail')
    for (const [label, text] of [
      ['发出日', today],
      ['到达日', '2026-03-01'],
      ['单位名称或者姓名', taker.name],
      ['统一社会信用代码', String(taker.code)],
      ['地址', taker.address],
      ['电子邮箱', taker.email],
      ['拟实施的内容', '（示例）规模化生产育苗基质。'],
      ['拟开始实施日', today],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(text)
    await page.getByRole('checkbox').check()
    await enter.click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('单位名称或者姓名').inputValue()).toBe(taker.name)
    expect(await findBarriers(page)).toEqual([])
    await page.getByLabel('到达日', { exact: true }).fill(today)
    await enter.click()
    await page.getByRole('heading', { name: new RegExp(taker.name.replace(/[（）]/g, '.')), level: 1 }).waitFor()
    await page.getByText('KX-2026-00002').first().waitFor()
    await page.getByText('付款参考号').waitFor()
    await page.context().close()
  })
})
