import { beforeAll, describe, expect, it } from 'vitest'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import * as sample from '#cli/samples/pre-filing-assessment.ts'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { Disclosure } from '#domain/disclosure-form.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterState, TaskId } from '#domain/state.ts'
import type { Language, Rendered } from '#templates/block.ts'
import { chineseOriginal, markOriginals, readingOf, twinsOf } from '#templates/chinese-original.ts'
import type { PaperContext } from '#templates/paper-context.ts'
import { loadFonts, type Fonts } from '#templates/pdf-fonts.ts'
import { drawPaper } from '#templates/pdf.ts'
import { allTemplates } from '#templates/registry.gen.ts'
import { play as playDisclosure } from '#test/samples/disclosure-play.ts'
import { calendar, decided, event, manager, members, play, type Answers, type Events } from '#test/samples/pre-filing-assessment-play.ts'
import { licenceFixtures } from '#test/samples/licence-papers.ts'
import { noticeFixtures } from '#test/samples/notice-papers.ts'
import { grantFixtures, grantOfficers } from '#test/samples/title-grant-papers.ts'
import { simulate } from '../simulator/simulate.ts'
import { bodyOf, readPdf, spaceless } from './read-pdf.ts'

const longTitle = '一种基于多模态大模型与知识图谱联合增强的高校职务科技成果赋权全流程价值评估与风险预警方法、系统、设备及介质'
  .repeat(4)
  .slice(0, 200)
const rareNames = ['李䶮', '𠮷田一郎', '阿卜杜拉·买买提', '王㛃']

const idOf = (place: number) => `person-${place + 1}` as PersonId
const teamOf = (count: number) => Array.from({ length: count }, (_, place) => idOf(place))

const everybody = [
  ...teamOf(12),
  manager,
  ...members,
  'cao',
  ...grantOfficers,
  'officer-ipo_officer',
  'officer-asset',
  'officer-secrecy-screen',
  'officer-ownership-finding',
]
const people = Object.fromEntries(
  everybody.map((id, place) => [
    id,
    {
      id,
      name: rareNames[place] ?? `某${place}示例`,
      nameLatin: `Sample Person ${place}`,
      department: '材料学院',
      departmentEn: 'School of Materials',
      employer: '江南示例大学',
      employerEn: 'Jiangnan Sample University',
      nationality: 'CN',
      idType: 'resident-id',
      idNumberMasked: '3301**********123X',
    },
  ]),
) as unknown as PaperContext['people']

type Fixture = { readonly state: MatterState; readonly step?: string }
type Fixtures = { readonly [paper: string]: () => Promise<Fixture> }

function disclosureOf(count: number): Disclosure {
  const { titleEn: _, ...report } = sampleDisclosure(teamOf(count))
  return { ...report, titleZh: longTitle }
}

async function disclosed(count: number, answers: Parameters<typeof playDisclosure>[0] = {}, data?: JsonObject): Promise<Fixture> {
  const report = disclosureOf(count)
  const shares = Object.fromEntries(report.inventors.map(({ person, contributionBp }) => [person, contributionBp]))
  const proposed = { 'propose-shares': { outcome: 'proposed', data: { shares } } }
  const opened = data ?? { ...report }
  return { state: (await simulate(playDisclosure({ ...proposed, ...answers }, { data: opened, openedBy: idOf(0) }))).state }
}

async function assessed(count: number, answers: Answers = {}, events: Events = [], step?: string): Promise<Fixture> {
  const team = teamOf(count)
  const usual: Answers = {
    interview: { outcome: 'held', data: sample.sampleInterview([idOf(0)]) },
    'hand-over-terms': (_, today) => ({ outcome: 'free', data: sample.sampleTerms(team, today) }),
  }
  const data = sample.sampleOpening(team, { title: longTitle }) as unknown as JsonObject
  const { state } = await simulate(play({ ...usual, ...answers }, events, { data, openedBy: idOf(0) }))
  return step === undefined ? { state } : { state, step }
}

function without({ state }: Fixture, prefix: string): Fixture {
  return { state: { ...state, results: Object.fromEntries(Object.entries(state.results).filter(([id]) => !id.startsWith(prefix))) } }
}

const granted = [event('grant-announced')]
const low: Answers = {
  score: { outcome: 'scored', data: sample.sampleScore(40) },
  'score#1/eva': { outcome: 'scored', data: sample.sampleScore(40) },
}
const notFile: Answers = { ...low, decide: { outcome: 'not-file', data: sample.sampleRefusal } }
const appealed: Answers = { ...notFile, 'reply#1': { outcome: 'appeal', data: sample.sampleAppeal }, 'decide#2': decided('file-cn') }
const panel = [...members, 'cao']
const nonService = { outcome: 'non-service', data: { owners: [{ who: 'inventors' }], departure: '业余完成' } }

