import { describe, expect, it } from 'vitest'
import { markOriginals } from '#templates/chinese-original.ts'

const nothing = new Map<string, string>()
const marked = (text: string) => markOriginals(text, nothing)

describe('an English reading', () => {
  it('marks what stays Chinese, once for each passage and before the stop that ends it', () => {
    expect(marked('定价程序合规，依据充分。')).toBe('定价程序合规，依据充分。 (Chinese original)')
    expect(marked('The result “一种可降解育苗基质” was found.')).toBe('The result “一种可降解育苗基质” (Chinese original) was found.')
    expect(marked('Basis: 收益法评估报告第18号.')).toBe('Basis: 收益法评估报告第18号 (Chinese original).')
    expect(marked('江南青禾种苗有限公司, 云溪农业科技股份有限公司')).toBe(
      '江南青禾种苗有限公司, 云溪农业科技股份有限公司 (Chinese original)',
    )
    expect(marked('CNIPA专利检索及分析系统, Espacenet')).toBe('CNIPA专利检索及分析系统 (Chinese original), Espacenet')
    expect(marked('第一条理由如下\n第二条理由如下')).toBe('第一条理由如下 (Chinese original)\n第二条理由如下 (Chinese original)')
  })

  it('calls statutes by their English names where a text only cites them', () => {
    expect(marked('《中华人民共和国促进科技成果转化法》第十八条')).toBe(
      'Law on Promoting the Transformation of Scientific and Technological Achievements Art. 18',
    )
    expect(marked('《专利法》第一百零二条、《民法典》第二十条')).toBe('Patent Law Art. 102; Civil Code Art. 20')
    expect(marked('依《专利法》第十四条办理')).toBe('依《专利法》第十四条办理 (Chinese original)')
  })

  it('leaves people’s names as they are, and the sign of a sample', () => {
    for (const text of [
      '李䶮:',
      '李䶮, 王㛃, 阿卜杜拉·买买提',
      'Signed by 欧阳修明 on 2 March 2026',
      '（示例）ZL202110123456.0',
      'No Chinese at all.',
    ])
      expect(marked(text)).toBe(text)
  })

  it('says by its English twin what has one, and no part of a longer Chinese word', () => {
    const twins = new Map([['江南示例大学', 'Jiangnan Sample University']])
    expect(markOriginals('（示例）江南示例大学, 江南农业科学研究院', twins)).toBe(
      '（示例）Jiangnan Sample University, 江南农业科学研究院 (Chinese original)',
    )
    const office = new Map([...twins, ['技术转移办公室', 'Technology Transfer Office']])
    expect(markOriginals('示例路1号江南示例大学（示例）技术转移办公室', office)).toBe(
      '示例路1号江南示例大学（示例）技术转移办公室 (Chinese original)',
    )
    expect(markOriginals('（示例）江南示例大学，示例银行', office)).toBe('（示例）江南示例大学，示例银行 (Chinese original)')
    expect(markOriginals('江南示例大学技术转移办公室', twins)).toBe('江南示例大学技术转移办公室 (Chinese original)')
  })
})
