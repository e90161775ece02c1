import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/title-grant.ts'
import type { PersonId } from '#domain/actor.ts'
import { plainDay } from '#domain/day.ts'
import type { JsonObject } from '#domain/json.ts'
import { noticeOf } from '#domain/title-grant-notice.ts'
import { defaults as policy } from '#policy/title-grant.ts'
import { forms as noticeForms } from '#schemas/public-notice.ts'
import { template as announcement } from '#templates/public-notice/announcement.ts'
import { template as agreement } from '#templates/title-grant/agreement.ts'
import { template as annualReport } from '#templates/title-grant/annual-report.ts'
import { template as changeSheet } from '#templates/title-grant/change-sheet.ts'
import { template as diligencePack } from '#templates/title-grant/diligence-pack.ts'
import { template as recoveryDecision } from '#templates/title-grant/recovery-decision.ts'
import { template as refusalLetter } from '#templates/title-grant/refusal-letter.ts'
import { template as reviewMinutes } from '#templates/title-grant/review-minutes.ts'
import { template as splitAgreement } from '#templates/title-grant/split-agreement.ts'
import { playNotice, posted } from '#test/samples/public-notice-play.ts'
import { aged, lawyer, notices, play, says, team, type Answers } from '#test/samples/title-grant-play.ts'
import { simulate } from '../simulator/simulate.ts'
import { spaceless } from './read-pdf.ts'
import { contextOf, read, stateOf } from './title-grant-reading.ts'

describe('a grant of a patent that others own a part of', () => {
  const institute = '（示例）江南农业科学研究院'
  const owners = [
    { name: sample.sampleUniversity, isHouse: true, shareBp: 6000, since: sample.grantedFiledOn },
    { name: institute, shareBp: 4000, since: sample.grantedFiledOn },
  ]
  const consent = {
    who: institute,
    number: sample.grantedNumber,
    consentedOn: plainDay('2026-03-02'),
    letter: '（示例）函1号',
    shareBp: 4000,
  }
  const coOwned = () =>
    stateOf(
      { 'ownership-check': { outcome: 'clear', data: { ...sample.sampleOwnership, coOwnerConsents: [consent] } } },
      { registers: [sample.sampleGrantRow(team, { filedOn: aged.filedOn, owners })] },
    )

  it('says in the agreement that the shares are of the university’s part', async () => {
    const context = contextOf(await coOwned())
    expect(await read(agreement, context)).toContain('甲方自有份额的划分为')
    expect(await read(agreement, context, 'en')).toContain(spaceless('of its own part of the title'))
  })

  it('says so in the notice, where it stands and over the members’ shares', async () => {
    const { state } = await simulate(
      playNotice(noticeForms['public-notice/open'].parse(noticeOf(await coOwned(), policy)), [posted('2026-03-02')]),
    )
    const context = contextOf(state, 'announcement#1')
    const zh = await read(announcement, context)
    for (const part of ['学校自有份额的70.00%', '占学校自有份额的比例', '35.00%']) expect(zh).toContain(part)
    const en = await read(announcement, context, 'en')
    for (const part of ['70.00% of the university’s part', 'Share of the university’s part']) expect(en).toContain(spaceless(part))
  })

  it('says nothing of it where the university owns all', async () => {
    expect(noticeOf(await stateOf(), policy).subject.grant).toEqual({ what: 'ownership', shareBp: 7000 })
  })
})

describe('the split agreement', () => {
  it('lets heirs sign for the dead and names their proof', async () => {
    const [first, second, third] = sample.sampleMembers(team)
    const members = [
      first,
      { ...second, standing: 'deceased', heirs: ['dora' as PersonId], heirProof: '（示例）公证书〔2026〕12号' },
      third,
    ]
    const state = await stateOf({}, { data: { ...sample.sampleGrant(team), members } as unknown as JsonObject })
    const text = await read(splitAgreement, contextOf(state))
    for (const part of ['乙示例已去世，由继承人丁继承签署', '公证书〔2026〕12号', '完成人仍予署名']) expect(text).toContain(part)
  })
})

describe('the review', () => {
  it('names who stepped aside and what was said against', async () => {
    const answers: Answers = {
      'convene-review': { outcome: 'convened', data: { members: ['cai', 'cui', 'cen', 'cao'], observer: 'observer' } },
      'review-vote#1/cai': { outcome: 'recuse', data: {}, reason: '与承接单位有合作' },
    }
    const text = await read(reviewMinutes, contextOf(await stateOf(answers)))
    for (const part of ['回避：戊专家', '列席：庚纪检', '须有3人参加、2人同意']) expect(text).toContain(part)
  })
})

describe('the due-diligence pack', () => {
  it('tells facts, procedure, conflicts and publication, and cites the nation’s law and the province’s; what is from memory says so', async () => {
    const state = await stateOf()
    const beijing = await read(diligencePack, contextOf(state))
    for (const part of [
      '《中华人民共和国科学技术进步法》第九十七条',
      '《北京市促进科技成果转化条例》第十九条',
      '依据未经核实：请咨询法律顾问',
      '负面清单审查意见',
      '庚纪检',
    ])
      expect(beijing).toContain(part)
    const zhejiang = await read(diligencePack, contextOf(state, 'paper#1', 'Zhejiang'))
    expect(zhejiang).toContain('《浙江省促进科技成果转化条例》第十九条')
    expect(zhejiang).not.toContain('北京市促进科技成果转化条例》')
    // A paper that was signed again and again is one paper.
    expect(beijing.split('职务科技成果赋权协议（')).toHaveLength(2)
    await read(diligencePack, contextOf(state), 'en')
  })
})

