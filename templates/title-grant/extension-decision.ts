import { addYears, type PlainDay } from '#domain/day.ts'
import { byDesign } from '#domain/refusal.ts'
import { getForm, listForms } from '#domain/title-grant-facts.ts'
import { pilotNotice, withinLife } from '#domain/title-grant-law.ts'
import { endOf } from '#domain/title-grant-monitoring.ts'
import { steps } from '#domain/title-grant.ts'
import type { Language } from '../block.ts'
import { asSentence, dayIn, nameIn, titleIn } from '../lines.ts'
import { disputeText, gatherDispute, type Dispute } from './dispute.ts'
import type { PaperContext, PaperTemplate } from '../paper-context.ts'
import { committeeSeal, gatherHeader, headerFields, membersIn, officeSeal, type Header } from './header.ts'
import { officialOf, sayIn, type Say } from './lines.ts'

type ExtensionFacts = Header & {
  readonly outcome: 'extended' | 'refused'
  readonly asked: number
  readonly plan: string
  readonly years: number
  readonly formerEnd: PlainDay
  readonly end: PlainDay
  readonly performance: string
  readonly reason?: string
  /** Absent in decisions drawn before they told it. */
  readonly dispute?: Dispute
}

const name = 'title-grant/extension-decision'
const official = officialOf(name)

function gather(context: PaperContext): ExtensionFacts {
  const { state } = context
  const decision = getForm(state, steps.decideExtension)
  const request = listForms(state, steps.extensionRequest).findLast(({ outcome }) => outcome === 'extend')?.data
  const years = decision.outcome === 'extended' ? (decision.data.years ?? 0) : 0
  const end = endOf(state)
  return {
    ...gatherHeader(context),
    outcome: decision.outcome,
    asked: request?.years ?? 0,
    plan: request?.plan ?? '',
    years,
    formerEnd: addYears(end, -years),
    end,
    performance: decision.data.performance,
    dispute: gatherDispute(getForm(state, steps.draftTerms).data),
    ...(decision.reason === undefined ? {} : { reason: decision.reason }),
  }
}

function decisionText({ outcome, years, formerEnd, end }: ExtensionFacts, language: Language, say: Say): string {
  if (outcome === 'refused') {
    return say({
      zh: `不同意延期。长期使用权于${dayIn(formerEnd, language)}届满终止，不自动续期。`,
      en: `The term is not extended. The use right ends on ${dayIn(formerEnd, language)}; nothing renews itself.`,
    })
  }
  return say({
    zh: `同意延长${years}年：期限由${dayIn(formerEnd, language)}延至${dayIn(end, language)}，不超过权利剩余期限；其他条款不变。`,
    en: `The term is extended by ${years} years, from ${dayIn(formerEnd, language)} to ${dayIn(end, language)}, within the life of the right; all else stays.`,
  })
}

export const template: PaperTemplate<ExtensionFacts> = {
  name,
  official,
  facts: gather,
  render(facts, language) {
    const say = sayIn(language)
    return {
      title: say(official),
      blocks: [
        { kind: 'paragraph', indent: false, text: `${membersIn(facts, language)}${say({ zh: '：', en: ':' })}` },
        headerFields(facts, language, [
          { label: say({ zh: '申请延长', en: 'Asked for' }), value: say({ zh: `${facts.asked}年`, en: `${facts.asked} years` }) },
        ]),
        { kind: 'heading', level: 1, text: say({ zh: '一、履约情况', en: '1. Performance' }) },
        { kind: 'paragraph', text: facts.performance },
        { kind: 'paragraph', text: `${say({ zh: '延期内的转化计划：', en: 'Plan: ' })}${facts.plan}` },
        { kind: 'heading', level: 1, text: say({ zh: '二、决定', en: '2. Decision' }) },
        { kind: 'paragraph', text: decisionText(facts, language, say) },
        ...(facts.reason === undefined ? [] : [{ kind: 'paragraph', text: asSentence(facts.reason, language) } as const]),
        ...(facts.outcome === 'refused' ? [{ kind: 'paragraph', text: disputeText(facts.dispute, language) } as const] : []),
        officeSeal(facts, language, committeeSeal),
      ],
    }
  },
  requiredFields: [
    { field: 'addressees', rule: byDesign, find: (facts, language) => facts.members.map(({ person }) => nameIn(person, language)) },
    { field: 'result', rule: byDesign, find: (facts, language) => [titleIn(facts, language)] },
    { field: 'performance', rule: pilotNotice, find: ({ performance, plan }) => [performance, plan] },
    {
      field: 'remedy',
      rule: byDesign,
      find: (facts, language) => (facts.outcome === 'refused' ? [disputeText(facts.dispute, language)] : []),
    },
    { field: 'decision', rule: withinLife, find: (facts, language) => [decisionText(facts, language, sayIn(language))] },
  ],
}
