import { beforeAll, describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/title-grant.ts'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import type { MatterState, TaskId } from '#domain/state.ts'
import type { Language } from '#templates/block.ts'
import type { PaperContext, PaperTemplate } from '#templates/paper-context.ts'
import { loadFonts, type Fonts } from '#templates/pdf-fonts.ts'
import { drawPaper } from '#templates/pdf.ts'
import { template as agreement } from '#templates/title-grant/agreement.ts'
import { template as applicationForm } from '#templates/title-grant/application-form.ts'
import { template as changeSheet } from '#templates/title-grant/change-sheet.ts'
import { template as splitAgreement } from '#templates/title-grant/split-agreement.ts'
import { aged, calendar, notices, ofAged, play } from '#test/samples/title-grant-play.ts'
import { simulate } from '../simulator/simulate.ts'
import { bodyOf, readPdf, spaceless } from './read-pdf.ts'

const team = Array.from({ length: 20 }, (_, place) => `member-${place + 1}` as PersonId)
const nameOf = (place: number) => `示例${String.fromCodePoint(0x4e00 + place * 37)}${String.fromCodePoint(0x5200 + place * 11)}`
const people = Object.fromEntries(
  team.map((id, place) => [
    id,
    {
      id,
      name: nameOf(place),
      nameLatin: `Sample Contributor ${place + 101}`,
      department: '材料科学与工程学院',
      departmentEn: 'School of Materials',
      employer: '江南示例大学',
      employerEn: 'Jiangnan Sample University',
    },
  ]),
) as unknown as PaperContext['people']

function contextOf(state: MatterState): PaperContext {
  return {
    state,
    people,
    institution: { nameZh: '江南示例大学', nameEn: 'Jiangnan Sample University', province: 'Beijing' },
    on: plainDay('2026-03-02'),
    number: 'FQ-2026-00001-D01',
    step: 'paper#1' as TaskId,
    parameters: [],
    calendar,
    registers: [sample.sampleGrantRow(team, { filedOn: aged.filedOn })],
  }
}

let fonts: Fonts
let state: MatterState

beforeAll(async () => {
  fonts = loadFonts()
  const data = { ...sample.sampleGrant(team), members: sample.sampleMembers(team) } as unknown as JsonObject
  const registers = [sample.sampleGrantRow(team, { filedOn: aged.filedOn })]
  state = (await simulate(play(ofAged, [notices()], { data, registers, openedBy: team[0] as PersonId }))).state
})

/** The text of the paper without white space, page by page. */
async function read<Facts>(template: PaperTemplate<Facts>, language: Language) {
  const facts = template.facts(contextOf(state))
  const { title, blocks } = template.render(facts, language)
  const issuedOn = plainDay('2026-03-02')
  const bytes = await drawPaper(
    { title, language, matterNumber: state.head.number, documentNumber: 'D01', issuedOn, blocks, embedded: '{}' },
    fonts,
  )
  const { pages } = await readPdf(bytes)
  // Heads and feet stand between the halves of a paragraph that a page end breaks.
  const text = bodyOf({ pages }, state.head.number)
  const required = template.requiredFields.flatMap(({ find }) => find(facts, language))
  expect(required.filter((part) => !text.includes(spaceless(part)))).toEqual([])
  return { text, pages }
}

const times = (text: string, part: string) => text.split(spaceless(part)).length - 1

describe('a team of twenty', () => {
  it('has shares that make the whole, and one signature of each member in the story', () => {
    expect(sample.sampleMembers(team).reduce((sum, { shareBp }) => sum + shareBp, 0)).toBe(10_000)
    const signed = Object.keys(state.results).filter((id) => id.startsWith('sign-member#'))
    expect(signed).toHaveLength(20)
    const sealed = state.papers.filter(({ step }) => step.startsWith('seal-agreement#'))
    expect(sealed).toHaveLength(21)
  })

  it.each([
    ['the split agreement', splitAgreement],
    ['the agreement', agreement],
  ] as const)('is named in full in %s, in the table and where each signs', async (_, template) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const { text, pages } = await read(template as PaperTemplate<unknown>, language)
      expect(pages.length).toBeGreaterThan(1)
      for (const [place] of team.entries()) {
        const name = language === 'en' ? `Sample Contributor ${place + 101}` : nameOf(place)
        expect(times(text, name), name).toBeGreaterThanOrEqual(2)
      }
    }
  })

  it.each([
    ['the application', applicationForm],
    ['the data sheet of the change', changeSheet],
  ] as const)('is named in full in %s', async (_, template) => {
    const { text } = await read(template as PaperTemplate<unknown>, 'zh-CN')
    for (const [place] of team.entries()) expect(text).toContain(nameOf(place))
  })
})
