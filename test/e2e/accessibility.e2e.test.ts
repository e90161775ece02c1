import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { discloseInvention } from '#cli/demo/story.ts'
import { sampleHindered } from '#cli/samples/registers.ts'
import { findBarriers, open, openPages, type Pages } from './pages.ts'

let pages: Pages
let officer: Page
let english: Page
let matter = ''
let assessment = ''

beforeAll(async () => {
  pages = await openPages()
  const opened = await discloseInvention(pages.office, pages.cast)
  matter = opened.disclosure
  assessment = opened.assessment
  officer = await pages.signIn('ipo_officer')
  english = await pages.signIn('sysadmin', { language: 'en' })
})

afterAll(async () => {
  await pages?.close()
})

const lists = ['mine', 'group', 'delegated', 'department', 'overdue', 'done'].map((list) => `/tasks?list=${list}`)
const tabs = ['track', 'timeline', 'documents', 'deadlines', 'people', 'content', 'comments', 'attachments', 'diagram', 'actions']
const addresses = [
  ...lists,
  ...tabs.map((tab) => `/matters/MATTER?tab=${tab}`),
  '/matters/ASSESSMENT',
  '/tasks/ASSESSMENT.assign.1',
  '/matters',
  '/start',
  '/start/disclosure',
  '/start/pre-filing-assessment',
  '/deadlines',
  '/patents',
  `/patents/${sampleHindered}`,
  '/office/parties',
  '/rules',
  '/search?q=育苗',
  '/account',
  ...['people', 'people/inventor1', 'departments', 'roles', 'deputies', 'policies', 'policies/disclosure', 'calendars', 'parameters'].map(
    (page) => `/office/${page}`,
  ),
  '/office/incidents',
  '/office/refusals',
  '/nowhere',
]

const real = (address: string) => address.replace('MATTER', matter).replace('ASSESSMENT', assessment)

const desk = { width: 1280, height: 900 }
const telephone = { width: 390, height: 900 }
const narrow = { width: 360, height: 780 }

/** How far the page reaches beyond its screen. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

describe('every page', () => {
  it('is without barriers at the door', async () => {
    const page = await pages.visit('/')
    await page.getByRole('button', { name: '登录' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.context().close()
  })

  // Opened once and then made narrow, as a window is: half the pages, the same two looks.
  it.each(addresses)('is without barriers on a desk and on a telephone: %s', async (address) => {
    await officer.setViewportSize(desk)
    await open(officer, pages, real(address))
    await officer.getByRole('heading', { level: 1 }).waitFor()
    for (const size of [desk, telephone]) {
      await officer.setViewportSize(size)
      expect(await findBarriers(officer)).toEqual([])
      expect(await overflowOf(officer)).toBeLessThanOrEqual(0)
    }
  })

  it.each([
    '/tasks',
    '/start',
    '/rules',
    '/patents',
    '/office/parties',
    '/office/people',
    '/office/parameters',
    '/office/roles',
    '/office/refusals',
    '/deadlines',
    '/account',
  ])('says everything of its own in English, and stays within a narrow telephone: %s', async (address) => {
    await english.setViewportSize(desk)
    await open(english, pages, address)
    await english.getByRole('heading', { level: 1 }).waitFor()
    expect(await english.locator('h1, h2, nav, button, label, th').allInnerTexts()).not.toContainEqual(
      expect.stringMatching(/[一-鿿]{2,}(?<!中文)/),
    )
    expect(await findBarriers(english)).toEqual([])
    await english.setViewportSize(narrow)
    expect(await overflowOf(english)).toBeLessThanOrEqual(0)
  })
})

describe('with the keyboard alone', () => {
  it('one leaps to the content, and walks the lists', async () => {
    await officer.setViewportSize(desk)
    await open(officer, pages, '/tasks')
    await officer.getByRole('link', { name: '跳到正文' }).focus()
    await officer.keyboard.press('Enter')
    expect(await officer.evaluate(() => document.activeElement?.id)).toBe('content')
    await officer.getByRole('link', { name: /可领取/ }).focus()
    await officer.keyboard.press('Enter')
    await expect.poll(() => new URL(officer.url()).searchParams.get('list')).toBe('group')
  })
})
