import { beforeAll, describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/pre-filing-assessment.ts'
import { plainDay } from '#domain/day.ts'
import { definition } from '#domain/pre-filing-assessment.ts'
import type { MatterState, TaskId } from '#domain/state.ts'
import type { Language, Paper } from '#templates/block.ts'
import type { PaperContext, PaperTemplate } from '#templates/paper-context.ts'
import { loadFonts, type Fonts } from '#templates/pdf-fonts.ts'
import { drawPaper } from '#templates/pdf.ts'
import { template as appealMinutes } from '#templates/pre-filing-assessment/appeal-minutes.ts'
import { template as filingForm } from '#templates/pre-filing-assessment/filing-form.ts'
import { template as handOverAgreement } from '#templates/pre-filing-assessment/hand-over-agreement.ts'
import { template as panelMinutes } from '#templates/pre-filing-assessment/panel-minutes.ts'
import { template as publicationDecision } from '#templates/pre-filing-assessment/publication-decision.ts'
import { template as refusalNotice } from '#templates/pre-filing-assessment/refusal-notice.ts'
import { template as report } from '#templates/pre-filing-assessment/report.ts'
import { template as rewardNotice } from '#templates/pre-filing-assessment/reward-notice.ts'
import { template as secrecyDecision } from '#templates/pre-filing-assessment/secrecy-decision.ts'
import {
  calendar,
  decided,
  event,
  manager,
  members,
  opened,
  play,
  type Answer,
  type Answers,
  type Events,
} from '#test/samples/pre-filing-assessment-play.ts'
import { simulate, type Simulation } from '../simulator/simulate.ts'
import { bodyOf, readPdf, spaceless } from './read-pdf.ts'

const languages: readonly Language[] = ['zh-CN', 'en']

const people = Object.fromEntries(
  [
    ['ann', '甲示例', 'Jia Shili'],
    ['bo', '乙示例', 'Yi Shili'],
    ['chen', '丙示例', 'Bing Shili'],
    ['manager', '丁经理', 'Ding Jingli'],
    ['cai', '戊委员', 'Wu Weiyuan'],
    ['cui', '己委员', 'Ji Weiyuan'],
    ['cen', '庚委员', 'Geng Weiyuan'],
    ['officer-ipo_officer', '辛专员', 'Xin Zhuanyuan'],
    ['officer-asset', '壬资产', 'Ren Zichan'],
    ['officer-committee', '癸委员', 'Gui Weiyuan'],
  ].map(([id = '', name = '', nameLatin = '']) => [id, { id, name, nameLatin, department: '示例学院', employer: '江南示例大学' }]),
) as unknown as PaperContext['people']

function contextOf(state: MatterState, step = 'report#1'): PaperContext {
  return {
    state,
    people,
    institution: { nameZh: '江南示例大学', nameEn: 'Jiangnan Sample University', province: 'Zhejiang' },
    on: plainDay('2026-03-02'),
    number: 'PG-2026-00001-D01',
    step: step as TaskId,
    parameters: [],
    calendar,
  }
}

/** The state of a matter played to its end. */
async function stateOf(answers: Answers = {}, events: Events = [], more: Partial<Simulation> = {}): Promise<MatterState> {
  return (await simulate(play(answers, events, more))).state
}

let fonts: Fonts
beforeAll(() => {
  fonts = loadFonts()
})

/** Draws the paper in a language and reads it back without white space. */
async function readPaper<Facts>(template: PaperTemplate<Facts>, state: MatterState, language: Language, step?: string): Promise<string> {
  const { title, blocks } = template.render(template.facts(contextOf(state, step)), language)
  const paper: Paper = {
    title,
    language,
    matterNumber: state.head.number,
    documentNumber: 'PG-2026-00001-D01',
    issuedOn: plainDay('2026-03-02'),
    blocks,
    embedded: '{}',
  }
  return bodyOf(await readPdf(await drawPaper(paper, fonts)), paper.matterNumber)
}

/** Every field that a rule requires is on the drawn paper in both languages, and the facts survive JSON. */
async function expectRequired<Facts>(template: PaperTemplate<Facts>, state: MatterState, step?: string): Promise<void> {
  const facts = template.facts(contextOf(state, step))
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
  for (const language of languages) {
    const text = await readPaper(template, state, language, step)
    const required = template.requiredFields.flatMap(({ find }) => find(facts, language))
    expect(required.length).toBeGreaterThan(0)
    expect(required.filter((part) => !text.includes(spaceless(part)))).toEqual([])
    expect(text).not.toMatch(/undefined|\[object|〔U\+/)
  }
}

const low: Answers = {
  'score#1/eva': { outcome: 'scored', data: sample.sampleScore(40) },
  score: { outcome: 'scored', data: sample.sampleScore(40) },
}
const notFile: Answers = { ...low, decide: { outcome: 'not-file', data: sample.sampleRefusal } }

describe('the assessment report', () => {
  it('shows search, readiness, every score with its evidence, and the cost of each way', async () => {
    const state = await stateOf({}, [event('grant-announced')])
    await expectRequired(report, state)
    const text = await readPaper(report, state, 'zh-CN')
    for (const part of ['73.50', '专家1', '专家2', '最迟应于2026年8月31日提出申请', '6,525.00', '67,025.00', '9,025.00']) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('eva')
  })

  it('says that novelty is lost where the result is public', async () => {
    const publicDisclosures = [{ kind: 'paper', standing: 'made', on: '2026-02-01', where: '（示例）学报' }]
    const state = await stateOf(
      { decide: decided('publish', { ...sample.samplePublicationReview, panel: members }) },
      [],
      opened({ publicDisclosures }),
    )
    expect(await readPaper(report, state, 'zh-CN')).toContain('新颖性已丧失')
    expect(await readPaper(report, state, 'en')).toContain(spaceless('novelty is lost'))
  })
})

describe('the approval form', () => {
  it('prints the matrix with the row that applies and whoever approved', async () => {
    const state = await stateOf({}, [event('grant-announced')])
    await expectRequired(filingForm, state)
    const text = await readPaper(filingForm, state, 'zh-CN')
    for (const part of ['不超过50,000.00元', '国资管理√', '壬资产', '同意', '人民币6,525.00元']) expect(text).toContain(part)
    expect(text).not.toContain('癸委员')
  })

  it('shows both links of the chain above the limit', async () => {
    const state = await stateOf({ decide: decided('file-cn-pct', { countries: ['CN', 'JP'] }) }, [event('grant-announced')])
    await expectRequired(filingForm, state)
    const text = await readPaper(filingForm, state, 'zh-CN')
    for (const part of ['壬资产', '癸委员', '国资管理→成果转化领导小组√']) expect(text).toContain(part)
  })

  it('of a same-day filing carries the warning of 2026 (9.25)', async () => {
    const answers: Answers = {
      decide: decided('same-day-dual', { dual: { shapeOrStructure: true, warningRead: true } }),
      'record-filing': (_, today) => ({ outcome: 'filed', data: sample.sampleDualFiling(today) }),
    }
    const model = { applicationNumber: sample.utilityModelNumber }
    const state = await stateOf(answers, [event('withdrawn', model), event('rejected')])
    await expectRequired(filingForm, state)
    expect(await readPaper(filingForm, state, 'zh-CN')).toContain('不能再以修改发明的权利要求同时保留两项专利')
  })
})

describe('the minutes', () => {
  it('tell the question, the count without the recused, and what was said against', async () => {
    const answers: Answers = {
      ...low,
      decide: decided('file-cn', { panel: [...members, 'cao'] }),
      'panel-vote#1/cai': { outcome: 'recuse', data: {}, reason: '与团队有在研合作' },
      'panel-vote#1/cui': { outcome: 'against', data: {}, reason: '产业化前景不足' },
    }
    const state = await stateOf(answers, [event('grant-announced')])
    await expectRequired(panelMinutes, state)
    const text = await readPaper(panelMinutes, state, 'zh-CN')
    for (const part of ['评分低于申请线而拟申请', '回避戊委员', '产业化前景不足', '须有3人参加、2人同意']) expect(text).toContain(part)
  })

  it('of an appeal give its grounds and result', async () => {
    const answers: Answers = {
      ...notFile,
      'reply#1': { outcome: 'appeal', data: sample.sampleAppeal },
      'decide#2': decided('file-cn'),
    }
    const state = await stateOf(answers, [event('grant-announced')])
    const before = { ...state, results: Object.fromEntries(Object.entries(state.results).filter(([id]) => id !== 'decide#2')) }
    await expectRequired(appealMinutes, before)
    const text = await readPaper(appealMinutes, before, 'zh-CN')
    for (const part of ['是否支持发明人团队', '检索结论遗漏了对原位固定工艺的比较', '学校不申请', '通过']) expect(text).toContain(part)
  })
})

describe('the decisions', () => {
  it('to keep secret name custodian, measures, the day of review and the publication that is stopped', async () => {
    const state = await stateOf({ decide: { outcome: 'keep-secret', data: sample.sampleDecision(sample.sampleSecrecyPlan(manager)) } })
    await expectRequired(secrecyDecision, state)
    expect(await readPaper(secrecyDecision, state, 'zh-CN')).toContain('原定于2026年9月1日在“《（示例）设施园艺学报》”的公开停止')
  })

  it('to publish give the secrecy review and what publication costs', async () => {
    const state = await stateOf({ decide: decided('publish', { ...sample.samplePublicationReview, panel: members }) })
    await expectRequired(publicationDecision, state)
  })
})

describe('the notice not to file', () => {
  it('gives reasons, reply, appeal, the day by which silence accepts, and the offer to take over', async () => {
    const state = await stateOf({ ...notFile, 'hand-over-election': { outcome: 'decline', data: {} } })
    const before = { ...state, results: Object.fromEntries(Object.entries(state.results).filter(([id]) => !id.startsWith('reply'))) }
    await expectRequired(refusalNotice, before)
    const text = await readPaper(refusalNotice, before, 'zh-CN')
    for (const part of ['请于2026年3月16日前', '视为放弃陈述意见和申诉', '陈述意见一次', '申诉一次', '自行承担申请和维持费用'])
      expect(text).toContain(part)
  })

  it('says what the approver said where he refused, and offers nothing that is not the university’s', async () => {
    const refused: Answer = { outcome: 'refused', data: {}, reason: '本年度专利经费已用尽' }
    const state = await stateOf({ 'approve-filing': refused, 'hand-over-election': { outcome: 'decline', data: {} } })
    await expectRequired(refusalNotice, state)
    expect(await readPaper(refusalNotice, state, 'zh-CN')).toContain('审批未通过：本年度专利经费已用尽')
    const reject: Answer = { outcome: 'reject', data: { ...sample.sampleRefusal, rejectionGround: 'not-service-invention' } }
    const rejected = await stateOf({ ...notFile, decide: reject })
    expect(await readPaper(refusalNotice, rejected, 'zh-CN')).toContain('学校没有可以转让的申请专利的权利')
  })
})

describe('the hand-over agreement', () => {
  it('for nothing names the deemed sale at market price, who pays, the shared income, and registration', async () => {
    const coOwners = [{ name: '（示例）江南农业科学研究院' }]
    const state = await stateOf(notFile, [], opened({ coOwners }))
    await expectRequired(handOverAgreement, state)
    const text = await readPaper(handOverAgreement, state, 'zh-CN')
    for (const part of [
      '视同应税交易',
      '人民币30,000.00元',
      '甲方分享10.00%',
      '50.00%',
      '（示例）农科函〔2026〕18号',
      '转让自登记之日起生效',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('for a price says the price and no deemed sale', async () => {
    const terms: Answers = {
      'hand-over-terms': (_, today) => ({ outcome: 'priced', data: sample.sampleTerms(teamOf(), today, 1_000_000) }),
    }
    const state = await stateOf({ ...notFile, ...terms })
    await expectRequired(handOverAgreement, state)
    const text = await readPaper(handOverAgreement, state, 'zh-CN')
    expect(text).toContain('转让价款为人民币10,000.00元')
    expect(text).not.toContain('视同应税交易')
  })
})

function teamOf() {
  return sample.sampleOpening(['ann', 'bo', 'chen'] as never).inventors.map(({ person }) => person)
}

describe('the reward notice', () => {
  it('3: three inventors of an invention share 4,000 yuan as 1,333.34, 1,333.33 and 1,333.33, due in three months', async () => {
    const state = await stateOf({}, [event('grant-announced')])
    await expectRequired(rewardNotice, state, 'reward-notice#1')
    const text = await readPaper(rewardNotice, state, 'zh-CN', 'reward-notice#1')
    for (const part of ['1,333.34', '1,333.33', '4,000.00', 'ZL202610123456.X', '2026年6月2日', '按法定标准']) expect(text).toContain(part)
  })
})

it('the papers are those the process names', () => {
  const templates = [
    report,
    panelMinutes,
    filingForm,
    secrecyDecision,
    publicationDecision,
    refusalNotice,
    appealMinutes,
    handOverAgreement,
    rewardNotice,
  ]
  expect(templates.map((template) => template.name)).toEqual(definition.documents)
})
