import { beforeAll, describe, expect, it } from 'vitest'
import { plainDay } from '#domain/day.ts'
import { definition } from '#domain/disclosure.ts'
import type { MatterState, TaskId } from '#domain/state.ts'
import type { Language, Paper } from '#templates/block.ts'
import { citationText } from '#templates/citation-text.ts'
import { template as contributionConfirmation } from '#templates/disclosure/contribution-confirmation.ts'
import { template as disclosureForm } from '#templates/disclosure/disclosure-form.ts'
import { template as ownershipFinding } from '#templates/disclosure/ownership-finding.ts'
import { template as releaseLetter } from '#templates/disclosure/release-letter.ts'
import { template as secrecyOpinion } from '#templates/disclosure/secrecy-opinion.ts'
import { template as secretHandover } from '#templates/disclosure/secret-handover.ts'
import type { PaperContext, PaperTemplate } from '#templates/paper-context.ts'
import { loadFonts, type Fonts } from '#templates/pdf-fonts.ts'
import { drawPaper } from '#templates/pdf.ts'
import { sampleDisclosure } from '#cli/samples/disclosure.ts'
import { play, team, type Answer, type Answers } from '#test/samples/disclosure-play.ts'
import { simulate, type Simulation } from '../simulator/simulate.ts'
import { bodyOf, readPdf, spaceless } from './read-pdf.ts'

const languages: readonly Language[] = ['zh-CN', 'en']

const people = Object.fromEntries(
  [
    ['ann', '甲示例', 'Jia Shili'],
    ['bo', '乙示例', 'Yi Shili'],
    ['chen', '丙示例', 'Bing Shili'],
    ['officer-secrecy-screen', '丁保密', 'Ding Baomi'],
    ['officer-ownership-finding', '戊法务', 'Wu Fawu'],
  ].map(([id = '', name = '', nameLatin = '']) => [id, { id, name, nameLatin, department: '示例学院', employer: '江南示例大学' }]),
) as unknown as PaperContext['people']

function contextOf(state: MatterState): PaperContext {
  return {
    state,
    people,
    institution: { nameZh: '江南示例大学', nameEn: 'Jiangnan Sample University', province: 'Zhejiang' },
    on: plainDay('2026-04-10'),
    number: 'CP-2026-00001-D01',
    step: 'disclosure-paper#1' as TaskId,
    parameters: [],
    calendar: [],
  }
}

/** The state of a matter played to its end. */
async function stateOf(answers: Answers = {}, more: Partial<Simulation> = {}): Promise<MatterState> {
  return (await simulate(play(answers, more))).state
}

let fonts: Fonts
beforeAll(() => {
  fonts = loadFonts()
})

/** Draws the paper in a language and reads it back without white space. */
async function readPaper<Facts>(template: PaperTemplate<Facts>, state: MatterState, language: Language): Promise<string> {
  const { title, blocks } = template.render(template.facts(contextOf(state)), language)
  const paper: Paper = {
    title,
    language,
    matterNumber: state.head.number,
    documentNumber: 'CP-2026-00001-D01',
    issuedOn: plainDay('2026-04-10'),
    blocks,
    embedded: '{}',
  }
  return bodyOf(await readPdf(await drawPaper(paper, fonts)), paper.matterNumber)
}