describe('the refusal', () => {
  it('offers one internal review by a day, and after it none', async () => {
    const no = { outcome: 'refused', data: sample.sampleApproval, reason: '承接条件尚不成熟' }
    const before = await stateOf({ approve: no })
    const text = await read(refusalLetter, contextOf(before))
    for (const part of [
      '承接条件尚不成熟',
      '2026年3月16日前',
      '申请一次校内复核',
      '由学校法务在收到申请后3个工作日内召集',
      '召集后7个工作日内表决',
      '依据：',
    ])
      expect(text).toContain(part)
    const review = { outcome: 'review', data: { grounds: ['补充了资金证明'] } }
    expect(await read(refusalLetter, contextOf(await stateOf({ approve: no, 'ask-review': review })))).toContain(
      '校内复核以一次为限，已经使用',
    )
  })

  it('gives the days that the university had set when the matter was opened', async () => {
    const no = { outcome: 'refused', data: sample.sampleApproval, reason: '承接条件尚不成熟' }
    const due = { 'ask-review': { days: 20 }, 'convene-appeal': { workingDays: 1 }, 'appeal-vote': { days: 30 } }
    const context = { ...contextOf(await stateOf({ approve: no })), policy: { due } }
    const zh = await read(refusalLetter, context)
    for (const part of ['2026年3月23日前', '收到申请后1个工作日内召集', '召集后30日内表决']) expect(zh).toContain(part)
    expect(await read(refusalLetter, context, 'en')).toContain(spaceless('within 1 working day, and they vote within 30 days'))
  })

  it('on the negative list bars every further application until delisting', async () => {
    const listed = { outcome: 'negative-list', data: { touches: ['public-safety'] }, reason: '涉及城市公共安全' }
    const text = await read(refusalLetter, contextOf(await stateOf({ 'secrecy-check': listed })))
    for (const part of ['移出清单之前，不得就本成果再次申请赋权', '公共安全']) expect(text).toContain(part)
    expect(text).not.toContain('申请一次校内复核')
  })
})

describe('the data sheet of the change', () => {
  it('sets the owners after the change beside those before, with shares that sum to the whole, and the day to file by', async () => {
    const text = await read(changeSheet, contextOf(await stateOf()))
    for (const part of ['变更前江南示例大学', '30.00%', '35.00%', '21.00%', '14.00%', '2026年4月1日', '不替代官方表格', '不是该部门的表格'])
      expect(text).toContain(part)
  })

  it('turns round where the share goes back', async () => {
    const ended = { agreedOn: plainDay('2026-03-02'), document: '（示例）终字〔2027〕2号', signedBy: team, reason: '承接单位退出（示例）' }
    const text = await read(changeSheet, contextOf(await stateOf({}, {}, [notices(), says('terminate', ended, 'monitoring', lawyer)])))
    expect(text).toContain('份额返还')
    expect(text).toMatch(/变更后江南示例大学—100\.00%/)
  })
})

describe('the yearly report', () => {
  it('splits 891,080.00 as agreed, to the fen', async () => {
    const text = await read(annualReport, contextOf(await stateOf(), 'annual-report-paper#1'))
    for (const part of ['267,324.00', '311,878.00', '187,126.80', '124,751.20', '891,080.00', '11,586.00', '27,034.00'])
      expect(text).toContain(part)
  })

  it('shares nothing of what was rewarded by an award', async () => {
    const [one] = sample.sampleReport.transformations
    const report = { outcome: 'reported', data: { transformations: [{ ...one, incentives: ['award'] }] } }
    const text = await read(annualReport, contextOf(await stateOf({ 'annual-report#1': report }), 'annual-report-paper#1'))
    expect(text).not.toContain('267,324.00')
    expect(text).toContain('不再按份额分配')
  })
})

describe('the recovery decision', () => {
  it('after a late objection tells that instead, with the law', async () => {
    const told = says('notice-overturned', { notice: 'm-2', number: 'X-2026-00002', on: plainDay('2026-03-02') }, 'monitoring')
    const state = await stateOf(
      {
        'consider-overturned': { outcome: 'recover', data: { touches: [], decision: '异字8号' }, reason: '漏列完成人' },
        'recovery-review': (_, today) => ({ outcome: 'recovered', data: sample.sampleRecovery(today), reason: '异议成立' }),
      },
      {},
      [notices(), told],
    )
    const zh = await read(recoveryDecision, contextOf(state))
    for (const part of ['逾期异议经决定（异字8号）成立', '漏列完成人', '《中华人民共和国民法典》第一百五十三条第一款', '第一百五十七条'])
      expect(zh).toContain(part)
    expect(zh).not.toContain('满36个月未转化')
    expect(await read(recoveryDecision, contextOf(state), 'en')).toContain(spaceless('a late objection was upheld'))
  })

  it('tells the months agreed, the reports, the hearing, and that the share goes back', async () => {
    const idle = { outcome: 'reported', data: sample.sampleIdleReport }
    const { state } = await simulate(play({ 'annual-report': idle }))
    const text = await read(recoveryDecision, contextOf(state))
    for (const part of ['满36个月未转化', '收到年度报告3份', '听取了团队意见', '返还自登记之日起生效', '对本决定有异议的'])
      expect(text).toContain(part)
  })
})
