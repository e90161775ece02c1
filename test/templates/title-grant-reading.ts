import { expect } from 'vitest'
import * as sample from '#cli/samples/title-grant.ts'
import { plainDay } from '#domain/day.ts'
import type { MatterState, TaskId } from '#domain/state.ts'
import type { Language } from '#templates/block.ts'
import type { PaperContext, PaperTemplate } from '#templates/paper-context.ts'
import { loadFonts } from '#templates/pdf-fonts.ts'
import { drawPaper } from '#templates/pdf.ts'
import {
  aged,
  agedPatent,
  calendar,
  notices,
  ofAged,
  play,
  team,
  type Answers,
  type Play,
  type Saying,
} from '#test/samples/title-grant-play.ts'
import { simulate } from '../simulator/simulate.ts'
import { bodyOf, readPdf, spaceless } from './read-pdf.ts'

const names: { readonly [id: string]: string } = {
  ann: '甲示例',
  bo: '乙示例',
  chen: '丙示例',
  dora: '丁继承',
  cai: '戊专家',
  cui: '己专家',
  observer: '庚纪检',
}
const people = Object.fromEntries(
  Object.entries(names).map(([id, name]) => [
    id,
    { id, name, nameLatin: `Sample ${id}`, department: '示例学院', employer: '江南示例大学' },
  ]),
) as unknown as PaperContext['people']

/** The context of a paper of that state; what the registers say of the aged patent is known. */
export function contextOf(state: MatterState, step = 'paper#1', province = 'Beijing'): PaperContext {
  return {
    state,
    people,
    institution: { nameZh: '江南示例大学', nameEn: 'Jiangnan Sample University', province },
    on: plainDay('2026-03-02'),
    number: 'FQ-2026-00001-D01',
    step: step as TaskId,
    parameters: [],
    calendar,
    registers: [sample.sampleGrantRow(team, { filedOn: aged.filedOn })],
  }
}

/** The aged patent granted as these people play it. */
export async function stateOf(answers: Answers = {}, more: Play = {}, sayings: readonly Saying[] = [notices()]): Promise<MatterState> {
  return (await simulate(play({ ...ofAged, ...answers }, sayings, { ...agedPatent, ...more }))).state
}

const fonts = loadFonts()

/** Draws the paper and reads it back without white space; its facts must survive JSON, and all that its rules require be on it. */
export async function read<Facts>(template: PaperTemplate<Facts>, context: PaperContext, language: Language = 'zh-CN'): Promise<string> {
  const facts = template.facts(context)
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
  const { title, subtitle = '', blocks } = template.render(facts, language)
  const issuedOn = plainDay('2026-03-02')
  const bytes = await drawPaper(
    { title, subtitle, language, matterNumber: context.state.head.number, documentNumber: 'D01', issuedOn, blocks, embedded: '{}' },
    fonts,
  )
  const text = bodyOf(await readPdf(bytes), context.state.head.number)
  const required = template.requiredFields.flatMap(({ find }) => find(facts, language))
  expect(required.filter((part) => !text.includes(spaceless(part)))).toEqual([])
  return text
}
