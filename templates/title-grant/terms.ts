import type { GrantTerms, Parts } from '#domain/title-grant-forms.ts'
import type { Field, Fields, Language } from '../block.ts'
import { amountTwice } from '../amount-words.ts'
import { dayIn, listed, percent } from '../lines.ts'
import { sayIn, valueIn, type Say } from './lines.ts'

/** Two parts in one line: `学校30.00%，团队70.00%`. */
export function partsIn({ universityBp, teamBp }: Parts, say: Say): string {
  return say({
    zh: `学校${percent(universityBp)}，团队${percent(teamBp)}`,
    en: `University ${percent(universityBp)}, team ${percent(teamBp)}`,
  })
}

/** The same two parts as an agreement names its parties: `甲方30.00%，乙方70.00%`. */
export function partyPartsIn({ universityBp, teamBp }: Parts, say: Say): string {
  return say({
    zh: `甲方${percent(universityBp)}，乙方${percent(teamBp)}`,
    en: `Party A ${percent(universityBp)}, Party B ${percent(teamBp)}`,
  })
}

/** What the team pays, in words where it is nothing. */
export function considerationIn({ considerationFen }: GrantTerms, language: Language): string {
  return considerationFen === 0 ? sayIn(language)({ zh: '无偿', en: 'For nothing' }) : amountTwice(considerationFen, language)
}

/** The exit triggers in one line. */
export function exitsIn({ exitTriggers }: GrantTerms, language: Language): string {
  return listed(
    exitTriggers.map((trigger, place) => {
      const said = valueIn(trigger, language)
      return place === 0 || language !== 'en' ? said : `${said.slice(0, 1).toLowerCase()}${said.slice(1)}`
    }),
    language,
  )
}

/** Shares of the title or years of use, whichever is granted. */
export function extentIn(terms: GrantTerms, language: Language): string {
  const say = sayIn(language)
  if (terms.title !== undefined) return partsIn(terms.title, say)
  return say({ zh: `${terms.termYears ?? 0}年`, en: `${terms.termYears ?? 0} years` })
}

/** Every item of the terms as a form; the same items stand in application and agreement. */
export function termsFields(terms: GrantTerms, language: Language): Fields {
  const say = sayIn(language)
  const row = (zh: string, en: string, value: string): Field => ({ label: say({ zh, en }), value, wide: true })
  const { decision, costs } = terms
  const extent =
    terms.title === undefined
      ? row('使用权期限', 'Term of use', extentIn(terms, language))
      : row('所有权份额', 'Shares of the title', extentIn(terms, language))
  return {
    kind: 'fields',
    columns: 1,
    rows: [
      extent,
      row('收益分配比例', 'Income', partsIn(terms.income, say)),
      row('普通许可由谁决定', 'Ordinary licence decided by', valueIn(decision.ordinaryLicence, language)),
      row('独占、排他许可由谁决定', 'Exclusive or sole licence decided by', valueIn(decision.exclusiveLicence, language)),
      row('转让由谁决定', 'Transfer decided by', valueIn(decision.transfer, language)),
      row('意见不一致时的处理', 'Deadlock', decision.deadlock),
      row('转化费用', 'Cost of transformation', partsIn(costs.transformation, say)),
      row('知识产权维持费用', 'Upkeep of the rights', partsIn(costs.maintenance, say)),
      row('后续改进成果归属', 'Improvements belong to', valueIn(terms.improvements, language)),
      row('首次年度报告日', 'First yearly report', dayIn(terms.firstReportOn, language)),
      row('提前终止的情形', 'What ends it early', exitsIn(terms, language)),
      row('对价', 'Consideration', considerationIn(terms, language)),
    ],
  }
}

/** The strings by which every item of the terms is known to stand on a paper. */
export function requiredTerms(terms: GrantTerms, language: Language): string[] {
  const say = sayIn(language)
  const { decision, costs } = terms
  return [
    extentIn(terms, language),
    partsIn(terms.income, say),
    valueIn(decision.transfer, language),
    decision.deadlock,
    partsIn(costs.transformation, say),
    partsIn(costs.maintenance, say),
    valueIn(terms.improvements, language),
    dayIn(terms.firstReportOn, language),
    exitsIn(terms, language),
    considerationIn(terms, language),
  ]
}
