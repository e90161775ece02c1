import { describe, expect, it } from 'vitest'
import * as sample from '#cli/samples/title-grant.ts'
import type { PersonId } from '#domain/actor.ts'
import type { JsonObject } from '#domain/json.ts'
import { fen } from '#domain/money.ts'
import type { PartyFacts } from '#domain/register.ts'
import { template as agreement } from '#templates/title-grant/agreement.ts'
import { template as changeSheet } from '#templates/title-grant/change-sheet.ts'
import { template as splitAgreement } from '#templates/title-grant/split-agreement.ts'
import { aged, applies, drafts, play, team } from '#test/samples/title-grant-play.ts'
import { simulate } from '../simulator/simulate.ts'
import { spaceless } from './read-pdf.ts'
import { contextOf, read, stateOf } from './title-grant-reading.ts'

describe('the agreement', () => {
  it('has every item that the law wants, the members’ parts of the whole, and the tax points of a grant for nothing', async () => {
    const text = await read(agreement, contextOf(await stateOf()))
    const items = [
      '收益分配',
      '转化决策机制',
      '转化费用',
      '知识产权维持费用',
      '后续改进',
      '35.00%',
      '21.00%',
      '14.00%',
      '自登记之日起转移',
      '不重复激励',
    ]
    for (const part of [
      ...items,
      '视同应税交易',
      '人民币800,000.00元',
      '满36个月未转化',
      '北京市促进科技成果转化条例第九条',
      'X-2026-00002',
    ])
      expect(text).toContain(part)
  })

  it('on a use right keeps the title with the university and renews nothing by itself', async () => {
    const { state } = await simulate(play({ apply: applies('use-right') }))
    const text = await read(agreement, contextOf(state))
    for (const part of ['期限10年', '甲方保留所有权', '期满不自动续期', '期满前180日', '按协议继续有效']) expect(text).toContain(part)
    expect(text).not.toContain('自登记之日起转移')
  })

  it('names each right as the law wants of a contract on patents: owner, days, application number', async () => {
    const text = await read(agreement, contextOf(await stateOf()))
    for (const part of ['申请号202410123456.0', '申请日2008年5月1日', '有效期至2028年', '赋权前的权利人江南示例大学'])
      expect(text).toContain(part)
  })

  it('says when it is concluded, and that it ends by a notice that arrives', async () => {
    const text = await read(agreement, contextOf(await stateOf()))
    for (const part of ['自双方均签名或者盖章时成立并生效', '自通知到达乙方时生效', '《中华人民共和国专利法》第十四条', '由双方协商解决'])
      expect(text).toContain(part)
  })

  it('on a use right speaks of no co-owners and gives no share back', async () => {
    const { state } = await simulate(play({ apply: applies('use-right') }))
    const text = await read(agreement, contextOf(state))
    for (const part of ['《中华人民共和国民法典》第八百六十七条', '乙方的使用权终止']) expect(text).toContain(part)
    for (const part of ['第十四条关于', '份额返还', '占全部权利']) expect(text).not.toContain(part)
  })

  it('writes a price in figures and capitals, and says when it may be asked for', async () => {
    const text = await read(agreement, contextOf(await stateOf({ apply: applies('ownership', { considerationFen: fen(12_345_678) }) })))
    for (const part of ['人民币123,456.78元（大写：人民币壹拾贰万叁仟肆佰伍拾陆元柒角捌分）', '应当给乙方必要的准备时间'])
      expect(text).toContain(part)
  })
})

describe('Party A', () => {
  const house: PartyFacts = {
    code: '12990000MA0DEM001X',
    name: '江南示例大学',
    address: '（示例）江南市示例路1号',
    legalRepresentative: '钱示范',
    country: 'CN',
    isHouse: true,
  }

  it('is identified in the agreement and among the owners as the register of parties has it', async () => {
    const context = { ...contextOf(await stateOf()), house }
    const zh = await read(agreement, context)
    for (const part of ['统一社会信用代码：12990000MA0DEM001X', '住所：（示例）江南市示例路1号', '法定代表人：钱示范'])
      expect(zh).toContain(part)
    expect(await read(agreement, context, 'en')).toContain(spaceless('Legal representative: 钱示范'))
    expect(await read(changeSheet, context)).toContain('变更后江南示例大学统一社会信用代码12990000MA0DEM001X')
  })
})

describe('disputes', () => {
  const drawn = async (terms: Parameters<typeof drafts>[0]) =>
    read(agreement, contextOf(await stateOf({ 'draft-terms': drafts({ rightsEndOn: aged.endsOn, ...terms }) })))

  it('go before the court at the university’s seat, or the one that is named', async () => {
    expect(await drawn({})).toContain('向甲方住所地有管辖权的人民法院起诉')
    expect(await drawn({ forum: '北京知识产权法院' })).toContain('协商不成的，向北京知识产权法院起诉。')
  })

  it('go to the commission that is named; without one the clause leads back to the court', async () => {
    expect(await drawn({ disputes: 'arbitration', forum: '北京仲裁委员会' })).toContain('协商不成的，提交北京仲裁委员会仲裁。')
    expect(await drawn({ disputes: 'arbitration' })).toContain('没有选定又达不成补充协议的，向甲方住所地有管辖权的人民法院起诉')
  })
})

describe('the heirs of a contributor', () => {
  const heirs = async (heir = 'dora') => {
    const [first, second, third] = sample.sampleMembers(team)
    const dead = { ...second, standing: 'deceased', heirs: [heir as PersonId], heirProof: '（示例）公证书〔2026〕12号' }
    return stateOf({}, { data: { ...sample.sampleGrant(team), members: [first, dead, third] } as unknown as JsonObject })
  }

  it('sign in a place that says whose heirs they are', async () => {
    const context = contextOf(await heirs())
    expect(await read(agreement, context)).toContain('乙方（乙示例之继承人）：丁继承')
    expect(await read(splitAgreement, context)).toContain('完成人（乙示例之继承人）：丁继承')
    expect(await read(agreement, context, 'en')).toContain(spaceless('Party B (heir of Sample bo): Sample dora'))
  })

  it('who are of the team themselves sign once for both, and are one owner with both parts', async () => {
    const context = contextOf(await heirs('chen'))
    const text = await read(agreement, context)
    expect(text).toContain('乙方（兼乙示例之继承人）：丙示例')
    expect(text.split('：丙示例（签字）')).toHaveLength(2)
    const sheet = await read(changeSheet, context)
    expect(sheet).toContain('变更后丙示例—35.00%')
    expect(sheet.split('变更后丙示例')).toHaveLength(2)
  })

  it('stand in the agreement for the dead, who stays named', async () => {
    expect(await read(agreement, contextOf(await heirs()))).toContain('甲示例、乙示例（已去世，继承人丁继承）、丙示例')
  })

  it('are whom the register is asked to enter, by the proof on paper', async () => {
    const text = await read(changeSheet, contextOf(await heirs()))
    for (const part of ['变更后丁继承—21.00%', '继承证明（纸质原件）']) expect(text).toContain(part)
    expect(text).not.toContain('变更后乙示例')
  })
})
