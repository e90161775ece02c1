import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { grantTitle, registerPatent } from '#cli/demo/title-grant.ts'
import type { Office } from '#cli/demo/office.ts'
import { eventually } from '#cli/demo/persona.ts'
import { listLetters, readLetters } from './letters.ts'
import { findBarriers, openPages, type Pages } from './pages.ts'

let pages: Pages

beforeAll(async () => {
  pages = await openPages()
})

afterAll(async () => {
  await pages?.close()
})

type ShownTask = { readonly id: string; readonly status: string; readonly people: readonly { readonly id: string }[] }

/** The page behind the link that the office sends the outsider for his signature, opened with the code from his mail. */
async function openLink(person: string, matter: string): Promise<Page> {
  const officer = await pages.office.as('ipo_officer')
  const task = await eventually(async () => {
    const { tasks } = await officer.get<{ tasks: readonly ShownTask[] }>(`/api/matters/${matter}`)
    return tasks.find(
      ({ id, status, people }) => status === 'open' && id.includes('.sign-member.') && people.some((one) => one.id === person),
    )?.id
  }, 'the signature of the outside inventor')
  const before = listLetters(pages.mailFolder)
  await officer.post('/api/links', { task, person, days: 14 })
  const token = await eventually(
    async () => /\/links\/([\w.~-]+)/.exec(readLetters(pages.mailFolder, before))?.[1],
    'the letter with the link',
  )
  const page = await pages.visit(`/links/${token}`, { width: 390 })
  const known = listLetters(pages.mailFolder)
  await page.getByRole('button', { name: '发送验证码' }).click()
  const code = await eventually(async () => /\b(\d{6})\b/.exec(readLetters(pages.mailFolder, known))?.[1], 'the letter with the code')
  await page.getByLabel('六位验证码').fill(code)
  await page.getByRole('button', { name: '查看内容' }).click()
  return page
}

/** He opens the paper, finds that it is the one whose hash he signs, and signs it. */
async function signByLink(person: string, matter: string): Promise<void> {
  const page = await openLink(person, matter)
  const fetched: Buffer[] = []
  await page.route('**/paper', async (route) => {
    const response = await route.fetch()
    fetched.push(await response.body())
    await route.fulfill({ response })
  })
  await page.getByRole('button', { name: '打开待签署的文件' }).click()
  const opened = page.getByRole('link', { name: '文件没有自动打开的，请点此打开' })
  expect(await opened.getAttribute('href')).toMatch(/^blob:/)
  const [file = Buffer.alloc(0)] = fetched
  expect(file.subarray(0, 5).toString()).toBe('%PDF-')
  await page.locator('code', { hasText: createHash('sha256').update(file).digest('hex') }).waitFor()
  expect(await findBarriers(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)

  await page.getByRole('button', { name: '签署', exact: true }).click()
  await page.locator('.field-fault, .refusal').first().waitFor()
  await page
    .getByRole('radiogroup', { name: /已阅读协议全部条款并签署/ })
    .getByRole('radio', { name: '是' })
    .check()
  await page.getByRole('button', { name: '签署', exact: true }).click()
  await page.getByRole('heading', { name: '已办理完毕' }).waitFor()
  await page.context().close()
}

describe('an inventor of another employer, by his link', () => {
  it('opens the agreement on his telephone, sees the hash of that very file, and signs it with the others', async () => {
    const { office, cast } = pages
    const sysadmin = await office.as('sysadmin')
    const course = {
      today: async () => (await sysadmin.get<{ today: string }>('/api/rehearsal')).today,
      pass: async (days: number) => void (await sysadmin.post('/api/rehearsal/advance', { days })),
    }
    const signed: string[] = []
    const withBrowser: Office = {
      ...office,
      doesByLink: async (person, matter, step, answer) => {
        if (step !== 'sign-member') return office.doesByLink(person, matter, step, answer)
        await signByLink(person, matter)
        signed.push(person)
      },
    }
    const filedOn = await registerPatent(office, cast, { filedOn: '2024-03-01', grantedOn: '2025-02-28' })
    const { grant } = await grantTitle(withBrowser, cast, course, filedOn)
    expect(signed).toEqual([cast.outsider])
    const officer = await office.as('ipo_officer')
    const { results } = await officer.get<{ results: readonly { step: { name: string }; outcome: { name: string } }[] }>(
      `/api/matters/${grant}`,
    )
    const outcomes = results.filter(({ step }) => step.name === 'sign-member').map(({ outcome }) => outcome.name)
    expect(outcomes).toEqual(['signed', 'signed', 'signed'])
  })
})
