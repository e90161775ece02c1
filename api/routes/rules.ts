import { allRules } from '#domain/registry.gen.ts'
import { isUnverified, type Rule } from '#domain/refusal.ts'
import type { PlainDay } from '#domain/day.ts'
import { ruleList, ruleQuery, type RuleView } from '#schemas/api/rule.ts'
import { noteOf } from '../refusal-view.ts'
import { ok, peopleRoute, type Route } from '../route.ts'
import type { Words } from '../words.ts'

/** The executable rules in force on a day. */
export const ruleRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'get',
      path: '/api/rules',
      tag: 'Rules',
      summary: 'The rules in force on a day',
      query: ruleQuery,
      answers: { 200: { says: 'The rules', shape: ruleList } },
    },
    async ({ query, words, today }) => {
      const asOf = query.asOf ?? today
      const inForce = allRules.filter((rule) => isInForce(rule, asOf))
      const wanted = inForce.filter((rule) => query.process === undefined || rule.code.startsWith(`${query.process}/`))
      return ok({ asOf, items: wanted.map((rule) => viewRule(rule, words)) })
    },
  ),
]

function isInForce(rule: Rule, on: PlainDay): boolean {
  return (rule.from === undefined || rule.from <= on) && (rule.to === undefined || on <= rule.to)
}

function viewRule(rule: Rule, words: Words): RuleView {
  const texts = words.refusal(rule.code)
  const note = noteOf(rule.citations, words)
  return {
    code: rule.code,
    says: texts?.says ?? rule.code,
    remedy: texts?.remedy ?? '',
    ...(texts?.flips === undefined ? {} : { flips: texts.flips }),
    citations: [...rule.citations],
    verified: !isUnverified(rule),
    ...(note === undefined ? {} : { note }),
    ...(rule.from === undefined ? {} : { from: rule.from }),
    ...(rule.to === undefined ? {} : { to: rule.to }),
    parameters: [...(rule.parameters ?? [])],
  }
}
