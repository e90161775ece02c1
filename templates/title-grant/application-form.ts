import { getApplication, listForms } from '#domain/title-grant-facts.ts'
import type { GrantApplication } from '#domain/title-grant-forms.ts'
import { coOwnership, pilotNotice, pilotReport } from '#domain/title-grant-law.ts'
import { steps } from '#domain/title-grant.ts'
import type { Block, Language } from '../block.ts'
import { amountTwice } from '../amount-words.ts'
import { amountIn, asSentence, dayIn, nameIn, percent, personOf, titleIn, withRemark, type Both, type NamedPerson } from '../lines.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { dateLine, gatherHeader, headerFields, membersTable, resultsTable, type Header } from './header.ts'
import { officialOf, sayIn, valueIn, type Say } from './lines.ts'
import { planBlocks, requiredPlan } from './plan-blocks.ts'
import { requiredTerms, termsFields } from './terms.ts'

type Declared = { readonly person: NamedPerson; readonly interest: string; readonly interestIn?: string }

type ApplicationFacts = Header & { readonly form: GrantApplication; readonly interests: readonly Declared[] }

const name = 'title-grant/application-form'
const official = officialOf(name)

const oneIncentive: Both = {
  zh: '团队承诺：同一转化项目不重复激励；提供的材料真实、完整。',
  en: 'The team takes one incentive for one transformation, and what it states is true and complete.',
}

const noInterests: Both = { zh: '各完成人均声明与承接对象没有利益关系。', en: 'No contributor declared an interest in the taker.' }

function gather(context: PaperContext): ApplicationFacts {
  const { state, people } = context
  const statements = listForms(state, steps.agreeSplit).filter(({ outcome }) => outcome === 'signed')
  const interests = statements.flatMap(({ data, by }): Declared[] => {
    if (by.is !== 'person' || data.interest === 'no-interest') return []
    const { interest, interestIn } = data
    return [{ person: personOf(people, by.person), interest, ...(interestIn === undefined ? {} : { interestIn }) }]
  })
  return { ...gatherHeader(context), form: getApplication(state).form, interests }
}

function interestBlock({ interests }: ApplicationFacts, language: Language, say: Say): Block {
  if (interests.length === 0) return { kind: 'paragraph', text: say(noInterests) }
  return {
    kind: 'list',
    ordered: true,
    items: interests.map(({ person, interest, interestIn }) =>
      withRemark(
        nameIn(person, language),
        [valueIn(interest, language), interestIn ?? ''].filter((part) => part !== '').join(language === 'en' ? ': ' : '：'),
        language,
      ),
    ),
  }
}

function valuationText({ form }: ApplicationFacts, language: Language, say: Say): string {
  const { valuation } = form
  if (valuation === undefined) return say({ zh: '未评估。', en: 'Not valued.' })
  return say({
    zh: `成果评估价值为${amountTwice(valuation.amountFen, language)}，评估基准日${dayIn(valuation.on, language)}；依据：${asSentence(valuation.basis, language)}`,
    en: `Valued at ${amountIn(valuation.amountFen, language)} as of ${dayIn(valuation.on, language)}; basis: ${asSentence(valuation.basis, language)}`,
  })
}

function priorText({ form }: ApplicationFacts, language: Language, say: Say): string {
  if (form.priorIncentives.length === 0) return say({ zh: '此前未就本成果取得激励。', en: 'No incentive was taken before.' })
  const taken = form.priorIncentives.map(({ transformation, incentive, on }) =>
    withRemark(`${transformation}${say({ zh: '：', en: ': ' })}${valueIn(incentive, language)}`, dayIn(on, language), language),
  )
  return say({ zh: `此前已取得的激励：${taken.join('；')}。`, en: `Incentives taken before: ${taken.join('; ')}.` })
}

export const template: PaperTemplate<ApplicationFacts> = {
  name,
  official,
  facts: gather,
  render(facts, language) {
    const say = sayIn(language)
    const heading = (zh: string, en: string): Block => ({ kind: 'heading', level: 1, text: say({ zh, en }) })
    return {
      title: say(official),
      blocks: [
        headerFields(facts, language),
        resultsTable(facts, language),
        heading('一、团队', '1. Team'),
        membersTable(facts, language),
        interestBlock(facts, language, say),
        heading('二、申请事项', '2. What is applied for'),
        termsFields(facts.form, language),
        heading('三、成果转化实施方案', '3. Plan of transformation'),
        ...planBlocks(facts.form.plan, language),
        heading('四、评估与已取得的激励', '4. Valuation and incentives so far'),
        { kind: 'paragraph', text: valuationText(facts, language, say) },
        { kind: 'paragraph', text: priorText(facts, language, say) },
        { kind: 'paragraph', text: say(oneIncentive) },
        {
          kind: 'signature',
          parties: [
            {
              title: say({ zh: '团队代表', en: 'Representative' }),
              name: nameIn(facts.representative, language),
              signLabel: say({ zh: '（签字）', en: '(signature)' }),
              dateLabel: say(dateLine),
            },
          ],
        },
      ],
    }
  },
  requiredFields: [
    {
      field: 'result',
      rule: pilotNotice,
      find: (facts, language) => [titleIn(facts, language), ...facts.results.map(({ number }) => number)],
    },
    {
      field: 'team',
      rule: pilotNotice,
      find: (facts, language) => facts.members.flatMap(({ person, shareBp }) => [nameIn(person, language), percent(shareBp)]),
    },
    { field: 'terms', rule: pilotReport, find: ({ form }, language) => requiredTerms(form, language) },
    { field: 'plan', rule: pilotNotice, find: ({ form }, language) => requiredPlan(form.plan, language) },
    { field: 'decision', rule: coOwnership, find: ({ form }, language) => [valueIn(form.decision.ordinaryLicence, language)] },
    { field: 'incentive', rule: pilotNotice, find: (_, language) => [sayIn(language)(oneIncentive)] },
  ],
}
