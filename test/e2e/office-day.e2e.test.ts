import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { fillDisclosure } from './disclosure-form.ts'
import { findBarriers, open, openPages, type Pages } from './pages.ts'

let pages: Pages
let matter = ''

beforeAll(async () => {
  pages = await openPages()
})

afterAll(async () => {
  await pages?.close()
})

const title = '（示例）一种可降解育苗基质'
const lead = { name: '林示例', role: '团队代表', relation: '教职工', feature: '提出骨架方案', share: '60' }
const student = { name: '沈试用', role: '成员', relation: '学生', feature: '完成预处理工艺', share: '40' }

/** The address of the one open task of a step. */
async function taskOf(username: string, step: string, list: 'group' | 'mine' = 'group'): Promise<string> {
  const persona = await pages.office.as(username)
  const { items } = await persona.get<{ items: readonly { id: string }[] }>(`/api/tasks?list=${list}&matter=${matter}&step=${step}`)
  return `/tasks/${encodeURIComponent(items[0]?.id ?? '')}`
}

const draftNote = (page: Page) => page.locator('.draft-note').filter({ hasText: '草稿已于' })

describe('an inventor at the door', () => {
  it('is told why when the password is wrong, and what he typed stays', async () => {
    const page = await pages.visit('/')
    await page.getByLabel('用户名').fill('inventor1')
    await page.getByLabel('密码', { exact: true }).fill('wrong')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('用户名').inputValue()).toBe('inventor1')
    await page.context().close()
  })

  it('reads the pages in Chinese first and in English when he asks', async () => {
    const page = await pages.signIn('inventor1')
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'My work', level: 1 }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'My work', level: 1 }).waitFor()
    await page.context().close()
  })
})

describe('a disclosure', () => {
  it('keeps what was typed through a reload, says where it falls short, and opens when it is whole', async () => {
    const page = await pages.signIn('inventor1')
    await open(page, pages, '/start/disclosure')
    await page.getByLabel('成果名称（中文）').fill(title)
    await draftNote(page).waitFor()
    await page.reload()
    await expect.poll(() => page.getByLabel('成果名称（中文）').inputValue()).toBe(title)

    await page.getByRole('button', { name: '提交并发起' }).click()
    await page.locator('[data-pointer="/secrecyLevel"]').getByText('必填').waitFor()

    await fillDisclosure(page, title, [lead, { ...student, share: '30' }])
    await page.getByText('合计 90.00%，还差 10.00%').waitFor()
    await page.getByRole('button', { name: '提交并发起' }).click()
    const refused = page.getByRole('group', { name: /^发明人/ }).locator('.refusal')
    await refused.first().waitFor()
    expect(await refused.first().textContent()).toContain('怎么办')

    await page
      .getByRole('region', { name: /^发明人.* 第2项$/ })
      .getByLabel(/^贡献比例/)
      .fill('40')
    await page.getByText('合计 100.00%').waitFor()
    await page.getByRole('button', { name: '提交并发起' }).click()
    await page.getByRole('heading', { name: title, level: 1 }).waitFor()
    matter = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '')
    await page.getByText('现在不需要您办理').waitFor()
    await page.context().close()
  })
})

