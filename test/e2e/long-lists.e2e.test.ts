import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#domain/actor.ts'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import { eventually } from '#cli/demo/persona.ts'
import { asJson } from '#cli/demo/story.ts'
import { open, openPages, type Pages } from './pages.ts'

let pages: Pages

type Opened = { readonly id: string; readonly number: string }

/** Has the first inventor report a result. */
async function disclose(titleZh: string, inventors: readonly PersonId[], abstract?: string): Promise<Opened> {
  const lead = await pages.office.as('inventor1')
  const report = sampleDisclosure(inventors, { titleZh, ...(abstract === undefined ? {} : { abstract }) })
  return lead.post<Opened>('/api/matters', { process: 'disclosure', data: asJson(report) })
}

/** The address of the check that a matter waits for, as soon as it does. */
async function checkOf(matter: string): Promise<string> {
  const persona = await pages.office.as('dept_admin')
  const id = await eventually(async () => {
    const lists = ['mine', 'group'].map((list) =>
      persona.get<{ items: readonly { id: string }[] }>(`/api/tasks?list=${list}&matter=${matter}&step=formal-check`),
    )
    return (await Promise.all(lists)).flatMap(({ items }) => items)[0]?.id
  }, 'the formal check')
  return `/tasks/${encodeURIComponent(id)}`
}

const pageLength = 50
const atOnce = 8
const handedOver = ['甲', '乙', '丙'].map((sign) => `（示例）改派验证成果${sign}`)
let ofOfficer: Opened

beforeAll(async () => {
  pages = await openPages()
  const { lead, student } = pages.cast
  const { person } = await (await pages.office.as('ipo_officer')).get<{ person: { id: PersonId } }>('/api/me')
  ofOfficer = await disclose('（示例）改派验证成果丙', [lead, person.id])
  const others = Array.from({ length: pageLength }, (_, n) => `（示例）长列表样品第${n + 1}件`)
  const titles = [...handedOver.slice(0, 2), ...others]
  while (titles.length > 0) await Promise.all(titles.splice(0, atOnce).map((title) => disclose(title, [lead, student])))
})

afterAll(async () => {
  await pages?.close()
})

describe('an administrator with more tasks than a page holds', () => {
  it('begins the next page at its top, and what he chose on the page before stays chosen', async () => {
    const page = await pages.signIn('dept_admin')
    await open(page, pages, '/tasks?list=group')
    const chosen = page.getByRole('checkbox', { name: /^选择形式审查/ }).last()
    const name = String(await chosen.getAttribute('aria-label'))
    await chosen.check()
    await page.getByRole('link', { name: '下一页' }).click()
    await page.getByRole('checkbox', { name, exact: true }).waitFor({ state: 'detached' })
    await page.getByRole('row').nth(1).waitFor()
    expect(await page.evaluate(() => [window.scrollY, document.activeElement?.id])).toEqual([0, 'content'])
    await page.getByText('已选1项').waitFor()
    await page.context().close()
  })

  it('reads each reason once with the numbers it keeps, and hands over only what the preview promised', async () => {
    const page = await pages.signIn('dept_admin')
    await open(page, pages, '/tasks?list=group')
    await page.getByLabel('标题或编号').fill('改派验证')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('row').count()).toBe(handedOver.length + 1)
    await page.getByRole('checkbox', { name: '全选本页' }).check()
    await page.getByRole('region', { name: '批量改派' }).getByRole('button', { name: '改派' }).click()
    const dialog = page.getByRole('dialog', { name: '批量改派' })
    await dialog.getByLabel('改派给').fill('周模拟')
    await page.locator('.ant-select-item-option', { hasText: '周模拟' }).click()
    await dialog.getByRole('button', { name: '先预览' }).click()
    await dialog.getByText('可改派2项，不能改派1项').waitFor()
    const kept = dialog.locator('.bulk-refused')
    expect(await kept.count()).toBe(1)
    expect(await kept.getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining(ofOfficer.number)])
    await dialog.getByRole('button', { name: '改派2项' }).click()
    await dialog.getByText('已改派2项，未改派0项').waitFor()
    await page.context().close()
    const officer = await pages.office.as('ipo_officer')
    const { person } = await officer.get<{ person: { id: string } }>('/api/me')
    const { items } = await officer.get<{ items: readonly { matter: { title: string } }[] }>(`/api/tasks?list=mine&assignee=${person.id}`)
    expect(items.map(({ matter }) => matter.title).toSorted()).toEqual(handedOver.slice(0, 2).toSorted())
  })
})

describe('an inventor', () => {
  it('finds on his first page where his matters are, with whom and since when', async () => {
    const page = await pages.signIn('inventor1', { width: 390 })
    await page.getByRole('heading', { name: '我的办件办到哪里了' }).waitFor()
    const row = page.locator('.own').getByRole('row').nth(1)
    for (const said of ['形式审查', '校方', '2026年3月2日起']) expect(await row.innerText()).toContain(said)
    await page.context().close()
  })
})

describe('a telephone', () => {
  it('shows which part of a matter is read, however many there are', async () => {
    const page = await pages.signIn('inventor1', { width: 390 })
    await open(page, pages, `/matters/${ofOfficer.id}?tab=actions`)
    const place = await page.locator('.lists [aria-current]').boundingBox()
    expect(place?.x).toBeGreaterThanOrEqual(0)
    expect((place?.x ?? 0) + (place?.width ?? 0)).toBeLessThanOrEqual(390)
    await page.context().close()
  })
})

describe('a report that was sent back', () => {
  it('is sent back without judging what is similar, and checked again as it was revised', async () => {
    const { office, cast } = pages
    const inventors = [cast.lead, cast.student]
    const { id } = await disclose('（示例）长列表样品第51件', inventors, '（示例）初稿摘要，过于简短。')
    const page = await pages.signIn('dept_admin')
    await open(page, pages, await checkOf(id))
    await page.getByRole('region', { name: '相似成果处理 第1项', exact: true }).waitFor()
    await page.getByRole('button', { name: '退回补正' }).click()
    await page.getByLabel('选择“退回补正”的理由').fill('摘要过短')
    await page.getByRole('button', { name: '提交：退回补正' }).click()
    await page.getByRole('heading', { name: '本待办已办结' }).waitFor()
    await expect.poll(() => page.evaluate(() => [window.scrollY, document.activeElement?.tagName])).toEqual([0, 'H1'])
    const revised = sampleDisclosure(inventors, { titleZh: '（示例）长列表样品第51件', abstract: '（示例）补正稿摘要，写明了效果。' })
    await office.does('inventor1', id, 'revise', { outcome: 'resubmitted', data: asJson(revised) })
    await open(page, pages, await checkOf(id))
    await page.getByText('补正后的内容').waitFor()
    const content = page.locator('details.block', { hasText: '所附办件内容' })
    expect(await content.innerText()).toContain('补正稿摘要')
    expect(await content.innerText()).not.toContain('初稿摘要')
    await page.context().close()
  })
})
