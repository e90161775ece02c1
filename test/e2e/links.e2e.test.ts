import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import { eventually } from '#cli/demo/persona.ts'
import { asJson } from '#cli/demo/story.ts'
import { listLetters, readLetters } from './letters.ts'
import { findBarriers, openPages, type Pages } from './pages.ts'

let pages: Pages
let token = ''

/** Brings a disclosure to where the outside inventor must propose shares, and has the office send him a link. */
async function sendLink(): Promise<void> {
  const { office, cast } = pages
  const inventors = [cast.lead, cast.outsider]
  const report = sampleDisclosure(inventors)
  const [lead, outsider] = report.inventors
  const outside = { ...outsider, relation: 'outside', employer: '（示例）江南农业科学研究院' }
  const persona = await office.as('inventor1')
  const { id } = await persona.post<{ id: string }>('/api/matters', {
    process: 'disclosure',
    data: asJson({ ...report, inventors: [lead, outside] }),
  })
  await office.does('dept_admin', id, 'formal-check', { outcome: 'accepted' })
  await office.does('secrecy', id, 'secrecy-screen', { outcome: 'none', data: { mayPublish: true } })
  await office.does('legal', id, 'ownership-finding', ({ given }) => {
    const proposal = given?.['proposal'] as { kind: string; owners: [] }
    return { outcome: proposal.kind, data: { owners: proposal.owners } }
  })
  const officer = await office.as('ipo_officer')
  const task = await eventually(async () => {
    const { tasks } = await officer.get<{ tasks: readonly { id: string; status: string }[] }>(`/api/matters/${id}`)
    return tasks.find((one) => one.status === 'open' && one.id.endsWith(`.${cast.outsider}`))?.id
  }, 'the task of the outside inventor')
  await officer.post('/api/links', { task, person: cast.outsider, days: 14 })
  token = await eventually(async () => /\/links\/([\w.~-]+)/.exec(readLetters(pages.mailFolder))?.[1], 'the letter with the link')
}

beforeAll(async () => {
  pages = await openPages()
  await sendLink()
})

afterAll(async () => {
  await pages?.close()
})

describe('a one-time link', () => {
  it('whose address was copied in part says what to do', async () => {
    const page = await pages.visit(`/links/${token.slice(0, -5)}`)
    await page.getByRole('alert').getByText('请核对邮件中的完整地址').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.context().close()
  })

  it('shows nothing of the matter before the code is given, and looking at it changes nothing', async () => {
    const page = await pages.visit(`/links/${token}`)
    await page.getByRole('heading', { name: '一次性办理链接' }).waitFor()
    await page.getByText('协商收益比例').waitFor()
    await page.reload()
    await page.getByRole('button', { name: '发送验证码' }).waitFor()
    expect(await page.locator('main').textContent()).not.toContain('紫云英')
    expect(await findBarriers(page)).toEqual([])
    await page.context().close()
  })

  it('lets the outside inventor read, propose his shares by the code from his mail, and not twice', async () => {
    const page = await pages.visit(`/links/${token}`)
    const known = listLetters(pages.mailFolder)
    await page.getByRole('button', { name: '发送验证码' }).click()
    await expect.poll(() => readLetters(pages.mailFolder, known), { timeout: 20_000 }).toMatch(/\b\d{6}\b/)
    const code = /\b(\d{6})\b/.exec(readLetters(pages.mailFolder, known))?.[1] ?? ''
    await page.getByLabel('六位验证码').fill(code)
    await page.getByRole('button', { name: '查看内容' }).click()
    await page.getByText('您将以“曹外例”的身份办理').waitFor()
    expect(await findBarriers(page)).toEqual([])
    const shares = page.getByRole('group', { name: /比例/ }).getByRole('textbox')
    await shares.nth(0).fill('70')
    await shares.nth(1).fill('20')
    await page.getByText('合计 90.00%，还差 10.00%').waitFor()
    await shares.nth(1).fill('30')
    await page.getByText('合计 100.00%').waitFor()
    await page.getByRole('button', { name: '提出方案' }).click()
    await page.getByRole('heading', { name: '已办理完毕' }).waitFor()
    await page.reload()
    await page.getByText('此链接已经使用过').waitFor()
    await page.context().close()
  })
})
