import { addYears, type PlainDay } from '#domain/day.ts'
import { getApplication } from '#domain/title-grant-facts.ts'
import type { GrantApplication } from '#domain/title-grant-forms.ts'
import { pilotNotice, pilotReport } from '#domain/title-grant-law.ts'
import { asSentence, dayIn, nameIn, titleIn } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { dateLine, gatherHeader, headerFields, type Header } from './header.ts'
import { officialOf, sayIn } from './lines.ts'
import { planBlocks, requiredPlan } from './plan-blocks.ts'
import { exitsIn, extentIn, partsIn } from './terms.ts'

type PlanFacts = Header & { readonly form: GrantApplication; readonly until: PlainDay }

const name = 'title-grant/transformation-plan'
const official = officialOf(name)

function gather(context: PaperContext): PlanFacts {
  const { form } = getApplication(context.state)
  return { ...gatherHeader(context), form, until: addYears(context.on, form.termYears ?? 0) }
}

export const template: PaperTemplate<PlanFacts> = {
  name,
  official,
  facts: gather,
  render(facts, language) {
    const say = sayIn(language)
    const { form } = facts
    const term = say({
      zh: `使用权期限${extentIn(form, language)}，自协议签署之日起算；如于今日签署，至${dayIn(facts.until, 'zh-CN')}届满。`,
      en: `The use right is for ${extentIn(form, language)} from signing; if signed today it ends on ${dayIn(facts.until, 'en')}.`,
    })
    return {
      title: say(official),
      blocks: [
        headerFields(facts, language),
        { kind: 'heading', level: 1, text: say({ zh: '一、转化安排', en: '1. Transformation' }) },
        ...planBlocks(form.plan, language),
        { kind: 'heading', level: 1, text: say({ zh: '二、期限、收益与退出', en: '2. Term, income, exit' }) },
        { kind: 'paragraph', text: term },
        { kind: 'paragraph', text: `${say({ zh: '收益分配：', en: 'Income: ' })}${asSentence(partsIn(form.income, say), language)}` },
        {
          kind: 'paragraph',
          text: `${say({ zh: '提前终止的情形：', en: 'It ends early on: ' })}${asSentence(exitsIn(form, language), language)}`,
        },
        {
          kind: 'signature',
          parties: [
            {
              title: say({ zh: '团队代表', en: 'Representative' }),
              name: nameIn(facts.representative, language),
              dateLabel: say(dateLine),
            },
          ],
        },
      ],
    }
  },
  requiredFields: [
    { field: 'result', rule: pilotNotice, find: (facts, language) => [titleIn(facts, language)] },
    { field: 'plan', rule: pilotNotice, find: ({ form }, language) => requiredPlan(form.plan, language) },
    { field: 'term', rule: pilotReport, find: (facts, language) => [extentIn(facts.form, language), dayIn(facts.until, language)] },
    { field: 'income', rule: pilotReport, find: ({ form }, language) => [partsIn(form.income, sayIn(language))] },
  ],
}