/** Every field that a rule requires is on the drawn paper in both languages, and the facts survive JSON. */
async function expectRequired<Facts>(template: PaperTemplate<Facts>, state: MatterState): Promise<void> {
  const facts = template.facts(contextOf(state))
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
  for (const language of languages) {
    const text = await readPaper(template, state, language)
    const required = template.requiredFields.flatMap(({ find }) => find(facts, language))
    expect(required.length).toBeGreaterThan(0)
    expect(required.filter((part) => !text.includes(spaceless(part)))).toEqual([])
    expect(text).not.toMatch(/undefined|\[object|〔U\+/)
  }
}

describe('the papers of a docketed result', () => {
  it('each say what the rules require, in both languages', async () => {
    const state = await stateOf()
    await expectRequired(disclosureForm, state)
    await expectRequired(contributionConfirmation, state)
    await expectRequired(ownershipFinding, state)
    await expectRequired(secrecyOpinion, state)
  })

  it('show the share that each inventor confirmed and the day, and a sum of 100 per cent', async () => {
    const text = await readPaper(contributionConfirmation, await stateOf(), 'zh-CN')
    for (const part of ['甲示例', '50.00%', '30.00%', '20.00%', '合计100.00%', '已确认2026年']) expect(text).toContain(part)
  })

  it('tell all that decides whose the result is and what an application will have to state', async () => {
    const report = sampleDisclosure(team)
    const [first, second, third] = report.inventors
    if (first === undefined || second === undefined || third === undefined) throw new Error('Three inventors are expected')
    const data = {
      ...report,
      inventors: [
        { ...first, formerEmployer: { name: '（示例）原单位', leftOn: plainDay('2025-09-01'), tied: true } },
        { ...second, relation: 'left', leftOn: plainDay('2025-12-31'), tiedToFormerDuties: false },
        { ...third, relation: 'visitor', employer: '（示例）派出单位' },
      ],
      funding: [
        {
          source: 'horizontal',
          projectNumber: '（示例）横2025-9',
          partner: '（示例）合作企业',
          arrangement: 'transformation',
          partnerDoes: 'means-only',
          agreedOwner: 'joint',
          ownershipClause: '双方共有',
          newInvention: true,
          applied: true,
          completedOn: plainDay('2026-01-31'),
        },
      ],
      resources: { ...report.resources, agreement: { owner: 'joint', document: '（示例）校协〔2025〕7号' } },
      materials: {
        ...report.materials,
        thirdParty: { used: true, facts: '（示例）外购菌种', documents: ['（示例）采购合同3号'] },
        geneticResources: { used: true, lawfulAccess: true, directOrigin: '（示例）种质库', whyUnknown: '（示例）提供方未记录' },
        biological: {
          isNew: true,
          availableToPublic: false,
          deposit: { institution: '（示例）保藏中心', number: 'CGMCC No. 00000', on: plainDay('2026-02-20') },
        },
      },
      interests: { none: false, items: [{ person: second.person, company: '（示例）公司', kind: 'own', detail: '持股5%' }] },
    }
    const state = await stateOf({}, { data })
    await expectRequired(disclosureForm, state)
    const text = await readPaper(disclosureForm, state, 'zh-CN')
    for (const part of [
      '原单位：（示例）原单位，2025年9月1日离开，成果与其本职工作或任务有关',
      '已离职、退休或调离（2025年12月31日，成果与其本职工作或任务无关）',
      '访问（进修）人员（（示例）派出单位）',
      '横向项目（应用类，2026年1月31日完成）',
      '（示例）合作企业（仅提供物质条件或辅助）',
      '合作转化（产生新的发明创造）',
      '共有（（示例）校协〔2025〕7号）',
      '证明文件（协议、许可证、批件）：（示例）采购合同3号',
      '直接来源：（示例）种质库',
      '无法说明原始来源的理由：（示例）提供方未记录',
      '（示例）保藏中心，CGMCCNo.00000，2026年2月20日',
      '乙示例：（示例）公司（本人持股或出资：持股5%）',
    ])
      expect(text).toContain(part)
  })

  it('warn of the last safe filing day before a planned paper', async () => {
    expect(await readPaper(disclosureForm, await stateOf(), 'zh-CN')).toContain('最后安全申请日：2026年8月31日')
    const publicDisclosures = [{ kind: 'paper' as const, standing: 'made' as const, on: plainDay('2026-02-01'), where: '《示例学报》' }]
    const lost = await stateOf({}, { data: { ...sampleDisclosure(team, { publicDisclosures }) } })
    expect(await readPaper(disclosureForm, lost, 'zh-CN')).toContain('新颖性已丧失')
  })

  it('name shares that the university determined as determined, not as confirmed', async () => {
    const declined: Answer = { outcome: 'declined', data: { shareBp: 0, feature: '' }, reason: '不同意' }
    const state = await stateOf({ 'confirm-share#1/bo': declined, 'confirm-share#2/bo': declined })
    await expectRequired(contributionConfirmation, state)
    const text = await readPaper(contributionConfirmation, state, 'zh-CN')
    // 50 per cent was confirmed by the first inventor; 33.34 was not.
    expect(text).toContain('33.34%学校确定')
    expect(text).toContain('可请求管理专利工作的部门调解')
  })

  it('list the measures of a trade secret and who ruled in doubt', async () => {
    const measures = ['仅课题组成员知悉', '纸质材料标注“商业秘密”']
    const ruling: Answer = {
      outcome: 'trade-secret',
      data: { mayPublish: false, measures, authority: 'provincial', ruledOn: '2026-03-02' },
    }
    const state = await stateOf({ 'secrecy-screen': { outcome: 'doubtful', data: { mayPublish: false } }, 'secrecy-ruling': ruling })
    await expectRequired(secrecyOpinion, state)
    expect(await readPaper(secrecyOpinion, state, 'zh-CN')).toContain('省级保密行政管理部门')
  })
})

describe('the finding on ownership', () => {
  it('that departs from the rules gives the reason and not the rule', async () => {
    const departure = '成果系发明人利用业余时间和自有设备完成'
    const state = await stateOf({ 'ownership-finding': { outcome: 'non-service', data: { owners: [{ who: 'inventors' }], departure } } })
    await expectRequired(ownershipFinding, state)
    const text = await readPaper(ownershipFinding, state, 'zh-CN')
    expect(text).toContain(departure)
    expect(text).not.toContain('学校可依法处置')
  })

  it('is followed by a release letter, in which the university claims nothing', async () => {
    const decision: Answer = { outcome: 'non-service', data: { owners: [{ who: 'inventors' }], departure: '业余完成' } }
    const state = await stateOf({ 'ownership-finding': decision })
    await expectRequired(releaseLetter, state)
    expect(await readPaper(releaseLetter, state, 'zh-CN')).toContain('学校对该成果不主张权利')
  })
})

describe('the notice of a state secret', () => {
  it('says a number, a person and a day, and nothing else of the result', async () => {
    const state = await stateOf({}, { data: { secrecyLevel: 'state-secret' } })
    await expectRequired(secretHandover, state)
    expect(Object.keys(secretHandover.facts(contextOf(state))).toSorted()).toEqual(['applicant', 'institution', 'matter', 'on', 'openedOn'])
  })
})

it('the papers are those the process names', () => {
  const templates = [disclosureForm, contributionConfirmation, ownershipFinding, secrecyOpinion, releaseLetter, secretHandover]
  expect(templates.map((template) => template.name)).toEqual(definition.documents)
})

it.each([
  ['6(1)', '《中华人民共和国专利法》第六条第一款', 'Patent Law Art. 6(1)'],
  ['24(iv)', '《中华人民共和国专利法》第二十四条第（四）项', 'Patent Law Art. 24(iv)'],
  ['13(1)(i)-(ii)', '《中华人民共和国专利法》第十三条第一款第（一）项至第（二）项', 'Patent Law Art. 13(1)(i)-(ii)'],
  ['102-103', '《中华人民共和国专利法》第一百零二条至第一百零三条', 'Patent Law Art. 102-103'],
  ['10, 1200', '《中华人民共和国专利法》第十条、第一千二百条', 'Patent Law Art. 10, 1200'],
  ['859-861, 885', '《中华人民共和国专利法》第八百五十九条至第八百六十一条、第八百八十五条', 'Patent Law Art. 859-861, 885'],
])('the article %s is cited as the language cites', (article, zh, en) => {
  expect(citationText({ law: '专利法', article, sure: 'text' }, 'zh-CN')).toBe(zh)
  expect(citationText({ law: '专利法', article, sure: 'text' }, 'en')).toBe(en)
})
