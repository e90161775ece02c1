import { describe, expect, it } from 'vitest'
import { transformationLawArticle } from '#domain/disclosure-law.ts'
import { patentLawArticle, recalled, verifiedBy } from '#domain/patent-citations.ts'
import { dualFilingGuideline } from '#domain/pre-filing-assessment-rules.ts'
import { byDesign, type Citation } from '#domain/refusal.ts'
import { basisNote, citationForOffice, citationText, citationsText } from '#templates/citation-text.ts'

const doubtful: Citation = { law: '反不正当竞争法', article: '9', sure: 'recalled-check' }

describe('an official paper', () => {
  it('names a statute of which no text was seen by its title and without an article', () => {
    expect(citationsText([transformationLawArticle('42'), doubtful], 'zh-CN')).toBe(
      '《中华人民共和国促进科技成果转化法》第四十二条、《中华人民共和国反不正当竞争法》有关规定',
    )
    expect(citationsText([doubtful], 'en')).toBe('relevant provisions of the Anti-Unfair Competition Law')
  })

  it('says nothing from memory of a document of which a source is cited as well', () => {
    const number = '国发〔2016〕16号'
    const title = '《国务院关于印发实施〈中华人民共和国促进科技成果转化法〉若干规定的通知》（国发〔2016〕16号）'
    expect(citationsText([recalled(number), verifiedBy('S28', number)], 'zh-CN')).toBe(title)
    expect(citationsText([recalled(number)], 'zh-CN')).toBe(`${title}有关规定`)
    expect(citationsText([verifiedBy('S28', number)], 'en')).toBe(
      'State Council Provisions on Carrying out the Transformation Law (No. 16 of 2016)',
    )
  })

  it('puts no title marks round what it knows by a number or by its subject alone', () => {
    expect(citationText(verifiedBy('S49', '教科技司〔2020〕70号'), 'zh-CN')).toBe('教科技司〔2020〕70号')
    expect(citationText(verifiedBy('S5', '国家知识产权局2024年开放许可通知'), 'zh-CN')).toBe('国家知识产权局2024年开放许可通知')
  })

  it('cites the guidelines by part, chapter and section, and the university’s own rules as such', () => {
    expect(citationText(dualFilingGuideline, 'zh-CN')).toBe('《专利审查指南》第二部分第三章第6.2.2节')
    expect(citationText(dualFilingGuideline, 'en')).toBe('Patent Examination Guidelines Part 2 Ch. 3 6.2.2')
    expect(citationText(byDesign, 'zh-CN')).toBe('学校有关规定')
  })

  it('tells the articles of one statute under one title, and none of the press', () => {
    const press: Citation = { law: 'Yeda', sure: 'article', source: '001' }
    expect(basisNote([patentLawArticle('6'), patentLawArticle('8'), press], 'zh-CN')).toEqual({
      kind: 'note',
      text: '依据：《中华人民共和国专利法》第六条、第八条',
    })
  })
})

it('office and counsel read behind each citation from memory that it is not verified', () => {
  expect(citationForOffice(doubtful, 'zh-CN')).toBe('《中华人民共和国反不正当竞争法》第九条（依据未经核实：请咨询法律顾问）')
  expect(citationForOffice(doubtful, 'en')).toBe('Anti-Unfair Competition Law Art. 9 (Not verified: ask counsel)')
  expect(citationForOffice(patentLawArticle('6'), 'zh-CN')).toBe('《中华人民共和国专利法》第六条')
})