describe('the office', () => {
  it('sees one winner when two claim the same task, and who he is', async () => {
    const [first, second] = await Promise.all([pages.signIn('dept_admin'), pages.signIn('ipo_officer')])
    for (const page of [first, second]) await open(page, pages, '/tasks?list=group')
    const claim = { name: /^领取 形式审查/ }
    await second.getByRole('button', claim).waitFor()
    await first.getByRole('button', claim).click()
    await first.getByText('已办成').waitFor()
    await second.getByRole('button', claim).click()
    expect(await second.locator('.refusal').textContent()).toContain('秦样例')
    for (const page of [first, second]) await page.context().close()
  })

  it('learns what sending a disclosure back would lead to, and nothing of it happens', async () => {
    const page = await pages.signIn('dept_admin')
    await open(page, pages, await taskOf('dept_admin', 'formal-check', 'mine'))
    const persona = await pages.office.as('dept_admin')
    const countActions = async () =>
      (await persona.get<{ items: readonly unknown[] }>(`/api/matters/${matter}/actions?limit=200`)).items.length
    const before = await countActions()
    await page.getByText('会怎样？先推演，再提交').click()
    const thought = page.locator('.what-if')
    await thought.getByLabel('办理结果').selectOption({ label: '退回补正' })
    await thought.getByRole('button', { name: '推演' }).click()
    const answer = page.getByRole('status', { name: '如果办理为“退回补正”' })
    await answer.getByText('这是推演，不是办理决定').waitFor()
    expect(await answer.innerText()).toMatch(/申报人补正 · .+，至\d+年\d+月\d+日/)
    expect(await answer.innerText()).not.toMatch(/[a-z]+-[a-z]+/)
    expect(await findBarriers(page)).toEqual([])
    expect(await countActions()).toBe(before)
    await page.context().close()
  })

  it('returns a disclosure with remarks on its fields, which the inventor finds beside them', async () => {
    const page = await pages.signIn('dept_admin')
    const persona = await pages.office.as('dept_admin')
    const { items } = await persona.get<{ items: readonly { id: string }[] }>(`/api/tasks?list=mine&matter=${matter}`)
    await open(page, pages, `/tasks/${encodeURIComponent(items[0]?.id ?? '')}`)
    await page.getByRole('button', { name: '对“成果摘要”的意见' }).click()
    await page.getByLabel('对“成果摘要”的意见').fill('请补充对比数据')
    await page.getByRole('button', { name: '退回补正' }).click()
    await page.getByLabel('选择“退回补正”的理由').fill('摘要不完整')
    await page.reload()
    await expect.poll(() => page.getByLabel('选择“退回补正”的理由').inputValue()).toBe('摘要不完整')
    await page.getByRole('button', { name: '提交：退回补正' }).click()
    await page.getByRole('heading', { name: '本待办已办结' }).waitFor()
    await page.context().close()

    const inventor = await pages.signIn('inventor1')
    await inventor.getByRole('link', { name: '申报人补正' }).click()
    await inventor.getByRole('heading', { name: '退回意见' }).waitFor()
    const field = inventor.locator('[data-pointer="/abstract"]')
    await field.getByText('请补充对比数据').waitFor()
    const abstract = inventor.getByLabel('成果摘要')
    await abstract.fill(`${await abstract.inputValue()}与泥炭基质相比，单块成本降低约31%。`)
    await draftNote(inventor).waitFor()
    await inventor.getByRole('button', { name: '重新提交' }).click()
    await inventor.getByRole('heading', { name: '本待办已办结' }).waitFor()
    await inventor.context().close()
  })

  it('tells in the trail what happened, and opens the paper it issued', async () => {
    await pages.office.does('dept_admin', matter, 'formal-check', { outcome: 'accepted' })
    await pages.office.does('secrecy', matter, 'secrecy-screen', { outcome: 'none', data: { mayPublish: true } })
    const page = await pages.signIn('ipo_officer')
    await expect
      .poll(async () => {
        await open(page, pages, `/matters/${matter}?tab=documents`)
        return page.getByRole('link', { name: /PDF/ }).count()
      })
      .toBeGreaterThan(0)
    const href = await page
      .getByRole('link', { name: /（正式文本，PDF）/ })
      .first()
      .getAttribute('href')
    const paper = await page.request.get(pages.url + String(href))
    expect(paper.headers()['content-type']).toContain('application/pdf')
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')

    await open(page, pages, `/matters/${matter}?tab=timeline`)
    await page.getByText(/秦样例完成“形式审查”：退回补正/).waitFor()
    await page.context().close()
  })

  it('draws the process with the step where the matter stands, the maker’s mark visible, and the same as a list', async () => {
    const page = await pages.signIn('legal')
    await open(page, pages, `/matters/${matter}?tab=diagram`)
    await page.locator('.drawn-active').first().waitFor()
    await page.getByRole('link', { name: /bpmn/i }).waitFor()
    await page.getByRole('row', { name: /形式审查/ }).waitFor()
    await page.context().close()
  })

  it('shows why somebody may not act, with the rule and how sure it is', async () => {
    const page = await pages.signIn('ipo_officer')
    await open(page, pages, await taskOf('legal', 'ownership-finding'))
    const notice = page.locator('.notice-no')
    await notice.getByRole('heading', { name: '您现在不能办理' }).waitFor()
    for (const part of ['怎么办', '依据', '软件约定']) expect(await notice.textContent()).toContain(part)
    expect(await page.getByRole('group', { name: '办理结果' }).count()).toBe(0)
    await page.context().close()
  })
})
