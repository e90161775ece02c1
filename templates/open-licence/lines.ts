import { isPlainDay } from '#domain/day.ts'
import { eligibilityRules } from '#domain/open-licence-rules.ts'
import type { Sureness, RuleCode } from '#domain/refusal.ts'
import { fillWords } from '#domain/words.ts'
import { words as en } from '#domain/words/open-licence.en.ts'
import { words as zh } from '#domain/words/open-licence.zh.ts'
import type { Language } from '../block.ts'
import { unverified } from '../citation-text.ts'
import { dayIn, pick, type Both } from '../lines.ts'

/** A value of a form as people read it; one that has no words stands as it is. */
export function valueIn(value: string, language: Language): string {
  return (language === 'en' ? en : zh).values[value] ?? value
}

/** How sure a citation is, as a report says it. */
export const suresWords: { readonly [sure in Sureness]: Both } = {
  text: { zh: '条文已核对', en: 'article read' },
  verified: { zh: '据检索到的资料，请核对原文', en: 'by a source found; check the text' },
  recalled: unverified,
  'recalled-check': unverified,
  article: { zh: '报刊报道', en: 'press' },
  design: { zh: '校内规则', en: 'rule of the university' },
}

/** What each condition asks, in the order of the report. */
export const conditions: { readonly [code in RuleCode]?: Both } = {
  [eligibilityRules.unknown.code]: { zh: '专利已在登记簿中', en: 'On the register' },
  [eligibilityRules.notOurs.code]: { zh: '学校为专利权人', en: 'The university is patentee' },
  [eligibilityRules.notGranted.code]: { zh: '已公告授予专利权', en: 'Grant announced' },
  [eligibilityRules.notInForce.code]: { zh: '专利权有效', en: 'In force' },
  [eligibilityRules.exclusive.code]: { zh: '无独占或者排他许可（含未备案的）', en: 'No exclusive or sole licence, recorded or not' },
  [eligibilityRules.suspended.code]: { zh: '未处于中止程序', en: 'No suspended proceedings' },
  [eligibilityRules.annuity.code]: { zh: '年费按规定缴纳', en: 'Annuities paid' },
  [eligibilityRules.pledge.code]: { zh: '未出质或质权人同意', en: 'No pledge, or pledgee consents' },
  [eligibilityRules.evaluationMissing.code]: {
    zh: '已有专利权评价报告（实用新型、外观设计）',
    en: 'Evaluation report there (utility model, design)',
  },
  [eligibilityRules.evaluationPending.code]: { zh: '评价报告已作出', en: 'Evaluation report issued' },
  [eligibilityRules.evaluationNegative.code]: { zh: '评价报告结论符合授权条件', en: 'Evaluation report positive' },
  [eligibilityRules.coOwner.code]: { zh: '全体共有人同意', en: 'Every co-owner consents' },
  [eligibilityRules.titleGrant.code]: { zh: '权属未在变更', en: 'Title not changing hands' },
  [eligibilityRules.declared.code]: { zh: '没有在先的开放许可声明', en: 'No earlier declaration' },
}

const openEnd: Both = { zh: '期限未载明之日', en: 'a day not entered' }

/** Facts with their days as the language writes them. */
function readable(fact: { readonly [name: string]: unknown }, language: Language): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(fact).map(([name, value]) => {
      if (isPlainDay(value)) return [name, dayIn(value, language)]
      // Nobody has entered until when.
      return [name, name === 'until' && value === '—' ? pick(openEnd, language) : value]
    }),
  )
}

/** What a finding says, what to do about it, and what would flip it. */
export function findingWords(code: RuleCode, fact: { readonly [name: string]: unknown }, language: Language) {
  const said = (language === 'en' ? en : zh).refusals[code]
  const fill = (text: string) => fillWords(text, readable(fact, language))
  return { says: fill(said?.says ?? code), remedy: fill(said?.remedy ?? ''), flips: fill(said?.flips ?? '') }
}