/** A matter for every paper there is, with that many inventors and a title of 200 characters. */
function fixturesOf(count: number): Fixtures {
  return {
    'disclosure/disclosure-form': () => disclosed(count),
    'disclosure/contribution-confirmation': () => disclosed(count),
    'disclosure/ownership-finding': () => disclosed(count),
    'disclosure/secrecy-opinion': () => disclosed(count),
    'disclosure/release-letter': () => disclosed(count, { 'ownership-finding': nonService }),
    'disclosure/secret-handover': () => disclosed(count, {}, { secrecyLevel: 'state-secret' }),
    'pre-filing-assessment/report': () => assessed(count, {}, granted),
    'pre-filing-assessment/filing-form': () => assessed(count, {}, granted),
    'pre-filing-assessment/reward-notice': () => assessed(count, {}, granted, 'reward-notice#1'),
    'pre-filing-assessment/panel-minutes': () => assessed(count, { ...low, decide: decided('file-cn', { panel }) }, granted),
    'pre-filing-assessment/appeal-minutes': async () => without(await assessed(count, appealed, granted), 'decide#2'),
    'pre-filing-assessment/secrecy-decision': () =>
      assessed(count, { decide: { outcome: 'keep-secret', data: sample.sampleDecision(sample.sampleSecrecyPlan(manager)) } }),
    'pre-filing-assessment/publication-decision': () =>
      assessed(count, { decide: decided('publish', { ...sample.samplePublicationReview, panel: members }) }),
    'pre-filing-assessment/refusal-notice': async () => without(await assessed(count, notFile), 'reply'),
    'pre-filing-assessment/hand-over-agreement': () => assessed(count, notFile),
    ...noticeFixtures(teamOf(count), longTitle),
    ...licenceFixtures(teamOf(count), longTitle),
    ...grantFixtures(teamOf(count), longTitle),
  }
}

function contextOf({ state, step = 'paper#1' }: Fixture): PaperContext {
  return {
    state,
    people,
    institution: { nameZh: '江南示例大学', nameEn: 'Jiangnan Sample University', province: 'Zhejiang' },
    on: plainDay('2026-03-02'),
    number: 'X-2026-00001-D01',
    step: step as TaskId,
    parameters: [],
    calendar,
  }
}

let fonts: Fonts
beforeAll(() => {
  fonts = loadFonts()
})

/** Draws the paper and reads it back without white space, heads and feet. */
async function readPaper({ title, blocks }: Rendered, matterNumber: string, language: Language): Promise<string> {
  const issuedOn = plainDay('2026-03-02')
  const bytes = await drawPaper({ title, language, matterNumber, documentNumber: 'D01', issuedOn, blocks, embedded: '{}' }, fonts)
  return bodyOf(await readPdf(bytes), matterNumber)
}

/** Whether the paper says it; of an English reading also where names stand by their twins and the marks stand between. */
function isSaid(part: string, text: string, context: PaperContext, language: Language): boolean {
  if (language === 'zh-CN') return text.includes(spaceless(part))
  const unmarked = (said: string) => spaceless(said).replaceAll(spaceless(chineseOriginal), '')
  return unmarked(text).includes(unmarked(markOriginals(part, twinsOf(context))))
}

/** Chinese passages of an English reading, longer than a name of four characters, behind which nothing says that they are Chinese. */
function unmarkedChinese(reading: Rendered): string[] {
  const texts: string[] = []
  const visit = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit)
  }
  visit([reading.title, reading.subtitle, reading.blocks])
  return texts
    .flatMap((text) => text.split(chineseOriginal).slice(-1))
    .filter((rest) => /\p{Script=Han}{5,}/u.test(rest.replace(/\p{Script=Han}+(·\p{Script=Han}+)+/gu, '')))
}

async function expectPaper(name: string, fixture: Fixture): Promise<void> {
  const template = allTemplates[name]
  if (template === undefined) throw new Error(`There is no paper ${name}`)
  const context = contextOf(fixture)
  const facts = template.facts(context)
  for (const language of ['zh-CN', 'en'] as const) {
    const reading = readingOf(template, facts, context, language)
    const text = await readPaper(reading, fixture.state.head.number, language)
    const required = template.requiredFields.flatMap(({ find }) => find(facts as never, language))
    expect(required.filter((part) => !isSaid(part, text, context, language))).toEqual([])
    if (language === 'en') expect(unmarkedChinese(reading)).toEqual([])
    // Neither keys of the program, nor its days, nor boxes of missing characters come before a reader.
    expect(text).not.toMatch(/undefined|\[object|〔U\+|person-\d|officer-/)
    if (language === 'zh-CN') expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/)
  }
}

describe.each([1, 12])('with %i inventors, rare characters and a title of 200 characters', (count) => {
  it.each(Object.entries(fixturesOf(count)))('the paper %s says all that its rules require', async (name, fixture) => {
    await expectPaper(name, await fixture())
  })
})

it('there is a fixture for every paper', () => {
  expect(Object.keys(fixturesOf(1)).toSorted()).toEqual(Object.keys(allTemplates).toSorted())
})
