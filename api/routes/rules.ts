import { allRules } from '#domain/registry.gen.ts'
import { isUnverified, type Rule } from '#domain/refusal.ts'
import type { PlainDay } from '#domain/day.ts'
import type { ParameterRow } from '#domain/parameter.ts'
import { ruleList, ruleQuery, type RuleView } from '#schemas/api/rule.ts'
import { listParameters } from '#store/desk/parameters.ts'
import { parameterRoles } from '../parameter-roles.ts'
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
    async ({ deps, who, query, words, today }) => {
      const asOf = query.asOf ?? today
      const values = await listParameters(deps.store, who.viewer, { asOf })
      const inForce = allRules.filter((rule) => isInForce(rule, asOf))
      const wanted = inForce.filter((rule) => query.process === undefined || rule.code.startsWith(`${query.process}/`))
      const counts = { all: wanted.length, recalled: wanted.filter(isUnverified).length }
      return ok({ asOf, counts, items: wanted.map((rule) => viewRule(rule, words, values)) })
    },
  ),
]

function isInForce(rule: Rule, on: PlainDay): boolean {
  return (rule.from === undefined || rule.from <= on) && (rule.to === undefined || on <= rule.to)
}

function viewRule(rule: Rule, words: Words, values: readonly ParameterRow[]): RuleView {
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
    parameters: (rule.parameters ?? []).flatMap((name) => viewParameter(name, words, values)),
  }
}

/** The value of a parameter on the day asked for, one for each province that has its own; only the name where there is none. */
function viewParameter(name: string, words: Words, values: readonly ParameterRow[]): RuleView['parameters'] {
  const mayChange = parameterRoles.map((role) => ({ name: role, label: words.role(role) }))
  const rows = values.filter((row) => row.name === name)
  if (rows.length === 0) return [{ name, mayChange }]
  return rows.map(({ value, from, to }) => ({
    name,
    value,
    mayChange,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }))
}
